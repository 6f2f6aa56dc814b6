package store

import (
	"cmp"
	"math"
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// WalkQuery asks where a weighted walk along a metapath leads: from the starts
// over one relation per step, each as its step asks for.
//
// What a walk brings is a product: the weight of its start, times for each step
// the weight of the relation, the factor of the relation's status and the decay
// of the step. The score of an end is the sum over all walks that lead there.
//
// Between two neighbours on a walk only the heaviest relation of a step counts
// (by weight times factor; then the smallest id), so that what two lists say of
// the same tie does not count twice. Neighbors with Far.IDs gives the others.
//
// A walk may come back to where it was, and an end may be a start: a university
// is found by its own discipline. Who does not want that says so in Filter.Far
// of the step (Not, IDs), and who wants no step back over one known relation
// names it in Filter.Without.
type WalkQuery struct {
	// Starts are at most Limits.IDs. The weights of an id that is named again add
	// up; an unknown id leads nowhere. Their order makes no difference.
	Starts []WalkStart
	Steps  []WalkStep // 1 to Limits.Hops
	Ends   int        // how many ends are wanted, 0 to Limits.Ends; 0 gives a bare count
	Paths  int        // how many walks to each end are wanted, 0 to Limits.Paths
	// Touch bounds the work: the relations of the types of a step, read in either
	// sense, of all entities that the step begins at, over all steps. 0 stands for
	// Limits.Touch, which it may not exceed.
	Touch int
}

// WalkStart is where walks begin.
type WalkStart struct {
	ID     string
	Weight float64 // above 0, at most MaxStartWeight
}

// MaxStartWeight keeps scores in a range in which a billionth means something.
const MaxStartWeight = 1e6

// WalkStep is one step of a metapath, read from the entity before it.
type WalkStep struct {
	// Filter says which relations, and which entities behind them; MinWeight is
	// about the weight that the relation has, before Factors and Decay.
	Filter RelationFilter
	// Factors lower the weights of relations with these statuses ("" is none), in
	// [0, 1]; 0 leaves them out. Others count in full. The default weight of a
	// relation is already lower for what is only planned.
	Factors map[ecosystem.Status]float64
	Decay   float64 // in (0, 1]; 0 stands for 1
}

// WalkAnswer holds the best ends: higher score first, then by id.
type WalkAnswer struct {
	Ends  []WalkEnd
	Total int // ends there are
}

// WalkEnd is an entity at which walks end.
type WalkEnd struct {
	Entity *ecosystem.Entity
	// Score is rounded to a billionth (see RoundScore). Ends whose score rounds
	// to 0 are left out.
	Score float64
	// Paths are the walks that bring most. Their Weight is what they bring, the
	// weight of the start included. Those that bring the same are in the order of
	// the ids of their entities, read from the end of the walk.
	Paths []Path
	More  bool // there are further walks to this end; false when none were asked for
}

// RoundScore rounds to a billionth. Ends are ordered by rounded scores, so that
// the same evidence in another order is a tie, which the id decides. Every store
// rounds in this very way. The sums themselves are taken in a fixed order: step
// by step, and what comes to an entity in the order of the ids it comes from.
func RoundScore(score float64) float64 {
	return math.Floor(float64(score*1e9)+0.5) / 1e9 // float64: no fused multiply-add, which rounds otherwise
}

// Weigh gives what a step makes of a relation's weight.
func (s WalkStep) Weigh(weight float64, status ecosystem.Status) float64 {
	factor, given := s.Factors[status]
	if given {
		weight *= factor
	}
	return weight * s.Fading()
}

// Fading is the decay, with 1 for none.
func (s WalkStep) Fading() float64 { return cmp.Or(s.Decay, 1) }

// Beginnings are the starts by id, each once.
func (q WalkQuery) Beginnings() []WalkStart {
	starts := slices.Clone(q.Starts)
	slices.SortFunc(starts, func(a, b WalkStart) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Weight, b.Weight)) // sums do not depend on the order given
	})
	var out []WalkStart
	for _, s := range starts {
		if last := len(out) - 1; last >= 0 && out[last].ID == s.ID {
			out[last].Weight += s.Weight
			continue
		}
		out = append(out, s)
	}
	return out
}

// CheckWalk refuses walks that are out of bounds or make no sense.
func (l Limits) CheckWalk(q WalkQuery) error {
	exceeded := func(format string, args ...any) error {
		return ecosystem.Errorf(ecosystem.CodeLimitExceeded, format, args...)
	}
	switch {
	case len(q.Starts) > l.IDs:
		return exceeded("a walk was asked for from %d starts, at most %d are allowed", len(q.Starts), l.IDs)
	case len(q.Steps) == 0:
		return ecosystem.Errorf(ecosystem.CodeBadInput, "a walk needs at least 1 step")
	case len(q.Steps) > l.Hops:
		return exceeded("a walk of %d steps was asked for, at most %d are allowed", len(q.Steps), l.Hops)
	case q.Ends < 0 || q.Paths < 0 || q.Touch < 0:
		return ecosystem.Errorf(ecosystem.CodeBadInput, "the numbers of ends, paths and relations of a walk cannot be negative")
	case q.Ends > l.Ends:
		return exceeded("%d ends of a walk were asked for, at most %d are allowed", q.Ends, l.Ends)
	case q.Paths > l.Paths:
		return exceeded("%d paths to each end were asked for, at most %d are allowed", q.Paths, l.Paths)
	case q.Touch > l.Touch:
		return exceeded("a walk was to touch %d relations, at most %d are allowed", q.Touch, l.Touch)
	}
	for _, s := range q.Starts {
		if !(s.Weight > 0 && s.Weight <= MaxStartWeight) { // NaN, too
			return ecosystem.Errorf(ecosystem.CodeBadInput, "the weight of a start lies above 0 and is at most %g, not %g", MaxStartWeight, s.Weight)
		}
	}
	return l.checkSteps(q.Steps)
}

func (l Limits) checkSteps(steps []WalkStep) error {
	for _, s := range steps {
		if !(s.Decay >= 0 && s.Decay <= 1) {
			return ecosystem.Errorf(ecosystem.CodeBadInput, "the decay of a step lies above 0 and is at most 1, not %g", s.Decay)
		}
		for status, factor := range s.Factors {
			if !(factor >= 0 && factor <= 1) {
				return ecosystem.Errorf(ecosystem.CodeBadInput, "the factor of a status lies between 0 and 1, not %g", factor)
			}
			if status == "" {
				continue
			}
			if err := checkCommon(nil, []ecosystem.Status{status}, Both); err != nil {
				return err
			}
		}
		if err := l.CheckRelationFilter(s.Filter); err != nil {
			return err
		}
	}
	return nil
}

// TooMuchTouched is the refusal of a walk that would touch more relations than
// it may. Its sums would be wrong without the rest, so there is no part of an
// answer.
func (q WalkQuery) TooMuchTouched(l Limits) error {
	return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "this walk touches more than %d relations; give fewer starts, name the relation types, or narrow its filters", q.MostTouched(l))
}

// MostTouched is the bound on touched relations.
func (q WalkQuery) MostTouched(l Limits) int { return cmp.Or(q.Touch, l.Touch) }
