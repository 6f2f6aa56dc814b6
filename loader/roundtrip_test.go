package loader_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
)

func everyOption() []table.Options {
	var out []table.Options
	for _, format := range []table.Format{table.CSV, table.JSONLines, table.XLSX} {
		for _, split := range []bool{false, true} {
			out = append(out, table.Options{Format: format, Split: split, BOM: split})
		}
	}
	return out
}

// What is written is read back the same, in every format, for any valid graph.
func TestWriteThenReadIsTheIdentity(t *testing.T) {
	folded, claims := 0, 0
	for _, options := range everyOption() {
		seeds := uint64(25)
		if options.Format == table.XLSX {
			seeds = 8 // a workbook takes its time
		}
		for seed := range seeds {
			g := randomGraph(t, seed, "")
			dir := t.TempDir()
			requireRoundTrip(t, dir, g, options, fmt.Sprintf("seed %d", seed))
			folded += strings.Count(allText(t, dir), "region:")
			for _, e := range g.Entities {
				claims += len(e.Claims)
			}
		}
	}
	if folded == 0 || claims == 0 {
		t.Errorf("regions: %d, contradictions: %d; the random graphs are too poor", folded, claims)
	}
}

func requireRoundTrip(t *testing.T, dir string, g ecosystem.Graph, o table.Options, what string) {
	t.Helper()
	if err := table.Write(dir, g, o); err != nil {
		t.Fatalf("%s, %+v: write: %v", what, o, err)
	}
	source, err := table.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	got, err := loader.Read(source)
	if err != nil {
		t.Fatalf("%s, %+v: what was written has problems:\n%v", what, o, err)
	}
	if diff := cmp.Diff(g, got); diff != "" {
		t.Fatalf("%s, %+v: the graph changed (-written +read):\n%s", what, o, diff)
	}
}

func allText(t *testing.T, dir string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	var all bytes.Buffer
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	return all.String()
}

// Writing twice gives the same bytes, so that tables under version control
// change only where the graph does.
func TestWriteIsStable(t *testing.T) {
	g := randomGraph(t, 7, "")
	for _, o := range []table.Options{{}, {Split: true}, {Format: table.JSONLines}} {
		a, b := t.TempDir(), t.TempDir()
		for _, dir := range []string{a, b, b} { // the third replaces the second
			if err := table.Write(dir, g, o); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(allText(t, a), allText(t, b)); diff != "" {
			t.Errorf("%+v: two writes differ:\n%s", o, diff)
		}
	}
}

func FuzzRoundTrip(f *testing.F) {
	for i, text := range []string{"", "浙江大学", `"`, ",", "=1", "a;b", "_x000D_", "\\", "é", "\u200b", "#", "0"} {
		f.Add(uint64(i), text)
	}
	f.Fuzz(func(t *testing.T, seed uint64, text string) {
		if ecosystem.CheckText(text) != nil || strings.ContainsAny(text, ";；") || len(text) > 2000 {
			t.Skip("no text of a valid graph")
		}
		g := randomGraph(t, seed, text)
		for _, o := range []table.Options{{Split: seed%2 == 0}, {Format: table.JSONLines}} {
			requireRoundTrip(t, t.TempDir(), g, o, "fuzz")
		}
	})
}
