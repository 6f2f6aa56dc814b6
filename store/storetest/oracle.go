package storetest

import (
	"cmp"
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/text"
)

// oracle answers as the contract says, in the simplest possible way: it goes
// through all entities for every question, and through all relations of each.
// It is slow on purpose; whoever reads it should see at once that it is right.
type oracle struct {
	graph      ecosystem.Graph
	entities   map[string]*ecosystem.Entity
	relations  map[string][]*ecosystem.Relation // of each entity, at either end
	generation store.Generation
	limits     store.Limits
}

var _ store.Reader = (*oracle)(nil)

// newOracle answers from a graph, which must be sorted and normalized.
func newOracle(g ecosystem.Graph) *oracle {
	o := &oracle{
		graph: g, entities: map[string]*ecosystem.Entity{}, relations: map[string][]*ecosystem.Relation{},
		generation: generationOf(g), limits: store.DefaultLimits(),
	}
	for i := range g.Entities {
		o.entities[g.Entities[i].ID] = &g.Entities[i]
	}
	for i := range g.Relations {
		r := &g.Relations[i]
		o.relations[r.From] = append(o.relations[r.From], r)
		o.relations[r.To] = append(o.relations[r.To], r)
	}
	return o
}

// generationOf counts a graph; the number and the time are not the graph's.
func generationOf(g ecosystem.Graph) store.Generation {
	out := store.Generation{
		Documents: len(g.Documents),
		Entities:  map[ecosystem.Kind]int{},
		Relations: map[ecosystem.RelationType]int{},
	}
	for _, e := range g.Entities {
		out.Entities[e.Kind]++
	}
	for _, r := range g.Relations {
		out.Relations[r.Type]++
	}
	return out
}

func (o *oracle) Entities(ctx context.Context, ids []string) ([]*ecosystem.Entity, error) {
	if err := overOr(ctx, o.limits.CheckIDs(ids)); err != nil {
		return nil, err
	}
	out := make([]*ecosystem.Entity, len(ids))
	for i, id := range ids {
		out[i] = o.entities[id]
	}
	return out, nil
}

func (o *oracle) Documents(ctx context.Context, ids []string) ([]*ecosystem.Document, error) {
	if err := overOr(ctx, o.limits.CheckIDs(ids)); err != nil {
		return nil, err
	}
	out := make([]*ecosystem.Document, len(ids))
	for i, id := range ids {
		for d := range o.graph.Documents {
			if o.graph.Documents[d].ID == id {
				out[i] = &o.graph.Documents[d]
			}
		}
	}
	return out, nil
}

func (o *oracle) List(ctx context.Context, f store.Filter, order store.Order, page store.Page) (store.EntityPage, error) {
	key := func(e *ecosystem.Entity) store.Key { return store.Key{e.ID} }
	switch order.By {
	case store.ByID:
	case store.ByName:
		key = func(e *ecosystem.Entity) store.Key { return store.Key{text.SortKey(e.Name), e.ID} }
	default:
		return store.EntityPage{}, ecosystem.Errorf(ecosystem.CodeBadInput, "unknown order %q", order.By)
	}
	err := cmp.Or(o.limits.CheckFilter(f), o.limits.CheckPage(page, len(key(&ecosystem.Entity{}))))
	if err := overOr(ctx, err); err != nil {
		return store.EntityPage{}, err
	}
	compare := compareTexts
	if order.Descending {
		compare = func(a, b store.Key) int { return compareTexts(b, a) }
	}
	p := cut(o.filter(f), key, compare, page)
	return store.EntityPage{PageInfo: p.PageInfo, Entities: p.rows, Keys: p.keys}, nil
}

// filter lists what the filter holds, by id.
func (o *oracle) filter(f store.Filter) []*ecosystem.Entity {
	var out []*ecosystem.Entity
	for i := range o.graph.Entities {
		if e := &o.graph.Entities[i]; o.holds(&f, e) {
			out = append(out, e)
		}
	}
	return out
}

func (o *oracle) Generation(ctx context.Context) (store.Generation, error) {
	return o.generation, overOr(ctx, nil)
}

// dumpPart is small, so that the suite sees several parts.
const dumpPart = 100

func (o *oracle) Dump(ctx context.Context, visit func(ecosystem.Graph) error) error {
	if err := overOr(ctx, nil); err != nil {
		return err
	}
	return parts(o.graph, dumpPart, visit)
}

// overOr is the error of a context that is over, or else err.
func overOr(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ecosystem.Wrap(ctx.Err(), ecosystem.CodeTimeout, "the request is over")
	}
	return err
}
