package storetest

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

const (
	// wideName is the name of one platform, and the beginning of too many others.
	wideName = "示范基地"
	wideMore = 10 // how many more than one search ranks
	treeMore = 2  // how many levels more than a tree filter goes through
)

// wideGraph holds more of everything than one answer gives: names that one
// search ranks, values of a facet, levels of a tree; and trees that are rings.
func wideGraph() ecosystem.Graph {
	l := store.DefaultLimits()
	var documents []ecosystem.Document
	for i := range l.Buckets + wideMore {
		documents = append(documents, ecosystem.Document{ID: fmt.Sprintf("doc:w-%04d", i), Title: fmt.Sprintf("名单%d", i)})
	}
	source := func(i int) []ecosystem.Source {
		return []ecosystem.Source{{Document: documents[i%len(documents)].ID, Known: ecosystem.Stated, Confidence: 0.9}}
	}
	// The exact name has the largest id: only being exact brings it to the top.
	entities := []ecosystem.Entity{{ID: "platform:z", Kind: ecosystem.Platform, Name: wideName, Sources: source(0)}}
	for i := range l.Candidates + wideMore {
		entities = append(entities, ecosystem.Entity{
			ID: wideID(i), Kind: ecosystem.Platform, Name: fmt.Sprintf("%s%04d", wideName, i), Sources: source(i),
		})
	}
	g := ecosystem.Graph{Documents: documents, Entities: entities}
	for i := range l.TreeDepth + treeMore {
		addLevel(&g, "deep", i, max(i-1, 0))
	}
	addLevel(&g, "ring", 0, 1)
	addLevel(&g, "ring", 1, 0)
	addWays(&g)
	for i := range g.Relations {
		g.Relations[i].Sources = source(0)
	}
	return build(g.Documents, g.Entities, g.Relations)
}

func wideID(i int) string { return fmt.Sprintf("platform:w-%04d", i) }

// addLevel adds a region and a field below others of the same tree, and an
// organization in both. The one at the top lies in itself, which is left out.
func addLevel(g *ecosystem.Graph, tree string, level, parent int) {
	id := func(prefix string, level int) string { return fmt.Sprintf("%s:%s-%d", prefix, tree, level) }
	org, region, field := id("org", level), id("region", level), id("field", level)
	sources := []ecosystem.Source{{Document: g.Documents[0].ID, Known: ecosystem.Stated, Confidence: 0.9}}
	g.Entities = append(g.Entities,
		ecosystem.Entity{ID: org, Kind: ecosystem.Enterprise, Name: org, Sources: sources},
		ecosystem.Entity{ID: region, Kind: ecosystem.Region, Name: region, Sources: sources},
		ecosystem.Entity{ID: field, Kind: ecosystem.TechnologyField, Name: field, Sources: sources},
	)
	g.Relations = append(g.Relations,
		ecosystem.Relation{Type: ecosystem.LocatedIn, From: org, To: region},
		ecosystem.Relation{Type: ecosystem.InField, From: org, To: field},
	)
	if parent != level {
		g.Relations = append(g.Relations,
			ecosystem.Relation{Type: ecosystem.PartOf, From: region, To: id("region", parent)},
			ecosystem.Relation{Type: ecosystem.PartOf, From: field, To: id("field", parent)},
		)
	}
}

// addWays adds two ways of the same weights in another order, from org:ways-from
// to org:ways-to. The products differ by the last bit: from the beginning to the
// end, the way through b is the heavier one; from the end to the beginning, the
// way through a.
func addWays(g *ecosystem.Graph) {
	sources := []ecosystem.Source{{Document: g.Documents[0].ID, Known: ecosystem.Stated, Confidence: 0.9}}
	for _, slug := range []string{"from", "a1", "a2", "b1", "b2", "to"} {
		id := "org:ways-" + slug
		g.Entities = append(g.Entities, ecosystem.Entity{ID: id, Kind: ecosystem.Enterprise, Name: id, Sources: sources})
	}
	way := func(weights []float64, slugs ...string) {
		for i, w := range weights {
			from, to := "org:ways-"+slugs[i], "org:ways-"+slugs[i+1]
			g.Relations = append(g.Relations, ecosystem.Relation{Type: ecosystem.CooperatesWith, From: from, To: to, Weight: w})
		}
	}
	way([]float64{0.3, 0.05, 0.1}, "from", "a1", "a2", "to") // 0.0015
	way([]float64{0.1, 0.05, 0.3}, "from", "b1", "b2", "to") // 0.0015000000000000002
}

// testLastBits holds that products are taken from the beginning of a path.
func testLastBits(t *testing.T, s *subject) {
	for _, c := range []struct {
		from, to string
		want     []string // the first step of each
	}{
		{"org:ways-from", "org:ways-to", words("org:ways-b1 org:ways-a1")},
		{"org:ways-to", "org:ways-from", words("org:ways-a2 org:ways-b2")},
	} {
		for k := 1; k <= len(c.want); k++ {
			a, err := s.Paths(t.Context(), store.PathQuery{From: c.from, To: c.to, MaxHops: 3, K: k})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range a.Paths {
				got = append(got, p.Steps[0].Node.ID)
			}
			equal(t, fmt.Sprintf("the best %d from %s", k, c.from), c.want[:k], got)
		}
	}
}

// testBounds asks for more than one answer gives.
func testBounds(t *testing.T, s *subject) {
	t.Run("candidates", func(t *testing.T) { testCandidates(t, s) })
	t.Run("buckets", func(t *testing.T) { testBuckets(t, s) })
	t.Run("trees", func(t *testing.T) { testTreeDepth(t, s) })
	t.Run("last bits", func(t *testing.T) { testLastBits(t, s) })
	t.Run("list", func(t *testing.T) {
		filter := store.Filter{Text: wideName} // a filter holds them all
		whole := joinForward(t, s, filter, store.Order{By: store.ByID}, s.limits().Page)
		equal(t, "rows", s.limits().Candidates+wideMore+1, len(whole))
		equal(t, "last row", "platform:z", whole[len(whole)-1])
	})
	t.Run("dump", func(t *testing.T) {
		equalGraphs(t, s.graph, dumped(t, s))
		err := s.Dump(t.Context(), func(part ecosystem.Graph) error {
			if rows := len(part.Entities); rows == len(s.graph.Entities) {
				t.Errorf("all %d entities come in one part", rows)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
}

func (s *subject) limits() store.Limits { return store.DefaultLimits() }

// testCandidates searches for what fits more names than one search ranks.
func testCandidates(t *testing.T, s *subject) {
	candidates := s.limits().Candidates
	search := func(query string, f store.Filter, p store.Page) (answer, bool) {
		t.Helper()
		got, err := s.Search(t.Context(), query, f, p)
		if err != nil {
			t.Fatal(err)
		}
		out := s.hits(t, got)
		for i, h := range got.Hits {
			out.Rows[i] = h.Entity.ID + " " + h.MatchedOn
		}
		return out, got.Truncated
	}
	// The exact name, then the smallest ids.
	first, truncated := search(wideName, store.Filter{}, store.Page{Limit: 2, Total: true})
	equal(t, "first hits", answer{[]string{"platform:z NAME", wideID(0) + " PREFIX"}, store.PageInfo{HasNext: true, Total: candidates + 1}}, first)
	equal(t, "truncated", true, truncated)
	last, truncated := search(wideName, store.Filter{}, store.Page{Limit: 1, Backward: true, Total: true})
	equal(t, "last hit", answer{[]string{wideID(candidates-1) + " PREFIX"}, store.PageInfo{HasPrevious: true, Total: candidates + 1}}, last)
	equal(t, "truncated", true, truncated)

	// An exact name that is among the smallest ids takes no place of another.
	named, truncated := search(wideName+"0000", store.Filter{}, store.Page{Limit: 2, Total: true})
	equal(t, "hits of one name", answer{[]string{wideID(0) + " NAME"}, store.PageInfo{Total: 1}}, named)
	equal(t, "truncated", false, truncated)

	// What a filter leaves is not too much.
	f := store.Filter{IDs: []string{wideID(candidates + 1), wideID(1)}}
	few, truncated := search(wideName, f, store.Page{Limit: 5, Total: true})
	equal(t, "hits under a filter", answer{[]string{wideID(1) + " PREFIX", wideID(candidates+1) + " PREFIX"}, store.PageInfo{Total: 2}}, few)
	equal(t, "truncated", false, truncated)
}

func testBuckets(t *testing.T, s *subject) {
	facets, err := s.Facets(t.Context(), store.Filter{}, []store.Dimension{store.FacetDocument})
	if err != nil {
		t.Fatal(err)
	}
	o := newOracle(s.graph)
	want := o.facet(o.filter(store.Filter{}), store.FacetDocument)
	if want.More != wideMore {
		t.Fatalf("the oracle leaves out %d values, want %d", want.More, wideMore)
	}
	if diff := cmp.Diff([]store.Facet{want}, facets); diff != "" {
		t.Errorf("facets (-want +got):\n%s", diff)
	}
}

// testTreeDepth goes up trees that are deeper than a filter follows, and rings.
func testTreeDepth(t *testing.T, s *subject) {
	var within []string
	for i := range s.limits().TreeDepth + 1 {
		within = append(within, fmt.Sprintf("org:deep-%d", i))
	}
	ring := words("org:ring-0 org:ring-1")
	for _, c := range []struct {
		name   string
		filter store.Filter
		want   []string
	}{
		{"region", store.Filter{Region: "region:deep-0"}, within},
		{"field", store.Filter{Fields: []string{"field:deep-0"}}, within},
		{"region in a ring", store.Filter{Region: "region:ring-1"}, ring},
		{"field in a ring", store.Filter{Fields: []string{"field:ring-0"}}, ring},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := s.List(t.Context(), c.filter, store.Order{By: store.ByID}, store.Page{Limit: 100})
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "list", answer{c.want, store.PageInfo{Total: -1}}, s.listed(t, p))
		})
	}
}
