package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

func inPlan(locator string, confidence float64) ecosystem.Source {
	return ecosystem.Source{Document: docPlan, Locator: locator, Known: ecosystem.Stated, Confidence: confidence}
}

// What extraction found in a place takes the place of a table's word for it; what
// it did not find, and other sources, stay.
func TestJoinPutsTheBetterSourceInPlace(t *testing.T) {
	extracted := inPlan("专栏2.2（3）", 0.95)
	extracted.Note, extracted.PrintedName = "rule:item", "启迪大厦"
	web := ecosystem.Source{Document: "doc:web", Known: ecosystem.Stated, Confidence: 0.8}
	placed := ecosystem.Relation{Type: ecosystem.LocatedIn, From: "platform:a", To: "region:1", Sources: []ecosystem.Source{inPlan("专栏2.2", 0.8), web}}
	tables := ecosystem.Graph{
		Entities: []ecosystem.Entity{
			{ID: "platform:a", Kind: ecosystem.Platform, Name: "启迪科创大厦", Sources: []ecosystem.Source{inPlan("专栏2.2", 0.8), inPlan("四.4", 0.8), web}},
			{ID: "region:1", Kind: ecosystem.Region, Name: "临沂市", Sources: []ecosystem.Source{web}},
		},
		Relations: []ecosystem.Relation{placed},
	}
	facts := ecosystem.Graph{Entities: []ecosystem.Entity{
		{ID: "platform:a", Kind: ecosystem.Platform, Name: "启迪科创大厦", Status: ecosystem.Promoted, StatusDate: "2021", Sources: []ecosystem.Source{extracted}},
	}}
	g, err := join(tables, facts)
	if err != nil {
		t.Fatal(err)
	}
	want := ecosystem.Entity{
		ID: "platform:a", Kind: ecosystem.Platform, Name: "启迪科创大厦", Status: ecosystem.Promoted, StatusDate: "2021",
		Sources: []ecosystem.Source{extracted, web, inPlan("四.4", 0.8)},
	}
	want.Normalize()
	if diff := cmp.Diff(want, entityOf(t, g, "platform:a")); diff != "" {
		t.Errorf("entity (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]ecosystem.Source{inPlan("专栏2.2（3）", 0.95), web}, g.Relations[0].Sources); diff != "" {
		t.Errorf("sources of the place, without what is said of the name (-want +got):\n%s", diff)
	}
	if got := tables.Entities[0].Sources[0]; got != inPlan("专栏2.2", 0.8) {
		t.Errorf("the tables' own graph was changed: %+v", got)
	}
}

func TestJoinReportsContradictions(t *testing.T) {
	entity := func(name string) ecosystem.Graph {
		return ecosystem.Graph{Entities: []ecosystem.Entity{{ID: "platform:a", Kind: ecosystem.Platform, Name: name}}}
	}
	if _, err := join(entity("甲"), entity("乙")); err == nil {
		t.Error("two names for one id passed")
	}
}

func TestPhases(t *testing.T) {
	platform := func(id, name string) ecosystem.Entity {
		return ecosystem.Entity{ID: id, Kind: ecosystem.Platform, Name: name, Sources: []ecosystem.Source{inPlan("专栏2.2（1）", 0.95)}}
	}
	tables := ecosystem.Graph{Entities: []ecosystem.Entity{
		platform("platform:city", "应用科学城"),
		{ID: "org:x", Kind: ecosystem.University, Name: "加速器"},
	}}
	facts := ecosystem.Graph{Entities: []ecosystem.Entity{
		platform("platform:city-2", "应用科学城二期"),
		platform("platform:x-2", "加速器二期"), // an organization has no phases of this kind
		platform("platform:y-2", "无名园二期"),
		platform("platform:term", "定期"),
	}}
	s := inPlan("专栏2.2（1）", 0.8)
	s.Known, s.Note = ecosystem.Implied, "rule:phase"
	want := []ecosystem.Relation{{Type: ecosystem.PartOf, From: "platform:city-2", To: "platform:city", Sources: []ecosystem.Source{s}}}
	if diff := cmp.Diff(want, phases(facts, tables)); diff != "" {
		t.Errorf("phases (-want +got):\n%s", diff)
	}
}
