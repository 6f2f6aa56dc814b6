package storetest

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// walked is one walk: its path, what each step multiplies by, and the product.
type walked struct {
	start   float64
	path    store.Path
	factors []float64
	bring   float64
}

// ids are those of the entities, read from the end.
func (w walked) ids() []string {
	ids := pathIDs(w.path)
	slices.Reverse(ids)
	return ids
}

// Walk goes through every single walk and then adds up.
func (o *oracle) Walk(ctx context.Context, q store.WalkQuery) (store.WalkAnswer, error) {
	if err := overOr(ctx, o.limits.CheckWalk(q)); err != nil {
		return store.WalkAnswer{}, err
	}
	if o.touched(q) > q.MostTouched(o.limits) {
		return store.WalkAnswer{}, q.TooMuchTouched(o.limits)
	}
	byEnd := map[string][]walked{}
	for _, w := range o.walks(q) {
		id := w.ids()[0]
		byEnd[id] = append(byEnd[id], w)
	}
	var ends []store.WalkEnd
	for id, walks := range byEnd {
		end := store.WalkEnd{Entity: o.entities[id], Score: rounded(addUp(walks, len(q.Steps)))}
		if end.Score == 0 {
			continue
		}
		slices.SortFunc(walks, func(a, b walked) int {
			return cmp.Or(cmp.Compare(b.bring, a.bring), slices.Compare(a.ids(), b.ids()))
		})
		for _, w := range walks[:min(q.Paths, len(walks))] {
			w.path.Weight = w.bring
			end.Paths = append(end.Paths, w.path)
		}
		end.More = q.Paths > 0 && len(walks) > q.Paths
		ends = append(ends, end)
	}
	slices.SortFunc(ends, func(a, b store.WalkEnd) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Entity.ID, b.Entity.ID))
	})
	return store.WalkAnswer{Ends: ends[:min(q.Ends, len(ends))], Total: len(ends)}, nil
}

// rounded is a score to a billionth.
func rounded(score float64) float64 { return math.Floor(float64(score*1e9)+0.5) / 1e9 }

// walks lists all walks of a query.
func (o *oracle) walks(q store.WalkQuery) []walked {
	var out []walked
	for _, s := range beginnings(q) {
		if e := o.entities[s.ID]; e != nil {
			out = append(out, walked{start: s.Weight, path: store.Path{Start: e}, bring: s.Weight})
		}
	}
	for _, step := range q.Steps {
		var longer []walked
		onward := map[string][]store.Edge{} // asked for again and again
		for _, w := range out {
			near := w.ids()[0]
			if _, known := onward[near]; !known {
				onward[near] = o.onward(near, step)
			}
			for _, e := range onward[near] {
				factor := weighed(step, e.Relation)
				longer = append(longer, walked{
					start: w.start, bring: w.bring * factor, factors: append(slices.Clip(w.factors), factor),
					path: store.Path{Start: w.path.Start, Steps: append(slices.Clip(w.path.Steps), e)},
				})
			}
		}
		out = longer
	}
	return out
}

// onward lists the edges that a step can take, one to each far entity.
func (o *oracle) onward(near string, step store.WalkStep) []store.Edge {
	var out []store.Edge
	edges := slices.DeleteFunc(o.edges(near, step.Filter), func(e store.Edge) bool {
		return !o.admits(step.Filter, e.Node) || !o.holds(step.Filter.Far, e.Node) || weighed(step, e.Relation) == 0
	})
	for _, e := range edges {
		better := func(other store.Edge) bool {
			a, b := weighed(step, other.Relation), weighed(step, e.Relation)
			return other.Node.ID == e.Node.ID && (a > b || a == b && other.Relation.ID < e.Relation.ID)
		}
		if !slices.ContainsFunc(edges, better) {
			out = append(out, e)
		}
	}
	return out
}

// weighed is what a step multiplies by when it takes a relation.
func weighed(step store.WalkStep, r *ecosystem.Relation) float64 {
	weight := r.Weight
	if factor, given := step.Factors[r.Status]; given {
		weight *= factor
	}
	if step.Decay != 0 {
		weight *= step.Decay
	}
	return weight
}

// addUp sums walks that end at the same place after so many steps: first what
// comes to each place before, then what that brings, in the order of the ids.
func addUp(walks []walked, steps int) float64 {
	if steps == 0 {
		return walks[0].start
	}
	before := map[string][]walked{}
	var order []string
	for _, w := range walks {
		id := pathIDs(w.path)[steps-1]
		if before[id] == nil {
			order = append(order, id)
		}
		before[id] = append(before[id], w)
	}
	slices.Sort(order)
	sum := 0.0
	for _, id := range order {
		sum += float64(addUp(before[id], steps-1) * before[id][0].factors[steps-1])
	}
	return sum
}

// beginnings are the starts, each once; equal ids add up, the smallest weight
// first.
func beginnings(q store.WalkQuery) []store.WalkStart {
	weights := map[string][]float64{}
	for _, s := range q.Starts {
		weights[s.ID] = append(weights[s.ID], s.Weight)
	}
	var out []store.WalkStart
	for id, list := range weights {
		slices.Sort(list)
		sum := 0.0
		for _, w := range list {
			sum += w
		}
		out = append(out, store.WalkStart{ID: id, Weight: sum})
	}
	return out
}

// touched counts, for each step, the relations of its types at the entities that
// it begins at.
func (o *oracle) touched(q store.WalkQuery) int {
	n := 0
	for i, step := range q.Steps {
		near := map[string]bool{}
		part := q
		part.Steps = q.Steps[:i]
		for _, w := range o.walks(part) {
			near[w.ids()[0]] = true
		}
		for id := range near {
			for _, r := range o.relations[id] {
				if among(step.Filter.Types, r.Type) {
					n++
				}
			}
		}
	}
	return n
}
