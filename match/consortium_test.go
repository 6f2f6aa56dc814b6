package match

import (
	"math/bits"
	"math/rand/v2"
	"testing"

	"github.com/innograph/innograph/ecosystem"
)

// TestConsortiumIsSmallest compares with all sets of candidates.
func TestConsortiumIsSmallest(t *testing.T) {
	seeds(t, func(t *testing.T, r *rand.Rand) {
		needs := needsOf(0.4, 0.3, 0.2, 0.1)
		all := randomCandidates(r, 8, needs)
		got := FormConsortium(all, needs, DefaultWeights())
		most, least := 0, 0
		for set := range 1 << len(all) {
			n, size := coveredBy(all, needs, set), bits.OnesCount(uint(set))
			if n > most || n == most && size < least {
				most, least = n, size
			}
		}
		if !got.Exact || len(got.Members) != least || len(needs)-len(got.Uncovered) != most {
			t.Errorf("%d members leave %d of %d uncovered; %d suffice for %d", len(got.Members), len(got.Uncovered), len(needs), least, most)
		}
		checkMembers(t, got, all)
	})
}

func coveredBy(all []Candidate, needs []Need, set int) int {
	n := 0
	for _, need := range needs {
		for i, c := range all {
			if set>>i&1 == 1 && c.covering(need.Field.ID) >= Covered {
				n++
				break
			}
		}
	}
	return n
}

// checkMembers: everyone brings something, and covers what it is said to.
func checkMembers(t *testing.T, c Consortium, all []Candidate) {
	t.Helper()
	for _, m := range c.Members {
		if len(m.Covers) == 0 {
			t.Errorf("%s brings nothing", m.Partner.ID)
		}
		for _, f := range m.Covers {
			for _, candidate := range all {
				if candidate.Partner.ID == m.Partner.ID && candidate.covering(f.ID) < Covered {
					t.Errorf("%s does not cover %s", m.Partner.ID, f.ID)
				}
			}
		}
	}
}

// TestLargeDemandIsCoveredGreedily keeps to the bound of the greedy choice.
func TestLargeDemandIsCoveredGreedily(t *testing.T) {
	weights := make([]float64, exactNeeds+8)
	for i := range weights {
		weights[i] = 1 / float64(len(weights))
	}
	needs := needsOf(weights...)
	whole := candidate("whole")
	var all []Candidate
	for i, n := range needs {
		c := candidate(string(rune('a' + i)))
		all = append(all, c.with(proof(n.Field.ID, ByPlatform, n.Field, c.Partner, 1)))
		if i > 0 {
			whole = whole.with(proof("w"+n.Field.ID, ByPlatform, n.Field, whole.Partner, 1))
		}
	}
	got := FormConsortium(append(all, whole), append(needs, Need{Field: &ecosystem.Entity{ID: "field:none"}, Weight: 0.01}), DefaultWeights())
	if got.Exact || len(got.Members) != 2 || len(got.Uncovered) != 1 {
		t.Errorf("%d members, exact %v, %d uncovered; want 2, false, 1", len(got.Members), got.Exact, len(got.Uncovered))
	}
}
