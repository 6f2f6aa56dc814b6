package storetest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// testEmpty asks a store that was never loaded.
func testEmpty(t *testing.T, s store.Store) {
	ctx := t.Context()
	generation, err := s.Generation(ctx)
	if diff := cmp.Diff(store.Generation{}, generation, emptyIsNil()); err != nil || diff != "" {
		t.Errorf("Generation: %v (-want +got):\n%s", err, diff)
	}
	entities, err := s.Entities(ctx, []string{"org:zju"})
	if err != nil || len(entities) != 1 || entities[0] != nil {
		t.Errorf("Entities: %v, %v, want one nil", entities, err)
	}
	documents, err := s.Documents(ctx, []string{docPlan})
	if err != nil || len(documents) != 1 || documents[0] != nil {
		t.Errorf("Documents: %v, %v, want one nil", documents, err)
	}
	none := store.PageInfo{Total: 0}
	page := store.Page{Limit: 10, Total: true}
	list, err := s.List(ctx, store.Filter{}, store.Order{By: store.ByName}, page)
	if err != nil || len(list.Entities) != 0 || list.PageInfo != none {
		t.Errorf("List: %+v, %v, want no rows", list, err)
	}
	hits, err := s.Search(ctx, "浙江大学", store.Filter{}, page)
	if err != nil || len(hits.Hits) != 0 || hits.PageInfo != none || hits.Truncated {
		t.Errorf("Search: %+v, %v, want no rows", hits, err)
	}
	edges, err := s.Neighbors(ctx, []string{"org:zju"}, store.RelationFilter{}, page)
	if err != nil || len(edges) != 1 || len(edges[0].Edges) != 0 || edges[0].PageInfo != none {
		t.Errorf("Neighbors: %+v, %v, want one page without rows", edges, err)
	}
	facets, err := s.Facets(ctx, store.Filter{}, []store.Dimension{store.FacetKind})
	if err != nil || len(facets) != 1 || len(facets[0].Buckets) != 0 || facets[0].More != 0 {
		t.Errorf("Facets: %+v, %v, want one facet without buckets", facets, err)
	}
	_, err = s.Paths(ctx, store.PathQuery{From: "org:zju", To: "org:zju", MaxHops: 1, K: 1})
	wantCode(t, "Paths", err, ecosystem.CodeUnknownID)
	walk, err := s.Walk(ctx, store.WalkQuery{Starts: from("org:zju"), Steps: []store.WalkStep{{}}, Ends: 5, Paths: 5})
	if err != nil || len(walk.Ends) != 0 || walk.Total != 0 {
		t.Errorf("Walk: %+v, %v, want no ends", walk, err)
	}
	err = s.Dump(ctx, func(part ecosystem.Graph) error {
		if len(part.Documents)+len(part.Entities)+len(part.Relations) > 0 {
			t.Errorf("Dump: %+v, want nothing", part)
		}
		return nil
	})
	if err != nil {
		t.Errorf("Dump: %v", err)
	}
}
