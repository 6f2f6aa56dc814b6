package match

import (
	"strconv"
	"testing"
)

// TestTiesElsewhere: ties with bodies of other fields say that there is a way to the
// region, and never as much together as one with a body that works on the matter.
func TestTiesElsewhere(t *testing.T) {
	needs := needsOf(1)
	partner := body("x")
	elsewhere := func(n int) float64 {
		c := candidate("x")
		for i := range n {
			c = c.with(proof(strconv.Itoa(i), ByHomeTie, nil, partner, 1))
		}
		return c.Value(Ties, needs)
	}
	peer := candidate("x", proof("p", ByPeerTie, needs[0].Field, partner, 1)).Value(Ties, needs)
	one, two, five := elsewhere(1), elsewhere(2), elsewhere(5)
	if one <= 0 || two <= one || five <= two {
		t.Errorf("more ties do not count more: %v, %v, %v", one, two, five)
	}
	if five-two > one {
		t.Errorf("the third to the fifth add %v, the first alone has %v", five-two, one)
	}
	if many := elsewhere(100); many > peer/3 {
		t.Errorf("a hundred ties elsewhere are worth %v, one in the field %v", many, peer)
	}
}
