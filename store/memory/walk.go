package memory

import (
	"context"

	"github.com/innograph/innograph/store"
)

// Walk sums weighted walks level by level, without going through single walks:
// a level holds each entity that a step leads to once, with its sum, and the
// ways into it. The walks that bring most are then read backwards from the best
// ends; see walkback.go.
func (s *Store) Walk(ctx context.Context, q store.WalkQuery) (store.WalkAnswer, error) {
	if err := begin(ctx, s.limits.CheckWalk(q)); err != nil {
		return store.WalkAnswer{}, err
	}
	sel := s.selector(ctx, s.current.Load())
	steps := make([]walkStep, len(q.Steps))
	for i, step := range q.Steps {
		var err error
		if steps[i], err = sel.walkStep(step); err != nil {
			return store.WalkAnswer{}, err
		}
	}
	w := sel.walker()
	defer sel.walkers.Put(w)
	w.start(sel.snapshot, q.Beginnings())
	left := q.MostTouched(s.limits)
	for i := range steps {
		touched, err := w.step(sel, &steps[i], i, left)
		if err != nil {
			return store.WalkAnswer{}, err
		}
		if left -= touched; left < 0 {
			return store.WalkAnswer{}, q.TooMuchTouched(s.limits)
		}
	}
	return w.answer(sel, len(steps), q)
}

// walkStep is a step with its filter worked out.
type walkStep struct {
	test    edgeTest
	factors []float64 // by status number; nil: all count in full
	decay   float64
}

func (s *selector) walkStep(step store.WalkStep) (walkStep, error) {
	out := walkStep{test: s.edgeTest(step.Filter), decay: step.Fading()}
	if step.Filter.Far != nil {
		var err error
		if out.test.far, err = s.set(step.Filter.Far); err != nil {
			return out, err
		}
	}
	if len(step.Factors) == 0 {
		return out, nil
	}
	out.factors = make([]float64, len(s.statusNames))
	for number, status := range s.statusNames {
		out.factors[number] = 1
		if factor, given := step.Factors[status]; given {
			out.factors[number] = factor
		}
	}
	return out, nil
}

// weigh is store.WalkStep.Weigh of an edge.
func (t *walkStep) weigh(e edge) float64 {
	weight := e.weight
	if t.factors != nil {
		weight *= t.factors[t.test.relations.rows[e.relation()].status]
	}
	return weight * t.decay
}

// walker is the working memory of one walk. It is kept in a pool, since slot and
// seen are as long as the graph; both are empty between two walks.
type walker struct {
	levels []level // levels[0] are the starts
	slot   []int32 // by place: 1 + the index in the level that is being made
	seen   set     // the places in that level, to go through them in order
}

// level is what a step leads to.
type level struct {
	nodes []reached
	ways  []way
	order []int32 // the indexes of nodes, by place
}

// reached is an entity in a level.
type reached struct {
	sum, best float64 // over all walks that lead here
	place     int32
	last      int32 // the last way in, an index of ways; -1: none
}

// way is one step to an entity, from an entity of the level before.
type way struct {
	weight float64
	near   int32 // index in the level before
	far    int32 // index in this level
	before int32 // the way into far before this one; -1: none
	link   link
}

func (s *selector) walker() *walker {
	if w, ok := s.walkers.Get().(*walker); ok {
		return w
	}
	return &walker{slot: make([]int32, len(s.entities)), seen: s.newSet()}
}

// level gives an empty one.
func (w *walker) level(i int) *level {
	for len(w.levels) <= i {
		w.levels = append(w.levels, level{})
	}
	l := &w.levels[i]
	l.nodes, l.ways, l.order = l.nodes[:0], l.ways[:0], l.order[:0]
	return l
}

// start makes the first level.
func (w *walker) start(s *snapshot, starts []store.WalkStart) {
	l := w.level(0)
	for _, start := range starts { // by id, and so by place
		if place, known := s.places[start.ID]; known {
			l.order = append(l.order, int32(len(l.nodes)))
			l.nodes = append(l.nodes, reached{start.Weight, start.Weight, place, -1})
		}
	}
}

// step makes the next level; touched is the number of relations it looked at,
// which ends it when it is more than left.
func (w *walker) step(s *selector, t *walkStep, i, left int) (touched int, err error) {
	w.level(i + 1)
	from, to := &w.levels[i], &w.levels[i+1]
	defer w.arrange(to)
	for _, near := range from.order {
		n := from.nodes[near]
		first := len(to.ways)
		for _, e := range s.edgesOf(n.place, t.test.types) {
			if err := s.watch.tick(); err != nil {
				return touched, err
			}
			if !t.test.types.has(e.kind()) {
				continue
			}
			if touched++; touched > left {
				return touched, nil
			}
			if t.test.passes(e) {
				w.take(to, e, near, t.weigh(e))
			}
		}
		for _, in := range to.ways[first:] {
			far := &to.nodes[in.far]
			far.sum += float64(n.sum * in.weight) // float64: see store.RoundScore
			far.best = max(far.best, n.best*in.weight)
		}
	}
	return touched, nil
}

// take notes a way; of two from the same entity the better one.
func (w *walker) take(to *level, e edge, near int32, weight float64) {
	if weight == 0 {
		return
	}
	far := w.slot[e.far] - 1
	if far < 0 {
		far = int32(len(to.nodes))
		to.nodes = append(to.nodes, reached{place: e.far, last: -1})
		w.slot[e.far] = far + 1
		w.seen.add(e.far)
	}
	node := &to.nodes[far]
	if node.last >= 0 && to.ways[node.last].near == near {
		if have := &to.ways[node.last]; weight > have.weight || weight == have.weight && e.link>>6 < have.link>>6 {
			have.weight, have.link = weight, e.link
		}
		return
	}
	to.ways = append(to.ways, way{weight, near, far, node.last, e.link})
	node.last = int32(len(to.ways) - 1)
}

// arrange puts a level that is done in order, and leaves slot and seen empty.
func (w *walker) arrange(l *level) {
	for place := range w.seen.all() {
		l.order = append(l.order, w.slot[place]-1)
	}
	for _, n := range l.nodes {
		w.slot[n.place] = 0
		w.seen[n.place>>6] = 0
	}
}
