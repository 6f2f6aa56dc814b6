package memory

import (
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// withRelated holds what has a relation as asked for. Of the two ways to find it
// out, from the near ends or from the far ones, the one with fewer ends is
// taken; within is what else the filter holds.
func (s *selector) withRelated(r store.Related, within set) (set, error) {
	far := s.withIDs(r.To)
	if r.Where != nil {
		where, err := s.set(r.Where)
		if err != nil {
			return nil, err
		}
		if far == nil {
			far = where
		} else if where != nil {
			far.intersect(where)
		}
	}
	near := s.newSet()
	for _, members := range s.withType(r.Type, r.Direction) {
		near.unite(members)
	}
	if within != nil {
		near.intersect(within)
	}
	if far == nil {
		return near, nil
	}
	test := edgeTest{snapshot: s.snapshot, types: maskOf(s.types, []ecosystem.RelationType{r.Type}), kinds: everything, statuses: everything, direction: r.Direction}
	if far.count() < near.count() {
		return s.nearOf(far, test)
	}
	return near, s.keepRelated(near, far, test)
}

// withType lists the stored sets of what has a relation of a type.
func (s *selector) withType(t ecosystem.RelationType, d store.Direction) []set {
	number := s.types[t]
	switch d {
	case store.Out:
		return []set{s.related[outward][number]}
	case store.In:
		return []set{s.related[inward][number]}
	default:
		return []set{s.related[outward][number], s.related[inward][number]}
	}
}

// nearOf goes from the far ends to the near ones.
func (s *selector) nearOf(far set, test edgeTest) (set, error) {
	near := s.newSet()
	test.direction = reverse(test.direction)
	for place := range far.all() {
		for _, e := range s.edgesOf(place, test.types) {
			if err := s.watch.tick(); err != nil {
				return nil, err
			}
			if test.passes(e) {
				near.add(e.far)
			}
		}
	}
	return near, nil
}

// keepRelated leaves those near ends that have a relation to a far end.
func (s *selector) keepRelated(near, far set, test edgeTest) error {
	lost := s.newSet()
	for place := range near.all() {
		related := false
		for _, e := range s.edgesOf(place, test.types) {
			if err := s.watch.tick(); err != nil {
				return err
			}
			if related = test.passes(e) && far.has(e.far); related {
				break
			}
		}
		if !related {
			lost.add(place)
		}
	}
	near.subtract(lost)
	return nil
}
