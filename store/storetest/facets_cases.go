package storetest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

func testFacets(t *testing.T, s *subject) {
	organizations := store.Filter{Kinds: ecosystem.OrganizationKinds()}
	kind := func(k ...ecosystem.Kind) store.Filter { return store.Filter{Kinds: k} }
	for _, c := range []struct {
		name      string
		filter    store.Filter
		dimension store.Dimension
		want      string // value=count, most first, then by value
	}{
		{"kind of all", store.Filter{}, store.FacetKind, "REGION=7 TECHNOLOGY_FIELD=5 PLATFORM=4 INDUSTRY_CLUSTER=3 KEY_PROJECT=3 UNIVERSITY=3 DISCIPLINE=2 ENTERPRISE=2 RESEARCH_INSTITUTE=2 AGENCY=1 ASSOCIATION=1 HOSPITAL=1 INDICATOR=1 POLICY=1 PROGRAMME=1"},
		{"kind of one", store.Filter{IDs: []string{"org:zju"}}, store.FacetKind, "UNIVERSITY=1"},
		{"status", kind(ecosystem.Platform, ecosystem.KeyProject), store.FacetStatus, "PLANNED=3 BUILT=2 PROMOTED=2"},
		{"status with unknown", organizations, store.FacetStatus, "=9 BUILT=1"},
		// lingong lies in a cluster, alone nowhere: no region of their own.
		{"region", organizations, store.FacetRegion, "=2 region:371300=2 region:371302=2 region:310000=1 region:330000=1 region:330100=1 region:370000=1"},
		{"several regions of one", kind(ecosystem.IndustryCluster), store.FacetRegion, "=1 region:310000=1 region:330000=1 region:371300=1"},
		{"several fields of one", kind(ecosystem.KeyProject), store.FacetField, "field:it=1 field:it-ai=1 field:it-software=1 field:mach-construction=1"},
		{"field with unknown", kind(ecosystem.Platform), store.FacetField, "=3 field:mach-construction=1"},
		{"province, at any depth", organizations, store.FacetProvince, "region:370000=6 region:330000=2 =1 region:310000=1"},
		{"several provinces of one", kind(ecosystem.IndustryCluster), store.FacetProvince, "=1 region:310000=1 region:330000=1 region:370000=1"},
		{"province through clusters", kind(ecosystem.Platform), store.FacetProvince, "region:370000=2 region:310000=1 region:330000=1"},
		{"city", organizations, store.FacetCity, "region:371300=5 =4 region:330100=1"},
		{"county, with unknown", organizations, store.FacetCounty, "=8 region:371302=2"},
		{"top field", kind(ecosystem.KeyProject), store.FacetTopField, "field:it=2 field:mach=1"},
		{"sub field with unknown", kind(ecosystem.KeyProject), store.FacetSubField, "=1 field:it-ai=1 field:it-software=1 field:mach-construction=1"},
		{"relation, in either sense", kind(ecosystem.University), store.FacetRelation, "COOPERATES_WITH=3 LOCATED_IN=3 STRONG_IN=3 BUILT_BY=2 HOSTED_BY=2 IMPLEMENTS=1 PART_OF=1 RELIES_ON=1"},
		{"relation with unknown", store.Filter{IDs: []string{"org:alone", "org:sdsia"}}, store.FacetRelation, "=1 IN_FIELD=1 LOCATED_IN=1"},
		{"strength", kind(ecosystem.University, ecosystem.Platform), store.FacetStrength, "=4 A+=1 A-=1 field_core=1 双一流=1"},
		// lyu cites the plan twice.
		{"document", kind(ecosystem.University), store.FacetDocument, "doc:first-class=2 doc:linyi-plan=2 doc:compiled=1"},
		{"certainty of the surest source", organizations, store.FacetCertainty, "HIGH=5 MEDIUM=3 LOW=2"},
		{"under a filter", store.Filter{Region: "region:371300"}, store.FacetStatus, "=5 PLANNED=2 BUILT=1"},
		{"under text", store.Filter{Text: "临沂"}, store.FacetKind, "INDUSTRY_CLUSTER=2 AGENCY=1 HOSPITAL=1 PLATFORM=1 POLICY=1 REGION=1 RESEARCH_INSTITUTE=1 UNIVERSITY=1"},
		{"of nothing", store.Filter{Kinds: []ecosystem.Kind{}}, store.FacetKind, ""},
		{"of nothing that is known", store.Filter{IDs: []string{"org:none"}}, store.FacetStatus, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := s.Facets(t.Context(), c.filter, []store.Dimension{c.dimension})
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "facet", []string{string(c.dimension) + ": " + c.want}, facetTexts(got))
		})
	}
	t.Run("several dimensions in their order", func(t *testing.T) {
		got, err := s.Facets(t.Context(), kind(ecosystem.University), []store.Dimension{store.FacetStatus, store.FacetKind, store.FacetStatus})
		if err != nil {
			t.Fatal(err)
		}
		equal(t, "facets", []string{"STATUS: =3", "KIND: UNIVERSITY=3", "STATUS: =3"}, facetTexts(got))
	})
	t.Run("no dimensions", func(t *testing.T) {
		got, err := s.Facets(t.Context(), store.Filter{}, nil)
		if err != nil || len(got) != 0 {
			t.Errorf("%v, %v, want no facets", got, err)
		}
	})
}

// facetTexts writes one line for each facet.
func facetTexts(facets []store.Facet) []string {
	var out []string
	for _, f := range facets {
		var buckets []string
		for _, b := range f.Buckets {
			buckets = append(buckets, fmt.Sprintf("%s=%d", b.Value, b.Count))
		}
		if f.More > 0 {
			buckets = append(buckets, fmt.Sprintf("and %d more", f.More))
		}
		out = append(out, fmt.Sprintf("%s: %s", f.Dimension, strings.Join(buckets, " ")))
	}
	return out
}
