package synthetic_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/synthetic"
)

func graph(t *testing.T, o synthetic.Options) ecosystem.Graph {
	t.Helper()
	g, err := synthetic.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return g.Graph()
}

// Every size is valid, has every kind and every relation type, and is what a
// Builder makes of it.
func TestGraphsAreValid(t *testing.T) {
	for _, n := range []int{synthetic.MinEntities, 999, 5000} {
		g := graph(t, synthetic.Options{Entities: n, Seed: 1})
		for _, p := range ecosystem.Validate(g) {
			t.Fatalf("%d entities: %s: %s: %s", n, p.ID, p.Field, p.Message)
		}
		if len(g.Entities) != n {
			t.Errorf("%d entities, want %d", len(g.Entities), n)
		}
		kinds, types := map[ecosystem.Kind]int{}, map[ecosystem.RelationType]int{}
		for _, e := range g.Entities {
			kinds[e.Kind]++
		}
		for _, r := range g.Relations {
			types[r.Type]++
		}
		if len(kinds) != len(ecosystem.Kinds()) || len(types) != len(ecosystem.RelationTypes()) {
			t.Errorf("%d entities: %v, %v: a kind or a type is missing", n, kinds, types)
		}
		b := ecosystem.NewBuilder()
		for _, d := range g.Documents {
			if err := b.Document(d); err != nil {
				t.Fatal(err)
			}
		}
		for _, e := range g.Entities {
			if err := b.Entity(e); err != nil {
				t.Fatal(err)
			}
		}
		for _, r := range g.Relations {
			b.Relation(r)
		}
		if diff := cmp.Diff(b.Graph(), g); diff != "" {
			t.Errorf("%d entities: a Builder makes another graph (-builder +graph):\n%.2000s", n, diff)
		}
	}
}

func TestSameSeedSameGraph(t *testing.T) {
	o := synthetic.Options{Entities: 500, Seed: 3}
	one, other := graph(t, o), graph(t, o)
	if diff := cmp.Diff(one, other); diff != "" {
		t.Errorf("the same options give another graph:\n%.1000s", diff)
	}
	o.Seed = 4
	if cmp.Equal(one, graph(t, o)) {
		t.Error("another seed gives the same graph")
	}
}

// Ten relations for each entity, and few entities with very many.
func TestDegrees(t *testing.T) {
	g := graph(t, synthetic.Options{Entities: 20_000, Seed: 1})
	if per := float64(len(g.Relations)) / float64(len(g.Entities)); per < 9 || per > 11 {
		t.Errorf("%.2f relations for each entity, want about 10", per)
	}
	degrees, kinds := map[string]int{}, map[string]ecosystem.Kind{}
	for _, e := range g.Entities {
		kinds[e.ID] = e.Kind
	}
	for _, r := range g.Relations {
		degrees[r.From]++
		degrees[r.To]++
	}
	for _, kind := range []ecosystem.Kind{ecosystem.University, ecosystem.TechnologyField, ecosystem.Region, ecosystem.Enterprise} {
		var list []int
		sum := 0
		for id, n := range degrees {
			if kinds[id] == kind {
				list = append(list, n)
				sum += n
			}
		}
		slices.Sort(list)
		top := 0
		for _, n := range list[len(list)*9/10:] {
			top += n
		}
		if share := float64(top) / float64(sum); share < 0.2 || list[len(list)-1] < 4*list[len(list)/2] {
			t.Errorf("%s: the first tenth has %.2f of the relations, the most %d, the median %d: no hubs", kind, share, list[len(list)-1], list[len(list)/2])
		}
	}
}

func TestBounds(t *testing.T) {
	for _, n := range []int{-1, 0, synthetic.MinEntities - 1, synthetic.MaxEntities + 1} {
		if _, err := synthetic.New(synthetic.Options{Entities: n}); ecosystem.CodeOf(err) != ecosystem.CodeBadInput {
			t.Errorf("%d entities: %v, want BAD_INPUT", n, err)
		}
	}
}
