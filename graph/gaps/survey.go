package gaps

import (
	"context"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/gap"
	"github.com/innograph/innograph/store"
)

// Store is what the survey asks.
type Store interface {
	Entities(ctx context.Context, ids []string) ([]*ecosystem.Entity, error)
	List(ctx context.Context, filter store.Filter, order store.Order, page store.Page) (store.EntityPage, error)
	Neighbors(ctx context.Context, ids []string, filter store.RelationFilter, page store.Page) ([]store.EdgePage, error)
}

// Bounds limit the work of one survey.
type Bounds struct {
	Needs int // needs that are judged
	Level int // entities of one level
	Edges int // edges of one entity; further ones are left out, which is told
	Depth int // levels of the trees of fields and regions
	IDs   int // ids in one call of the store
}

// Query says which needs are looked at.
type Query struct {
	Home, Partner string           // ids of regions
	Kinds         []ecosystem.Kind // of gap.NeedKinds
	IDs           []string         // nil: any
	Fields        []string         // these and what is in or below them; nil: any
	Region        string           // a part of home that projects and clusters lie in; empty: home
	// Document and Section hold needs with a source there.
	Document, Section string
}

// Survey is what was read.
type Survey struct {
	gap.World
	Places gap.Places
}

// Read reads what the question is about.
func Read(ctx context.Context, s Store, q Query, b Bounds) (Survey, error) {
	r := reader{Store: s, bounds: b}
	places, err := r.places(ctx, q)
	if err != nil {
		return Survey{}, err
	}
	w := gap.World{Edges: map[string][]store.Edge{}, Above: map[string][]string{}}
	r.world = &w
	steps := []func() error{
		func() error { return r.needs(ctx, q) },
		func() error { return r.aboutNeeds(ctx) },
		func() error { return r.aboutFields(ctx, q.Fields) },
		func() error { return r.onward(ctx) },
		func() error { return r.climb(ctx) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return Survey{}, err
		}
	}
	if q.Fields != nil {
		w.Needs = slices.DeleteFunc(w.Needs, func(e *ecosystem.Entity) bool { return !w.Within(e, q.Fields) })
	}
	return Survey{w, places}, nil
}

// places reads the two regions.
func (r *reader) places(ctx context.Context, q Query) (p gap.Places, err error) {
	ids := []string{q.Home, q.Partner}
	if q.Region != "" {
		ids = append(ids, q.Region)
	}
	ids = append(ids, q.Fields...)
	found, err := r.Entities(ctx, ids)
	if err != nil {
		return p, err
	}
	for i, e := range found {
		kind := ecosystem.Region
		if i >= len(ids)-len(q.Fields) {
			kind = ecosystem.TechnologyField
		}
		if e == nil {
			return p, ecosystem.Errorf(ecosystem.CodeUnknownID, "nothing has the id %q; give filter.home, filter.partner, filter.region and filter.fields as ids of this graph", ids[i])
		}
		if e.Kind != kind {
			return p, ecosystem.Errorf(ecosystem.CodeBadInput, "%s is a %s; a %s is needed here", e.ID, e.Kind, kind)
		}
	}
	return gap.Places{Home: found[0], Partner: found[1]}, nil
}

// needs lists the needs: fields wherever they are named, the others at home.
func (r *reader) needs(ctx context.Context, q Query) error {
	fields := store.Filter{Kinds: pick(q.Kinds, ecosystem.TechnologyField), IDs: q.IDs, Document: q.Document, Section: q.Section}
	others := fields
	others.Kinds = pick(q.Kinds, ecosystem.IndustryCluster, ecosystem.KeyProject)
	others.Fields, others.Region = q.Fields, q.Home
	if q.Region != "" {
		others.Region = q.Region
	}
	for _, f := range []store.Filter{fields, others} {
		if len(f.Kinds) == 0 {
			continue
		}
		page, err := r.List(ctx, f, store.Order{By: store.ByID}, store.Page{Limit: r.bounds.Needs})
		if err != nil {
			return err
		}
		if r.world.Needs = append(r.world.Needs, page.Entities...); page.HasNext || len(r.world.Needs) > r.bounds.Needs {
			return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "more than %d needs are asked for; narrow filter.kinds, filter.fields, filter.region or filter.section", r.bounds.Needs)
		}
	}
	return nil
}

func pick(from []ecosystem.Kind, kinds ...ecosystem.Kind) []ecosystem.Kind {
	return slices.DeleteFunc(kinds, func(k ecosystem.Kind) bool { return !slices.Contains(from, k) })
}
