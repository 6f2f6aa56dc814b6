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
	starts, most := q.Beginnings(), q.MostTouched(s.limits)
	touched, err := w.walk(sel, starts, steps, most)
	if err == nil && touched > most && w.skipped {
		for i := range steps {
			steps[i].leads = nil // look at all, to count them
		}
		touched, err = w.walk(sel, starts, steps, most)
	}
	switch {
	case err != nil:
		return store.WalkAnswer{}, err
	case touched > most:
		return store.WalkAnswer{}, q.TooMuchTouched(s.limits)
	default:
		return w.answer(sel, len(steps), q)
	}
}

// walkStep is a step with its filter worked out.
type walkStep struct {
	test    edgeTest
	factors []float64 // by status number; nil: all count in full
	decay   float64
	senses  [2]mask // the types that are asked for, by the sense of a relation: 1 leads away
	// leads are the sets of what has a relation as asked for, where that is soon told;
	// nil: unknown. Of ten entities of a field nine are part of nothing, and to see it
	// from their relations takes most of the time of a step in a large graph.
	leads []set
}

// maxLeads is how many sets are asked for each entity.
const maxLeads = 4

func (s *selector) walkStep(step store.WalkStep) (walkStep, error) {
	out := walkStep{test: s.edgeTest(step.Filter), decay: step.Fading()}
	out.sense()
	var err error
	if out.test.far, err = s.farSet(step.Filter); err != nil || len(step.Factors) == 0 {
		return out, err
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

// sense works out which types count in which sense.
func (t *walkStep) sense() {
	against := [2]store.Direction{inward: store.Out, outward: store.In}
	for sense, other := range against {
		types := t.test.types
		if t.test.direction == other {
			types &= t.test.symmetric
		}
		t.senses[1-sense] = types
		for kind, members := range t.test.related[sense] {
			if types.has(uint8(kind)) {
				t.leads = append(t.leads, members)
			}
		}
	}
	if len(t.leads) > maxLeads {
		t.leads = nil
	}
}

// mayLead tells whether an entity has a relation of a type and sense that is asked for.
func (t *walkStep) mayLead(place int32) bool {
	if t.leads == nil {
		return true
	}
	for _, members := range t.leads {
		if members.has(place) {
			return true
		}
	}
	return false
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
	// skipped: not all relations were looked at, so that the number of touched ones may
	// be less than was counted.
	skipped bool
	room    tailRoom
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

// walk makes all levels. touched is the number of relations it looked at, or may have
// passed by; it ends when they are more than most.
func (w *walker) walk(s *selector, starts []store.WalkStart, steps []walkStep, most int) (touched int, err error) {
	w.start(s.snapshot, starts)
	w.skipped = false
	for i := range steps {
		n, err := w.step(s, &steps[i], i, most-touched)
		if touched += n; err != nil || touched > most {
			return touched, err
		}
	}
	return touched, nil
}

// step makes the next level; touched as in walk, which ends it when it is more than left.
func (w *walker) step(s *selector, t *walkStep, i, left int) (touched int, err error) {
	w.level(i + 1)
	from, to := &w.levels[i], &w.levels[i+1]
	defer w.arrange(to)
	for _, near := range from.order {
		n := from.nodes[near]
		if !t.mayLead(n.place) {
			w.skipped = true
			if touched += s.edges.count(n.place); touched > left {
				return touched, nil
			}
			continue
		}
		first := len(to.ways)
		for _, e := range s.edgesNear(n.place, t.test.types) {
			if err := s.watch.tick(); err != nil {
				return touched, err
			}
			kind := e.kind()
			if !t.test.types.has(kind) {
				continue
			}
			if touched++; touched > left {
				return touched, nil
			}
			if t.senses[e.link&1].has(kind) && t.test.passes(e) {
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
