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

// testRandom asks the store and the oracle the same questions. Each part draws its own, so
// that none depends on which others ran, and when.
func testRandom(t *testing.T, open func(t *testing.T) store.Store) {
	for _, c := range randomCases() {
		t.Run(c.name, func(t *testing.T) {
			s := filled(t, open(t), randomGraph(c.seed, c.relations))
			o := newOracle(s.graph)
			t.Run("dump", func(t *testing.T) { equalGraphs(t, s.graph, dumped(t, s)) })
			for _, p := range randomParts(c) {
				r := newRandom(c.seed, p.stream)
				r.graph, r.narrow = s.graph, p.narrow
				reading(t, p.name, func(t *testing.T) { p.test(t, s, o, r) })
			}
		})
	}
}

// randomPart is what is asked of a random graph with questions of its own.
type randomPart struct {
	name   string
	stream uint64 // of random numbers
	narrow bool   // draw regions and excluded statuses too
	test   func(t *testing.T, s *subject, o *oracle, r *random)
}

// randomParts begin with the one that takes longest, or it would run alone in the end.
func randomParts(c randomCase) []randomPart {
	paths := func(t *testing.T, s *subject, o *oracle, r *random) { testRandomPaths(t, s, o, r, c.hops) }
	walks := func(t *testing.T, s *subject, o *oracle, r *random) { testRandomWalks(t, s, o, r, c.steps) }
	return []randomPart{
		{"filters", 2, false, testRandomFilters},
		{"entities", 1, false, testRandomEntities},
		{"search", 3, false, testRandomSearches},
		{"neighbors", 4, false, testRandomNeighbors},
		{"paths", 5, false, paths},
		{"narrow neighbors", 6, true, testRandomNeighbors},
		{"narrow paths", 7, true, paths},
		{"walks", 73, false, walks}, // most streams lead to too few ends; this one to nearly a thousand
		{"bounds of walks", 9, false, testRandomWalkBounds},
		{"laws of walks", 10, false, testWalkLaws},
		{"laws", 11, false, testLaws},
	}
}

func testRandomEntities(t *testing.T, s *subject, _ *oracle, r *random) {
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
