package loader

import (
	"fmt"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/store/text"
)

// maxSuggestions bounds how many unknown names are compared with all known ones.
const maxSuggestions = 100

// resolver puts ids where rows name what stands in another row. A row whose
// reference leads nowhere is marked broken.
type resolver struct {
	problems    *table.Problems
	entities    resolve.Index
	names       []string            // of entities, normalized; made when first needed
	documents   map[string]string   // titles by id
	titles      map[string][]string // ids by normalized title
	suggestions int
	open        []openEnd // cells that no exact name settles
	readings    Readings
}

func resolveReferences(records *table.Records, problems *table.Problems) Readings {
	r := &resolver{problems: problems, documents: map[string]string{}, titles: map[string][]string{}}
	for _, d := range records.Documents {
		key := text.Normalize(d.Title)
		if _, again := r.documents[d.ID]; !again && key != "" {
			r.titles[key] = append(r.titles[key], d.ID)
		}
		r.documents[d.ID] = d.Title
	}
	for i := range records.Entities {
		if e := &records.Entities[i]; e.ID != "" {
			r.entities.Add(&e.Entity)
		}
	}
	haveEntities := r.missingTables(records)
	for i := range records.Entities {
		e := &records.Entities[i]
		e.Broken = !r.sources(e.Place, e.Sources) || e.Broken
	}
	for i := range records.Relations {
		if rel := &records.Relations[i]; haveEntities {
			r.relation(rel)
		} else {
			rel.Broken = true
		}
	}
	r.closeEnds(records)
	return r.readings
}

// missingTables says once that a table is missing, rather than of every row
// that what it refers to is unknown. It returns false when there is no table of
// entities to refer to.
func (r *resolver) missingTables(records *table.Records) bool {
	var first table.Place
	switch {
	case len(records.Entities) > 0:
		first.File = records.Entities[0].File
	case len(records.Relations) > 0:
		first.File = records.Relations[0].File
	default:
		return true // there is nothing that refers to anything
	}
	if len(records.Documents) == 0 {
		r.problems.Add(first, "document", "the table sources (sources.csv) is missing or empty; each document that a row cites needs a row there")
	}
	if len(records.Entities) == 0 {
		r.problems.Add(first, "from", "the table entities (entities.csv) is missing or empty; each end of a relation needs a row there")
		return false
	}
	return true
}

func (r *resolver) relation(rel *table.RelationRecord) {
	kinds := endKinds(rel)
	for i, end := range []*string{&rel.From, &rel.To} {
		field := [2]string{"from", "to"}[i]
		if *end == "" {
			continue // noted when the row was read
		}
		id, problem, settled := r.entity(*end, kinds[i])
		switch {
		case !settled:
			r.open = append(r.open, openEnd{rel, i, kinds[i], problem})
		case problem != "":
			r.problems.Add(rel.Place, rel.Column(field), "%s", problem)
			rel.Broken = true
		default:
			*end = id
		}
	}
	if !rel.OfRegion { // the row of an entity was looked at already
		rel.Broken = !r.sources(rel.Place, rel.Sources) || rel.Broken
		return
	}
	r.quietSources(rel)
}

// endKinds are the kinds that the ends of a relation may have; where the type is
// unknown, any.
func endKinds(rel *table.RelationRecord) [2][]ecosystem.Kind {
	if rel.OfRegion {
		return [2][]ecosystem.Kind{nil, {ecosystem.Region}}
	}
	info, _ := rel.Type.Info()
	var from, to []ecosystem.Kind
	for _, e := range info.Ends {
		from, to = append(from, e.From...), append(to, e.To...)
	}
	if info.Symmetric {
		from = append(from, to...)
		to = from
	}
	return [2][]ecosystem.Kind{from, to}
}

// entity finds the id that a cell means by its exact names, or says what the
// problem is. Kinds decide between namesakes. Without a name that settles the
// matter, settled is false: other rows may help.
func (r *resolver) entity(cell string, kinds []ecosystem.Kind) (id, problem string, settled bool) {
	if r.entities.ByID(cell) != nil {
		return cell, "", true
	}
	if ecosystem.HasIDPrefix(cell) {
		return "", fmt.Sprintf("nothing has the id %q%s", cell, r.nearID(cell)), true
	}
	found := r.entities.Find(cell, kinds...)
	if len(found) == 0 {
		found = r.entities.Find(cell)
	}
	switch len(found) {
	case 0:
		return "", "", false
	case 1:
		return found[0].ID, "", true
	default:
		return "", fmt.Sprintf("%q may mean %s; write the id", cell, candidates(found)), false
	}
}

func candidates(found []*ecosystem.Entity) string {
	var out []string
	for _, e := range found {
		out = append(out, e.ID+" "+e.Name)
	}
	return strings.Join(out, " or ")
}

func (r *resolver) nearID(id string) string {
	if r.suggestions++; r.suggestions > maxSuggestions {
		return ""
	}
	prefix, slug, _ := strings.Cut(id, ":")
	var slugs []string // what all ids of a kind begin with makes none of them near
	for _, known := range r.entities.IDs() {
		if s, ok := strings.CutPrefix(known, prefix+":"); ok {
			slugs = append(slugs, s)
		}
	}
	if near := table.Nearest(slug, slugs); near != "" {
		near = prefix + ":" + near
		return fmt.Sprintf("; did you mean %s %s?", near, r.entities.ByID(near).Name)
	}
	return ""
}

func (r *resolver) nearName(name string) string {
	if r.suggestions++; r.suggestions > maxSuggestions {
		return ""
	}
	if r.names == nil {
		r.names = r.entities.Names()
	}
	near := table.Nearest(text.Normalize(name), r.names)
	if near == "" {
		return "; add it to entities, or write its id"
	}
	return fmt.Sprintf("; did you mean %s?", candidates(r.entities.Find(near)))
}
