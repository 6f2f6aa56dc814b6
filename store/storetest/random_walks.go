package storetest

import (
	"fmt"
	"slices"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// walkQuestions is how many random walks one graph is asked for. Each has a statement
// text of its own, which a server has to plan first: more would take minutes.
const walkQuestions = 25

// testRandomWalks asks for walks of up to so many steps.
func testRandomWalks(t *testing.T, s *subject, o *oracle, r *random, steps int) {
	ends, paths, longest := 0, 0, 0
	for i := range walkQuestions {
		q := r.walkQuery(steps)
		what := fmt.Sprintf("question %d, %s", i, describe(q))
		want, got := ask(t, what, o, s, pages{}, func(s store.Reader, _ store.Page) (store.WalkAnswer, error) {
			return s.Walk(t.Context(), q)
		})
		equal(t, what, s.walks(t, want), s.walks(t, got))
		equal(t, what+", in all", want.Total, got.Total)
		if len(want.Ends) != len(got.Ends) {
			continue // has failed
		}
		for j, end := range want.Ends {
			equal(t, what+", score to the last bit", end.Score, got.Ends[j].Score)
			equal(t, what+", relations", stepIDs(store.PathAnswer{Paths: end.Paths}), stepIDs(store.PathAnswer{Paths: got.Ends[j].Paths}))
			paths += len(end.Paths)
			for _, p := range end.Paths {
				longest = max(longest, len(p.Steps))
			}
		}
		ends += len(want.Ends)
	}
	if ends < 100 || paths < 200 || longest < min(3, steps) {
		t.Errorf("the questions have %d ends and %d paths of up to %d steps for an answer: too few to tell anything", ends, paths, longest)
	}
}

// testRandomWalkBounds asks for walks under bounds around what they touch.
func testRandomWalkBounds(t *testing.T, s *subject, o *oracle, r *random) {
	refused := 0
	for i := range 8 {
		q := r.walkQuery(2)
		touched := o.touched(q)
		for _, q.Touch = range []int{touched - 1, touched} {
			if q.Touch <= 0 {
				continue
			}
			_, err := s.Walk(t.Context(), q)
			if what := fmt.Sprintf("question %d, %s", i, describe(q)); q.Touch < touched {
				wantCode(t, what, err, ecosystem.CodeLimitExceeded)
				refused++
			} else if err != nil {
				t.Errorf("%s: %v", what, err)
			}
		}
	}
	if refused < 5 {
		t.Errorf("%d questions were refused: too few to tell anything", refused)
	}
}

// walkQuery draws a walk of up to so many steps.
func (r *random) walkQuery(steps int) store.WalkQuery {
	var q store.WalkQuery
	l := store.DefaultLimits()
	q.Ends, q.Paths = 1+r.IntN(40), r.IntN(6)
	if r.chance(10) {
		q.Ends = l.Ends
	}
	for range 1 + r.IntN(5) {
		start := store.WalkStart{ID: pick(r, r.graph.Relations).From, Weight: pick(r, []float64{1, 0.7, 0.3, 0.123456789, 1e-7})}
		if len(q.Starts) > 0 && r.chance(6) {
			start.ID = q.Starts[0].ID
		}
		q.Starts = append(q.Starts, start)
	}
	if r.chance(8) {
		q.Starts = append(q.Starts, store.WalkStart{ID: "org:none", Weight: 1})
	}
	if len(r.metapaths[steps]) == 0 || r.chance(6) {
		r.metapaths[steps] = append(r.metapaths[steps], r.metapath(1+r.IntN(steps)))
	}
	for _, step := range pick(r, r.metapaths[steps]) {
		q.Steps = append(q.Steps, r.weighed(step))
	}
	return q
}

// metapath draws steps without what their weights depend on. Few are drawn, and
// asked for again and again: a store may take its time for one it has not seen.
func (r *random) metapath(steps int) []store.WalkStep {
	out := make([]store.WalkStep, steps)
	for i := range out {
		f := &out[i].Filter
		if !r.chance(4) {
			f.Types = slices.Concat(r.types(), r.types())
		}
		if r.chance(2) {
			f.Direction = r.direction()
		}
		if r.chance(4) {
			far := r.filter(1)
			f.Far = &far
		}
	}
	return out
}

// weighed draws how much relations count in a step.
func (r *random) weighed(step store.WalkStep) store.WalkStep {
	if r.chance(4) {
		drawn := r.relationFilter()
		drawn.Types, drawn.Direction, drawn.Far = step.Filter.Types, step.Filter.Direction, step.Filter.Far
		step.Filter = drawn
	}
	if r.chance(3) {
		step.Decay = pick(r, []float64{0.1, 0.5, 0.85, 1})
	}
	if r.chance(3) {
		step.Factors = map[ecosystem.Status]float64{
			pick(r, r.statuses): pick(r, []float64{0, 0.3, 0.5, 1}), ecosystem.Planned: pick(r, []float64{0, 0.4, 0.9}),
		}
	}
	return step
}
