package partners

import (
	"context"
	"maps"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// How much the fields that the name of a project speaks of count beside the one that a
// plan files it under: a hydrogen excavator is filed under excavators. One below the
// stated field says more precisely what is meant.
const (
	besideShare = 0.5
	// Where the name does not speak of the stated field at all, the others count as much:
	// feed for foxes is filed under fertilisers.
	insteadShare = 1.0
	belowShare   = 2.0
	clear        = 0.6 // beside the counted field that the name speaks of most
)

// readProject adds the fields that the name of a project or programme speaks of, but
// for those above the stated ones, which say nothing more.
func (d *Desk) readProject(ctx context.Context, entity *ecosystem.Entity, weights map[string]float64) ([]Words, error) {
	reader, ok := d.text.(NameReader)
	if !ok || entity.Kind != ecosystem.KeyProject && entity.Kind != ecosystem.Programme {
		return nil, nil
	}
	words, err := reader.ReadName(ctx, d.idle.generic.Replace(entity.Name))
	if err != nil || len(words) == 0 {
		return nil, err
	}
	stated := slices.Sorted(maps.Keys(weights))
	ids := slices.Clone(stated)
	for _, w := range words {
		ids = append(ids, w.Field.ID)
	}
	above, err := d.above(ctx, ids)
	if err != nil {
		return nil, err
	}
	below, beside, share := beyondStated(words, stated, above)
	addWords(weights, below, belowShare)
	addWords(weights, beside, share)
	return append(below, beside...), nil
}

// beyondStated are the fields that a name speaks of and that count: those below a stated
// one, and others with the share that they count with.
func beyondStated(words []Words, stated []string, above map[string][]string) (below, beside []Words, share float64) {
	isStated := func(id string) bool { return slices.Contains(stated, id) }
	isBelow := func(w Words) bool { return slices.ContainsFunc(above[w.Field.ID], isStated) }
	share = insteadShare
	if slices.ContainsFunc(words, func(w Words) bool { return isStated(w.Field.ID) || isBelow(w) }) {
		share = besideShare
	}
	counts := func(w Words) bool {
		saysMore := !slices.ContainsFunc(stated, func(id string) bool { return slices.Contains(above[id], w.Field.ID) })
		return saysMore && (isBelow(w) || isStated(w.Field.ID) || len(w.Terms) > 0)
	}
	best := 0.0
	for _, w := range words {
		if counts(w) {
			best = max(best, w.Weight)
		}
	}
	for _, w := range words {
		switch {
		case !counts(w) || w.Weight < clear*best:
		case isBelow(w):
			below = append(below, w)
		default:
			beside = append(beside, w)
		}
	}
	return below, beside, share
}

// above are the fields that each field is part of.
func (d *Desk) above(ctx context.Context, ids []string) (map[string][]string, error) {
	pages, err := d.reader.Neighbors(ctx, ids, store.RelationFilter{
		Types: []ecosystem.RelationType{ecosystem.PartOf}, Direction: store.Out, Kinds: []ecosystem.Kind{ecosystem.TechnologyField},
	}, store.Page{Limit: d.bounds.Edges})
	if err != nil {
		return nil, err
	}
	above := map[string][]string{}
	for i, p := range pages {
		for _, e := range p.Edges {
			above[ids[i]] = append(above[ids[i]], e.Node.ID)
		}
	}
	return above, nil
}
