package entity

import (
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/store"
)

// Connection is a page of edges of type E to far nodes of type N.
type Connection[E ~struct{ Edge[N] }, N any] struct {
	edges load.Edges
	scope store.Scope
}

// Edges are the edges of the page.
func (c Connection[E, N]) Edges() []E {
	edges := make([]E, len(c.edges.Edges))
	for i, edge := range c.edges.Edges {
		edges[i] = E{Edge[N]{StepOf(edge, c.edges.Far, c.edges.Cited), c.cursorAt(i)}}
	}
	return edges
}

// Nodes are the far nodes of the edges.
func (c Connection[E, N]) Nodes() []N {
	nodes := make([]N, len(c.edges.Edges))
	for i, edge := range c.edges.Edges {
		nodes[i] = as[N](edge.Node, c.edges.Far)
	}
	return nodes
}

// PageInfo tells what lies around the page.
func (c Connection[E, N]) PageInfo() PageInfo {
	return NewPageInfo(c.edges.PageInfo, c.scope, c.edges.Keys)
}

// TotalCount is the length of the whole list.
func (c Connection[E, N]) TotalCount() int { return c.edges.Total }

func (c Connection[E, N]) cursorAt(i int) func() string {
	return CursorOf(c.scope, c.edges.Keys, i)
}
