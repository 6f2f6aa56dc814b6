package memory

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// mesh is a graph of n organizations in which each pair is tied with some
// probability; weight draws the weights.
func mesh(rng *rand.Rand, n int, density float64, weight func() float64) ecosystem.Graph {
	g := village(n, 0)
	b := ecosystem.NewBuilder()
	source := []ecosystem.Source{{Document: "doc:d", Known: ecosystem.Stated, Confidence: 1}}
	for i := range n {
		for j := range i {
			if rng.Float64() < density {
				b.Relation(ecosystem.Relation{
					Type: ecosystem.CooperatesWith, From: fmt.Sprintf("org:o%05d", i), To: fmt.Sprintf("org:o%05d", j), Weight: weight(), Sources: source,
				})
			}
		}
	}
	g.Relations = b.Graph().Relations
	return g
}

// allPaths lists every simple path, as "weight ids", best first.
func allPaths(g ecosystem.Graph, from, to string, hops, k int) []string {
	weights := map[[2]string]float64{}
	far := map[string][]string{}
	for _, r := range g.Relations {
		weights[[2]string{r.From, r.To}], weights[[2]string{r.To, r.From}] = r.Weight, r.Weight
		far[r.From], far[r.To] = append(far[r.From], r.To), append(far[r.To], r.From)
	}
	type found struct {
		weight float64
		ids    []string
	}
	var all []found
	var extend func(ids []string, weight float64)
	extend = func(ids []string, weight float64) {
		last := ids[len(ids)-1]
		if last == to {
			all = append(all, found{weight, slices.Clone(ids)})
			return
		}
		for _, next := range far[last] {
			if len(ids) <= hops && !slices.Contains(ids, next) {
				extend(append(slices.Clip(ids), next), weight*weights[[2]string{last, next}])
			}
		}
	}
	extend([]string{from}, 1)
	slices.SortFunc(all, func(a, b found) int {
		return cmp.Or(cmp.Compare(len(a.ids), len(b.ids)), cmp.Compare(b.weight, a.weight), slices.Compare(a.ids, b.ids))
	})
	var out []string
	for _, f := range all[:min(k, len(all))] {
		out = append(out, fmt.Sprint(f.weight, " ", strings.Join(f.ids, " ")))
	}
	return out
}

// Pruning must not lose a path, neither when weights differ by little nor when
// most products are the same.
func TestPathsAgainstEnumeration(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 13))
	steps := []float64{1, 0.95, 0.9, 0.8, 0.5}
	for name, weight := range map[string]func() float64{
		"all weights":     func() float64 { return 1 - rng.Float64() },
		"close weights":   func() float64 { return 0.9 + rng.Float64()/1e4 },
		"few weights":     func() float64 { return steps[rng.IntN(len(steps))] },
		"one weight":      func() float64 { return 0.9 },
		"full weight":     func() float64 { return 1 },
		"nearly the same": func() float64 { return 0.7 + float64(rng.IntN(3))*1.2e-16 },
	} {
		t.Run(name, func(t *testing.T) {
			longest := 0
			for _, density := range []float64{0.25, 0.4, 0.8} {
				for range 8 {
					g := mesh(rng, 9, density, weight)
					s := loaded(t, g)
					q := store.PathQuery{From: "org:o00000", To: "org:o00008", MaxHops: 1 + rng.IntN(6), K: 1 + rng.IntN(20)}
					answer, err := s.Paths(t.Context(), q)
					if err != nil || answer.Truncated {
						t.Fatalf("truncated %v, %v", answer.Truncated, err)
					}
					var got []string
					for _, p := range answer.Paths {
						line := []string{fmt.Sprint(p.Weight), p.Start.ID}
						for _, step := range p.Steps {
							line = append(line, step.Node.ID)
						}
						got = append(got, strings.Join(line, " "))
						longest = max(longest, len(p.Steps))
					}
					if diff := gocmp.Diff(allPaths(g, q.From, q.To, q.MaxHops, q.K), got); diff != "" {
						t.Fatalf("density %g, %d hops, %d paths (-want +got):\n%s", density, q.MaxHops, q.K, diff)
					}
				}
			}
			if longest < 4 {
				t.Errorf("the longest path had %d hops only", longest)
			}
		})
	}
}
