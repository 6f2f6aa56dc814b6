package resolve

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// geography knows which region lies in which, and what lies where.
type geography struct {
	byID    map[string]*ecosystem.Entity // regions
	parents map[string][]string          // of regions
	places  map[string][]string          // regions and clusters of what is no region
}

// maxDepth bounds the way up: districts lie four levels below named regions.
const maxDepth = 8

func newGeography(entities []ecosystem.Entity, ties []tie) *geography {
	g := &geography{byID: map[string]*ecosystem.Entity{}, parents: map[string][]string{}, places: map[string][]string{}}
	for i := range entities {
		if e := &entities[i]; e.Kind == ecosystem.Region {
			g.byID[e.ID] = e
		}
	}
	for _, t := range ties {
		switch {
		case t.kind == ecosystem.PartOf && g.byID[t.from] != nil && g.byID[t.to] != nil:
			g.parents[t.from] = append(g.parents[t.from], t.to)
		case t.kind == ecosystem.LocatedIn:
			g.places[t.from] = append(g.places[t.from], t.to)
		}
	}
	return g
}

// regions lists where an entity lies, the most exact regions first, then what
// they lie in. What lies in a cluster lies where the cluster lies.
func (g *geography) regions(id string) []string {
	var out []string
	level := []string{id}
	for range maxDepth {
		var next []string
		for _, at := range level {
			next = append(next, g.parents[at]...)
			next = append(next, g.places[at]...)
		}
		level = next[:0:0]
		for _, at := range next {
			if g.byID[at] == nil {
				level = append(level, at)
			} else if !slices.Contains(out, at) {
				out, level = append(out, at), append(level, at)
			}
		}
	}
	return out
}

// chain is a region with everything it lies in.
func (g *geography) chain(region string) []string {
	if g.byID[region] == nil {
		return nil
	}
	return append([]string{region}, g.regions(region)...)
}

// within reports whether an entity is in a region, or the region is one of the
// places below where the entity lies: a provincial academy is for the city too.
func (g *geography) within(id, region string) bool {
	if id == region {
		return true
	}
	at := g.regions(id)
	return slices.Contains(at, region) || len(at) > 0 && slices.Contains(g.chain(region), at[0])
}

// level is the region of a chain that 省, 市 or 县 means for someone in it.
func (g *geography) level(region, suffix string) *ecosystem.Entity {
	for _, id := range g.chain(region) {
		e := g.byID[id]
		if w := regionWord(e.Name); w.suffix == suffix || suffix == "县" && len(e.Name) > 0 && hasSuffixRune(e.Name, '县') {
			return e
		}
	}
	return nil
}

func hasSuffixRune(s string, r rune) bool {
	runes := []rune(s)
	return len(runes) > 0 && runes[len(runes)-1] == r
}
