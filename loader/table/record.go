package table

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// Records are the rows of a set of tables, cells read and checked one by one.
// The cells that name something in another row still hold what the row says: an
// id or a name. These are document of every row and from and to of relations.
type Records struct {
	Documents []DocumentRecord
	Entities  []EntityRecord
	Relations []RelationRecord
	// Incomplete: some file or row could not be read at all, so that a reference
	// to nothing known proves nothing.
	Incomplete bool
}

// add appends rows. Their lists of sources are copied, because resolving writes
// into them.
func (r *Records) add(more *Records) {
	r.Documents = append(r.Documents, more.Documents...)
	for _, e := range more.Entities {
		e.Sources = slices.Clone(e.Sources)
		r.Entities = append(r.Entities, e)
	}
	for _, rel := range more.Relations {
		rel.Sources = slices.Clone(rel.Sources)
		r.Relations = append(r.Relations, rel)
	}
	r.Incomplete = r.Incomplete || more.Incomplete
}

// DocumentRecord is one row of sources.
type DocumentRecord struct {
	Place
	ecosystem.Document
}

// EntityRecord is one row of entities.
type EntityRecord struct {
	Place
	ecosystem.Entity // with the one source of the row
	// Broken: the row is known to be wrong in a way that leaves open what the
	// entity is. It counts as a target of references only.
	Broken bool
}

// RelationRecord is one row of relations, or the region of a row of entities.
type RelationRecord struct {
	Place
	ecosystem.Relation // with the one source of the row
	Broken             bool
	// OfRegion: the relation stands in the column region of an entity's row.
	OfRegion bool
}

// Column tells in which column of its file a field of the relation stands.
func (r RelationRecord) Column(field string) string {
	switch {
	case r.OfRegion && field == "to":
		return "region"
	case r.OfRegion && field == "from":
		return "id"
	default:
		return field
	}
}
