package match

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestEvidenceNeverHarms: more evidence for a candidate, of whatever kind, never
// lowers its score and its rank.
func TestEvidenceNeverHarms(t *testing.T) {
	seeds(t, func(t *testing.T, r *rand.Rand) {
		needs := needsOf(0.5, 0.3, 0.2)
		all := randomCandidates(r, 8, needs)
		i := r.IntN(len(all))
		before := find(t, Rank(all, needs, DefaultWeights(), 0, len(all)), all[i].Partner.ID)
		all[i] = all[i].with(randomEvidence(r, "more", needs, all[i].Partner))
		after := find(t, Rank(all, needs, DefaultWeights(), 0, len(all)), all[i].Partner.ID)
		if after.Score < before.Score || after.Rank > before.Rank {
			t.Errorf("score %v, rank %d became %v, %d", before.Score, before.Rank, after.Score, after.Rank)
		}
	})
}

func TestOrderOfInputMakesNoDifference(t *testing.T) {
	seeds(t, func(t *testing.T, r *rand.Rand) {
		needs := needsOf(0.5, 0.3, 0.2)
		all := randomCandidates(r, 8, needs)
		want := Rank(all, needs, DefaultWeights(), 0, len(all))
		together := FormConsortium(all, needs, DefaultWeights())
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		if got := Rank(all, needs, DefaultWeights(), 0, len(all)); !reflect.DeepEqual(want, got) {
			t.Errorf("candidates in another order:\n%s", cmp.Diff(want, got))
		}
		if got := FormConsortium(all, needs, DefaultWeights()); !reflect.DeepEqual(together, got) {
			t.Errorf("consortium:\n%s", cmp.Diff(together, got))
		}
	})
}

// TestOthersMakeNoDifference: taking a candidate away changes no other's score, and
// the order of the others stays.
func TestOthersMakeNoDifference(t *testing.T) {
	seeds(t, func(t *testing.T, r *rand.Rand) {
		needs := needsOf(0.6, 0.4)
		all := randomCandidates(r, 8, needs)
		gone := all[0].Partner.ID
		var want, got []float64
		for _, m := range Rank(all, needs, DefaultWeights(), 0, 8) {
			if m.Partner.ID != gone {
				want = append(want, m.Score)
			}
		}
		for _, m := range Rank(all[1:], needs, DefaultWeights(), 0, 8) {
			got = append(got, m.Score)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}

// TestScoresAreBounded and a page is a part of the whole.
func TestScoresAreBounded(t *testing.T) {
	seeds(t, func(t *testing.T, r *rand.Rand) {
		needs := needsOf(0.7, 0.3)
		all := randomCandidates(r, 9, needs)
		whole := Rank(all, needs, DefaultWeights(), 0, 99)
		for _, m := range whole {
			shares := 0.0
			for _, p := range m.Components {
				shares += p.Weight
				if p.Value < 0 || p.Value > 1 {
					t.Errorf("%s is %v", p.Component, p.Value)
				}
			}
			if m.Score < 0 || m.Score > 1 || shares < 0.999 || shares > 1.001 {
				t.Errorf("score %v, shares %v", m.Score, shares)
			}
		}
		if diff := cmp.Diff(whole[3:5], Rank(all, needs, DefaultWeights(), 3, 2)); diff != "" {
			t.Error(diff)
		}
	})
}

func TestATieOfOnesOwnSaysMore(t *testing.T) {
	needs := needsOf(1)
	partner := body("x")
	own := candidate("x", proof("a", ByOwnTie, nil, partner, 0.7))
	home := candidate("x", proof("a", ByHomeTie, nil, partner, 0.7))
	if o, h := own.Score(needs, DefaultWeights()), home.Score(needs, DefaultWeights()); o <= h {
		t.Errorf("own %v, a neighbour's %v", o, h)
	}
}

func TestSizeSaturates(t *testing.T) {
	needs := needsOf(1)
	many := candidate("big")
	for i := range 10 {
		many = many.with(proof(string(rune('a'+i)), ByPlatform, needs[0].Field, many.Partner, 1))
	}
	one := candidate("small", proof("z", ByPlatform, needs[0].Field, body("small"), 1))
	if ratio := many.covering("field:0") / one.covering("field:0"); ratio > 1.35 {
		t.Errorf("ten platforms count %.2f times as much as one", ratio)
	}
}

func TestWeights(t *testing.T) {
	for name, w := range map[string]Weights{
		"negative": {FieldFit: 1, Ties: -0.1},
		"nothing":  {},
	} {
		if err := w.Check(); err == nil {
			t.Errorf("%s weights pass", name)
		}
	}
	if err := DefaultWeights().Check(); err != nil {
		t.Error(err)
	}
	needs := needsOf(1)
	c := candidate("x", proof("a", ByPlatform, needs[0].Field, body("x"), 1))
	w, twice := Weights{FieldFit: 1, Ties: 1}, Weights{FieldFit: 2, Ties: 2}
	if c.Score(needs, w) != c.Score(needs, twice) {
		t.Error("only the ratios of weights should matter")
	}
}

func find(t *testing.T, all []Match, id string) Match {
	t.Helper()
	for _, m := range all {
		if m.Partner.ID == id {
			return m
		}
	}
	t.Fatalf("%s is not ranked", id)
	return Match{}
}
