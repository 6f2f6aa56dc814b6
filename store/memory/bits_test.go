package memory

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func setOf(n int, members ...int32) set {
	s := newSet(n)
	s.addAll(members)
	return s
}

func membersOf(s set) []int32 { return slices.Collect(s.all()) }

func TestSetOperations(t *testing.T) {
	const n = 130 // two words and a bit
	a, b := []int32{0, 5, 63, 64, 129}, []int32{5, 64, 100, 129}
	for _, c := range []struct {
		name string
		do   func(s set)
		want []int32
	}{
		{"unite", func(s set) { s.unite(setOf(n, b...)) }, []int32{0, 5, 63, 64, 100, 129}},
		{"intersect", func(s set) { s.intersect(setOf(n, b...)) }, []int32{5, 64, 129}},
		{"subtract", func(s set) { s.subtract(setOf(n, b...)) }, []int32{0, 63}},
		{"intersect with nothing", func(s set) { s.intersect(newSet(n)) }, nil},
	} {
		s := setOf(n, a...)
		c.do(s)
		if diff := cmp.Diff(c.want, membersOf(s)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if s.count() != len(c.want) {
			t.Errorf("%s: count %d, want %d", c.name, s.count(), len(c.want))
		}
	}
	if got := setOf(n, a...).countBoth(setOf(n, b...)); got != 3 {
		t.Errorf("countBoth = %d, want 3", got)
	}
}

func TestFillStaysWithinTheEntities(t *testing.T) {
	for _, n := range []int{0, 1, 63, 64, 65, 128} {
		s := newSet(n)
		s.fill(n)
		if s.count() != n {
			t.Errorf("a full set of %d has %d members", n, s.count())
		}
	}
}

func TestSetAgainstMap(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	s, want := newSet(1000), map[int32]bool{}
	for range 300 {
		i := int32(rng.IntN(1000))
		s.add(i)
		want[i] = true
	}
	var members []int32
	for i := range int32(1000) {
		if s.has(i) != want[i] {
			t.Errorf("has(%d) = %v", i, s.has(i))
		}
		if want[i] {
			members = append(members, i)
		}
	}
	if diff := cmp.Diff(members, membersOf(s)); diff != "" {
		t.Errorf("members (-want +got):\n%s", diff)
	}
}
