package partners

import (
	"context"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/store"
)

// brokerCategory is what lists call a technology transfer agency.
const brokerCategory = "技术转移机构"

// forRegion tells whether who asks speaks for the region as a whole: a government or
// the administration of a zone, or somebody with no field of its own.
func (a asked) forRegion() bool {
	return a.entity != nil && (a.entity.Kind == ecosystem.Agency || a.basis == Home)
}

// brokers finds technology transfer agencies for who has no field of its own: they are
// in no field because they serve all. What shows it is their entry in the list, by the
// place where they are.
func (g *gathering) brokers(ctx context.Context) error {
	if g.demand.basis != Home || !slices.Contains(g.kinds(), ecosystem.Platform) {
		return nil
	}
	agencies, err := g.agencies(ctx)
	if err != nil || len(agencies) == 0 {
		return err
	}
	ids := make([]string, len(agencies))
	for i, e := range agencies {
		ids[i] = e.ID
	}
	places, err := g.desk.reader.Neighbors(ctx, ids, store.RelationFilter{
		Types: []ecosystem.RelationType{ecosystem.LocatedIn}, Direction: store.Out,
	}, store.Page{Limit: 1})
	if err != nil {
		return err
	}
	var ends []store.WalkEnd
	for i, e := range agencies {
		if len(places[i].Edges) == 0 {
			continue // nothing to show
		}
		at := places[i].Edges[0]
		ends = append(ends, store.WalkEnd{Entity: e, Score: 1, Paths: []store.Path{{
			Start: at.Node, Steps: []store.Edge{{Relation: at.Relation, Node: e}}, Weight: 1,
		}}})
	}
	for _, n := range g.demand.needs {
		g.keep(match.ByOwnField, n.Field.ID, store.WalkAnswer{Ends: ends}, func(p store.Path) store.Path { return p })
	}
	return nil
}

// agencies lists technology transfer agencies that may be partners.
func (g *gathering) agencies(ctx context.Context) ([]*ecosystem.Entity, error) {
	if partner := g.question.Where.Partner; partner != "" {
		found, err := g.desk.reader.Entities(ctx, []string{partner})
		if err != nil {
			return nil, err
		}
		return slices.DeleteFunc(found, func(e *ecosystem.Entity) bool {
			return e == nil || e.Kind != ecosystem.Platform || e.Properties[ecosystem.PropCategory.Name] != brokerCategory
		}), nil
	}
	filter := *g.where()
	filter.Kinds = []ecosystem.Kind{ecosystem.Platform}
	filter.Properties = []store.PropertyFilter{{Name: ecosystem.PropCategory.Name, Values: []string{brokerCategory}}}
	page, err := g.desk.reader.List(ctx, filter, store.Order{By: store.ByID}, store.Page{Limit: g.desk.bounds.Ends})
	return page.Entities, err
}
