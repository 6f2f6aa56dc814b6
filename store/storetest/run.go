package storetest

import (
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Run runs the whole contract suite. Each call of open gives an empty store,
// which open also closes (testing.T.Cleanup) and which may share its server with
// the stores given before: the suite never uses two at the same time. It asks one
// from several tests at once where none of them changes it.
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
	for _, c := range []struct {
		name string
		test func(t *testing.T, s *subject)
	}{
		{"entities", testEntities},
		{"list", testList},
		{"pages", testPages},
		{"facets", testFacets},
		{"search", testSearch},
		{"neighbors", testNeighbors},
		{"paths", testPaths},
		{"walks", testWalks},
		{"generation", testGeneration},
		{"dump", testDump},
		{"refusals", testRefusals},
		{"over", testContextOver},
	} {
		reading(t, c.name, func(t *testing.T) { c.test(t, s) })
	}
}

// reading runs a test that changes nothing in its store beside the others that do not:
// a server that has to plan each new question is kept busy on every processor.
func reading(t *testing.T, name string, test func(t *testing.T)) {
	t.Run(name, func(t *testing.T) {
		t.Parallel()
		test(t)
	})
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
