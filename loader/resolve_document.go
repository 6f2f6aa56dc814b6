package loader

import (
	"fmt"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/store/text"
)

// sources resolves the documents of a row and reports whether all are known.
func (r *resolver) sources(at table.Place, sources []ecosystem.Source) bool {
	ok := true
	for i := range sources {
		if sources[i].Document == "" || len(r.documents) == 0 {
			ok = false // noted already
			continue
		}
		id, problem := r.document(sources[i].Document)
		if problem != "" {
			r.problems.Add(at, "document", "%s", problem)
			ok = false
			continue
		}
		sources[i].Document = id
	}
	return ok
}

// quietSources resolves the documents of the column region, whose problems were
// noted for the entity of the same row.
func (r *resolver) quietSources(rel *table.RelationRecord) {
	for i := range rel.Sources {
		id, problem := r.document(rel.Sources[i].Document)
		if problem != "" {
			rel.Broken = true
			continue
		}
		rel.Sources[i].Document = id
	}
}

// document finds the id of a document by its id or its title.
func (r *resolver) document(cell string) (id, problem string) {
	if _, ok := r.documents[cell]; ok {
		return cell, ""
	}
	found := r.titles[text.Normalize(cell)]
	switch len(found) {
	case 1:
		return found[0], ""
	case 0:
		return "", fmt.Sprintf("no document has the id or the title %q; it needs a row in the table sources%s", cell, r.nearDocument(cell))
	default:
		return "", fmt.Sprintf("several documents have the title %q: %s; write the id", cell, strings.Join(found, ", "))
	}
}

func (r *resolver) nearDocument(cell string) string {
	if r.suggestions++; r.suggestions > maxSuggestions {
		return ""
	}
	var known []string
	for id, title := range r.documents {
		known = append(known, id, title)
	}
	slices.Sort(known)
	if near := table.Nearest(cell, known); near != "" {
		return fmt.Sprintf(", or did you mean %s?", near)
	}
	return ""
}
