package main

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/urfave/cli/v3"
)

// TestPrecedence asks for one flag in every combination of places.
func TestPrecedence(t *testing.T) {
	file := writeFile(t, filepath.Join(t.TempDir(), "settings.yaml"), "listen: from-file:1\norigin: [https://a.cn, https://b.cn]\nneo4j-password: secret\n")
	for name, c := range map[string]struct {
		args []string
		env  string
		want string
	}{
		"default":                        {nil, "", "127.0.0.1:8080"},
		"file":                           {[]string{"--config", file}, "", "from-file:1"},
		"environment above file":         {[]string{"--config", file}, "from-env:1", "from-env:1"},
		"flag above environment":         {[]string{"--listen", "from-flag:1", "--config", file}, "from-env:1", "from-flag:1"},
		"file named last still counts":   {[]string{"--origin", "https://c.cn", "--config", file}, "", "from-file:1"},
		"environment without a file":     {nil, "from-env:1", "from-env:1"},
		"flag without anything else set": {[]string{"--listen", "from-flag:1"}, "", "from-flag:1"},
	} {
		t.Run(name, func(t *testing.T) {
			if c.env != "" {
				t.Setenv("INNOGRAPH_LISTEN", c.env)
			}
			s := &settings{}
			var got string
			app := &cli.Command{
				Flags: []cli.Flag{
					s.configFlag(),
					&cli.StringFlag{Name: "listen", Value: "127.0.0.1:8080", Sources: s.sources("listen")},
					&cli.StringSliceFlag{Name: "origin", Sources: s.sources("origin")},
				},
				Action: func(_ context.Context, c *cli.Command) error {
					got = c.String("listen")
					return s.check(c)
				},
			}
			if err := app.Run(t.Context(), append([]string{"x"}, c.args...)); err != nil {
				t.Fatal(err)
			}
			if got != c.want {
				t.Errorf("listen is %q, want %q", got, c.want)
			}
		})
	}
}

func TestPasswordComesFromEnvironmentOrFile(t *testing.T) {
	file := writeFile(t, filepath.Join(t.TempDir(), "settings.yaml"), "neo4j-password: from-file\n")
	s := &settings{path: file}
	if got, _ := s.lookup(passwordSetting); got != "from-file" {
		t.Errorf("got %q from the file", got)
	}
	t.Setenv("INNOGRAPH_NEO4J_PASSWORD", "from-env")
	if got, _ := s.lookup(passwordSetting); got != "from-env" {
		t.Errorf("got %q although the environment names one", got)
	}
}

// A service's stderr is its log: what is wrong with the file is told by line and
// column, without the text that stands there.
func TestBrokenSettingsDoNotShowThePassword(t *testing.T) {
	for name, text := range map[string]string{
		"beside the error": "neo4j-password: topsecret\nlisten: [\n",
		"in the error":     "neo4j-password: [topsecret\n",
		"no mapping":       "topsecret\n",
		"twice":            "neo4j-password: topsecret\nneo4j-password: topsecret\n",
		"bad escape":       "neo4j-password: \"topsecret\\q\"\n",
	} {
		t.Run(name, func(t *testing.T) {
			file := writeFile(t, filepath.Join(t.TempDir(), "settings.yaml"), text)
			code, stdout, stderr := command(t, "serve", "--config", file, "--listen", "127.0.0.1")
			if code == exitDone || strings.Contains(stdout+stderr, "topsecret") {
				t.Errorf("exit %d, output:\n%s%s", code, stdout, stderr)
			}
		})
	}
}
