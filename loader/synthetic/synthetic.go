package synthetic

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/innograph/innograph/ecosystem"
)

// The smallest and the largest graph. In a smaller one kinds would be missing.
const (
	MinEntities = 100
	MaxEntities = 10_000_000
)

// Options say which graph is made.
type Options struct {
	Entities int // MinEntities to MaxEntities
	Seed     uint64
}

// Generator makes the rows of one graph. It is safe for concurrent use.
type Generator struct {
	seed   uint64
	counts map[ecosystem.Kind]int
	rules  map[ecosystem.Kind][]rule
	order  []ecosystem.Kind
	papers int // source documents
	// weights are the default ones, by strength and status: the table in ecosystem
	// is made anew for whoever asks.
	weights map[[2]string]float64
}

// New makes a generator. Entities out of bounds are BAD_INPUT.
func New(o Options) (*Generator, error) {
	if o.Entities < MinEntities || o.Entities > MaxEntities {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "a made-up graph has %d to %d entities, not %d", MinEntities, MaxEntities, o.Entities)
	}
	g := &Generator{
		seed: o.Seed, counts: sizes(o.Entities), rules: map[ecosystem.Kind][]rule{},
		papers: min(500, 20+o.Entities/2000), weights: map[[2]string]float64{},
	}
	for _, strength := range append(ecosystem.Strengths(), ecosystem.StrengthWeight{}) {
		for _, status := range []ecosystem.Status{"", ecosystem.Planned} {
			g.weights[[2]string{strength.Word, string(status)}] = ecosystem.DefaultWeight(strength.Word, status)
		}
	}
	for _, info := range ecosystem.Kinds() {
		g.order = append(g.order, info.Kind)
	}
	for _, r := range rules() {
		for _, kind := range r.from {
			g.rules[kind] = append(g.rules[kind], r)
		}
	}
	return g, nil
}

// sizes tells how many entities of each kind a graph has. Trees grow to the size
// that they have in China and no further: counties of GB/T 2260, classes of GB/T
// 4754, first-level disciplines.
func sizes(n int) map[ecosystem.Kind]int {
	counts := map[ecosystem.Kind]int{
		ecosystem.Region:          min(3200, max(12, n/40)),
		ecosystem.TechnologyField: min(1400, max(tops+4, n/150)),
		ecosystem.Discipline:      min(117, max(10, n/100)),
	}
	rest := n
	for _, count := range counts {
		rest -= count
	}
	left := rest
	for kind, perMille := range map[ecosystem.Kind]int{
		ecosystem.University: 8, ecosystem.ResearchInstitute: 30, ecosystem.Enterprise: 410, ecosystem.Hospital: 10,
		ecosystem.Agency: 15, ecosystem.Association: 10, ecosystem.Platform: 170, ecosystem.IndustryCluster: 20,
		ecosystem.Programme: 5, ecosystem.Indicator: 4, ecosystem.Policy: 3,
	} {
		counts[kind] = max(2, rest*perMille/1000)
		left -= counts[kind]
	}
	counts[ecosystem.KeyProject] = left
	return counts
}

// Documents are the sources.
func (g *Generator) Documents() iter.Seq[ecosystem.Document] {
	return func(yield func(ecosystem.Document) bool) {
		for i := range g.papers {
			if !yield(ecosystem.Document{
				ID: g.documentID(i), Title: fmt.Sprintf("虚构文件%d（随机生成，非真实资料）", i+1), Issuer: "innograph generate",
				Date: strconv.Itoa(2015 + i%11),
			}) {
				return
			}
		}
	}
}

func (g *Generator) documentID(i int) string { return fmt.Sprintf("doc:made-up-%d", i+1) }

// Entities are in the order of their kinds and numbers.
func (g *Generator) Entities() iter.Seq[ecosystem.Entity] {
	return func(yield func(ecosystem.Entity) bool) {
		for at := range g.all() {
			if !yield(g.entity(at)) {
				return
			}
		}
	}
}

// Relations are in the order of the entities that they were drawn for. Their ids
// and weights are set, and none comes twice.
func (g *Generator) Relations() iter.Seq[ecosystem.Relation] {
	return func(yield func(ecosystem.Relation) bool) {
		for at := range g.all() {
			for _, r := range g.relations(at) {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// Parts gives the whole graph in parts of at most size rows, in an order in which
// a store takes them.
func (g *Generator) Parts(size int) iter.Seq[ecosystem.Graph] {
	return func(yield func(ecosystem.Graph) bool) {
		_ = chunked(g.Documents(), size, func(rows []ecosystem.Document) bool { return yield(ecosystem.Graph{Documents: rows}) }) &&
			chunked(g.Entities(), size, func(rows []ecosystem.Entity) bool { return yield(ecosystem.Graph{Entities: rows}) }) &&
			chunked(g.Relations(), size, func(rows []ecosystem.Relation) bool { return yield(ecosystem.Graph{Relations: rows}) })
	}
}

// chunked hands rows on in lists of at most size; it reports whether visit wants
// more.
func chunked[T any](rows iter.Seq[T], size int, visit func([]T) bool) bool {
	var some []T
	for row := range rows {
		if some = append(some, row); len(some) == size {
			if !visit(some) {
				return false
			}
			some = nil
		}
	}
	return len(some) == 0 || visit(some)
}

// all goes through all entities.
func (g *Generator) all() iter.Seq[place] {
	return func(yield func(place) bool) {
		for _, kind := range g.order {
			for i := range g.counts[kind] {
				if !yield(place{kind, i}) {
					return
				}
			}
		}
	}
}

// Graph is the whole graph at once, sorted and normalized as by a Builder.
func (g *Generator) Graph() ecosystem.Graph {
	out := ecosystem.Graph{
		Documents: slices.Collect(g.Documents()),
		Entities:  slices.Collect(g.Entities()),
		Relations: slices.Collect(g.Relations()),
	}
	slices.SortFunc(out.Documents, func(a, b ecosystem.Document) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(out.Entities, func(a, b ecosystem.Entity) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(out.Relations, func(a, b ecosystem.Relation) int { return cmp.Compare(a.ID, b.ID) })
	return out
}
