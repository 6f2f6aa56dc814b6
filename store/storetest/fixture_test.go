package storetest

import (
	"testing"

	"github.com/innograph/innograph/ecosystem"
)

// TestFixtureIsWhole: the cases speak of the whole vocabulary.
func TestFixtureIsWhole(t *testing.T) {
	g := fixture()
	counts := generationOf(g)
	for _, info := range ecosystem.Kinds() {
		if counts.Entities[info.Kind] == 0 {
			t.Errorf("the fixture has no %s", info.Kind)
		}
	}
	for _, info := range ecosystem.RelationTypes() {
		if counts.Relations[info.Type] == 0 {
			t.Errorf("the fixture has no %s", info.Type)
		}
	}
	// Parallel relations must differ in weight: the expected order of the cases
	// does not depend on relation ids.
	type pair struct {
		kind     ecosystem.RelationType
		from, to string
		weight   float64
	}
	seen := map[pair]bool{}
	for _, r := range g.Relations {
		p := pair{r.Type, r.From, r.To, r.Weight}
		if seen[p] {
			t.Errorf("two relations are alike: %+v", p)
		}
		seen[p] = true
	}
}

// TestRandomGraphs: what the random graphs are for does occur in them.
func TestRandomGraphs(t *testing.T) {
	for _, c := range randomCases() {
		t.Run(c.name, func(t *testing.T) {
			g := randomGraph(c.seed, c.relations)
			equalGraphs(t, g, randomGraph(c.seed, c.relations))

			names, ties := map[string]int{}, map[string]int{}
			for _, e := range g.Entities {
				names[e.Name]++
			}
			for _, r := range g.Relations {
				ties[string(r.Type)+r.From+r.To+numberText(r.Weight)]++
			}
			atLeast(t, "entities", 300, len(g.Entities))
			atLeast(t, "namesakes", 10, len(g.Entities)-len(names))
			atLeast(t, "parallel relations of the same weight", 5, len(g.Relations)-len(ties))

			o, r := newOracle(g), newRandom(c.seed, 1)
			r.graph = g
			some, paths := 0, 0
			for range 100 {
				if n := len(o.filter(r.filter(2))); n > 0 && n < len(g.Entities) {
					some++
				}
				a, err := o.Paths(t.Context(), r.pathQuery(c.hops))
				if err != nil {
					t.Fatal(err)
				}
				for i := 1; i < len(a.Paths); i++ {
					p, q := a.Paths[i-1], a.Paths[i]
					if p.Weight == q.Weight && len(p.Steps) == len(q.Steps) {
						paths++
					}
				}
			}
			atLeast(t, "filters that hold something, but not everything", 60, some)
			atLeast(t, "paths that only their nodes tell apart", 3, paths)
		})
	}
}

func atLeast(t *testing.T, what string, want, got int) {
	t.Helper()
	if got < want {
		t.Errorf("%d %s, want at least %d", got, what, want)
	}
}
