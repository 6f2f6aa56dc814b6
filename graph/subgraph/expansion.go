package subgraph

import (
	"context"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// fairness is how many times its even share of the room a single node may offer:
// where the others have few edges, it fills their place.
const fairness = 4

// expansion is a subgraph that grows.
type expansion struct {
	query    Query
	known    known
	result   Subgraph
	nodes    map[string]bool // by id, of those that are drawn or in the result
	edges    map[string]bool // by id, of those seen; true for those in the result
	expanded []*ecosystem.Entity
	outside  map[string]bool // see startsOutside; nil before it was asked
	sum      int             // edges of the expanded nodes; those seen from both ends count twice
	twice    int             // edges that were seen from both ends
	unseen   bool            // there are edges that the store was not asked for
}

func newExpansion(q Query) *expansion {
	e := &expansion{query: q, known: knownFrom(q.Known), nodes: map[string]bool{}, edges: map[string]bool{}}
	e.query.Filter.Without = e.known.relations
	for _, id := range e.known.entities {
		e.nodes[id] = true
	}
	return e
}

// begin takes the starts, each once.
func (e *expansion) begin() (frontier []*ecosystem.Entity) {
	begun := map[string]bool{}
	for _, n := range e.query.Starts {
		if !begun[n.ID] {
			begun[n.ID] = true
			frontier = append(frontier, n)
			e.addNode(n)
		}
	}
	return frontier
}

// ask reads the edges of a level: one call of the store for its nodes that are
// known, which are starts, and one for the others.
func (e *expansion) ask(ctx context.Context, s Store, frontier []*ecosystem.Entity) ([]store.EdgePage, error) {
	page := e.page(len(frontier))
	pages := make([]store.EdgePage, len(frontier))
	for _, drawn := range []bool{true, false} {
		var asked []string
		var places []int
		for i, n := range frontier {
			if e.known.drawn(n.ID) == drawn {
				asked, places = append(asked, n.ID), append(places, i)
			}
		}
		if len(asked) == 0 {
			continue
		}
		filter := e.query.Filter
		if drawn {
			filter.Far = &store.Filter{Not: &store.Filter{IDs: e.known.entities}}
		}
		found, err := s.Neighbors(ctx, asked, filter, page)
		if err != nil {
			return nil, err
		}
		for i, p := range found {
			pages[places[i]] = p
		}
	}
	return pages, nil
}

// close adds the relations of the outermost nodes among each other and to known
// entities, and counts what was seen from both ends.
func (e *expansion) close(ctx context.Context, s Store, outermost []*ecosystem.Entity) error {
	filter := e.query.Filter
	outermost = slices.DeleteFunc(outermost, func(n *ecosystem.Entity) bool { return e.known.drawn(n.ID) })
	if len(outermost) > 0 {
		filter.Far = &store.Filter{IDs: append(ids(outermost), e.beyond()...)}
		pages, err := s.Neighbors(ctx, ids(outermost), filter, e.page(len(outermost)))
		if err != nil {
			return err
		}
		e.take(pages)
	}
	if !e.unseen {
		return nil
	}
	inner, err := e.countTwice(ctx, s, e.expanded)
	if err != nil {
		return err
	}
	outer, err := e.countTwice(ctx, s, outermost)
	e.twice = inner + outer
	return err
}

// beyond are the known entities that were not expanded.
func (e *expansion) beyond() []string {
	expanded := map[string]bool{}
	for _, n := range e.expanded {
		expanded[n.ID] = true
	}
	return slices.DeleteFunc(slices.Clone(e.known.entities), func(id string) bool { return expanded[id] })
}

func ids(nodes []*ecosystem.Entity) []string {
	out := make([]string, len(nodes))
	for i, n := range nodes {
		out[i] = n.ID
	}
	return out
}

// page is what to ask of each node of a level, so that the level as a whole stays
// within a small multiple of the limit.
func (e *expansion) page(nodes int) store.Page {
	room := e.query.Limit - len(e.result.Edges)
	return store.Page{Limit: min(room, room*fairness/nodes+1), Total: true, Turns: true}
}

// take adds the edges of one level in turns, one of each node at a time, and
// returns the new nodes. In the edges of a node the relation types take turns.
func (e *expansion) take(pages []store.EdgePage) (frontier []*ecosystem.Entity) {
	turns := 0
	for _, p := range pages {
		e.sum += p.Total
		e.unseen = e.unseen || p.Total > len(p.Edges)
		turns = max(turns, len(p.Edges))
	}
	for turn := range turns {
		for _, p := range pages {
			if turn < len(p.Edges) && e.addEdge(p.Edges[turn]) && e.addNode(p.Edges[turn].Node) {
				frontier = append(frontier, p.Edges[turn].Node)
			}
		}
	}
	return frontier
}

// addEdge adds an edge while there is room and tells whether it is in the result.
func (e *expansion) addEdge(edge store.Edge) (added bool) {
	id := edge.Relation.ID
	if in, seen := e.edges[id]; seen {
		e.twice++
		return in
	}
	room := len(e.result.Edges) < e.query.Limit
	e.edges[id] = room
	if room {
		e.result.Edges = append(e.result.Edges, edge.Relation)
	}
	return room
}

func (e *expansion) addNode(n *ecosystem.Entity) (added bool) {
	if e.nodes[n.ID] {
		return false
	}
	e.nodes[n.ID] = true
	e.result.Nodes = append(e.result.Nodes, n)
	return true
}
