package kept

import (
	"context"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

func (o *operation) Entities(ctx context.Context, ids []string) ([]*ecosystem.Entity, error) {
	return one[ecosystem.Entity]("Entities").each(ctx, o, "id", ids, func(ids []string) ([]*ecosystem.Entity, error) { return o.Reader.Entities(ctx, ids) })
}

func (o *operation) Documents(ctx context.Context, ids []string) ([]*ecosystem.Document, error) {
	return one[ecosystem.Document]("Documents").each(ctx, o, "id", ids, func(ids []string) ([]*ecosystem.Document, error) { return o.Reader.Documents(ctx, ids) })
}

// one is a call that looks things up; nothing is kept of ids that nothing has.
func one[T any](name string) call[*T] {
	return call[*T]{name, func(found *T) int {
		if found == nil {
			return -1
		}
		return 0
	}, same[*T]}
}

func (o *operation) List(ctx context.Context, filter store.Filter, order store.Order, page store.Page) (store.EntityPage, error) {
	c := call[store.EntityPage]{"List", func(p store.EntityPage) int { return len(p.Entities) }, func(p store.EntityPage) store.EntityPage {
		p.Entities, p.Keys = slices.Clone(p.Entities), slices.Clone(p.Keys)
		return p
	}}
	return c.whole(ctx, o, textOf(filter, order, page), func() (store.EntityPage, error) { return o.Reader.List(ctx, filter, order, page) })
}

func (o *operation) Facets(ctx context.Context, filter store.Filter, dimensions []store.Dimension) ([]store.Facet, error) {
	c := call[[]store.Facet]{"Facets", func(facets []store.Facet) (n int) {
		for _, f := range facets {
			n += len(f.Buckets)
		}
		return n
	}, slices.Clone[[]store.Facet]}
	return c.whole(ctx, o, textOf(filter, dimensions), func() ([]store.Facet, error) { return o.Reader.Facets(ctx, filter, dimensions) })
}

func (o *operation) Search(ctx context.Context, query string, filter store.Filter, page store.Page) (store.HitPage, error) {
	c := call[store.HitPage]{"Search", func(p store.HitPage) int { return len(p.Hits) }, func(p store.HitPage) store.HitPage {
		p.Hits, p.Keys = slices.Clone(p.Hits), slices.Clone(p.Keys)
		return p
	}}
	return c.whole(ctx, o, textOf(query, filter, page), func() (store.HitPage, error) { return o.Reader.Search(ctx, query, filter, page) })
}

func (o *operation) Neighbors(ctx context.Context, ids []string, filter store.RelationFilter, page store.Page) ([]store.EdgePage, error) {
	c := call[store.EdgePage]{"Neighbors", func(p store.EdgePage) int { return 2 * len(p.Edges) }, func(p store.EdgePage) store.EdgePage {
		p.Edges, p.Keys = slices.Clone(p.Edges), slices.Clone(p.Keys)
		return p
	}}
	return c.each(ctx, o, textOf(filter, page), ids, func(ids []string) ([]store.EdgePage, error) { return o.Reader.Neighbors(ctx, ids, filter, page) })
}

func (o *operation) Paths(ctx context.Context, query store.PathQuery) (store.PathAnswer, error) {
	c := call[store.PathAnswer]{"Paths", func(a store.PathAnswer) (n int) {
		for _, p := range a.Paths {
			n += 2 * len(p.Steps)
		}
		return n
	}, func(a store.PathAnswer) store.PathAnswer {
		a.Paths = slices.Clone(a.Paths)
		return a
	}}
	return c.whole(ctx, o, textOf(query), func() (store.PathAnswer, error) { return o.Reader.Paths(ctx, query) })
}

func (o *operation) Walk(ctx context.Context, query store.WalkQuery) (store.WalkAnswer, error) {
	c := call[store.WalkAnswer]{"Walk", func(a store.WalkAnswer) int { return len(a.Ends) }, func(a store.WalkAnswer) store.WalkAnswer {
		a.Ends = slices.Clone(a.Ends)
		return a
	}}
	return c.whole(ctx, o, textOf(query), func() (store.WalkAnswer, error) { return o.Reader.Walk(ctx, query) })
}

func same[T any](v T) T { return v }
