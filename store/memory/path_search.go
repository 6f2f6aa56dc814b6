package memory

import "github.com/innograph/innograph/store"

// maxPathWork bounds a search for paths: the edges it may touch, about a tenth
// of a second. What was found by then is returned as truncated.
const maxPathWork = 4_000_000

// pathSearch finds paths of one hop, then of two, and so on, until it has
// enough. For each length it knows how far entities are from the target (by
// growing a ball around either end, the smaller one first) and goes depth first
// through entities that are near enough only.
type pathSearch struct {
	*snapshot
	test    edgeTest
	through mask // kinds that may stand between the ends
	within  set  // what may stand there by the region where it lies
	from    int32
	to      int32
	ahead   *ball // around from
	behind  *ball // around to
	work    work
}

// work counts touched edges and looks at the context.
type work struct {
	watch watch
	left  int
}

func (w *work) exhausted() bool { return w.left < 0 }

// spend takes one edge off the bound; it reports false when the bound is hit or
// the context is over.
func (w *work) spend() (bool, error) {
	w.left--
	if w.left < 0 {
		return false, nil
	}
	return true, w.watch.tick()
}

func newPathSearch(s *snapshot, q store.PathQuery, from, to int32, within set, bound work) *pathSearch {
	through := maskOf(s.kinds, q.Filter.Kinds)
	if !q.ThroughHierarchy {
		through &^= maskOf(s.kinds, store.HierarchyKinds())
	}
	filter := q.Filter
	filter.Kinds = nil // of the nodes between, not of every far entity
	return &pathSearch{
		snapshot: s, test: s.edgeTest(filter), through: through, within: within, from: from, to: to,
		ahead: newBall(s, from), behind: newBall(s, to),
		work: bound,
	}
}

// run returns up to k routes of up to so many hops, in contract order.
func (p *pathSearch) run(hops, k int) ([]route, error) {
	var found []route
	for length := 1; length <= hops && len(found) < k; length++ {
		if err := p.reach(length); err != nil {
			return nil, err
		}
		l, err := newLayer(p, length, k-len(found))
		if err != nil {
			return nil, err
		}
		if err := l.descend(p.from, length, 1); err != nil {
			return nil, err
		}
		found = append(found, l.best...)
		if p.work.exhausted() {
			break
		}
	}
	return found, nil
}

// between reports whether an entity may stand between the ends.
func (p *pathSearch) between(place int32) bool {
	return place != p.from && place != p.to && p.through.has(p.kindOf[place]) && p.within.admits(place)
}

// reach grows the balls until together they span a path of so many hops.
func (p *pathSearch) reach(hops int) error {
	for p.ahead.radius+p.behind.radius < hops && !p.work.exhausted() {
		b, test := p.ahead, p.test
		if p.behind.cost(p.snapshot) < p.ahead.cost(p.snapshot) {
			b, test = p.behind, p.test.reversed()
		}
		if err := p.grow(b, test); err != nil {
			return err
		}
	}
	return nil
}

// grow adds the entities that are one hop further out.
func (p *pathSearch) grow(b *ball, test edgeTest) error {
	var next []int32
	for _, place := range b.rim {
		for _, e := range p.edgesOf(place, test.types) {
			if ok, err := p.work.spend(); !ok || err != nil {
				return err
			}
			if b.hops[e.far] >= 0 || !test.passes(e) {
				continue
			}
			if p.between(e.far) {
				next = append(next, e.far)
			} else if e.far != p.from && e.far != p.to {
				continue
			}
			b.hops[e.far] = int8(b.radius + 1)
		}
	}
	b.radius++
	b.rim = next
	return nil
}

// ball holds the entities within some hops of its centre.
type ball struct {
	hops   []int8  // by place; -1: not within the radius
	rim    []int32 // at radius hops, those that a path may lead through
	radius int
}

func newBall(s *snapshot, centre int32) *ball {
	b := &ball{hops: make([]int8, len(s.entities)), rim: []int32{centre}}
	for i := range b.hops {
		b.hops[i] = -1
	}
	b.hops[centre] = 0
	return b
}

// cost is the number of edges that the next growth touches.
func (b *ball) cost(s *snapshot) int {
	n := 0
	for _, place := range b.rim {
		n += len(s.edges.of(place))
	}
	return n
}

func (t edgeTest) reversed() edgeTest {
	t.direction = reverse(t.direction)
	return t
}
