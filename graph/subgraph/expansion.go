package subgraph

import (
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// fairness is how many times its even share of the room a single node may offer:
// where the others have few edges, it fills their place.
const fairness = 4

// expansion is a subgraph that grows.
type expansion struct {
	query    Query
	result   Subgraph
	nodes    map[string]bool // by id, of those in the result
	edges    map[string]bool // by id, of those seen; true for those in the result
	expanded []*ecosystem.Entity
	sum      int  // edges of the expanded nodes; those seen from both ends count twice
	twice    int  // edges that were seen from both ends
	unseen   bool // there are edges that the store was not asked for
}

// begin takes the starts, each once.
func (e *expansion) begin() (frontier []*ecosystem.Entity) {
	for _, n := range e.query.Starts {
		if e.addNode(n) {
			frontier = append(frontier, n)
		}
	}
	return frontier
}

// page is what to ask of each node of a level, so that the level as a whole stays
// within a small multiple of the limit.
func (e *expansion) page(nodes int) store.Page {
	room := e.query.Limit - len(e.result.Edges)
	return store.Page{Limit: min(room, room*fairness/nodes+1), Total: true}
}

// take adds the edges of one level in turns, one of each node at a time, and
// returns the new nodes.
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

func ids(nodes []*ecosystem.Entity) []string {
	out := make([]string, len(nodes))
	for i, n := range nodes {
		out[i] = n.ID
	}
	return out
}
