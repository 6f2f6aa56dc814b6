package match

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestChangesHold applies each change that is told and looks at the new ranking.
func TestChangesHold(t *testing.T) {
	kinds := map[ChangeKind]int{}
	seeds(t, func(t *testing.T, r *rand.Rand) {
		needs := needsOf(0.6, 0.4)
		all := randomCandidates(r, 6, needs)
		ranking := ranked(all, needs, DefaultWeights())
		for i := range ranking {
			for _, change := range changes(ranking, i, needs, DefaultWeights()) {
				kinds[change.Kind]++
				if change.Text.Zh == "" || change.Text.En == "" {
					t.Errorf("%s says nothing", change.Kind)
				}
				variants := losses(ranking[i].Candidate)
				if change.Up {
					variants = gains(ranking[i].Candidate, needs)
				}
				checkSmallest(t, ranking, i, change, variants, needs)
			}
		}
	})
	for _, k := range []ChangeKind{GainTie, GainPlatform, GainGrade, GainProject, GainBranch, Lose, NoSingle} {
		if kinds[k] == 0 {
			t.Errorf("no world shows %s", k)
		}
	}
}

// checkSmallest ranks every variant anew: the told one passes the neighbour, and none
// that moves less does.
func checkSmallest(t *testing.T, ranking []scored, i int, told Change, variants []variant, needs []Need) {
	t.Helper()
	found := false
	for _, v := range variants {
		all := make([]Candidate, len(ranking))
		for j, c := range ranking {
			all[j] = c.Candidate
		}
		all[i] = v.as
		anew := ranked(all, needs, DefaultWeights())
		mine, other := placeOf(anew, v.as.Partner.ID), placeOf(anew, told.Past.ID)
		passes := mine < other
		by := anew[mine].score - ranking[i].score
		if !told.Up {
			passes, by = !passes, -by
		}
		if !passes || by <= 0 {
			continue
		}
		if told.Kind == NoSingle || by < told.By {
			t.Errorf("%s moves by %v and passes, but %s (%v) is told", v.change.Kind, by, told.Kind, told.By)
		}
		found = found || by == told.By && mine+1 == told.Rank
	}
	if told.Kind != NoSingle && !found {
		t.Errorf("%s does not pass, or not to place %d", told.Kind, told.Rank)
	}
}

func placeOf(ranking []scored, id string) int {
	return slices.IndexFunc(ranking, func(c scored) bool { return c.Partner.ID == id })
}
