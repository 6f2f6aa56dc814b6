package neo4j

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// Every row has its whole content in one property, its record. Answers are made
// of that alone: Neo4j takes no lock to read, so the properties of a row that is
// just being written may come half old and half new; one property comes as the
// old text or the new one, or not at all (errTorn).
//
// A record is a sequence of fields in the control characters that ASCII has for
// it, see recordWriter. It is read some ten times faster than JSON, and an answer
// is made of up to some thousand records.

// recordFormat is part of the hash of each row, so that a load writes all rows
// again when the format has changed.
const recordFormat = "2"

func recordOfEntity(e *ecosystem.Entity) string {
	var w recordWriter
	w.fields(e.ID, string(e.Kind), e.Name, e.NameEn, string(e.Status), e.StatusDate)
	w.list(len(e.Aliases), func(i int) []string { return e.Aliases[i : i+1] })
	w.list(len(e.FormerNames), func(i int) []string { return e.FormerNames[i : i+1] })
	names := slices.Sorted(maps.Keys(e.Properties))
	w.list(len(names), func(i int) []string { return []string{names[i], e.Properties[names[i]]} })
	w.list(len(e.ExternalIDs), func(i int) []string { return []string{e.ExternalIDs[i].Scheme, e.ExternalIDs[i].Value} })
	w.sources(e.Sources)
	w.list(len(e.Claims), func(i int) []string {
		c := e.Claims[i]
		return []string{c.Field, c.Value, indexes(c.Sources, e.Sources)}
	})
	return w.String()
}

func decodeEntity(v any) (*ecosystem.Entity, error) {
	r := newRecordReader(v)
	e := &ecosystem.Entity{
		ID: r.field(), Kind: ecosystem.Kind(r.field()), Name: r.field(), NameEn: r.field(),
		Status: ecosystem.Status(r.field()), StatusDate: r.field(),
	}
	r.list(func(n int) { e.Aliases = make([]string, 0, n) }, func() { e.Aliases = append(e.Aliases, r.part()) })
	r.list(func(n int) { e.FormerNames = make([]string, 0, n) }, func() { e.FormerNames = append(e.FormerNames, r.part()) })
	r.list(func(n int) { e.Properties = make(map[string]string, n) }, func() {
		name := r.part()
		e.Properties[name] = r.part()
	})
	r.list(func(n int) { e.ExternalIDs = make([]ecosystem.ExternalID, 0, n) }, func() {
		e.ExternalIDs = append(e.ExternalIDs, ecosystem.ExternalID{Scheme: r.part(), Value: r.part()})
	})
	e.Sources = r.sources()
	r.list(func(n int) { e.Claims = make([]ecosystem.Claim, 0, n) }, func() {
		e.Claims = append(e.Claims, ecosystem.Claim{Field: r.part(), Value: r.part(), Sources: r.among(e.Sources)})
	})
	return e, r.end()
}

// indexes tells which of all sources these are, so that a record holds none twice.
func indexes(sources, all []ecosystem.Source) string {
	var out []string
	for _, s := range sources {
		out = append(out, strconv.Itoa(slices.Index(all, s)))
	}
	return strings.Join(out, " ")
}

// among reads what indexes wrote.
func (r *recordReader) among(all []ecosystem.Source) (sources []ecosystem.Source) {
	for text := range strings.FieldsSeq(r.part()) {
		if i := r.int(text); i >= 0 && i < len(all) {
			sources = append(sources, all[i])
			continue
		}
		r.torn = true
	}
	return sources
}

func recordOfRelation(r *ecosystem.Relation) string {
	var w recordWriter
	w.fields(r.ID, string(r.Type), r.From, r.To, numberText(r.Weight), r.Label, r.Strength, strconv.Itoa(r.Year), r.Value, r.Unit, string(r.Status))
	w.sources(r.Sources)
	return w.String()
}

func decodeRelation(v any) (*ecosystem.Relation, error) {
	r := newRecordReader(v)
	relation := &ecosystem.Relation{
		ID: r.field(), Type: ecosystem.RelationType(r.field()), From: r.field(), To: r.field(), Weight: r.float(r.field()),
		Label: r.field(), Strength: r.field(), Year: r.int(r.field()), Value: r.field(), Unit: r.field(),
		Status: ecosystem.Status(r.field()),
	}
	relation.Sources = r.sources()
	return relation, r.end()
}

func recordOfDocument(d *ecosystem.Document) string {
	var w recordWriter
	w.fields(d.ID, d.Title, d.Issuer, d.Date, d.URL)
	return w.String()
}

func decodeDocument(v any) (*ecosystem.Document, error) {
	r := newRecordReader(v)
	d := &ecosystem.Document{ID: r.field(), Title: r.field(), Issuer: r.field(), Date: r.field(), URL: r.field()}
	return d, r.end()
}

func (w *recordWriter) sources(sources []ecosystem.Source) {
	w.list(len(sources), func(i int) []string {
		s := sources[i]
		return []string{s.Document, s.Locator, string(s.Known), numberText(s.Confidence), s.Date, s.PrintedName, s.Note}
	})
}

func (r *recordReader) sources() (sources []ecosystem.Source) {
	r.list(func(n int) { sources = make([]ecosystem.Source, 0, n) }, func() {
		sources = append(sources, ecosystem.Source{
			Document: r.part(), Locator: r.part(), Known: ecosystem.Known(r.part()), Confidence: r.float(r.part()),
			Date: r.part(), PrintedName: r.part(), Note: r.part(),
		})
	})
	return sources
}
