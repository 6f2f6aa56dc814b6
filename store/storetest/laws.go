package storetest

import (
	"slices"
	"testing"

	"github.com/innograph/innograph/store"
)

// testLaws holds what is true of any data.
func testLaws(t *testing.T, s *subject, _ *oracle, r *random) {
	for _, law := range []struct {
		name string
		test func(t *testing.T, s *subject, r *random)
	}{
		{"pages joined are the list", lawOfPages},
		{"a batch is its singles", lawOfBatches},
		{"a way back is as long", lawOfWays},
		{"facets sum to the total", lawOfFacets},
		{"a filter and its Not partition the list", lawOfNot},
		{"an edge is seen from both ends", lawOfEdges},
	} {
		t.Run(law.name, func(t *testing.T) { law.test(t, s, r) })
	}
}

func lawOfPages(t *testing.T, s *subject, r *random) {
	for range 3 {
		f, order := r.filter(1), r.order()
		whole := s.ids(t, f, order)
		for _, size := range []int{2 + len(whole)/20, 7, 64} {
			equal(t, "forward", whole, joinForward(t, s, f, order, size))
			equal(t, "backward", whole, joinBackward(t, s, f, order, size))
		}
	}
}

func lawOfBatches(t *testing.T, s *subject, r *random) {
	ids, f, p := r.someIDs(12), r.relationFilter(), store.Page{Limit: 5, Total: true}
	batch := s.neighbors(t, ids, f, p)
	together, err := s.Entities(t.Context(), ids)
	if err != nil || len(together) != len(ids) {
		t.Fatalf("%d entities for %d ids, %v", len(together), len(ids), err)
	}
	for i, id := range ids {
		equal(t, "edges of "+id, batch[i:i+1], s.neighbors(t, []string{id}, f, p))
		alone, err := s.Entities(t.Context(), []string{id})
		if err != nil {
			t.Fatal(err)
		}
		equal(t, "entity "+id, together[i:i+1], alone)
	}
}

func lawOfWays(t *testing.T, s *subject, r *random) {
	for range 15 {
		q := r.pathQuery(4)
		q.K, q.Filter.Direction = 1, store.Both
		there := s.hops(t, q)
		q.From, q.To = q.To, q.From
		if back := s.hops(t, q); there != back {
			t.Errorf("%s: %d hops, %d the other way", describe(q), back, there)
		}
	}
}

// lawOfFacets counts by what each entity has exactly one value of.
func lawOfFacets(t *testing.T, s *subject, r *random) {
	for range 5 {
		f := r.filter(1)
		facets, err := s.Facets(t.Context(), f, []store.Dimension{store.FacetKind, store.FacetStatus, store.FacetCertainty})
		if err != nil {
			t.Fatal(err)
		}
		for _, facet := range facets {
			sum := 0
			for _, b := range facet.Buckets {
				sum += b.Count
			}
			equal(t, string(facet.Dimension), s.total(t, f), sum)
		}
	}
}

func lawOfNot(t *testing.T, s *subject, r *random) {
	order := store.Order{By: store.ByID}
	for range 8 {
		a, b := r.filter(0), r.filter(1)
		b.Not = nil
		both, rest := a, a
		both.Not, rest.Not = &store.Filter{Not: &b}, &b
		parts := slices.Concat(s.ids(t, both, order), s.ids(t, rest, order))
		slices.Sort(parts)
		equal(t, "both parts", s.ids(t, a, order), parts)
	}
}

func lawOfEdges(t *testing.T, s *subject, _ *random) {
	seen, want := map[string]int{}, map[string]int{}
	for ids := range slices.Chunk(s.allIDs(), 50) {
		pages, err := s.Neighbors(t.Context(), ids, store.RelationFilter{}, store.Page{Limit: s.limits().Page})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range pages {
			for _, e := range p.Edges {
				seen[e.Relation.ID]++
			}
		}
	}
	for _, r := range s.graph.Relations {
		want[r.ID] = 2
	}
	equal(t, "how often each relation is seen", want, seen)
}

// ids lists what a filter holds, in one page.
func (s *subject) ids(t *testing.T, f store.Filter, order store.Order) []string {
	t.Helper()
	p, err := s.List(t.Context(), f, order, store.Page{Limit: s.limits().Page})
	if err != nil {
		t.Fatalf("%+v: %v", f, err)
	}
	return s.listed(t, p).Rows
}

func (s *subject) total(t *testing.T, f store.Filter) int {
	t.Helper()
	p, err := s.List(t.Context(), f, store.Order{By: store.ByID}, store.Page{Total: true})
	if err != nil {
		t.Fatal(err)
	}
	return p.Total
}

func (s *subject) allIDs() []string {
	var ids []string
	for _, e := range s.graph.Entities {
		ids = append(ids, e.ID)
	}
	return ids
}

// hops is the length of the best path, -1 when there is none.
func (s *subject) hops(t *testing.T, q store.PathQuery) int {
	t.Helper()
	a, err := s.Paths(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Paths) == 0 {
		return -1
	}
	return len(a.Paths[0].Steps)
}

// joinForward pages through a list to its end.
func joinForward(t *testing.T, s *subject, f store.Filter, order store.Order, size int) []string {
	t.Helper()
	var rows []string
	page := store.Page{Limit: size}
	for range len(s.graph.Entities)/size + 1 {
		p, err := s.List(t.Context(), f, order, page)
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, s.listed(t, p).Rows...)
		if p.HasPrevious != (page.After != nil) {
			t.Errorf("HasPrevious is %v on the page after %v", p.HasPrevious, page.After)
		}
		if !p.HasNext {
			return rows
		}
		page.After = p.Keys[len(p.Keys)-1]
	}
	t.Fatalf("the list does not end: %d rows of %d entities", len(rows), len(s.graph.Entities))
	return nil
}

// joinBackward pages through a list from its end.
func joinBackward(t *testing.T, s *subject, f store.Filter, order store.Order, size int) []string {
	t.Helper()
	var rows []string
	page := store.Page{Limit: size, Backward: true}
	for range len(s.graph.Entities)/size + 1 {
		p, err := s.List(t.Context(), f, order, page)
		if err != nil {
			t.Fatal(err)
		}
		rows = append(s.listed(t, p).Rows, rows...)
		if p.HasNext != (page.Before != nil) {
			t.Errorf("HasNext is %v on the page before %v", p.HasNext, page.Before)
		}
		if !p.HasPrevious {
			return rows
		}
		page.Before = p.Keys[0]
	}
	t.Fatalf("the list does not end: %d rows of %d entities", len(rows), len(s.graph.Entities))
	return nil
}
