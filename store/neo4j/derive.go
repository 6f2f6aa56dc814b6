package neo4j

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/text"
)

// derive works out the properties of an entity that follow from the rest of the
// graph or from a rule of this program, so that a filter is a membership test.
// An entity is written again when they change, even if it says the same.
//
// The two texts that take long to make are given; see stage.addEntities.
func (t *tree) derive(e *ecosystem.Entity, n uint32, tokens, sortName string) properties {
	p := properties{propTokens: tokens, propSortName: sortName}
	p.list(propDocuments, documentsOf(e.Sources))
	p.list(propSections, sectionsOf(e.Sources))
	p.text(propCertainty, string(certaintyOf(e.Sources)))
	places, fields := t.located.of(n), t.inField.of(n)
	p.list(propRegions, t.sorted(t.onlyRegions(places)))
	p.list(propWithin, t.sorted(climb(places, t.placesUp, t.depth)))
	p.list(propFields, t.sorted(climb(fields, nil, 0)))
	p.list(propFieldsAbove, t.sorted(climb(fields, t.fieldsUp, t.depth)))
	return p
}

// digest is a short digest of properties.
func (p properties) digest() digest {
	line, err := json.Marshal(p) // maps are written in key order
	if err != nil {
		panic("neo4j: plain properties do not marshal: " + err.Error())
	}
	sum := sha256.Sum256(line)
	return digest(sum[:6])
}

// tokensOf joins the search tokens, with a blank before and behind each, so that
// a filter can look one up as a part of the text.
func tokensOf(e *ecosystem.Entity) string {
	return " " + strings.Join(text.Tokens(e), " ") + " "
}

func documentsOf(sources []ecosystem.Source) []string {
	var out []string
	for _, s := range sources {
		out = append(out, s.Document)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sectionsOf lists every place that holds a source: each level of the locator,
// once with its document (doc:x#专栏5) and once without (#专栏5).
func sectionsOf(sources []ecosystem.Source) []string {
	var out []string
	for _, s := range sources {
		for _, level := range ecosystem.LocatorLevels(s.Locator) {
			out = append(out, sectionIn(s.Document, level), sectionIn("", level))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func sectionIn(document, level string) string { return document + "#" + level }

func certaintyOf(sources []ecosystem.Source) ecosystem.Certainty {
	if len(sources) == 0 {
		return ""
	}
	surest := slices.MaxFunc(sources, func(a, b ecosystem.Source) int { return cmp.Compare(a.Confidence, b.Confidence) })
	return surest.Certainty()
}

// tree is what a graph says about where things lie and which fields they are of.
// Entities go by their numbers in the stage.
type tree struct {
	stage              *stage
	depth              int  // relations that climb goes up at most
	located, inField   arcs // from an entity to its places and fields
	placesUp, fieldsUp arcs // from places to what they lie in, from fields to what they are part of
}

func newTree(s *stage, depth int) *tree {
	t := &tree{stage: s, depth: depth}
	for _, r := range s.relations.rows {
		kind, e := s.kind(r.from), arc{r.from, r.to}
		place := kind == ecosystem.Region || kind == ecosystem.IndustryCluster
		switch s.types.all[r.word] {
		case ecosystem.LocatedIn:
			t.located = append(t.located, e)
			if place {
				t.placesUp = append(t.placesUp, e)
			}
		case ecosystem.PartOf:
			if place {
				t.placesUp = append(t.placesUp, e)
			}
			if kind == ecosystem.TechnologyField {
				t.fieldsUp = append(t.fieldsUp, e)
			}
		case ecosystem.InField:
			t.inField = append(t.inField, e)
		default: // says nothing about places or fields
		}
	}
	for _, e := range []arcs{t.located, t.inField, t.placesUp, t.fieldsUp} {
		slices.SortFunc(e, func(a, b arc) int { return cmp.Compare(a.from, b.from) })
	}
	return t
}

// arc leads from one entity to another one.
type arc struct{ from, to uint32 }

// arcs are sorted by where they lead from.
type arcs []arc

// of lists where the arcs from n lead to.
func (e arcs) of(n uint32) (to []uint32) {
	at, _ := slices.BinarySearchFunc(e, n, func(e arc, n uint32) int { return cmp.Compare(e.from, n) })
	for ; at < len(e) && e[at].from == n; at++ {
		to = append(to, e[at].to)
	}
	return to
}

func (t *tree) onlyRegions(places []uint32) map[uint32]bool {
	regions := slices.DeleteFunc(slices.Clone(places), func(n uint32) bool { return t.stage.kind(n) != ecosystem.Region })
	return climb(regions, nil, 0)
}

func (t *tree) sorted(set map[uint32]bool) []string {
	ids := make([]string, 0, len(set))
	for n := range set {
		ids = append(ids, t.stage.ids[n])
	}
	slices.Sort(ids)
	return ids
}

// climb gives the entities and what is above them, at most so many steps up.
func climb(from []uint32, up arcs, steps int) map[uint32]bool {
	seen := map[uint32]bool{}
	for level := from; len(level) > 0; steps-- {
		var next []uint32
		for _, n := range level {
			if seen[n] {
				continue
			}
			seen[n] = true
			if steps > 0 {
				next = append(next, up.of(n)...)
			}
		}
		level = next
	}
	return seen
}
