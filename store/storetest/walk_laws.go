package storetest

import (
	"maps"
	"math"
	"slices"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// testWalkLaws holds what is true of walks over any data.
func testWalkLaws(t *testing.T, s *subject, _ *oracle, r *random) {
	for _, law := range []struct {
		name string
		test func(t *testing.T, s *subject, q store.WalkQuery, r *random)
	}{
		{"twice the weight is twice the score", lawOfTwice},
		{"starts together are the sum of each", lawOfStarts},
		{"the order of starts makes no difference", lawOfStartOrder},
		{"without a relation no score is higher", lawOfLess},
		{"paths bring the score", lawOfEvidence},
		{"fewer ends are the first ones", lawOfFewer},
		{"two steps are a step from where one leads", lawOfSteps},
	} {
		t.Run(law.name, func(t *testing.T) {
			asked, compared := 0, 0
			for n := 0; n < 100 && (n < 3 || compared < 10); n++ {
				q := r.walkQuery(2)
				q.Ends = s.limits().Ends // there are fewer entities
				asked++
				compared += len(s.walk(t, q).Ends)
				law.test(t, s, q, r)
			}
			if compared < 10 {
				t.Errorf("%d questions with %d ends: too few to tell anything", asked, compared)
			}
		})
	}
}

func (s *subject) walk(t *testing.T, q store.WalkQuery) store.WalkAnswer {
	t.Helper()
	a, err := s.Walk(t.Context(), q)
	if err != nil {
		t.Fatalf("%s: %v", describe(q), err)
	}
	return a
}

// scores are the scores by end.
func (s *subject) scores(t *testing.T, q store.WalkQuery) map[string]float64 {
	t.Helper()
	out := map[string]float64{}
	for _, end := range s.walk(t, q).Ends {
		out[end.Entity.ID] = end.Score
	}
	return out
}

// closeTo compares scores that were rounded in another way: so many roundings
// make so many billionths.
func closeTo(t *testing.T, q store.WalkQuery, want, got map[string]float64, roundings int) {
	t.Helper()
	all := maps.Clone(want)
	maps.Copy(all, got)
	for id := range all {
		if math.Abs(want[id]-got[id]) > float64(roundings+1)*1e-9 {
			t.Errorf("%s: %s has %v, want %v", describe(q), id, got[id], want[id])
		}
	}
}

func lawOfTwice(t *testing.T, s *subject, q store.WalkQuery, _ *random) {
	want := s.scores(t, q)
	for id := range want {
		want[id] *= 2
	}
	twice := q
	twice.Starts = slices.Clone(q.Starts)
	for i := range twice.Starts {
		twice.Starts[i].Weight *= 2
	}
	closeTo(t, twice, want, s.scores(t, twice), 2)
}

func lawOfStarts(t *testing.T, s *subject, q store.WalkQuery, _ *random) {
	want := map[string]float64{}
	for _, start := range q.Starts {
		one := q
		one.Starts = []store.WalkStart{start}
		for id, score := range s.scores(t, one) {
			want[id] += score
		}
	}
	closeTo(t, q, want, s.scores(t, q), len(q.Starts)+1)
}

func lawOfStartOrder(t *testing.T, s *subject, q store.WalkQuery, r *random) {
	other := q
	other.Starts = slices.Clone(q.Starts)
	r.Shuffle(len(other.Starts), func(i, j int) { other.Starts[i], other.Starts[j] = other.Starts[j], other.Starts[i] })
	equal(t, describe(q), s.walk(t, q), s.walk(t, other))
}

// lawOfLess leaves a relation out that a walk takes: adding it, the other way
// round, lowers no score.
func lawOfLess(t *testing.T, s *subject, q store.WalkQuery, r *random) {
	q.Paths = 1
	whole := s.walk(t, q)
	if len(whole.Ends) == 0 {
		return
	}
	end := pick(r, whole.Ends)
	step := r.IntN(len(q.Steps))
	less := q
	less.Steps = slices.Clone(q.Steps)
	without := &less.Steps[step].Filter.Without
	*without = append(slices.Clone(*without), end.Paths[0].Steps[step].Relation.ID)
	after := s.scores(t, less)
	for id, score := range s.scores(t, q) {
		if after[id] > score {
			t.Errorf("%s: %s has %v without %s, and %v with it", describe(q), id, after[id], *without, score)
		}
	}
	if after[end.Entity.ID] >= end.Score && end.Paths[0].Weight > 2e-9 && !parallel(s, end.Paths[0].Steps[step].Relation) {
		t.Errorf("%s: %s loses nothing without %s", describe(q), end.Entity.ID, *without)
	}
}

// parallel tells whether a relation has others between the same two entities,
// one of which takes its place.
func parallel(s *subject, r *ecosystem.Relation) bool {
	n := 0
	for _, other := range s.graph.Relations {
		if other.From == r.From && other.To == r.To || other.From == r.To && other.To == r.From {
			n++
		}
	}
	return n > 1
}

// lawOfEvidence adds up the walks to ends that show all of them.
func lawOfEvidence(t *testing.T, s *subject, q store.WalkQuery, _ *random) {
	q.Paths = s.limits().Paths
	want, got := map[string]float64{}, map[string]float64{}
	for _, end := range s.walk(t, q).Ends {
		sum := 0.0
		for i, p := range end.Paths {
			sum += p.Weight
			if i > 0 && p.Weight > end.Paths[i-1].Weight {
				t.Errorf("%s: path %d to %s is better than the one before", describe(q), i, end.Entity.ID)
			}
		}
		if end.More {
			if sum >= end.Score+1e-9 {
				t.Errorf("%s: %s has %v, and some of its paths bring %v", describe(q), end.Entity.ID, end.Score, sum)
			}
			continue
		}
		want[end.Entity.ID], got[end.Entity.ID] = end.Score, sum
	}
	closeTo(t, q, want, got, 1)
}

func lawOfFewer(t *testing.T, s *subject, q store.WalkQuery, r *random) {
	whole := s.walk(t, q)
	q.Ends = r.IntN(len(whole.Ends) + 1)
	part := s.walk(t, q)
	equal(t, describe(q), whole.Ends[:q.Ends], part.Ends)
	equal(t, describe(q)+", in all", whole.Total, part.Total)
}

// lawOfSteps goes on from where the first step leads.
func lawOfSteps(t *testing.T, s *subject, q store.WalkQuery, _ *random) {
	if len(q.Steps) < 2 {
		q.Steps = append(slices.Clip(q.Steps), q.Steps[0])
	}
	first, rest := q, q
	first.Steps, rest.Steps, rest.Starts = q.Steps[:1], q.Steps[1:], nil
	for id, score := range s.scores(t, first) {
		rest.Starts = append(rest.Starts, store.WalkStart{ID: id, Weight: score})
	}
	closeTo(t, q, s.scores(t, q), s.scores(t, rest), 1+len(rest.Starts))
}
