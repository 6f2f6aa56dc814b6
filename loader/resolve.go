package loader

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/store/text"
)

// maxSuggestions bounds how many unknown names are compared with all known ones.
const maxSuggestions = 100

// resolver puts ids where rows name what stands in another row. A row whose
// reference leads nowhere is marked broken.
type resolver struct {
	rows        *rows
	problems    *table.Problems
	documents   map[string]string   // titles by id
	titles      map[string][]string // ids by normalized title
	ids         []string            // of all entities, sorted; made when first needed
	suggestions int
}

func newResolver(rows *rows, problems *table.Problems) *resolver {
	r := &resolver{rows: rows, problems: problems, documents: map[string]string{}, titles: map[string][]string{}}
	for _, d := range rows.documents {
		key := text.Normalize(d.Title)
		if _, again := r.documents[d.ID]; !again && key != "" {
			r.titles[key] = append(r.titles[key], d.ID)
		}
		r.documents[d.ID] = d.Title
	}
	return r
}

// missingTables says once that a table is missing, rather than of every row
// that what it refers to is unknown. It returns false when there is no table of
// entities to refer to.
func (r *resolver) missingTables() bool {
	first := table.Place{File: r.rows.first[0]}
	noEntities := r.rows.entities.Records() == 0
	if noEntities {
		first.File = r.rows.first[1]
		if first.File == "" {
			return true // there is nothing that refers to anything
		}
	}
	if len(r.rows.documents) == 0 {
		r.problems.Add(first, "document", "the table sources (sources.csv) is missing or empty; each document that a row cites needs a row there")
	}
	if noEntities {
		r.problems.Add(first, "from", "the table entities (entities.csv) is missing or empty; each end of a relation needs a row there")
	}
	return !noEntities
}

// relation checks the ends of a row, if that was not done before, and resolves
// its documents.
func (r *resolver) relation(rel *relationRow) {
	if !rel.settled {
		for i, end := range []string{rel.From, rel.To} {
			if _, known := r.rows.kinds[end]; known || end == "" { // a blank cell was noted when the row was read
				continue
			}
			r.problems.Add(rel.Place, rel.Column([2]string{"from", "to"}[i]), "%s", r.unknownID(end))
			rel.Broken = true
		}
	}
	if rel.OfRegion { // the row of an entity was looked at already
		r.quietSources(&rel.RelationRecord)
		return
	}
	rel.Broken = !r.sources(rel.Place, rel.Sources) || rel.Broken
}

func (r *resolver) unknownID(id string) string {
	return fmt.Sprintf("nothing has the id %q%s", id, r.nearID(id))
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
	if r.ids == nil {
		r.ids = slices.Sorted(maps.Keys(r.rows.kinds))
	}
	prefix, slug, _ := strings.Cut(id, ":")
	var slugs []string // what all ids of a kind begin with makes none of them near
	for _, known := range r.ids {
		if s, ok := strings.CutPrefix(known, prefix+":"); ok {
			slugs = append(slugs, s)
		}
	}
	if near := table.Nearest(slug, slugs); near != "" {
		near = prefix + ":" + near
		return fmt.Sprintf("; did you mean %s?", strings.TrimSpace(near+" "+r.nameOf(near)))
	}
	return ""
}

// nameOf is the name in the first row of an entity.
func (r *resolver) nameOf(id string) string {
	rows, err := r.rows.entityRows(partitionOf(id))
	if err != nil {
		return "" // of a suggestion; whoever needs the rows will see the error
	}
	for i := range rows {
		if rows[i].ID == id {
			return rows[i].Name
		}
	}
	return ""
}
