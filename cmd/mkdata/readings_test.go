package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

func relation(t ecosystem.RelationType, from, to string, sources ...ecosystem.Source) ecosystem.Relation {
	return ecosystem.Relation{Type: t, From: from, To: to, Sources: sources}
}

// The heading 新能源技术 was taken for the box's own field; the tables anchor
// another one at this group.
func TestByAnchor(t *testing.T) {
	field := func(id string, sources ...ecosystem.Source) ecosystem.Entity {
		return ecosystem.Entity{ID: id, Kind: ecosystem.TechnologyField, Name: id, Sources: sources}
	}
	tables := ecosystem.Graph{
		Entities: []ecosystem.Entity{
			field("field:ne", inPlan("专栏6", 0.8)), field("field:pv", inPlan("专栏6.3", 0.8)),
			field("field:a", inPlan("专栏6.1", 0.8)), field("field:b", inPlan("专栏6.1", 0.8)), // two at one place decide nothing
		},
		Relations: []ecosystem.Relation{
			relation(ecosystem.PartOf, "field:pv", "field:ne"), relation(ecosystem.PartOf, "field:a", "field:ne"),
		},
	}
	facts := ecosystem.Graph{
		Entities: []ecosystem.Entity{field("field:ne", inPlan("专栏6", 0.9), inPlan("专栏6.3", 0.9))},
		Relations: []ecosystem.Relation{
			relation(ecosystem.InField, "project:x", "field:ne", inPlan("专栏6.3（1）", 0.9)),
			relation(ecosystem.InField, "project:y", "field:ne", inPlan("专栏6.1（1）", 0.9)),
			relation(ecosystem.InField, "project:z", "field:ne", inPlan("专栏6.30（1）", 0.9)),
		},
	}
	moved := inPlan("专栏6.3", 0.9)
	moved.PrintedName = "field:ne"
	want := ecosystem.Graph{
		Entities: []ecosystem.Entity{
			field("field:ne", inPlan("专栏6", 0.9)),
			{ID: "field:pv", Kind: ecosystem.TechnologyField, Sources: []ecosystem.Source{moved}},
		},
		Relations: []ecosystem.Relation{
			relation(ecosystem.InField, "project:x", "field:pv", inPlan("专栏6.3（1）", 0.9)),
			relation(ecosystem.InField, "project:y", "field:ne", inPlan("专栏6.1（1）", 0.9)),
			relation(ecosystem.InField, "project:z", "field:ne", inPlan("专栏6.30（1）", 0.9)),
		},
	}
	if diff := cmp.Diff(want, byAnchor(facts, tables)); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
}

func TestByBranch(t *testing.T) {
	firm := func(id string, sources ...ecosystem.Source) ecosystem.Entity {
		return ecosystem.Entity{ID: id, Kind: ecosystem.Enterprise, Name: "奔腾", Sources: sources}
	}
	tie := relation(ecosystem.CooperatesWith, "org:penta", "org:penta-linyi")
	tie.Strength = "分支机构"
	facts := func(locator string) ecosystem.Graph {
		return ecosystem.Graph{
			Entities:  []ecosystem.Entity{firm("org:penta", inPlan(locator, 0.85))},
			Relations: []ecosystem.Relation{relation(ecosystem.ReliesOn, "cluster:laser", "org:penta", inPlan(locator, 0.85))},
		}
	}
	tests := []struct {
		name, locator, want string
		whole               []ecosystem.Source
	}{
		{"the place that the tables cite for the branch", "专栏3（4）", "org:penta-linyi", nil},
		{"another place", "专栏3（1）", "org:penta", nil},
		{"the tables tell of both", "专栏3（4）", "org:penta", []ecosystem.Source{inPlan("四.4", 0.8)}},
	}
	for _, test := range tests {
		tables := ecosystem.Graph{
			Entities:  []ecosystem.Entity{firm("org:penta", test.whole...), firm("org:penta-linyi", inPlan("专栏3（4）", 0.8))},
			Relations: []ecosystem.Relation{tie},
		}
		got := byBranch(facts(test.locator), tables)
		if id := got.Entities[0].ID; id != test.want {
			t.Errorf("%s: the entity is %s, want %s", test.name, id, test.want)
		}
		if id := got.Relations[0].To; id != test.want {
			t.Errorf("%s: the relation leads to %s, want %s", test.name, id, test.want)
		}
	}
}

func TestInPlace(t *testing.T) {
	tables := ecosystem.Graph{
		Entities: []ecosystem.Entity{
			{ID: "region:sd", Kind: ecosystem.Region, Name: "山东省"},
			{ID: "region:ly", Kind: ecosystem.Region, Name: "临沂市"},
			{ID: "region:ll", Kind: ecosystem.Region, Name: "兰陵县"},
		},
		Relations: []ecosystem.Relation{
			relation(ecosystem.PartOf, "region:ly", "region:sd"), relation(ecosystem.PartOf, "region:ll", "region:ly"),
			relation(ecosystem.LocatedIn, "platform:known", "region:sd"),
		},
	}
	entity := func(id string, kind ecosystem.Kind, name string) ecosystem.Entity {
		return ecosystem.Entity{ID: id, Kind: kind, Name: name, Sources: []ecosystem.Source{inPlan("专栏3（1）", 0.9)}}
	}
	facts := ecosystem.Graph{
		Entities: []ecosystem.Entity{
			entity("cluster:rail", ecosystem.IndustryCluster, "兰陵县高铁经济区"),
			entity("project:soil", ecosystem.KeyProject, "山东省土壤改良"), // about the province, a project of the city
			entity("platform:known", ecosystem.Platform, "已知平台"),
			entity("org:x", ecosystem.University, "某大学"), // a body may be anywhere
		},
		Relations: []ecosystem.Relation{relation(ecosystem.LocatedIn, planPolicy, "region:ly")},
	}
	at := func(note string) ecosystem.Source {
		s := inPlan("专栏3（1）", 0.7)
		s.Known, s.Note = ecosystem.Implied, note
		return s
	}
	want := []ecosystem.Relation{
		relation(ecosystem.LocatedIn, "cluster:rail", "region:ll", at("rule:place-in-name")),
		relation(ecosystem.LocatedIn, "project:soil", "region:ly", at("rule:place-of-plan")),
	}
	if diff := cmp.Diff(want, inPlace(facts, tables)); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
	if got := inPlace(ecosystem.Graph{Entities: facts.Entities}, tables); got != nil {
		t.Errorf("without the place of the plan: %+v, want nothing", got)
	}
}
