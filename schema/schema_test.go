package schema_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/innograph/innograph/schema"
)

// TestExamplesFitTheSchema validates every example with its variables.
func TestExamplesFitTheSchema(t *testing.T) {
	sdl, err := gqlparser.LoadSchema(&ast.Source{Name: "schema", Input: schema.SDL()})
	if err != nil {
		t.Fatal(err)
	}
	examples := schema.Examples()
	if len(examples) < 6 {
		t.Fatalf("only %d examples were found", len(examples))
	}
	for _, e := range examples {
		t.Run(e.Name, func(t *testing.T) {
			doc, errs := gqlparser.LoadQueryWithRules(sdl, e.Document, rules.NewDefaultRules())
			if errs != nil {
				t.Fatal(errs)
			}
			if len(doc.Operations) != 1 || doc.Operations[0].Name == "" {
				t.Errorf("want one operation with a name, got %d", len(doc.Operations))
			}
			if !strings.HasPrefix(e.Document, "# ") {
				t.Error("want the question in the first line")
			}
			var variables map[string]any
			if e.Variables != "" {
				if err := json.Unmarshal([]byte(e.Variables), &variables); err != nil {
					t.Fatalf("variables: %v", err)
				}
			}
			if _, err := validator.VariableValues(sdl, doc.Operations[0], variables); err != nil {
				t.Errorf("variables: %v", err)
			}
			for name := range variables {
				if doc.Operations[0].VariableDefinitions.ForName(name) == nil {
					t.Errorf("nothing uses the variable %s", name)
				}
			}
		})
	}
}
