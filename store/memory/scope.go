package memory

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// inRegion holds what is located in a region or below it.
func (s *selector) inRegion(f *store.Filter) (set, error) {
	if f.Region == "" {
		return nil, nil
	}
	key := regionKey{in: f.Region, levels: s.levels}
	if held, ok := s.regions.get(key); ok {
		return slices.Clone(held), nil // sets of filters are narrowed in place
	}
	places := maskOf(s.kinds, []ecosystem.Kind{ecosystem.Region, ecosystem.IndustryCluster})
	up := maskOf(s.types, []ecosystem.RelationType{ecosystem.LocatedIn, ecosystem.PartOf})
	found, err := s.below([]string{f.Region}, up, places, ecosystem.LocatedIn)
	if _, known := s.places[f.Region]; known && err == nil {
		s.regions.put(key, slices.Clone(found))
	}
	return found, err
}

// inFields holds what is in one of the fields or in a field below them.
func (s *selector) inFields(f *store.Filter) (set, error) {
	if f.Fields == nil {
		return nil, nil
	}
	up := maskOf(s.types, []ecosystem.RelationType{ecosystem.PartOf})
	return s.below(f.Fields, up, everything, ecosystem.InField)
}

// below walks a tree from its roots downwards, against relations of the types
// up, through entities of some kinds and through at most so many levels as the
// limits allow, and gives what has a relation of the type member into it.
func (s *selector) below(roots []string, up, kinds mask, member ecosystem.RelationType) (set, error) {
	tree := s.newSet()
	var level []int32
	for _, id := range roots {
		if place, ok := s.places[id]; ok && !tree.has(place) {
			tree.add(place)
			level = append(level, place)
		}
	}
	found := s.newSet()
	members := maskOf(s.types, []ecosystem.RelationType{member})
	for depth := 0; len(level) > 0; depth++ {
		var next []int32
		for _, place := range level {
			if err := s.leadingHere(place, members, func(far int32) { found.add(far) }); err != nil {
				return nil, err
			}
			if depth == s.levels {
				continue
			}
			err := s.leadingHere(place, up, func(far int32) {
				if kinds.has(s.kindOf[far]) && !tree.has(far) {
					tree.add(far)
					next = append(next, far)
				}
			})
			if err != nil {
				return nil, err
			}
		}
		level = next
	}
	return found, nil
}

// leadingHere visits the entities from which relations of these types lead here.
func (s *selector) leadingHere(place int32, types mask, visit func(far int32)) error {
	for _, e := range s.edgesOf(place, types) {
		if err := s.watch.tick(); err != nil {
			return err
		}
		if !e.out() && types.has(e.kind()) {
			visit(e.far)
		}
	}
	return nil
}
