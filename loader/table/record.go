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

// Sink takes rows as they are read. An error ends the reading.
type Sink interface {
	Document(DocumentRecord) error
	Entity(EntityRecord) error
	Relation(RelationRecord) error
}

// Document adds a row of sources.
func (r *Records) Document(d DocumentRecord) error {
	r.Documents = append(r.Documents, d)
	return nil
}

// Entity adds a row of entities.
func (r *Records) Entity(e EntityRecord) error {
	r.Entities = append(r.Entities, e)
	return nil
}

// Relation adds a row of relations.
func (r *Records) Relation(rel RelationRecord) error {
	r.Relations = append(r.Relations, rel)
	return nil
}

// pour gives all rows to a sink, with lists of sources of their own, because
// resolving writes into them.
func (r *Records) pour(into Sink) error {
	for _, d := range r.Documents {
		if err := into.Document(d); err != nil {
			return err
		}
	}
	for _, e := range r.Entities {
		e.Sources = slices.Clone(e.Sources)
		if err := into.Entity(e); err != nil {
			return err
		}
	}
	for _, rel := range r.Relations {
		rel.Sources = slices.Clone(rel.Sources)
		if err := into.Relation(rel); err != nil {
			return err
		}
	}
	return nil
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
