package baseline_test

import (
	"math"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/evaluate/baseline"
)

// The graph, without directions: a–f, b–f, b–d, d–f, c–a, c–e.
//
//	a IN_FIELD f, b STRONG_IN d, d APPLIES_TO f, c COOPERATES_WITH a and e; e knows
//	nobody else, x nobody.
func graph() ecosystem.Graph {
	var g ecosystem.Graph
	for _, id := range []string{"org:a", "org:b", "org:c", "org:e", "org:x"} {
		g.Entities = append(g.Entities, ecosystem.Entity{ID: id, Kind: ecosystem.University})
	}
	g.Entities = append(g.Entities, ecosystem.Entity{ID: "field:f", Kind: ecosystem.TechnologyField}, ecosystem.Entity{ID: "discipline:d", Kind: ecosystem.Discipline})
	g.Relations = append(g.Relations, []ecosystem.Relation{
		{Type: ecosystem.InField, From: "org:a", To: "field:f", Weight: 1},
		{Type: ecosystem.InField, From: "org:b", To: "field:f", Weight: 0.5},
		{Type: ecosystem.StrongIn, From: "org:b", To: "discipline:d", Weight: 0.25},
		{Type: ecosystem.AppliesTo, From: "discipline:d", To: "field:f", Weight: 1},
		{Type: ecosystem.CooperatesWith, From: "org:a", To: "org:c", Weight: 1},
		{Type: ecosystem.CooperatesWith, From: "org:a", To: "org:c", Weight: 0.5}, // one neighbour all the same
		{Type: ecosystem.CooperatesWith, From: "org:c", To: "org:e", Weight: 1},
	}...)
	return g
}

// TestMethods: scores of b, c, e, x for a, worked out by hand.
func TestMethods(t *testing.T) {
	want := map[string][]float64{
		"random":                      {0, 0, 0, 0},
		"popularity (degree)":         {2, 2, 1, 0},
		"popularity (ties with home)": {0, 1, 0, 0},
		"common neighbours":           {1, 0, 1, 0},
		"Adamic–Adar":                 {1 / math.Log(3), 0, 1 / math.Log(2), 0},
		// a–c: one walk of one step, three of three: acac, acec, afac.
		"Katz ≤ 3": {0.05*0.05 + 0.05*0.05*0.05*1, 0.05 + 0.05*0.05*0.05*3, 0.05 * 0.05, 0},
		"PathSim":  {2 * 1 * 0.75 / (1 + 0.75*0.75), 0, 0, 0},
	}
	g := baseline.NewGraph(graph())
	for _, m := range baseline.Methods(map[string]bool{"org:a": true}) {
		got := m.Scores(g, "org:a", []string{"org:b", "org:c", "org:e", "org:x"})
		if m.Name == "personalised PageRank" {
			checkPageRank(t, got)
			continue
		}
		for i := range got {
			if math.Abs(got[i]-want[m.Name][i]) > 1e-12 {
				t.Errorf("%s: %v, want %v", m.Name, got, want[m.Name])
				break
			}
		}
	}
}

// checkPageRank: nearer and better joined is more, and who cannot be reached has 0.
func checkPageRank(t *testing.T, got []float64) {
	t.Helper()
	if b, c, e, x := got[0], got[1], got[2], got[3]; c <= b || b <= 0 || c <= e || e <= 0 || x != 0 {
		t.Errorf("personalised PageRank: %v", got)
	}
}

func TestWhoKnowsNobody(t *testing.T) {
	g := baseline.NewGraph(graph())
	for _, m := range baseline.Methods(nil) {
		for i, score := range m.Scores(g, "org:x", []string{"org:a", "org:b"}) {
			if math.IsNaN(score) || m.Name != "popularity (degree)" && score != 0 {
				t.Errorf("%s gives %v to %d", m.Name, score, i)
			}
		}
	}
}
