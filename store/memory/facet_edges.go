package memory

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// countTypes counts by the types of relations, in either sense.
func (s *selector) countTypes(held set) map[string]int {
	counts := map[string]int{}
	none := slices.Clone(held)
	for number, name := range s.typeNames {
		either := s.newSet()
		either.unite(s.related[outward][number])
		either.unite(s.related[inward][number])
		if n := held.countBoth(either); n > 0 {
			counts[string(name)] = n
		}
		none.subtract(either)
	}
	if n := none.count(); n > 0 {
		counts[""] = n
	}
	return counts
}

// countStrengths counts by the strength words of disciplines.
func (s *selector) countStrengths(held set) (map[string]int, error) {
	counts := map[string]int{}
	strong := maskOf(s.types, []ecosystem.RelationType{ecosystem.StrongIn})
	var words []string // of one entity
	for place := range held.all() {
		words = words[:0]
		for _, e := range s.edgesOf(place, strong) {
			if err := s.watch.tick(); err != nil {
				return nil, err
			}
			if word := s.relations.word(s.relations.rows[e.relation()].strength); e.out() && word != "" {
				words = append(words, word)
			}
		}
		countEach(counts, words)
	}
	return counts, nil
}

// countEach counts the values of one entity, each once; without any, the empty
// value.
func countEach(counts map[string]int, values []string) {
	slices.Sort(values)
	for _, value := range slices.Compact(values) {
		counts[value]++
	}
	if len(values) == 0 {
		counts[""]++
	}
}

// countLevel counts by the regions or fields of one level that the entities lie in.
func (s *selector) countLevel(held set, d store.Dimension) (map[string]int, error) {
	kind, level, _ := d.Level()
	member, up := ecosystem.LocatedIn, []ecosystem.RelationType{ecosystem.LocatedIn, ecosystem.PartOf}
	through := []ecosystem.Kind{ecosystem.Region, ecosystem.IndustryCluster}
	if kind == ecosystem.TechnologyField {
		member, up, through = ecosystem.InField, up[1:], []ecosystem.Kind{kind}
	}
	c := climber{s, maskOf(s.types, up), maskOf(s.kinds, through), map[int32][]string{}, func(e *ecosystem.Entity) bool {
		return e.Kind == kind && e.Properties["level"] == level
	}}
	counts := map[string]int{}
	members := maskOf(s.types, []ecosystem.RelationType{member})
	var values []string // of one entity
	for place := range held.all() {
		values = values[:0]
		for _, e := range s.edgesOf(place, members) {
			if !e.out() {
				continue
			}
			above, err := c.from(e.far)
			if err != nil {
				return nil, err
			}
			values = append(values, above...)
		}
		countEach(counts, values)
	}
	return counts, nil
}

// climber goes up a tree, once from each place.
type climber struct {
	*selector
	up, through mask
	known       map[int32][]string
	wanted      func(*ecosystem.Entity) bool
}

// from gives the ids of what is wanted at the place and above it, at most so many
// levels up as the limits allow.
func (c *climber) from(place int32) (ids []string, err error) {
	if ids, known := c.known[place]; known {
		return ids, nil
	}
	seen, level := map[int32]bool{place: true}, []int32{place}
	for depth := 0; len(level) > 0; depth++ {
		var next []int32
		for _, at := range level {
			if e := c.entities[at]; c.wanted(e) {
				ids = append(ids, e.ID)
			}
			if depth == c.levels || !c.through.has(c.kindOf[at]) {
				continue
			}
			for _, e := range c.edgesOf(at, c.up) {
				if err := c.watch.tick(); err != nil {
					return nil, err
				}
				if e.out() && c.up.has(e.kind()) && !seen[e.far] {
					seen[e.far] = true
					next = append(next, e.far)
				}
			}
		}
		level = next
	}
	c.known[place] = ids
	return ids, nil
}
