package partners

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// TestWhatIsNotHeldIsAsked: walks whose filters ask for what is not read around a
// partner go to the store.
func TestWhatIsNotHeldIsAsked(t *testing.T) {
	n := &nearby{home: "region:home"}
	for name, c := range map[string]struct {
		filter store.RelationFilter
		held   bool
	}{
		"types, kinds and sense":    {store.RelationFilter{Types: []ecosystem.RelationType{ecosystem.InField}, Kinds: []ecosystem.Kind{ecosystem.Platform}, Direction: store.In}, true},
		"ids, the home region, not": {store.RelationFilter{Far: &store.Filter{Region: "region:home", Not: &store.Filter{IDs: []string{"a"}}}}, true},
		"a weight":                  {store.RelationFilter{MinWeight: 0.5}, false},
		"a status":                  {store.RelationFilter{Statuses: []ecosystem.Status{ecosystem.Built}}, false},
		"another region":            {store.RelationFilter{Far: &store.Filter{Region: "region:other"}}, false},
		"another region, not":       {store.RelationFilter{Far: &store.Filter{Not: &store.Filter{Region: "region:other"}}}, false},
		"a field":                   {store.RelationFilter{Far: &store.Filter{Fields: []string{"field:a"}}}, false},
	} {
		if got := n.holds(c.filter); got != c.held {
			t.Errorf("%s: held %t, want %t", name, got, c.held)
		}
	}
}

// TestWalksThroughWhatIsHeld goes two steps, with parallel relations, a planned one and
// one of the wrong sense.
func TestWalksThroughWhatIsHeld(t *testing.T) {
	entity := func(id string, kind ecosystem.Kind) *ecosystem.Entity {
		return &ecosystem.Entity{ID: id, Kind: kind}
	}
	partner := entity("org:p", ecosystem.University)
	n := &nearby{partner: partner, home: "region:home", towards: map[string][]edge{}, entities: map[string]*ecosystem.Entity{}, atHome: map[string]bool{"platform:b": true}}
	field := entity("field:f", ecosystem.TechnologyField)
	relate := func(id string, typ ecosystem.RelationType, from, to *ecosystem.Entity, weight float64, out bool, status ecosystem.Status) {
		n.add(from, &ecosystem.Relation{ID: id, Type: typ, Weight: weight, Status: status}, out, to)
	}
	for _, id := range []string{"platform:a", "platform:b", "platform:c"} {
		platform := entity(id, ecosystem.Platform)
		relate("in "+id, ecosystem.InField, field, platform, 0.5, false, "")
		relate("hosted "+id, ecosystem.HostedBy, platform, partner, 1, true, "")
		relate("built "+id, ecosystem.BuiltBy, platform, partner, 0.8, true, ecosystem.Planned)
	}
	relate("other way", ecosystem.InField, field, entity("platform:d", ecosystem.Platform), 1, true, "")
	ask := func(far *store.Filter) store.WalkAnswer {
		a, err := n.Walk(t.Context(), store.WalkQuery{
			Starts: []store.WalkStart{{ID: "field:f", Weight: 1}, {ID: "field:f", Weight: 1}, {ID: "field:unknown", Weight: 1}},
			Steps: []store.WalkStep{
				{Filter: store.RelationFilter{Types: []ecosystem.RelationType{ecosystem.InField}, Direction: store.In, Far: far}},
				{Filter: store.RelationFilter{Types: []ecosystem.RelationType{ecosystem.HostedBy, ecosystem.BuiltBy}, Direction: store.Out}, Decay: 0.5},
			},
			Ends: 10, Paths: 2,
		})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	all := ask(nil)
	if all.Total != 1 || all.Ends[0].Score != 1.5 || !all.Ends[0].More {
		t.Fatalf("%+v", all)
	}
	var told []string
	for _, p := range all.Ends[0].Paths {
		told = append(told, p.Steps[0].Relation.ID+", "+p.Steps[1].Relation.ID)
		if p.Weight != 0.5 {
			t.Errorf("a walk brings %v", p.Weight)
		}
	}
	if diff := cmp.Diff([]string{"in platform:a, hosted platform:a", "in platform:b, hosted platform:b"}, told); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if here := ask(&store.Filter{Region: "region:home"}); here.Ends[0].Score != 0.5 {
		t.Errorf("over platforms at home: %+v", here)
	}
	if away := ask(&store.Filter{Not: &store.Filter{Region: "region:home"}}); away.Ends[0].Score != 1 {
		t.Errorf("over platforms elsewhere: %+v", away)
	}
}
