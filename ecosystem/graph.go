package ecosystem

import (
	"cmp"
	"maps"
	"slices"
)

// Graph is a whole data set: what a plan yields, what the tables hold, what a
// store is filled with. A graph from Builder is sorted by id and normalized.
type Graph struct {
	Documents []Document
	Entities  []Entity
	Relations []Relation
}

// Builder joins rows that speak of the same thing: the same entity or relation
// may be added several times with different sources and becomes one.
type Builder struct {
	documents map[string]Document
	entities  map[string]*Entity
	rows      map[string][]Entity // what was added under an id: it tells who said what
	contested map[string][]string // by id: fields for which there are several values
	relations []Relation
}

// NewBuilder makes an empty builder.
func NewBuilder() *Builder {
	return &Builder{
		documents: map[string]Document{}, entities: map[string]*Entity{},
		rows: map[string][]Entity{}, contested: map[string][]string{},
	}
}

// Conflict is a contradiction between two rows about the same thing that cannot
// both be kept.
type Conflict struct{ ID, Field, Have, Got string }

// Error names the field and both values.
func (c *Conflict) Error() string {
	return c.ID + " has two different values for " + c.Field + ": " + c.Have + " and " + c.Got
}

// Document adds a document; empty fields are filled from later rows.
func (b *Builder) Document(d Document) error {
	have := b.documents[d.ID]
	have.ID = d.ID
	err := firstError(
		mergeText(d.ID, "title", &have.Title, d.Title),
		mergeText(d.ID, "issuer", &have.Issuer, d.Issuer),
		mergeText(d.ID, "date", &have.Date, d.Date),
		mergeText(d.ID, "url", &have.URL, d.URL),
	)
	b.documents[d.ID] = have
	return err
}

// Entity adds an entity or more sources and names of it. Where sources give
// different values for the English name or a property, all are kept, see Claim;
// lists are joined. Another kind or name, or two values from one place of one
// document, are a *Conflict, and what was there first stays.
func (b *Builder) Entity(e Entity) error {
	have := b.entities[e.ID]
	if have == nil {
		have = &Entity{ID: e.ID, Kind: e.Kind}
		b.entities[e.ID] = have
	}
	err := firstError(
		mergeText(e.ID, "kind", (*string)(&have.Kind), string(e.Kind)),
		mergeText(e.ID, "name", &have.Name, e.Name),
		b.claim(have, &e, fieldNameEn),
	)
	for _, name := range slices.Sorted(maps.Keys(e.Properties)) { // the same conflict is reported each time
		err = firstError(err, b.claim(have, &e, name))
	}
	for _, c := range e.Claims {
		b.contest(e.ID, c.Field)
	}
	b.rows[e.ID] = append(b.rows[e.ID], e)
	have.Aliases = append(have.Aliases, e.Aliases...)
	have.FormerNames = append(have.FormerNames, e.FormerNames...)
	have.ExternalIDs = append(have.ExternalIDs, e.ExternalIDs...)
	have.Sources = append(have.Sources, e.Sources...)
	have.Status, have.StatusDate = laterStatus(have.Status, have.StatusDate, e.Status, e.StatusDate)
	return err
}

// Has reports whether an entity with this id was added, and returns it.
func (b *Builder) Has(id string) (*Entity, bool) {
	e, ok := b.entities[id]
	return e, ok
}

// Relation adds a relation or more sources of it. Between ends that were not
// added a symmetric one must have its CanonicalEnds.
func (b *Builder) Relation(r Relation) { b.relations = append(b.relations, r) }

// Graph returns what was added, merged, normalized and sorted by id.
func (b *Builder) Graph() Graph {
	var g Graph
	for _, d := range b.documents {
		g.Documents = append(g.Documents, d)
	}
	for _, e := range b.entities {
		b.settle(e)
		e.Normalize()
		g.Entities = append(g.Entities, *e)
	}
	relations := map[string]*Relation{}
	for _, r := range b.relations {
		b.canonicalEnds(&r)
		r.ID = r.RelationID()
		if have := relations[r.ID]; have != nil {
			have.merge(r)
			continue
		}
		r.Sources = slices.Clone(r.Sources) // a list of its own to grow: rows may share theirs
		relations[r.ID] = &r
	}
	for _, r := range relations {
		if r.Weight == 0 {
			r.Weight = DefaultWeight(r.Strength, r.Status)
		}
		r.Sources = mergeSources(r.Sources, nil)
		g.Relations = append(g.Relations, *r)
	}
	slices.SortFunc(g.Documents, func(a, b Document) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(g.Entities, func(a, b Entity) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(g.Relations, func(a, b Relation) int { return cmp.Compare(a.ID, b.ID) })
	return g
}

func (b *Builder) canonicalEnds(r *Relation) {
	if from, to := b.entities[r.From], b.entities[r.To]; from != nil && to != nil {
		r.CanonicalEnds(from.Kind, to.Kind)
	}
}

// CanonicalEnds writes a symmetric relation between ends of two kinds in one way
// only, so that a tie that two sources tell from either end is one tie.
func (r *Relation) CanonicalEnds(from, to Kind) {
	info, _ := r.Type.Info()
	if info.Symmetric && info.listed(to, from) && (r.From > r.To || !info.listed(from, to)) {
		r.From, r.To = r.To, r.From
	}
}

func (r *Relation) merge(o Relation) {
	r.Weight = max(r.Weight, o.Weight)
	r.Status, _ = laterStatus(r.Status, "", o.Status, "")
	r.Sources = append(r.Sources, o.Sources...)
}

// laterStatus keeps the status that is known for the later date; at the same
// date the one that is further along.
func laterStatus(a Status, aDate string, b Status, bDate string) (Status, string) {
	if b == "" || (a != "" && cmp.Or(cmp.Compare(bDate, aDate), cmp.Compare(progress(b), progress(a))) <= 0) {
		return a, aDate
	}
	return b, bDate
}

func progress(s Status) int {
	return slices.IndexFunc(Statuses(), func(t Term) bool { return t.Name == string(s) })
}

func mergeText(id, field string, have *string, got string) error {
	switch {
	case got == "" || got == *have:
		return nil
	case *have == "":
		*have = got
		return nil
	default:
		return &Conflict{ID: id, Field: field, Have: *have, Got: got}
	}
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
