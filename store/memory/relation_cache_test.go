package memory

import (
	"testing"

	"github.com/innograph/innograph/loader/synthetic"
	"github.com/innograph/innograph/store"
)

// TestRelationsShareSlots reads more relations than there are slots, forwards and
// backwards: each is what it would be without them, and one that was just read is not
// made again.
func TestRelationsShareSlots(t *testing.T) {
	g, err := synthetic.New(synthetic.Options{Entities: 5000, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	s := New()
	load, err := s.Begin(t.Context(), store.Size{})
	if err != nil {
		t.Fatal(err)
	}
	for part := range g.Parts(10_000) {
		if err := load.Apply(t.Context(), part); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := load.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	snap := s.current.Load()
	n := snap.relations.len()
	if n <= maxMadeRelations {
		t.Fatalf("%d relations fill no slot twice", n)
	}
	check := func(place int) {
		r := snap.relation(place)
		if want := snap.makeRelation(place); r.ID != want.ID || r.Weight != want.Weight || len(r.Sources) != len(want.Sources) || r != snap.relation(place) {
			t.Fatalf("place %d: %+v, want %+v", place, r, want)
		}
	}
	for place := range n {
		check(place)
	}
	for place := n - 1; place >= 0; place-- {
		check(place)
	}
}
