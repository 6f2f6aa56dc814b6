package evaluate

import (
	"cmp"
	"hash/fnv"
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// Part is one of the two parts that the ties are divided into.
type Part string

// The parts: constants are checked on the first; the second is only reported.
const (
	Validation Part = "validation"
	Test       Part = "test"
)

// Tie is a cooperation between a body of the home region and one outside.
type Tie struct {
	Local, Partner string // ids
	Relations      []ecosystem.Relation
	// Statement names the place or places that state it; ties that share one have the
	// same name.
	Statement string
	Part      Part
}

// Ties lists the ties of a graph across the border of the home region, by id.
func Ties(g ecosystem.Graph, home map[string]bool) []Tie {
	kinds := kindsOf(g)
	found := map[[2]string]*Tie{}
	for _, r := range g.Relations {
		local, partner := r.From, r.To
		if home[partner] {
			local, partner = partner, local
		}
		if r.Type != ecosystem.CooperatesWith || !home[local] || home[partner] || !isBody(kinds[local]) || !isBody(kinds[partner]) {
			continue
		}
		pair := [2]string{local, partner}
		if found[pair] == nil {
			found[pair] = &Tie{Local: local, Partner: partner}
		}
		found[pair].Relations = append(found[pair].Relations, r)
	}
	ties := make([]Tie, 0, len(found))
	for _, t := range found {
		ties = append(ties, *t)
	}
	slices.SortFunc(ties, func(a, b Tie) int {
		return cmp.Or(cmp.Compare(a.Local, b.Local), cmp.Compare(a.Partner, b.Partner))
	})
	divide(ties)
	return ties
}

// divide names the statements and puts each whole into one part.
func divide(ties []Tie) {
	for i := range ties {
		ties[i].Statement = ties[i].Local + " " + ties[i].Partner
	}
	for i := range ties {
		for j := range i {
			if ties[i].Statement != ties[j].Statement && sameStatement(ties[i].places(), ties[j].places()) {
				rename(ties, ties[i].Statement, ties[j].Statement)
			}
		}
	}
	for i := range ties {
		ties[i].Part = partOf(ties[i].Statement)
	}
}

// partOf divides by a fixed hash.
func partOf(name string) Part {
	h := fnv.New32a()
	_, _ = h.Write([]byte(name)) // never fails
	if h.Sum32()%2 == 1 {
		return Test
	}
	return Validation
}

func rename(ties []Tie, old, now string) {
	for i := range ties {
		if ties[i].Statement == old {
			ties[i].Statement = now
		}
	}
}

func (t Tie) places() []ecosystem.Source {
	var all []ecosystem.Source
	for _, r := range t.Relations {
		all = append(all, r.Sources...)
	}
	return all
}

// samePlace: one document, and one locator within the other. A page without locators is
// one place.
func samePlace(a, b ecosystem.Source) bool {
	return a.Document == b.Document &&
		(a.Locator == b.Locator || ecosystem.InSection(a.Locator, b.Locator) || ecosystem.InSection(b.Locator, a.Locator))
}

func sameStatement(a, b []ecosystem.Source) bool {
	return slices.ContainsFunc(a, func(s ecosystem.Source) bool {
		return slices.ContainsFunc(b, func(o ecosystem.Source) bool { return samePlace(s, o) })
	})
}

// isBody: what ties join.
func isBody(k ecosystem.Kind) bool { return k.IsOrganization() || k == ecosystem.Platform }

func kindsOf(g ecosystem.Graph) map[string]ecosystem.Kind {
	kinds := make(map[string]ecosystem.Kind, len(g.Entities))
	for i := range g.Entities {
		kinds[g.Entities[i].ID] = g.Entities[i].Kind
	}
	return kinds
}

// Within lists what lies in a region: the region, all below it, and what is located in
// any of these or in a cluster there.
func Within(g ecosystem.Graph, region string) map[string]bool {
	inside := map[string]bool{region: true}
	kinds := kindsOf(g)
	for grown := true; grown; {
		grown = false
		for i := range g.Relations {
			r := &g.Relations[i]
			place := r.Type == ecosystem.LocatedIn || r.Type == ecosystem.PartOf && (kinds[r.From] == ecosystem.Region || kinds[r.From] == ecosystem.IndustryCluster)
			if place && inside[r.To] && !inside[r.From] {
				inside[r.From], grown = true, true
			}
		}
	}
	return inside
}

// Candidates are the organizations and platforms outside, by id.
func Candidates(g ecosystem.Graph, home map[string]bool) []string {
	var outside []string
	for i := range g.Entities {
		if e := &g.Entities[i]; isBody(e.Kind) && !home[e.ID] {
			outside = append(outside, e.ID)
		}
	}
	slices.Sort(outside)
	return outside
}
