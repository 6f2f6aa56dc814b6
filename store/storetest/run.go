package storetest

import (
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Run runs the whole contract suite. Each call of open gives an empty store,
// which open also closes (testing.T.Cleanup) and which may share its server with
// the stores given before: the suite never uses two at the same time.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	RunKnown(t, open)
	t.Run("random", func(t *testing.T) { testRandom(t, open) })
}

// RunKnown is Run without random graphs, for a store whose answers were compared on these
// and which is reached another way here.
func RunKnown(t *testing.T, open func(t *testing.T) store.Store) {
	t.Run("empty", func(t *testing.T) { testEmpty(t, open(t)) })
	t.Run("cases", func(t *testing.T) { testCases(t, filled(t, open(t), fixture())) })
	t.Run("bounds", func(t *testing.T) { testBounds(t, filled(t, open(t), wideGraph())) })
	t.Run("loads", func(t *testing.T) { testLoads(t, open) })
}

// testCases asks everything that the fixture answers.
func testCases(t *testing.T, s *subject) {
	t.Run("entities", func(t *testing.T) { testEntities(t, s) })
	t.Run("list", func(t *testing.T) { testList(t, s) })
	t.Run("pages", func(t *testing.T) { testPages(t, s) })
	t.Run("facets", func(t *testing.T) { testFacets(t, s) })
	t.Run("search", func(t *testing.T) { testSearch(t, s) })
	t.Run("neighbors", func(t *testing.T) { testNeighbors(t, s) })
	t.Run("paths", func(t *testing.T) { testPaths(t, s) })
	t.Run("walks", func(t *testing.T) { testWalks(t, s) })
	t.Run("generation", func(t *testing.T) { testGeneration(t, s) })
	t.Run("dump", func(t *testing.T) { testDump(t, s) })
	t.Run("refusals", func(t *testing.T) { testRefusals(t, s) })
	t.Run("over", func(t *testing.T) { testContextOver(t, s) })
}

// subject is a store under test and what it holds.
type subject struct {
	store.Store
	graph     ecosystem.Graph
	entities  map[string]*ecosystem.Entity
	relations map[string]*ecosystem.Relation
}

// filled loads a graph into a store.
func filled(t *testing.T, s store.Store, g ecosystem.Graph) *subject {
	t.Helper()
	if _, _, err := LoadAll(t.Context(), s, g); err != nil {
		t.Fatalf("load of %d entities and %d relations: %v", len(g.Entities), len(g.Relations), err)
	}
	return newSubject(s, g)
}

func newSubject(s store.Store, g ecosystem.Graph) *subject {
	out := &subject{Store: s, graph: g, entities: map[string]*ecosystem.Entity{}, relations: map[string]*ecosystem.Relation{}}
	for i := range g.Entities {
		out.entities[g.Entities[i].ID] = &g.Entities[i]
	}
	for i := range g.Relations {
		out.relations[g.Relations[i].ID] = &g.Relations[i]
	}
	return out
}
