package memory

import (
	"iter"
	"math/bits"
)

// set is a set of entities: bit i stands for the entity at place i. Where a
// function takes or gives a filter's set, nil stands for all entities.
type set []uint64

func newSet(n int) set { return make(set, (n+63)/64) }

func (s set) add(i int32)      { s[i>>6] |= 1 << (i & 63) }
func (s set) has(i int32) bool { return s[i>>6]&(1<<(i&63)) != 0 }

// admits is has for a filter's set.
func (s set) admits(i int32) bool { return s == nil || s.has(i) }

func (s set) count() int {
	n := 0
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}

// countBoth counts what is in both sets.
func (s set) countBoth(o set) int {
	n := 0
	for i, word := range s {
		n += bits.OnesCount64(word & o[i])
	}
	return n
}

func (s set) unite(o set) {
	for i, word := range o {
		s[i] |= word
	}
}

func (s set) intersect(o set) {
	for i, word := range o {
		s[i] &= word
	}
}

func (s set) subtract(o set) {
	for i, word := range o {
		s[i] &^= word
	}
}

// fill puts all of n entities in.
func (s set) fill(n int) {
	for i := range s {
		s[i] = ^uint64(0)
	}
	if rest := n % 64; rest != 0 {
		s[len(s)-1] = 1<<rest - 1
	}
}

// all goes through the set in ascending order.
func (s set) all() iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for i, word := range s {
			for ; word != 0; word &= word - 1 {
				if !yield(int32(i<<6 + bits.TrailingZeros64(word))) {
					return
				}
			}
		}
	}
}

// addAll puts entities in, in any order.
func (s set) addAll(members []int32) {
	for _, m := range members {
		s.add(m)
	}
}
