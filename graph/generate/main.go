// Command generate writes the generated GraphQL code anew, as "gqlgen generate" does,
// and then lets package graph/rows resolve the rows of lists. Run it from the root of
// the repository: make generate.
package main

import (
	"fmt"
	"os"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
)

func main() {
	if err := generate(); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func generate() error {
	c, err := config.LoadConfigFromDefaultLocations()
	if err != nil {
		return err
	}
	c.SkipValidation = true // what is built is the code as it will be
	var seen schema
	if err := api.Generate(c, api.AddPlugin(&seen)); err != nil {
		return err
	}
	return rewrite(c.Exec.Dir(), seen.data)
}

// schema is a plugin that keeps what gqlgen knows of fields.
type schema struct{ data *codegen.Data }

// Name is what gqlgen calls the plugin.
func (*schema) Name() string { return "schema" }

// GenerateCode generates nothing.
func (s *schema) GenerateCode(d *codegen.Data) error { //nolint:unparam // as gqlgen calls it
	s.data = d
	return nil
}
