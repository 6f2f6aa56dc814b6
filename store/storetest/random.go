package storetest

import (
	"fmt"
	"testing"

	"github.com/innograph/innograph/store"
)

// randomCase is one random graph.
type randomCase struct {
	name      string
	seed      uint64
	relations int
	hops      int // of a path; the oracle goes through all of them
	steps     int // of a walk, likewise
}

// randomCases go from a forest to a thicket.
func randomCases() []randomCase {
	return []randomCase{{"sparse", 1, 400, 6, 4}, {"medium", 2, 900, 5, 3}, {"dense", 3, 2400, 4, 3}}
}

// testRandom asks the store and the oracle the same questions.
func testRandom(t *testing.T, open func(t *testing.T) store.Store) {
	for _, c := range randomCases() {
		t.Run(c.name, func(t *testing.T) {
			s := filled(t, open(t), randomGraph(c.seed, c.relations))
			o, r := newOracle(s.graph), newRandom(c.seed)
			r.graph = s.graph
			t.Run("dump", func(t *testing.T) { equalGraphs(t, s.graph, dumped(t, s)) })
			t.Run("entities", func(t *testing.T) { testRandomEntities(t, s, r) })
			t.Run("filters", func(t *testing.T) { testRandomFilters(t, s, o, r) })
			t.Run("search", func(t *testing.T) { testRandomSearches(t, s, o, r) })
			t.Run("neighbors", func(t *testing.T) { testRandomNeighbors(t, s, o, r) })
			t.Run("paths", func(t *testing.T) { testRandomPaths(t, s, o, r, c.hops) })
			narrow := newRandom(c.seed)
			narrow.graph, narrow.narrow = s.graph, true
			t.Run("narrow neighbors", func(t *testing.T) { testRandomNeighbors(t, s, o, narrow) })
			t.Run("narrow paths", func(t *testing.T) { testRandomPaths(t, s, o, narrow, c.hops) })
			t.Run("walks", func(t *testing.T) { testRandomWalks(t, s, o, r, c.steps) })
			t.Run("bounds of walks", func(t *testing.T) { testRandomWalkBounds(t, s, o, r) })
			t.Run("laws of walks", func(t *testing.T) { testWalkLaws(t, s, r) })
			t.Run("laws", func(t *testing.T) { testLaws(t, s, r) })
		})
	}
}

func testRandomEntities(t *testing.T, s *subject, r *random) {
	for range 5 {
		ids := r.someIDs(100)
		got, err := s.Entities(t.Context(), ids)
		if err != nil || len(got) != len(ids) {
			t.Fatalf("%d entities for %d ids, %v", len(got), len(ids), err)
		}
		for i, id := range ids {
			switch {
			case s.entities[id] == nil && got[i] != nil:
				t.Errorf("%s is %s", id, got[i].ID)
			case s.entities[id] != nil:
				s.sameEntity(t, got[i])
				equal(t, "id", id, got[i].ID)
			}
		}
	}
}

// testRandomFilters asks for a list, for parts of it and for facets.
func testRandomFilters(t *testing.T, s *subject, o *oracle, r *random) {
	for i := range 24 {
		f, order := r.filter(2), r.order()
		what := fmt.Sprintf("question %d, %s", i, describe(f))
		list := func(s store.Reader, p store.Page) (store.EntityPage, error) {
			return s.List(t.Context(), f, order, p)
		}
		want, got := ask(t, what, o, s, s.wholeList(), list)
		equal(t, what, s.listed(t, want), s.listed(t, got))
		if len(want.Keys) != len(got.Keys) {
			continue // has failed
		}
		for range 2 {
			p := r.pages(want.Keys, got.Keys)
			wantPart, gotPart := ask(t, what, o, s, p, list)
			equal(t, fmt.Sprintf("%s, page %+v", what, p.store), s.listed(t, wantPart), s.listed(t, gotPart))
		}
		wantFacets, gotFacets := ask(t, what, o, s, pages{}, func(s store.Reader, _ store.Page) ([]store.Facet, error) {
			return s.Facets(t.Context(), f, store.Dimensions())
		})
		equal(t, what, facetTexts(wantFacets), facetTexts(gotFacets))
	}
}

func testRandomSearches(t *testing.T, s *subject, o *oracle, r *random) {
	for i := range 40 {
		query, f := r.query(), store.Filter{}
		if r.chance(3) {
			f = r.filter(1)
		}
		what := fmt.Sprintf("question %d, %q, %s", i, query, describe(f))
		search := func(s store.Reader, p store.Page) (store.HitPage, error) {
			return s.Search(t.Context(), query, f, p)
		}
		want, got := ask(t, what, o, s, s.wholeList(), search)
		equal(t, what, s.hits(t, want), s.hits(t, got))
		if len(want.Keys) != len(got.Keys) {
			continue // has failed
		}
		p := r.pages(want.Keys, got.Keys)
		want, got = ask(t, what, o, s, p, search)
		equal(t, fmt.Sprintf("%s, page %+v", what, p.store), s.hits(t, want), s.hits(t, got))
	}
}
