package neo4jtest

import (
	"iter"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Fill gives a store on the server a graph of that many entities, in parts that hold
// documents, then entities, then relations. What is there already is kept when it is
// that graph, so that one of millions, which takes long to load, serves one benchmark
// after another; anything else is wiped.
func (s Server) Fill(t testing.TB, db store.Store, entities int, parts iter.Seq[ecosystem.Graph]) {
	t.Helper()
	if holds(t, db, entities, parts) {
		t.Logf("%s holds the graph of %d entities already", s.URI, entities)
		return
	}
	s.Wipe(t)
	load, err := db.Begin(t.Context(), store.Size{Entities: entities, Relations: 10 * entities})
	if err != nil {
		t.Fatalf("fill: %v", err)
	}
	defer func() { _ = load.Close(t.Context()) }()
	for part := range parts {
		if err := load.Apply(t.Context(), part); err != nil {
			t.Fatalf("fill: %v", err)
		}
	}
	if _, _, err := load.Commit(t.Context()); err != nil {
		t.Fatalf("fill: %v", err)
	}
}

// holds tells whether a store has as many entities, and whether the first of them are
// those of the parts.
func holds(t testing.TB, db store.Store, entities int, parts iter.Seq[ecosystem.Graph]) bool {
	t.Helper()
	const compared = 100
	g, err := db.Generation(t.Context())
	if err != nil {
		t.Fatalf("what the server holds: %v", err)
	}
	if g.Size().Entities != entities {
		return false
	}
	for part := range parts {
		want := part.Entities[:min(compared, len(part.Entities))]
		if len(want) == 0 {
			continue
		}
		ids := make([]string, len(want))
		for i, e := range want {
			ids[i] = e.ID
		}
		got, err := db.Entities(t.Context(), ids)
		if err != nil {
			t.Fatalf("what the server holds: %v", err)
		}
		return slices.EqualFunc(want, got, func(w ecosystem.Entity, g *ecosystem.Entity) bool {
			return g != nil && cmp.Equal(w.Fingerprint(), g.Fingerprint())
		})
	}
	return false
}
