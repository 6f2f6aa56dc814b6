package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What generate writes is what load reads, and the same bytes each time.
func TestGenerate(t *testing.T) {
	dir := t.TempDir()
	written := map[string]map[string]string{}
	for name, args := range map[string][]string{
		"one":   {"--entities", "300", "--seed", "5"},
		"again": {"--entities", "300", "--seed", "5"},
		"other": {"--entities", "300", "--seed", "6"},
	} {
		out := filepath.Join(dir, name)
		code, stdout, stderr := command(t, append([]string{"generate", "-o", out}, args...)...)
		if code != exitDone || !strings.Contains(stdout, " 300 entities and ") {
			t.Fatalf("exit %d\nstdout: %s\nstderr: %s", code, stdout, stderr)
		}
		written[name] = map[string]string{}
		for _, table := range []string{"sources.csv", "entities.csv", "relations.csv"} {
			text, err := os.ReadFile(filepath.Join(out, table))
			if err != nil {
				t.Fatal(err)
			}
			written[name][table] = string(text)
		}
	}
	if diff := cmp.Diff(written["one"], written["again"]); diff != "" {
		t.Errorf("the same numbers give other files:\n%.500s", diff)
	}
	if cmp.Equal(written["one"], written["other"]) {
		t.Error("another seed gives the same files")
	}
	code, stdout, stderr := command(t, "load", filepath.Join(dir, "one"))
	if code != exitDone || !strings.Contains(stdout, "the tables are sound: 20 sources, 300 entities, ") {
		t.Errorf("load: exit %d\nstdout: %s\nstderr: %s", code, stdout, stderr)
	}
}

func TestGenerateRefuses(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	for name, c := range map[string]struct {
		args []string
		code int
		want string
	}{
		"too few":      {[]string{"-o", out, "--entities", "5"}, exitFailed, "100 to 10000000 entities, not 5"},
		"too many":     {[]string{"-o", out, "--entities", "100000000"}, exitFailed, "not 100000000"},
		"no number":    {[]string{"-o", out, "--entities", "many"}, exitUsage, "entities"},
		"no folder":    {nil, exitUsage, "out"},
		"an argument":  {[]string{"-o", out, "big"}, exitUsage, `no argument "big"`},
		"shipped data": {[]string{"-o", filepath.Join("..", "..", "data")}, exitFailed, "would be read together"},
	} {
		t.Run(name, func(t *testing.T) {
			code, _, stderr := command(t, append([]string{"generate"}, c.args...)...)
			if code != c.code || !strings.Contains(stderr, c.want) {
				t.Errorf("exit %d, want %d; it says %q, want %q", code, c.code, stderr, c.want)
			}
		})
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a refusal made the folder")
	}
}
