package match

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

func field(id string) *ecosystem.Entity {
	return &ecosystem.Entity{ID: "field:" + id, Kind: ecosystem.TechnologyField, Name: "领域" + id, NameEn: "field " + id}
}

func needsOf(weights ...float64) []Need {
	needs := make([]Need, len(weights))
	for i, w := range weights {
		needs[i] = Need{field(strconv.Itoa(i)), w}
	}
	return needs
}

func body(id string) *ecosystem.Entity {
	return &ecosystem.Entity{ID: "org:" + id, Kind: ecosystem.University, Name: "单位" + id}
}

// edge is a step of a path; its source is as sure as confidence says.
func edge(id string, to *ecosystem.Entity, weight, confidence float64, status ecosystem.Status) store.Edge {
	return store.Edge{Node: to, Relation: &ecosystem.Relation{
		ID: id, Weight: weight, Status: status, Strength: "A", Sources: []ecosystem.Source{{Document: "doc:1", Confidence: confidence}},
	}}
}

// proof is evidence of two steps with a weight of its own.
func proof(id string, g Ground, need *ecosystem.Entity, partner *ecosystem.Entity, weight float64) Evidence {
	between := &ecosystem.Entity{ID: "discipline:" + id, Kind: ecosystem.Discipline, Name: "学科" + id}
	start := need
	if need == nil {
		start, need = body("home"), &ecosystem.Entity{}
	}
	return Evidence{
		Ground: g, Need: need.ID, Weight: weight,
		Path: store.Path{Start: start, Steps: []store.Edge{edge(id+"-1", between, 1, 0.9, ""), edge(id+"-2", partner, weight, 0.9, "")}},
	}
}

func candidate(id string, evidence ...Evidence) Candidate {
	c := Candidate{Partner: body(id), Place: Place{Kilometres: -1}}
	for _, e := range evidence {
		c = c.with(e)
	}
	return c
}

// randomCandidates draws candidates with any evidence for the needs.
func randomCandidates(r *rand.Rand, n int, needs []Need) []Candidate {
	all := make([]Candidate, n)
	for i := range all {
		c := candidate(fmt.Sprintf("%02d", i))
		c.Place.Kilometres = float64(r.IntN(1200)) - 1
		for j := range r.IntN(6) {
			c = c.with(randomEvidence(r, fmt.Sprintf("%d-%d", i, j), needs, c.Partner))
		}
		all[i] = c
	}
	return all
}

func randomEvidence(r *rand.Rand, id string, needs []Need, partner *ecosystem.Entity) Evidence {
	g := Grounds()[r.IntN(len(Grounds()))]
	var need *ecosystem.Entity
	if g != ByOwnTie && g != ByHomeTie {
		need = needs[r.IntN(len(needs))].Field
	}
	return proof(id, g, need, partner, 0.05+0.95*r.Float64())
}

// seeds runs a property on many random worlds.
func seeds(t *testing.T, property func(t *testing.T, r *rand.Rand)) {
	t.Helper()
	for seed := range uint64(60) {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) { property(t, rand.New(rand.NewPCG(1, seed))) })
	}
}
