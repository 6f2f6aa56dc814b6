package loader_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
)

// What is loaded into a store, exported from it and read again is the same
// graph, and loading that changes nothing.
func TestLoadExportLoadIsTheIdentity(t *testing.T) {
	for seed := range uint64(15) {
		g := randomGraph(t, seed, "")
		db := memory.New()
		generation, changes, err := loader.Write(t.Context(), db, g, nil)
		if err != nil {
			t.Fatalf("seed %d: load: %v", seed, err)
		}
		want := store.Changes{
			Documents: store.Delta{Created: len(g.Documents)},
			Entities:  store.Delta{Created: len(g.Entities)},
			Relations: store.Delta{Created: len(g.Relations)},
		}
		if diff := cmp.Diff(want, changes); diff != "" {
			t.Errorf("seed %d: changes of the first load (-want +got):\n%s", seed, diff)
		}
		exported := dump(t, db)
		if diff := cmp.Diff(g, exported); diff != "" {
			t.Fatalf("seed %d: what comes out of the store (-in +out):\n%s", seed, diff)
		}
		dir := t.TempDir()
		if err := table.Write(dir, exported, table.Options{}); err != nil {
			t.Fatal(err)
		}
		source, err := table.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		again, err := loader.Read(source)
		if err != nil {
			t.Fatalf("seed %d: the export has problems:\n%v", seed, err)
		}
		if d := loader.Diff(exported, again); !d.Counts.None() {
			t.Errorf("seed %d: the export differs:\n%s", seed, printed(t, d, 5))
		}
		second, changes, err := loader.Write(t.Context(), db, again, nil)
		if err != nil || !changes.None() || second.Number != generation.Number {
			t.Errorf("seed %d: loading the export changed %+v, generation %d after %d, error %v", seed, changes, second.Number, generation.Number, err)
		}
	}
}

// The dry run says what the load then does.
func TestDiffForetellsTheLoad(t *testing.T) {
	for seed := range uint64(15) {
		old, now := randomGraph(t, seed, ""), randomGraph(t, seed+100, "")
		db := memory.New()
		if _, _, err := loader.Write(t.Context(), db, old, nil); err != nil {
			t.Fatal(err)
		}
		foretold := loader.Diff(dump(t, db), now).Counts
		_, done, err := loader.Write(t.Context(), db, now, nil)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(foretold, done); diff != "" {
			t.Errorf("seed %d: changes (-foretold +done):\n%s", seed, diff)
		}
	}
}

func dump(t *testing.T, r store.Reader) ecosystem.Graph {
	t.Helper()
	g, err := loader.Dump(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	return g
}
