package storetest

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

// hostileIDs are no ids, or harm where they are pasted into a query.
func hostileIDs() []string {
	return []string{
		"", " ", "org:", "zju", "ORG:ZJU", "org:zju ", "*", "机构:浙大",
		"org:' OR 1=1 //", `org:"}) DETACH DELETE n //`, "org:\x00", "org:\xff",
	}
}

func testEntities(t *testing.T, s *subject) {
	for _, c := range []struct {
		name      string
		ids, want []string // "-" for nil
	}{
		{"no ids", nil, nil},
		{"one", []string{"org:zju"}, []string{"org:zju"}},
		{"order of the ids", []string{"region:yrd", "org:zju", "field:it"}, []string{"region:yrd", "org:zju", "field:it"}},
		{"unknown", []string{"org:none"}, []string{"-"}},
		{"known and unknown", []string{"org:none", "org:lyu", "org:nobody"}, []string{"-", "org:lyu", "-"}},
		{"repeated", []string{"org:lyu", "org:zju", "org:lyu", "org:lyu"}, []string{"org:lyu", "org:zju", "org:lyu", "org:lyu"}},
		{"a document is no entity", []string{docPlan}, []string{"-"}},
		{"hostile", hostileIDs(), slices.Repeat([]string{"-"}, len(hostileIDs()))},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := s.Entities(t.Context(), c.ids)
			if err != nil {
				t.Fatal(err)
			}
			var ids []string
			for _, e := range got {
				if e == nil {
					ids = append(ids, "-")
					continue
				}
				s.sameEntity(t, e)
				ids = append(ids, e.ID)
			}
			equal(t, "entities", c.want, ids)
		})
	}
	t.Run("all in one call", func(t *testing.T) {
		var ids []string
		for _, e := range s.graph.Entities {
			ids = append(ids, e.ID)
		}
		got, err := s.Entities(t.Context(), ids)
		if err != nil || len(got) != len(ids) {
			t.Fatalf("%d entities, %v, want %d", len(got), err, len(ids))
		}
		for _, e := range got {
			s.sameEntity(t, e)
		}
	})
	t.Run("documents", func(t *testing.T) { testDocuments(t, s) })
}

func testDocuments(t *testing.T, s *subject) {
	byID := map[string]*ecosystem.Document{}
	for i := range s.graph.Documents {
		byID[s.graph.Documents[i].ID] = &s.graph.Documents[i]
	}
	for _, c := range []struct {
		name string
		ids  []string
	}{
		{"no ids", nil},
		{"order of the ids", []string{docPlan, docCompiled, docList}},
		{"unknown and repeated", []string{"doc:none", docPlan, docPlan}},
		{"an entity is no document", []string{"org:zju"}},
		{"hostile", hostileIDs()},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := s.Documents(t.Context(), c.ids)
			if err != nil {
				t.Fatal(err)
			}
			want := make([]*ecosystem.Document, len(c.ids))
			for i, id := range c.ids {
				want[i] = byID[id]
			}
			if diff := cmp.Diff(want, got, emptyIsNil()); diff != "" {
				t.Errorf("documents (-want +got):\n%s", diff)
			}
		})
	}
}
