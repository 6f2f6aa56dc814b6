package match

import (
	"cmp"
	"slices"
	"sort"
	"strings"
)

// Fit is how well a candidate fits needs. What it rests on is found when it is asked
// for, since most candidates of a ranking are never shown.
type Fit struct {
	scored
	needs   []Need
	weights Weights
}

// NewFit judges one candidate. Weights must have passed Check.
func NewFit(c Candidate, needs []Need, w Weights) Fit {
	return Fit{scored{c, c.Score(needs, w)}, needs, w}
}

// Score is the weighted mean of the components, in [0, 1].
func (f Fit) Score() float64 { return f.score }

// Needs are what it was judged by.
func (f Fit) Needs() []Need { return f.needs }

// Components are the parts of the score, the heaviest evidence of each first.
func (f Fit) Components() []Part {
	parts := f.parts(f.needs, f.weights)
	for _, p := range parts {
		slices.SortStableFunc(p.Evidence, func(a, b Evidence) int { return cmp.Compare(b.Weight, a.Weight) })
	}
	return parts
}

// ReasonsFor tells what speaks for the candidate, as in Match.
func (f Fit) ReasonsFor() []Reason { return reasonsFor(f.Candidate, f.needs) }

// ReasonsAgainst tells what speaks against it, as in Match.
func (f Fit) ReasonsAgainst() []Reason { return reasonsAgainst(f.Candidate, f.needs) }

// Ranking is candidates in order: the best first, then by id.
type Ranking struct {
	all     []scored
	needs   []Need
	weights Weights
}

// NewRanking puts candidates in order, as Rank does. Weights must have passed Check.
func NewRanking(candidates []Candidate, needs []Need, w Weights) Ranking {
	return Ranking{ranked(candidates, needs, w), needs, w}
}

// Len is the number of candidates.
func (r Ranking) Len() int { return len(r.all) }

// Fit is the i-th candidate, from 0.
func (r Ranking) Fit(i int) Fit { return Fit{r.all[i], r.needs, r.weights} }

// Changes tells what would move the i-th past its neighbours, as in Match.
func (r Ranking) Changes(i int) []Change { return changes(r.all, i, r.needs, r.weights) }

// Find is the place of a candidate, from 0; negative when it is none.
func (r Ranking) Find(id string) int {
	return slices.IndexFunc(r.all, func(s scored) bool { return s.Partner.ID == id })
}

// Behind is the first place, from 0, that lies behind a score and an id.
func (r Ranking) Behind(score float64, id string) int {
	return sort.Search(len(r.all), func(i int) bool {
		s := r.all[i]
		return cmp.Or(cmp.Compare(score, s.score), strings.Compare(s.Partner.ID, id)) > 0
	})
}
