package match

import (
	"math"
	"testing"
)

// TestReach: a branch counts in full when it works in a needed field, asks itself, or is
// only supposed; by half otherwise, unless no field is needed.
func TestReach(t *testing.T) {
	needs := needsOf(1)
	partner := body("x")
	elsewhere := proof("b", ByHomeTie, nil, partner, 1)
	peer := proof("b", ByPeerTie, needs[0].Field, partner, 1)
	peer.Path.Start = elsewhere.Path.Start
	own := proof("b", ByOwnTie, nil, partner, 1)
	other := peer
	other.Path.Start = body("other")
	for name, c := range map[string]struct {
		branch   *Evidence
		evidence []Evidence
		needs    []Need
		want     float64
	}{
		"none":                    {nil, []Evidence{elsewhere}, needs, 0.18},
		"in another field":        {&elsewhere, []Evidence{elsewhere}, needs, 0.38},
		"another works in it":     {&elsewhere, []Evidence{elsewhere, other}, needs, 0.38},
		"in the field":            {&elsewhere, []Evidence{elsewhere, peer}, needs, 0.58},
		"asks itself":             {&own, []Evidence{own}, needs, 0.58},
		"no field is needed":      {&elsewhere, []Evidence{elsewhere}, nil, 0.58},
		"one that it might found": {&Evidence{}, nil, needs, 0.58},
	} {
		candidate := candidate("x", c.evidence...)
		candidate.Place.Branch = c.branch
		if got := candidate.Value(Reach, c.needs); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
