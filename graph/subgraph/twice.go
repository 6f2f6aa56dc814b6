package subgraph

import (
	"context"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// countTwice counts the relations that the filter holds as seen from both ends,
// where both ends are among the nodes. Counting the relations of each node counts
// these twice.
func countTwice(ctx context.Context, s Store, filter store.RelationFilter, nodes []*ecosystem.Entity) (int, error) {
	if filter.Direction != store.Both { // then only symmetric relations are seen from both ends
		filter.Types = symmetric(filter.Types)
	}
	var ends []string
	for _, n := range nodes {
		if filter.Kinds == nil || slices.Contains(filter.Kinds, n.Kind) {
			ends = append(ends, n.ID)
		}
	}
	if len(ends) < 2 {
		return 0, nil
	}
	filter.Far = &store.Filter{IDs: ends}
	pages, err := s.Neighbors(ctx, ends, filter, store.Page{Total: true})
	if err != nil {
		return 0, err
	}
	sum := 0
	for _, p := range pages {
		sum += p.Total
	}
	return sum / 2, nil
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
