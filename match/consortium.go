package match

import (
	"math/bits"
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// Covered is the least covering of a need that counts as covered by a partner: a little
// less than one A+ discipline that serves the field by 0.6 gives.
const Covered = 0.2

// Consortium is the smallest set of partners that covers what can be covered.
type Consortium struct {
	Members   []Member            // the best score first
	Uncovered []*ecosystem.Entity // fields that no candidate covers
	// Exact: no smaller set covers as much. Otherwise the set was chosen greedily and
	// is at most H(n) = 1 + 1/2 + … + 1/n times as large as the smallest, n being the
	// number of needs (Chvátal 1979).
	Exact bool
}

// Member is a partner of a consortium.
type Member struct {
	Partner *ecosystem.Entity
	Score   float64
	Covers  []*ecosystem.Entity // fields that this one brings: each field stands with the member that covers it best
}

// exactNeeds bounds the exact search, which keeps a table of all sets of needs.
const exactNeeds = 12

// FormConsortium is the smallest set of candidates that together cover the needs; of
// sets of one size the one with the higher sum of scores.
func FormConsortium(candidates []Candidate, needs []Need, w Weights) Consortium {
	ranking := ranked(candidates, needs, w)
	sets := make([]uint64, len(ranking)) // bit n: covers needs[n]
	var all uint64
	for i, c := range ranking {
		for n := range min(len(needs), 64) {
			if c.covering(needs[n].Field.ID) >= Covered {
				sets[i] |= 1 << n
			}
		}
		all |= sets[i]
	}
	exact := len(needs) <= exactNeeds
	var chosen []int
	if exact {
		chosen = smallestCover(ranking, sets, all)
	} else {
		chosen = greedyCover(sets, all)
	}
	return tell(ranking, chosen, needs, all, exact)
}

// greedyCover takes, again and again, who covers most of what is left; of equals the
// one ranked first.
func greedyCover(sets []uint64, all uint64) []int {
	var chosen []int
	for left := all; left != 0; {
		best := 0
		for i, s := range sets {
			if bits.OnesCount64(s&left) > bits.OnesCount64(sets[best]&left) {
				best = i
			}
		}
		chosen = append(chosen, best)
		left &^= sets[best]
	}
	return chosen
}

// cover is the best way found to cover a set of needs.
type cover struct {
	members []int
	score   float64
	found   bool
}

// smallestCover goes through all sets of needs. For each set of needs that somebody
// covers alone only the best-ranked candidate can be in the best cover.
func smallestCover(ranking []scored, sets []uint64, all uint64) []int {
	first := map[uint64]int{}
	var distinct []uint64
	for i, s := range sets {
		if _, known := first[s]; !known && s != 0 {
			first[s] = i
			distinct = append(distinct, s)
		}
	}
	table := make([]cover, all+1)
	table[0].found = true
	for have := range table {
		if !table[have].found {
			continue
		}
		for _, s := range distinct {
			next := uint64(have) | s
			if next == uint64(have) {
				continue
			}
			i := first[s]
			way := cover{append(slices.Clone(table[have].members), i), table[have].score + ranking[i].score, true}
			if better(way, table[next]) {
				table[next] = way
			}
		}
	}
	return table[all].members
}

func better(a, b cover) bool {
	if !b.found || len(a.members) != len(b.members) {
		return !b.found || len(a.members) < len(b.members)
	}
	return a.score > b.score
}

// tell says who of the chosen covers what.
func tell(ranking []scored, chosen []int, needs []Need, all uint64, exact bool) Consortium {
	slices.Sort(chosen) // the ranking is by score
	out := Consortium{Exact: exact}
	for _, i := range chosen {
		out.Members = append(out.Members, Member{Partner: ranking[i].Partner, Score: ranking[i].score})
	}
	for n, need := range needs {
		if n >= 64 || all>>n&1 == 0 {
			out.Uncovered = append(out.Uncovered, need.Field)
			continue
		}
		best := 0
		for m, i := range chosen {
			if ranking[i].covering(need.Field.ID) > ranking[chosen[best]].covering(need.Field.ID) {
				best = m
			}
		}
		out.Members[best].Covers = append(out.Members[best].Covers, need.Field)
	}
	return out
}
