package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/urfave/cli/v3"
)

// settings finds the value of a flag that the command line does not give: in
// the environment (INNOGRAPH_LISTEN for --listen), then in a YAML file whose
// keys are the names of the flags.
type settings struct {
	path   string // of the file; empty: none
	loaded bool
	values map[string]any
	err    error
}

// sources is the chain of places where a flag's value is looked for.
func (s *settings) sources(flag string) cli.ValueSourceChain {
	env := "INNOGRAPH_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
	return cli.NewValueSourceChain(cli.EnvVar(env), &fileSource{s, flag})
}

// lookup finds a setting that is no flag.
func (s *settings) lookup(name string) (string, bool) {
	chain := s.sources(name)
	return chain.Lookup()
}

// configFlag names the file; it must stand first among the flags, because they
// are evaluated in order and the others look into the file.
func (s *settings) configFlag() cli.Flag {
	return &cli.StringFlag{
		Name: "config", Usage: "read settings from this YAML `FILE`; its keys are the names of the flags",
		Sources: cli.EnvVars("INNOGRAPH_CONFIG"), Destination: &s.path, TakesFile: true,
	}
}

// check reports a file that cannot be read or has keys that are no settings.
func (s *settings) check(c *cli.Command) error {
	s.load()
	if s.err != nil {
		return usagef("--config %s: %v", s.path, s.err)
	}
	known := []string{passwordSetting, cursorKeySetting}
	for _, f := range c.Flags {
		known = append(known, f.Names()[0])
	}
	for key := range s.values {
		if !slices.Contains(known, key) {
			return usagef("--config %s: unknown setting %q; known are %s", s.path, key, strings.Join(known, ", "))
		}
	}
	return nil
}

func (s *settings) load() {
	if s.loaded || s.path == "" {
		return
	}
	s.loaded = true
	text, err := os.ReadFile(s.path)
	if err != nil {
		s.err = err
		return
	}
	if err := yaml.Unmarshal(text, &s.values); err != nil {
		// Without the lines around the error: the password may stand in them.
		s.err = errors.New(yaml.FormatError(err, false, false))
	}
}

// fileSource looks one flag up in the file.
type fileSource struct {
	settings *settings
	flag     string
}

// Lookup gives lists as the command line would write them.
func (f *fileSource) Lookup() (string, bool) {
	f.settings.load()
	value, ok := f.settings.values[f.flag]
	if !ok {
		return "", false
	}
	list, isList := value.([]any)
	if !isList {
		return fmt.Sprint(value), true
	}
	var parts []string
	for _, v := range list {
		parts = append(parts, fmt.Sprint(v))
	}
	return strings.Join(parts, ","), true
}

func (f *fileSource) String() string   { return "the settings file" }
func (f *fileSource) GoString() string { return "fileSource{" + f.flag + "}" }
