package introduction_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/introduction"
	"github.com/innograph/innograph/store"
)

type tie struct {
	from   string
	typ    ecosystem.RelationType
	to     string
	weight float64
	status ecosystem.Status
}

// worldOf is what a store would give for the target "t" when those asking ask.
func worldOf(ties []tie, asking ...string) introduction.World {
	entities := map[string]*ecosystem.Entity{}
	entity := func(id string) *ecosystem.Entity {
		if entities[id] == nil {
			entities[id] = &ecosystem.Entity{ID: id, Kind: ecosystem.University, Name: id}
		}
		return entities[id]
	}
	w := introduction.World{Target: entity("t"), Around: map[string][]store.Edge{}, Asking: map[string][]store.Edge{}}
	for _, tie := range ties {
		r := &ecosystem.Relation{ID: tie.from + ">" + tie.to + string(tie.typ), Type: tie.typ, From: tie.from, To: tie.to, Weight: tie.weight, Status: tie.status}
		for _, e := range []struct {
			near string
			edge store.Edge
		}{{tie.from, store.Edge{Relation: r, Out: true, Node: entity(tie.to)}}, {tie.to, store.Edge{Relation: r, Node: entity(tie.from)}}} {
			w.Around[e.near] = append(w.Around[e.near], e.edge)
			if slices.Contains(asking, e.edge.Node.ID) {
				w.Asking[e.near] = append(w.Asking[e.near], e.edge)
			}
		}
	}
	return w
}

// told writes each introduction as its nodes.
func told(all []introduction.Introduction) []string {
	out := []string{}
	for _, i := range all {
		nodes := []string{i.Start.ID}
		for _, s := range i.Steps {
			nodes = append(nodes, s.Node.ID)
		}
		out = append(out, strings.Join(nodes, " "))
	}
	return out
}

func TestFind(t *testing.T) {
	const coop, part, host = ecosystem.CooperatesWith, ecosystem.PartOf, ecosystem.HostedBy
	for _, test := range []struct {
		name   string
		ties   []tie
		asking []string
		want   []string
	}{
		{"no tie", []tie{{"a", coop, "b", 1, ""}}, []string{"a"}, []string{}},
		{"a direct tie", []tie{{"a", coop, "t", 1, ""}}, []string{"a"}, []string{"a t"}},
		{"through a partner", []tie{{"a", coop, "b", 1, ""}, {"t", host, "b", 1, ""}}, []string{"a"}, []string{"a b t"}},
		{"through a partner's partner", []tie{{"a", coop, "b", 1, ""}, {"b", coop, "c", 1, ""}, {"c", coop, "t", 1, ""}}, []string{"a"}, []string{"a b c t"}},
		{"no further", []tie{{"a", coop, "b", 1, ""}, {"b", coop, "c", 1, ""}, {"c", coop, "d", 1, ""}, {"d", coop, "t", 1, ""}}, []string{"a"}, []string{}},
		{"reported before planned, also when longer", []tie{{"a", coop, "t", 1, ecosystem.Planned}, {"a", coop, "b", 0.3, ""}, {"b", coop, "t", 0.3, ""}}, []string{"a"}, []string{"a b t", "a t"}},
		{"the stronger first, then by id", []tie{
			{"a", coop, "z", 0.9, ""}, {"z", coop, "t", 1, ""}, {"a", coop, "c", 0.5, ""}, {"c", coop, "t", 1, ""}, {"a", coop, "b", 0.5, ""}, {"b", coop, "t", 1, ""},
		}, []string{"a"}, []string{"a z t", "a b t", "a c t"}},
		{"one chain for an introducer", []tie{{"a", coop, "b", 1, ""}, {"b", coop, "t", 0.2, ""}, {"b", coop, "c", 1, ""}, {"c", coop, "t", 1, ""}}, []string{"a"}, []string{"a b t"}},
		{"several bodies ask, not through each other", []tie{{"a", coop, "b", 1, ""}, {"b", coop, "t", 1, ""}}, []string{"a", "b"}, []string{"b t"}},
		{"one mother house is no introduction", []tie{{"a", part, "m", 1, ""}, {"t", part, "m", 1, ""}}, []string{"a"}, []string{}},
		{"but being part is a tie", []tie{{"t", part, "a", 1, ""}}, []string{"a"}, []string{"a t"}},
		{"and may be one of several", []tie{{"a", coop, "m", 1, ""}, {"t", part, "m", 1, ""}}, []string{"a"}, []string{"a m t"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, told(introduction.Find(worldOf(test.ties, test.asking...)))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestSteps wants the steps to lead to the target in the sense of the relations,
// with the best of two ties, and the words to say so.
func TestSteps(t *testing.T) {
	all := introduction.Find(worldOf([]tie{
		{"b", ecosystem.HostedBy, "a", 0.5, ""}, {"a", ecosystem.CooperatesWith, "b", 1, ecosystem.Planned}, {"b", ecosystem.PartOf, "t", 0.5, ""},
	}, "a"))
	if len(all) != 1 || all[0].Direct() || all[0].Planned || all[0].Introducer().ID != "b" {
		t.Fatalf("got %+v", all)
	}
	i := all[0]
	if math.Abs(i.Weight-0.25) > 1e-12 || i.Steps[0].Out || i.Steps[0].Relation.Type != ecosystem.HostedBy || !i.Steps[1].Out {
		t.Errorf("weight %g, steps %+v", i.Weight, i.Steps)
	}
	want := "可请b引荐：b依托a建设；b隶属t。"
	if got := i.Reason(); got.Zh != want || got.En != "b may introduce: b is hosted by a; b is part of t." {
		t.Errorf("got %+v, want %s", got, want)
	}
	planned := introduction.Find(worldOf([]tie{{"a", ecosystem.CooperatesWith, "t", 1, ecosystem.Planned}}, "a"))[0]
	if got := planned.Reason(); !planned.Planned || got.Zh != "直接联系尚在规划，须先核实：规划中：a与t有联系：合作。" || !strings.Contains(got.En, "check it first") {
		t.Errorf("a planned direct tie is told as %+v", got)
	}
	direct := worldOf([]tie{{"a", ecosystem.CooperatesWith, "t", 1, ""}}, "a")
	if got := introduction.Find(direct)[0].Reason(); got.Zh != "已有直接联系，无需引荐：a与t有联系：合作。" {
		t.Errorf("a direct tie is told as %+v", got)
	}
	direct.Region = true
	if got := introduction.Find(direct)[0].Reason(); got.Zh != "可请a引荐，已有直接联系：a与t有联系：合作。" || !strings.HasPrefix(got.En, "a, which has a direct tie, may introduce: ") {
		t.Errorf("a direct tie of a body of the region is told as %+v", got)
	}
}
