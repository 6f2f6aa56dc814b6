package storetest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// TestWorkload: the seven questions are about the data, and have answers.
func TestWorkload(t *testing.T) {
	s := newSubject(newModel(), randomGraph(7, 900))
	if _, err := NewWorkload(t.Context(), s); err == nil {
		t.Error("an empty store gives a workload")
	}
	if _, _, err := LoadAll(t.Context(), s, s.graph); err != nil {
		t.Fatal(err)
	}
	w, err := NewWorkload(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	again, err := NewWorkload(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(w, again); diff != "" {
		t.Errorf("not the same each time:\n%s", diff)
	}
	if len(s.ids(t, w.Filter, store.Order{By: store.ByName})) == 0 || w.Filter.Region == "" {
		t.Errorf("the filter holds nothing: %s", describe(w.Filter))
	}
	kinds, found := map[ecosystem.Kind]bool{}, 0
	for _, e := range w.Entities {
		kinds[e.Kind] = true
	}
	for _, q := range w.Paths {
		if s.hops(t, q) > 0 {
			found++
		}
	}
	ends := 0
	for _, q := range w.Walks {
		ends += s.walk(t, q).Total
	}
	if len(w.Walks) < 3*perKind || ends < 10 {
		t.Errorf("%d walks with %d ends", len(w.Walks), ends)
	}
	if len(kinds) != len(ecosystem.Kinds()) || found == 0 {
		t.Errorf("entities of %d kinds, %d paths", len(kinds), found)
	}
	for i := range w.Entities {
		if err := twoHops(t.Context(), s, w.entity(i), w.Page); err != nil {
			t.Error(err)
		}
	}
}

func BenchmarkModel(b *testing.B) {
	Benchmark(b, func(b *testing.B) store.Store {
		s := newModel()
		if _, _, err := LoadAll(b.Context(), s, fixture()); err != nil {
			b.Fatal(err)
		}
		return s
	})
}
