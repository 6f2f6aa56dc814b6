package memory

import (
	"cmp"
	"slices"
)

// rounding is more than what a product of at most seven numbers can differ by
// when it is taken in another order.
const rounding = 1 + 1e-14

// route is a path of places.
type route struct {
	edges  []edge
	weight float64
}

// layer finds the best routes of one length.
//
// It goes through them in the order of their ids. So of two routes with the same
// weight the first one found is the better one, and once enough are found, a
// beginning is given up unless it can still lead to a weight that is higher than
// the worst one kept.
type layer struct {
	*pathSearch
	length int
	beyond map[int32]int8   // hops to the target of entities outside the ball around it
	hops   map[int32][]edge // by place: where a route can go on, by far id
	tops   map[top]float64  // see top
	path   []edge           // the route so far
	best   []route          // in order
	enough int              // routes to keep
}

// top asks for the highest weight of a way of so many hops from a place to the
// target. Ways may visit an entity twice, so this is a bound, not always a route.
type top struct {
	place int32
	hops  int8
}

func newLayer(p *pathSearch, length, enough int) (*layer, error) {
	l := &layer{
		pathSearch: p, length: length, enough: enough,
		beyond: map[int32]int8{}, hops: map[int32][]edge{}, tops: map[top]float64{},
	}
	return l, l.extend()
}

// extend goes on outwards from the ball around the target, through those
// entities only that lie on a way of this length.
func (l *layer) extend() error {
	rim, test := l.behind.rim, l.test.reversed()
	for hops := l.behind.radius + 1; hops <= l.length && len(rim) > 0; hops++ {
		var next []int32
		for _, place := range rim {
			for _, e := range l.edgesOf(place, test.types) {
				if ok, err := l.work.spend(); !ok || err != nil {
					return err
				}
				ahead := int(l.ahead.hops[e.far])
				if ahead < 0 || ahead+hops > l.length || !test.passes(e) {
					continue
				}
				if _, known := l.toTarget(e.far); known {
					continue
				}
				if l.between(e.far) {
					next = append(next, e.far)
				} else if e.far != l.from {
					continue
				}
				l.beyond[e.far] = int8(hops)
			}
		}
		rim = next
	}
	return nil
}

// toTarget is the number of hops to the target; known is false for entities
// that no way of this length leads through.
func (l *layer) toTarget(place int32) (hops int, known bool) {
	if h := l.behind.hops[place]; h >= 0 {
		return int(h), true
	}
	h, known := l.beyond[place]
	return int(h), known
}

// descend goes on from a place with so many hops left and the weight so far.
func (l *layer) descend(place int32, hops int, weight float64) error {
	onward, err := l.onward(place)
	if err != nil {
		return err
	}
	for _, e := range onward {
		if ok, err := l.work.spend(); !ok || err != nil {
			return err
		}
		if !l.leads(e.far, hops-1) || l.visited(e.far) {
			continue
		}
		bound, err := l.top(top{e.far, int8(hops - 1)})
		if err != nil {
			return err
		}
		product := weight * e.weight
		if bound == 0 || !l.promising(product, bound) {
			continue
		}
		l.path = append(l.path, e)
		if hops == 1 {
			l.keep(product)
		} else if err := l.descend(e.far, hops-1, product); err != nil {
			return err
		}
		l.path = l.path[:len(l.path)-1]
	}
	return nil
}

// leads reports whether an entity can stand on a route with so many hops left.
func (l *layer) leads(place int32, hops int) bool {
	if hops == 0 || place == l.to {
		return hops == 0 && place == l.to
	}
	h, known := l.toTarget(place)
	return known && h <= hops
}

func (l *layer) visited(place int32) bool {
	return slices.ContainsFunc(l.path, func(e edge) bool { return e.far == place })
}

// promising reports whether a route that begins with this product and goes on
// with at most this bound can still be among the best.
func (l *layer) promising(product, bound float64) bool {
	if len(l.best) < l.enough {
		return true
	}
	reach := product
	if bound != 1 { // a factor of 1 is exact
		reach *= bound * rounding
	}
	return reach > l.best[len(l.best)-1].weight
}

// keep puts the current route among the best, behind those of the same weight.
func (l *layer) keep(weight float64) {
	at, _ := slices.BinarySearchFunc(l.best, weight, func(r route, weight float64) int {
		if r.weight >= weight {
			return -1
		}
		return 1
	})
	if len(l.best) == l.enough {
		l.best = l.best[:l.enough-1]
	}
	l.best = slices.Insert(l.best, at, route{slices.Clone(l.path), weight})
}

// top computes and remembers a bound; 0 means that no way leads there.
func (l *layer) top(t top) (float64, error) {
	if t.hops == 0 {
		return 1, nil
	}
	if known, ok := l.tops[t]; ok {
		return known, nil
	}
	onward, err := l.onward(t.place)
	if err != nil {
		return 0, err
	}
	best := 0.0
	for _, e := range onward {
		if ok, err := l.work.spend(); !ok || err != nil {
			return 0, err
		}
		if !l.leads(e.far, int(t.hops)-1) {
			continue
		}
		rest, err := l.top(top{e.far, t.hops - 1})
		if err != nil {
			return 0, err
		}
		best = max(best, e.weight*rest)
	}
	l.tops[t] = best
	return best, nil
}

// onward lists the heaviest edge to each entity that a route can go on to, by
// far id.
func (l *layer) onward(place int32) ([]edge, error) {
	if known, ok := l.hops[place]; ok {
		return known, nil
	}
	var onward []edge
	for _, e := range l.edgesOf(place, l.test.types) {
		if ok, err := l.work.spend(); !ok || err != nil {
			return nil, err
		}
		if _, near := l.toTarget(e.far); near && (e.far == l.to || l.between(e.far)) && l.test.passes(e) {
			onward = append(onward, e)
		}
	}
	slices.SortFunc(onward, func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.far, b.far), cmp.Compare(b.weight, a.weight), cmp.Compare(a.relation(), b.relation()))
	})
	onward = slices.CompactFunc(onward, func(a, b edge) bool { return a.far == b.far })
	l.hops[place] = onward
	return onward, nil
}
