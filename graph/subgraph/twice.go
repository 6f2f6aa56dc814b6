package subgraph

import (
	"context"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// countTwice counts the relations that the filter holds as seen from both ends,
// where both ends are among the nodes. Counting the relations of each node counts
// these twice; between two drawn nodes none was counted.
func (e *expansion) countTwice(ctx context.Context, s Store, nodes []*ecosystem.Entity) (int, error) {
	filter := e.query.Filter
	if filter.Direction != store.Both { // then only symmetric relations are seen from both ends
		filter.Types = symmetric(filter.Types)
	}
	outside, err := e.startsOutside(ctx, s)
	if err != nil {
		return 0, err
	}
	var ends, drawn []string
	for _, n := range nodes {
		switch {
		case outside[n.ID], filter.Kinds != nil && !slices.Contains(filter.Kinds, n.Kind):
		case e.known.drawn(n.ID):
			drawn = append(drawn, n.ID)
		default:
			ends = append(ends, n.ID)
		}
	}
	among, err := countBetween(ctx, s, filter, ends, ends)
	if err != nil {
		return 0, err
	}
	toDrawn, err := countBetween(ctx, s, filter, ends, drawn)
	return among/2 + toDrawn, err
}

// startsOutside are the starts that do not lie in the region of the filter: relations
// are not seen from their far ends. All other nodes were reached, and so lie there.
func (e *expansion) startsOutside(ctx context.Context, s Store) (map[string]bool, error) {
	if e.outside != nil || e.query.Filter.Region == "" {
		return e.outside, nil
	}
	starts := ids(e.query.Starts)
	here, err := s.List(ctx, store.Filter{IDs: starts, Region: e.query.Filter.Region}, store.Order{By: store.ByID}, store.Page{Limit: len(starts)})
	if err != nil {
		return nil, err
	}
	e.outside = map[string]bool{}
	for _, id := range starts {
		e.outside[id] = true
	}
	for _, n := range here.Entities {
		delete(e.outside, n.ID)
	}
	return e.outside, nil
}

// countBetween counts the relations of some nodes to others, as seen from the
// first.
func countBetween(ctx context.Context, s Store, filter store.RelationFilter, from, to []string) (sum int, err error) {
	if len(from) == 0 || len(to) == 0 {
		return 0, nil
	}
	filter.Far = &store.Filter{IDs: to}
	pages, err := s.Neighbors(ctx, from, filter, store.Page{Total: true})
	for _, p := range pages {
		sum += p.Total
	}
	return sum, err
}

// symmetric are the symmetric ones of some relation types, nil meaning all.
func symmetric(types []ecosystem.RelationType) []ecosystem.RelationType {
	some := []ecosystem.RelationType{}
	for _, info := range ecosystem.RelationTypes() {
		if info.Symmetric && (types == nil || slices.Contains(types, info.Type)) {
			some = append(some, info.Type)
		}
	}
	return some
}
