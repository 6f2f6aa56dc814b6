package entity

import (
	"context"

	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/store"
)

// ListConnection is a page of entities.
type ListConnection struct {
	filter store.Filter
	page   store.EntityPage
	scope  store.Scope
	at     *load.Level
}

// ListEdge is one entity of a list.
type ListEdge struct {
	node   Entity
	cursor func() string
}

// List gives a page of the entities that the filter holds.
func List(ctx context.Context, filter *store.Filter, order store.Order, args page.Args) (*ListConnection, error) {
	l := load.From(ctx)
	c := ListConnection{filter: orAll(filter)}
	if err := checkFilter(ctx, &c.filter); err != nil {
		return nil, err
	}
	want := Wanted(ctx)
	p, scope, err := args.Open(entityList{c.filter, order}, want, l.Lists())
	if err != nil || want.Nothing() { // facets alone need no list
		return &c, err
	}
	c.scope = scope
	c.page, err = l.Reader.List(ctx, c.filter, order, p)
	c.at = l.Level(c.page.Entities)
	return &c, err
}

// entityList is what cursors of entities are bound to.
type entityList struct {
	Entities store.Filter
	Order    store.Order
}

func orAll(filter *store.Filter) store.Filter {
	if filter == nil {
		return store.Filter{}
	}
	return *filter
}

// Edges are the entities of the page with their cursors.
func (c ListConnection) Edges() []ListEdge {
	edges := make([]ListEdge, len(c.page.Entities))
	for i, e := range c.page.Entities {
		edges[i] = ListEdge{Of(e, c.at), CursorOf(c.scope, c.page.Keys, i)}
	}
	return edges
}

// Nodes are the entities of the page.
func (c ListConnection) Nodes() []Entity {
	return AllOf(c.page.Entities, c.at)
}

// PageInfo tells what lies around the page.
func (c ListConnection) PageInfo() PageInfo {
	return NewPageInfo(c.page.PageInfo, c.scope, c.page.Keys)
}

// TotalCount is the length of the whole list.
func (c ListConnection) TotalCount() int { return c.page.Total }

// Node is the entity.
func (e ListEdge) Node() Entity { return e.node }

// Cursor is the place of the entity in its list.
func (e ListEdge) Cursor() string { return e.cursor() }
