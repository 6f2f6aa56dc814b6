package coverage_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/coverage"
	"github.com/innograph/innograph/ecosystem"
)

func source(known ecosystem.Known, confidence float64) []ecosystem.Source {
	return []ecosystem.Source{{Document: "doc:x", Known: known, Confidence: confidence}}
}

// TestCoverage counts a graph that comes in two parts.
func TestCoverage(t *testing.T) {
	var b coverage.Builder
	b.Add(ecosystem.Graph{Entities: []ecosystem.Entity{
		{ID: "org:a", Kind: ecosystem.University, NameEn: "A", ExternalIDs: []ecosystem.ExternalID{{Scheme: "ror", Value: "1"}}, Sources: source(ecosystem.Stated, 0.9)},
		{ID: "org:b", Kind: ecosystem.University, Sources: source(ecosystem.Curated, 0.5)},
		{ID: "platform:p", Kind: ecosystem.Platform, Status: ecosystem.Built, Sources: source(ecosystem.Implied, 0.7)},
		{ID: "region:r", Kind: ecosystem.Region, Sources: source(ecosystem.Stated, 0.9)},
		{ID: "field:f", Kind: ecosystem.TechnologyField, Sources: source(ecosystem.Stated, 0.9)},
	}})
	b.Add(ecosystem.Graph{Relations: []ecosystem.Relation{
		{Type: ecosystem.LocatedIn, From: "org:a", To: "region:r", Sources: source(ecosystem.Stated, 0.9)},
		{Type: ecosystem.LocatedIn, From: "org:b", To: "region:r", Sources: source(ecosystem.Stated, 0.7)},
		{Type: ecosystem.InField, From: "platform:p", To: "field:f", Sources: source(ecosystem.Curated, 0.5)},
		{Type: ecosystem.HostedBy, From: "platform:p", To: "org:b", Sources: source(ecosystem.Implied, 0.9)},
		{Type: ecosystem.PartOf, From: "org:a", To: "org:b", Sources: source(ecosystem.Stated, 0.9)}, // no tie
	}})
	c := b.Coverage()
	got := map[ecosystem.Kind]map[coverage.Part]int{}
	for _, k := range c.ByKind {
		got[k.Kind] = map[coverage.Part]int{}
		for _, p := range k.Parts {
			got[k.Kind][p.Part] = p.Count
		}
	}
	if len(got) != len(ecosystem.Kinds()) {
		t.Errorf("%d kinds, want all", len(got))
	}
	for kind, want := range map[ecosystem.Kind]map[coverage.Part]int{
		ecosystem.University: {coverage.Region: 2, coverage.Field: 0, coverage.Tie: 1, coverage.ExternalID: 1, coverage.NameEn: 1},
		ecosystem.Platform:   {coverage.Region: 0, coverage.Field: 1, coverage.Tie: 1, coverage.Status: 1, coverage.ExternalID: 0, coverage.NameEn: 0},
		ecosystem.Discipline: {coverage.NameEn: 0}, // it lies nowhere, is in no field, has no host
	} {
		if diff := cmp.Diff(want, got[kind]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", kind, diff)
		}
	}
	known := func(stated, implied, curated int) []coverage.KnownCount {
		return []coverage.KnownCount{{Known: ecosystem.Stated, Count: stated}, {Known: ecosystem.Implied, Count: implied}, {Known: ecosystem.Curated, Count: curated}}
	}
	if diff := cmp.Diff(known(3, 1, 1), c.EntitiesByKnown); diff != "" {
		t.Errorf("entities (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(known(3, 1, 1), c.RelationsByKnown); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]coverage.CertaintyCount{{Certainty: ecosystem.High, Count: 3}, {Certainty: ecosystem.Medium, Count: 1}, {Certainty: ecosystem.Low, Count: 1}}, c.RelationsByCertainty); diff != "" {
		t.Errorf("certainty (-want +got):\n%s", diff)
	}
}

func TestShares(t *testing.T) {
	var b coverage.Builder
	b.Add(ecosystem.Graph{Entities: []ecosystem.Entity{{ID: "org:a", Kind: ecosystem.University, NameEn: "A"}, {ID: "org:b", Kind: ecosystem.University}}})
	for _, k := range b.Coverage().ByKind {
		for _, p := range k.Parts {
			share := p.Share()
			switch {
			case k.Count == 0 && share != nil:
				t.Errorf("%s: a share of nothing", k.Kind)
			case k.Kind == ecosystem.University && p.Part == coverage.NameEn && *share != 0.5:
				t.Errorf("the share of English names is %g, want 0.5", *share)
			}
		}
	}
	if empty := new(coverage.Builder).Coverage(); len(empty.ByKind) != len(ecosystem.Kinds()) {
		t.Error("an empty graph has no kinds")
	}
}
