package subgraph

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Store is what the expansion asks.
type Store interface {
	Neighbors(ctx context.Context, ids []string, filter store.RelationFilter, page store.Page) ([]store.EdgePage, error)
}

// Query says what to cut out.
type Query struct {
	Starts []*ecosystem.Entity
	Depth  int
	Filter store.RelationFilter
	Limit  int // edges
}

// Subgraph is what was cut out.
type Subgraph struct {
	Nodes []*ecosystem.Entity   // the starts, then by distance
	Edges []*ecosystem.Relation // in the order in which they were found
	// TotalEdges is the number of relations that the filter holds and that touch
	// a node nearer than Depth, those that Limit left out included. What lies
	// behind a node that was left out is not counted.
	TotalEdges int
	Truncated  bool // Limit left edges out
}

// Expand goes out from the starts level by level, asking the store once per
// level, and once more for the true total when edges had to be left out.
func Expand(ctx context.Context, s Store, q Query) (Subgraph, error) {
	e := expansion{query: q, nodes: map[string]bool{}, edges: map[string]bool{}}
	frontier := e.begin()
	for range q.Depth {
		if len(frontier) == 0 {
			break
		}
		pages, err := s.Neighbors(ctx, ids(frontier), q.Filter, e.page(len(frontier)))
		if err != nil {
			return Subgraph{}, err
		}
		e.expanded = append(e.expanded, frontier...)
		frontier = e.take(pages)
	}
	if e.unseen {
		var err error
		if e.twice, err = countTwice(ctx, s, q.Filter, e.expanded); err != nil {
			return Subgraph{}, err
		}
	}
	e.result.TotalEdges = e.sum - e.twice
	e.result.Truncated = e.result.TotalEdges > len(e.result.Edges)
	return e.result, nil
}
