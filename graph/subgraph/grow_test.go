package subgraph_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/graph/subgraph"
)

// TestGrowing opens node after node of a drawn graph. Nothing may come twice, and
// at each step every relation between two drawn nodes must be drawn.
func TestGrowing(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			g := randomGraph(t, 1+seed)
			s := stored(t, g)
			nodes, edges := map[string]bool{}, map[string]bool{}
			q := subgraph.Query{Starts: starts(t, s)[:1], Depth: 1, Limit: 900}
			queue := q.Starts
			for len(queue) > 0 {
				q.Starts, queue = queue[:1], queue[1:]
				got, err := subgraph.Expand(t.Context(), s, q)
				if err != nil || got.Truncated || got.TotalEdges != len(got.Edges) {
					t.Fatalf("%d of %d edges, truncated %v, %v", len(got.Edges), got.TotalEdges, got.Truncated, err)
				}
				for _, n := range got.Nodes {
					if nodes[n.ID] {
						t.Errorf("%s is drawn already", n.ID)
					}
					if !nodes[n.ID] && n.ID != q.Starts[0].ID {
						queue = append(queue, n)
					}
					nodes[n.ID] = true
					q.Known = append(q.Known, n.ID)
				}
				for _, r := range got.Edges {
					if edges[r.ID] {
						t.Errorf("%s from %s to %s is drawn already", r.ID, r.From, r.To)
					}
					edges[r.ID] = true
				}
				want := map[string]bool{}
				for _, r := range g.Relations {
					if nodes[r.From] && nodes[r.To] {
						want[r.ID] = true
					}
				}
				if diff := cmp.Diff(want, edges); diff != "" {
					t.Errorf("relations between drawn nodes after %s (-want +got):\n%s", q.Starts[0].ID, diff)
				}
			}
			if len(nodes) < 5 {
				t.Errorf("only %d nodes were reached", len(nodes))
			}
		})
	}
}
