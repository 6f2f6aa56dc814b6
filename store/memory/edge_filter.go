package memory

import (
	"slices"

	"github.com/innograph/innograph/store"
)

// edgeTest tells which edges a filter of relations holds.
type edgeTest struct {
	*snapshot
	types, statuses mask
	kinds           mask // of the far entity
	minWeight       float64
	direction       store.Direction
	far             set            // nil: any
	without         map[int32]bool // places of relations
}

func (s *snapshot) edgeTest(f store.RelationFilter) edgeTest {
	var without map[int32]bool
	if len(f.Without) > 0 {
		without = make(map[int32]bool, len(f.Without))
	}
	for _, id := range f.Without {
		if place, known := s.relations.ids.search(id); known {
			without[int32(place)] = true
		}
	}
	return edgeTest{
		snapshot: s, types: maskOf(s.types, f.Types), statuses: maskOf(s.statuses, f.HeldStatuses()),
		kinds: maskOf(s.kinds, f.Kinds), minWeight: f.MinWeight, direction: f.Direction,
		without: without,
	}
}

// farSet is what a filter asks of far entities, for those who do not change it.
func (s *selector) farSet(f store.RelationFilter) (within set, err error) {
	if f.Region != "" {
		if within, err = s.shared(&store.Filter{Region: f.Region}); err != nil {
			return nil, err
		}
	}
	if f.Far == nil {
		return within, nil
	}
	far, err := s.shared(f.Far)
	if err != nil || within == nil {
		return far, err
	}
	if far != nil {
		within = slices.Clone(within)
		within.intersect(far)
	}
	return within, nil
}

// trivial reports whether the test holds all edges.
func (t *edgeTest) trivial() bool {
	return t.types == everything && t.statuses == everything && t.kinds == everything &&
		t.minWeight <= 0 && t.direction == store.Both && t.far == nil && len(t.without) == 0
}

func (t *edgeTest) passes(e edge) bool {
	return t.relationPasses(e) && t.far.admits(e.far) && t.kinds.has(t.kindOf[e.far])
}

// relationPasses is passes without a look at the far entity.
func (t *edgeTest) relationPasses(e edge) bool {
	kind := e.kind()
	return e.weight >= t.minWeight && t.types.has(kind) && (t.without == nil || !t.without[e.relation()]) &&
		(t.statuses == everything || t.statuses.has(t.relations.rows[e.relation()].status)) &&
		(t.direction == store.Both || (t.direction == store.Out) == e.out() || t.symmetric.has(kind))
}

// reverse is the direction of the same relations seen from the far end.
func reverse(d store.Direction) store.Direction {
	switch d {
	case store.Out:
		return store.In
	case store.In:
		return store.Out
	default:
		return d
	}
}
