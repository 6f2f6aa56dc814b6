package route

import (
	"context"

	"github.com/innograph/innograph/store"
)

// Part is a part of the filter of a path search.
type Part string

// The parts.
const (
	Relations        Part = "RELATIONS"
	Direction        Part = "DIRECTION"
	Kinds            Part = "KINDS"
	Region           Part = "REGION"
	MinWeight        Part = "MIN_WEIGHT"
	Status           Part = "STATUS"
	ThroughHierarchy Part = "THROUGH_HIERARCHY"
)

// parts lists the parts that restrict a search, in a fixed order.
func parts(q store.PathQuery) []Part {
	var set []Part
	for _, p := range []struct {
		part Part
		set  bool
	}{
		{Relations, q.Filter.Types != nil},
		{Direction, q.Filter.Direction != store.Both},
		{Kinds, q.Filter.Kinds != nil},
		{Region, q.Filter.Region != ""},
		{MinWeight, q.Filter.MinWeight > 0},
		{Status, q.Filter.HeldStatuses() != nil},
		{ThroughHierarchy, !q.ThroughHierarchy},
	} {
		if p.set {
			set = append(set, p.part)
		}
	}
	return set
}

// without drops parts of the filter.
func without(q store.PathQuery, drop ...Part) store.PathQuery {
	for _, p := range drop {
		switch p {
		case Relations:
			q.Filter.Types = nil
		case Direction:
			q.Filter.Direction = store.Both
		case Kinds:
			q.Filter.Kinds = nil
		case Region:
			q.Filter.Region = ""
		case MinWeight:
			q.Filter.MinWeight = 0
		case Status:
			q.Filter.Statuses, q.Filter.ExcludeStatuses = nil, nil
		case ThroughHierarchy:
			q.ThroughHierarchy = true
		}
	}
	return q
}

// bars tells which parts of the filter keep a route of the allowed length out:
// each part whose absence alone opens one; when no single part does but all
// together do, all of them. None when there is no route even without a filter.
func bars(ctx context.Context, s Store, q store.PathQuery) ([]Part, error) {
	all := parts(q)
	if len(all) == 0 {
		return nil, nil
	}
	q.K = 1
	if open, err := hasRoute(ctx, s, without(q, all...)); err != nil || !open {
		return nil, err
	}
	if len(all) == 1 {
		return all, nil
	}
	var alone []Part
	for _, p := range all {
		open, err := hasRoute(ctx, s, without(q, p))
		if err != nil {
			return nil, err
		}
		if open {
			alone = append(alone, p)
		}
	}
	if len(alone) == 0 {
		return all, nil
	}
	return alone, nil
}

func hasRoute(ctx context.Context, s Store, q store.PathQuery) (bool, error) {
	answer, err := s.Paths(ctx, q)
	return len(answer.Paths) > 0, err
}
