package baseline

import (
	"maps"
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// Graph is a graph without directions and types.
type Graph struct {
	at         map[string]int
	neighbours [][]int // each once, in order
	fields     map[string]map[string]float64
	tied       map[string]map[string]bool // bodies with which a body has ties
}

// NewGraph reads a graph.
func NewGraph(g ecosystem.Graph) *Graph {
	b := &Graph{at: map[string]int{}, neighbours: make([][]int, len(g.Entities)), fields: fieldsOf(g), tied: map[string]map[string]bool{}}
	for i := range g.Entities {
		b.at[g.Entities[i].ID] = i
	}
	for i := range g.Relations {
		r := &g.Relations[i]
		from, to := b.at[r.From], b.at[r.To]
		b.neighbours[from] = append(b.neighbours[from], to)
		b.neighbours[to] = append(b.neighbours[to], from)
		if IsTie(r.Type) {
			note(b.tied, r.From, r.To)
			note(b.tied, r.To, r.From)
		}
	}
	for i := range b.neighbours {
		slices.Sort(b.neighbours[i])
		b.neighbours[i] = slices.Compact(b.neighbours[i])
	}
	return b
}

// Degree is the number of neighbours.
func (g *Graph) Degree(id string) int { return len(g.neighbours[g.at[id]]) }

// IsTie reports whether relations of this type may join two bodies that work together.
func IsTie(t ecosystem.RelationType) bool {
	switch t {
	case ecosystem.CooperatesWith, ecosystem.HostedBy, ecosystem.BuiltBy, ecosystem.ReliesOn, ecosystem.Links, ecosystem.PartOf:
		return true
	default:
		return false
	}
}

func note(sets map[string]map[string]bool, of, member string) {
	if sets[of] == nil {
		sets[of] = map[string]bool{}
	}
	sets[of][member] = true
}

// fieldsOf tells how much each body has to do with each field: itself (IN_FIELD), by
// its disciplines (STRONG_IN, APPLIES_TO), or by what it hosts or builds. What belongs
// to a field belongs to the one above, too.
func fieldsOf(g ecosystem.Graph) map[string]map[string]float64 {
	steps := map[ecosystem.RelationType]map[string]map[string]float64{}
	put := func(t ecosystem.RelationType, from, to string, weight float64) {
		if steps[t] == nil {
			steps[t] = map[string]map[string]float64{}
		}
		if steps[t][from] == nil {
			steps[t][from] = map[string]float64{}
		}
		steps[t][from][to] = max(steps[t][from][to], weight)
	}
	for i := range g.Relations {
		switch r := &g.Relations[i]; r.Type {
		case ecosystem.InField, ecosystem.StrongIn, ecosystem.AppliesTo, ecosystem.PartOf:
			put(r.Type, r.From, r.To, r.Weight)
		case ecosystem.HostedBy, ecosystem.BuiltBy:
			put(ecosystem.HostedBy, r.To, r.From, r.Weight)
		default: // says nothing about fields
		}
	}
	fields := map[string]map[string]float64{}
	add := func(body, field string, weight float64) {
		if fields[body] == nil {
			fields[body] = map[string]float64{}
		}
		fields[body][field] += weight
		for above := range steps[ecosystem.PartOf][field] {
			fields[body][above] += weight
		}
	}
	for _, body := range slices.Sorted(maps.Keys(steps[ecosystem.InField])) {
		for field, w := range steps[ecosystem.InField][body] {
			add(body, field, w)
		}
	}
	for _, way := range [][2]ecosystem.RelationType{{ecosystem.StrongIn, ecosystem.AppliesTo}, {ecosystem.HostedBy, ecosystem.InField}} {
		for body, first := range steps[way[0]] {
			for _, between := range slices.Sorted(maps.Keys(first)) { // sums in a fixed order
				for field, w := range steps[way[1]][between] {
					add(body, field, first[between]*w)
				}
			}
		}
	}
	return fields
}
