package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/synthetic"
	"github.com/innograph/innograph/store/memory"
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

// The files of neo4j-admin hold the graph that the tables hold, and its generation counts it.
func TestGenerateForNeo4j(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	code, stdout, stderr := command(t, "generate", "--entities", "300", "--seed", "5", "--format", "neo4j-admin", "-o", out)
	if code != exitDone || !strings.Contains(stdout, " 300 entities and ") || !strings.Contains(stdout, "neo4j-admin database import full") {
		t.Fatalf("exit %d\nstdout: %s\nstderr: %s", code, stdout, stderr)
	}
	g, err := synthetic.New(synthetic.Options{Entities: 300, Seed: 5})
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for _, file := range []string{"nodes-KeyProject.csv", "nodes-Enterprise.csv", "relations-IN_FIELD.csv"} {
		text, err := os.ReadFile(filepath.Join(out, file))
		if err != nil {
			t.Fatal(err)
		}
		lines += strings.Count(string(text), "\n")
	}
	want := 0
	for e := range g.Entities() {
		if e.Kind == ecosystem.KeyProject || e.Kind == ecosystem.Enterprise {
			want++
		}
	}
	for r := range g.Relations() {
		if r.Type == ecosystem.InField {
			want++
		}
	}
	if lines != want {
		t.Errorf("%d lines of projects, enterprises and fields, want %d", lines, want)
	}
	s := memory.New()
	generation, _, err := loader.Write(t.Context(), s, g.Graph(), nil)
	if err != nil {
		t.Fatal(err)
	}
	counted, err := madeUp{g}.Generation(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	counted.Loaded, generation.Loaded, generation.History = "", "", nil
	if diff := cmp.Diff(generation, counted); diff != "" {
		t.Errorf("generation (-loaded +counted):\n%s", diff)
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
		"no format":    {[]string{"-o", out, "--format", "xlsx"}, exitUsage, "csv or neo4j-admin"},
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
