package subgraph

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Store is what the expansion asks.
type Store interface {
	List(ctx context.Context, filter store.Filter, order store.Order, page store.Page) (store.EntityPage, error)
	Neighbors(ctx context.Context, ids []string, filter store.RelationFilter, page store.Page) ([]store.EdgePage, error)
}

// Query says what to cut out.
type Query struct {
	Starts []*ecosystem.Entity
	Depth  int
	Filter store.RelationFilter
	Limit  int // edges
	// Known are ids of entities, and perhaps of relations, that are drawn already:
	// none of them is given again, and the way does not go on from a known entity.
	// When it names no relation, those between two known entities are taken to be
	// drawn.
	Known []string
}

// Subgraph is what was cut out.
type Subgraph struct {
	Nodes []*ecosystem.Entity   // the starts, then by distance; none that is known
	Edges []*ecosystem.Relation // in the order in which they were found
	// TotalEdges is the number of relations that the filter holds, that are not
	// known, and that touch a node nearer than Depth or lead from a node to another
	// one or to a known entity, those that Limit left out included. What lies behind
	// a node that was left out is not counted.
	TotalEdges int
	Truncated  bool // Limit left edges out
}

// Expand goes out from the starts level by level, asking the store once per level
// (for the first one twice when only some of the starts are known), once for the
// relations among the outermost nodes, and for the true total when edges had to be
// left out (with a region in the filter, also which of the starts lie there). So a
// drawn graph is whole: unless truncated, it has every relation between two of its
// nodes that the filter holds.
func Expand(ctx context.Context, s Store, q Query) (Subgraph, error) {
	e := newExpansion(q)
	frontier := e.begin()
	for range q.Depth {
		if len(frontier) == 0 {
			break
		}
		pages, err := e.ask(ctx, s, frontier)
		if err != nil {
			return Subgraph{}, err
		}
		e.expanded = append(e.expanded, frontier...)
		frontier = e.take(pages)
	}
	if err := e.close(ctx, s, frontier); err != nil {
		return Subgraph{}, err
	}
	e.result.TotalEdges = e.sum - e.twice
	e.result.Truncated = e.result.TotalEdges > len(e.result.Edges)
	return e.result, nil
}
