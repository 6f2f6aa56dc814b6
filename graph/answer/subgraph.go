package answer

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/entity"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/graph/subgraph"
	"github.com/innograph/innograph/store"
)

// Subgraph is the surroundings of some entities.
type Subgraph struct {
	s       subgraph.Subgraph
	unknown []string
	at      *load.Level
	cited   func() *load.Documents
}

// SubgraphEdge is a relation of a subgraph.
type SubgraphEdge struct {
	entity.Tie
	From, To string
}

// NeighborhoodArgs are the arguments of the query field neighborhood.
type NeighborhoodArgs struct {
	IDs, Known   []string
	Depth, Limit *int
	Filter       *store.RelationFilter
}

// Neighborhood cuts out what surrounds the entities.
func Neighborhood(ctx context.Context, a NeighborhoodArgs) (*Subgraph, error) {
	l := load.From(ctx)
	if len(a.IDs) > l.Limits.NeighborhoodIDs {
		return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%d ids were given, at most %d are allowed", len(a.IDs), l.Limits.NeighborhoodIDs)
	}
	if len(a.Known) > l.Limits.NeighborhoodKnown {
		return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%d known ids were given, at most %d are allowed", len(a.Known), l.Limits.NeighborhoodKnown)
	}
	depth, err := page.Bounded("depth", a.Depth, l.Limits.NeighborhoodDepth)
	if err != nil {
		return nil, err
	}
	limit, err := page.Bounded("limit", a.Limit, l.Limits.NeighborhoodEdges)
	if err != nil {
		return nil, err
	}
	q := subgraph.Query{Depth: depth, Limit: limit, Filter: edges(a.Filter), Known: a.Known}
	if err := entity.CheckEdges(ctx, q.Filter); err != nil {
		return nil, err
	}
	found, err := l.Reader.Entities(ctx, a.IDs)
	if err != nil {
		return nil, err
	}
	var out Subgraph
	for i, e := range found {
		if e == nil {
			out.unknown = append(out.unknown, a.IDs[i])
		} else {
			q.Starts = append(q.Starts, e)
		}
	}
	out.s, err = subgraph.Expand(ctx, l.Reader, q)
	out.at, out.cited = l.Level(out.s.Nodes), l.CitedBy(out.s.Edges)
	return &out, err
}

// Nodes are the asked entities, then the others by distance, without those known.
func (s Subgraph) Nodes() []entity.Entity {
	return entity.AllOf(s.s.Nodes, s.at)
}

// Edges are relations between the nodes.
func (s Subgraph) Edges() []SubgraphEdge {
	edges := make([]SubgraphEdge, len(s.s.Edges))
	for i, r := range s.s.Edges {
		edges[i] = SubgraphEdge{entity.TieOf(r, s.cited), r.From, r.To}
	}
	return edges
}

// Truncated reports that the limit left edges out.
func (s Subgraph) Truncated() bool { return s.s.Truncated }

// TotalEdges is the number of edges that are not known, those left out included.
func (s Subgraph) TotalEdges() int { return s.s.TotalEdges }

// UnknownIDs are the asked ids that nothing has.
func (s Subgraph) UnknownIDs() []string { return append([]string{}, s.unknown...) }
