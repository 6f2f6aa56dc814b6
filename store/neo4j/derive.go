package neo4j

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/text"
)

// derive works out the properties of an entity that follow from the rest of the
// graph or from a rule of this program, so that a filter is a membership test.
// An entity is written again when they change, even if it says the same.
func (t *tree) derive(e *ecosystem.Entity) properties {
	p := properties{propSortName: sortName(text.SortKey(e.Name), e.ID), propTokens: tokensOf(e)}
	p.list(propDocuments, documentsOf(e.Sources))
	p.list(propSections, sectionsOf(e.Sources))
	p.text(propCertainty, string(certaintyOf(e.Sources)))
	places, fields := t.located[e.ID], t.inField[e.ID]
	p.list(propRegions, t.onlyRegions(places))
	p.list(propWithin, climb(places, t.placesUp, t.depth))
	p.list(propFields, climb(fields, nil, 0))
	p.list(propFieldsAbove, climb(fields, t.fieldsUp, t.depth))
	return p
}

// digest is a short digest of properties.
func (p properties) digest() string {
	line, err := json.Marshal(p) // maps are written in key order
	if err != nil {
		panic("neo4j: plain properties do not marshal: " + err.Error())
	}
	sum := sha256.Sum256(line)
	return hex.EncodeToString(sum[:6])
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
type tree struct {
	depth              int                 // relations that climb goes up at most
	located, inField   map[string][]string // places and fields of an entity
	placesUp, fieldsUp map[string][]string // what places lie in, what fields are part of
	entities           map[string]*ecosystem.Entity
}

func newTree(entities map[string]*ecosystem.Entity, relations map[string]*ecosystem.Relation, depth int) *tree {
	t := &tree{
		depth: depth, entities: entities,
		located: map[string][]string{}, inField: map[string][]string{},
		placesUp: map[string][]string{}, fieldsUp: map[string][]string{},
	}
	for _, r := range relations {
		place := t.kind(r.From) == ecosystem.Region || t.kind(r.From) == ecosystem.IndustryCluster
		switch r.Type {
		case ecosystem.LocatedIn:
			t.located[r.From] = append(t.located[r.From], r.To)
			if place {
				t.placesUp[r.From] = append(t.placesUp[r.From], r.To)
			}
		case ecosystem.PartOf:
			if place {
				t.placesUp[r.From] = append(t.placesUp[r.From], r.To)
			}
			if t.kind(r.From) == ecosystem.TechnologyField {
				t.fieldsUp[r.From] = append(t.fieldsUp[r.From], r.To)
			}
		case ecosystem.InField:
			t.inField[r.From] = append(t.inField[r.From], r.To)
		default: // says nothing about places or fields
		}
	}
	return t
}

func (t *tree) kind(id string) ecosystem.Kind {
	if e := t.entities[id]; e != nil {
		return e.Kind
	}
	return ""
}

func (t *tree) onlyRegions(places []string) []string {
	regions := slices.DeleteFunc(slices.Clone(places), func(id string) bool { return t.kind(id) != ecosystem.Region })
	return climb(regions, nil, 0)
}

// climb lists the ids and what is above them, at most so many steps up, sorted.
func climb(ids []string, up map[string][]string, steps int) []string {
	seen := map[string]bool{}
	for level := ids; len(level) > 0; steps-- {
		var next []string
		for _, id := range level {
			if seen[id] {
				continue
			}
			seen[id] = true
			if steps > 0 {
				next = append(next, up[id]...)
			}
		}
		level = next
	}
	return slices.Sorted(maps.Keys(seen))
}
