package ecosystem

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// Problem is one broken rule. ID names the document, entity or relation; the
// loader adds file and row.
type Problem struct {
	ID      string
	Field   string // column of the table
	Message string // what is wrong and what was expected
}

// Validate lists every broken rule of a graph: vocabulary, unique ids, required
// fields, allowed ends, references, sources. An empty list means that the graph
// may be written to a store.
func Validate(g Graph) []Problem {
	var v validator
	documents, kinds := map[string]bool{}, map[string]Kind{}
	for _, d := range g.Documents {
		v.unique(d.ID, documents[d.ID])
		documents[d.ID] = true
	}
	for _, e := range g.Entities {
		_, twice := kinds[e.ID]
		v.unique(e.ID, twice)
		kinds[e.ID] = e.Kind
	}
	return append(v.problems, ValidatePart(g, Whole{
		HasDocument: func(id string) bool { return documents[id] },
		Kind:        func(id string) (Kind, bool) { k, ok := kinds[id]; return k, ok },
	})...)
}

// Whole tells what a part of a graph may refer to.
type Whole struct {
	HasDocument func(id string) bool
	Kind        func(id string) (k Kind, ok bool) // of the entity with an id
}

// ValidatePart is Validate for a graph that is too large to be held at once: it
// lists the broken rules of the rows of one part. That no two parts have the same
// row is left to the caller.
func ValidatePart(part Graph, of Whole) []Problem {
	v := validator{whole: of}
	for _, d := range part.Documents {
		v.document(d)
	}
	for _, e := range part.Entities {
		v.entity(e)
	}
	for _, r := range part.Relations {
		v.relation(r)
	}
	return v.problems
}

type validator struct {
	whole    Whole
	problems []Problem
}

func (v *validator) add(id, field, format string, args ...any) {
	v.problems = append(v.problems, Problem{ID: id, Field: field, Message: fmt.Sprintf(format, args...)})
}

func (v *validator) unique(id string, twice bool) {
	if twice {
		v.add(id, "id", "the id %q stands twice: rows about the same thing must be joined first", id)
	}
}

func (v *validator) document(d Document) {
	if err := checkSlug(d.ID, DocumentPrefix); err != nil {
		v.add(d.ID, "id", "%v", err)
	}
	if d.Title == "" {
		v.add(d.ID, "title", "a source document needs a title")
	}
	v.texts(d.ID, column{"title", d.Title}, column{"issuer", d.Issuer}, column{"url", d.URL})
	v.date(d.ID, "date", d.Date)
	v.link(d.ID, "url", d.URL)
}

func (v *validator) entity(e Entity) {
	if !e.Kind.Valid() {
		v.add(e.ID, "kind", "unknown kind %q", e.Kind)
	} else if err := CheckID(e.ID, e.Kind); err != nil {
		v.add(e.ID, "id", "%v", err)
	}
	if strings.TrimSpace(e.Name) == "" {
		v.add(e.ID, "name", "an entity needs a name")
	}
	v.texts(e.ID, column{"name", e.Name}, column{"name_en", e.NameEn})
	v.items(e.ID, "aliases", e.Aliases)
	v.items(e.ID, "former_names", e.FormerNames)
	v.externalIDs(e)
	v.properties(e)
	v.claims(e)
	v.status(e.ID, e.Status)
	v.date(e.ID, "status_date", e.StatusDate)
	if e.StatusDate != "" && e.Status == "" {
		v.add(e.ID, "status_date", "there is no status that is known for %s", e.StatusDate)
	}
	v.link(e.ID, "website", e.Properties[PropWebsite.Name])
	v.sources(e.ID, e.Sources)
}

func (v *validator) properties(e Entity) {
	for _, name := range slices.Sorted(maps.Keys(e.Properties)) {
		value := e.Properties[name]
		p, ok := PropertyNamed(name)
		if !ok || !e.Kind.Has(name) {
			v.add(e.ID, name, "a %s has no property %q", e.Kind, name)
			continue
		}
		if canonical, err := p.Canonical(value); err != nil {
			v.add(e.ID, name, "%v", err)
		} else if canonical != value {
			v.add(e.ID, name, "write %q, not %q", canonical, value)
		}
		if value == "" {
			v.add(e.ID, name, "the property is there but empty")
		}
		if v.texts(e.ID, column{name, value}); p.Type == List {
			v.items(e.ID, name, SplitList(value))
		}
	}
}

func (v *validator) externalIDs(e Entity) {
	for _, id := range e.ExternalIDs {
		v.items(e.ID, "external_ids", []string{id.Scheme, id.Value})
		if strings.Contains(id.Scheme, "=") {
			v.add(e.ID, "external_ids", "the scheme %q holds =, which stands between scheme and value", id.Scheme)
		}
	}
}

func (v *validator) relation(r Relation) {
	info, ok := r.Type.Info()
	if !ok {
		v.add(r.ID, "type", "unknown relation type %q", r.Type)
	}
	from, fromOK := v.whole.Kind(r.From)
	if !fromOK {
		v.add(r.ID, "from", "nothing has the id %q", r.From)
	}
	to, toOK := v.whole.Kind(r.To)
	if !toOK {
		v.add(r.ID, "to", "nothing has the id %q", r.To)
	}
	switch {
	case r.From == r.To:
		v.add(r.ID, "to", "%s is related to itself", r.From)
	case ok && fromOK && toOK && !info.Allows(from, to):
		v.add(r.ID, "to", "%s may not lead from %s (%s) to %s (%s); %s", r.Type, from, r.From, to, r.To, info.allowedText(from, to))
	}
	if !inUnit(r.Weight) {
		v.add(r.ID, "weight", "a weight lies above 0 and is at most 1, not %g", r.Weight)
	}
	if r.Strength != "" {
		if _, ok := StrengthOf(r.Strength); !ok {
			v.add(r.ID, "strength", "unknown strength %q", r.Strength)
		}
	}
	if (r.Value != "" || r.Unit != "") && !info.Valued {
		v.add(r.ID, "value", "a %s carries no value", r.Type)
	}
	if canonical, err := PropValue.Canonical(r.Value); r.Value != "" && err != nil {
		v.add(r.ID, "value", "%v", err)
	} else if r.Value != "" && canonical != r.Value {
		v.add(r.ID, "value", "write %q, not %q", canonical, r.Value)
	}
	v.texts(r.ID, column{"label", r.Label}, column{"unit", r.Unit})
	v.status(r.ID, r.Status)
	v.sources(r.ID, r.Sources)
}

func (v *validator) sources(id string, sources []Source) {
	if len(sources) == 0 {
		v.add(id, "document", "every statement needs a source")
	}
	for _, s := range sources {
		if !v.whole.HasDocument(s.Document) {
			v.add(id, "document", "no document has the id %q", s.Document)
		}
		if known, ok := ParseKnown(string(s.Known)); !ok || known != s.Known {
			v.add(id, "known", "unknown way of knowing %q", s.Known)
		}
		if !inUnit(s.Confidence) {
			v.add(id, "confidence", "a confidence lies above 0 and is at most 1, not %g", s.Confidence)
		}
		if place := NormalizeLocator(s.Locator); place != s.Locator {
			v.add(id, "locator", "write %q, not %q", place, s.Locator)
		}
		v.texts(id, column{"locator", s.Locator}, column{"printed_name", s.PrintedName}, column{"note", s.Note})
		v.date(id, "date", s.Date)
	}
}

func (v *validator) status(id string, s Status) {
	if s == "" {
		return
	}
	if status, ok := ParseStatus(string(s)); !ok || status != s {
		v.add(id, "status", "unknown status %q", s)
	}
}

func (v *validator) date(id, field, date string) {
	if date != "" && !IsDate(date) {
		v.add(id, field, "a date is written 2021, 2021-06 or 2021-06-30, not %q", date)
	}
}

func (v *validator) link(id, field, url string) {
	if url != "" && !strings.HasPrefix(url, "http://") && !strings.HasPrefix(url, "https://") {
		v.add(id, field, "a link begins with http:// or https://, not %q", url)
	}
}

// column is one cell of the row that is looked at.
type column struct{ name, text string }

func (v *validator) texts(id string, columns ...column) {
	for _, c := range columns {
		if err := CheckText(c.text); err != nil {
			v.add(id, c.name, "%v", err)
		}
	}
}

func (v *validator) items(id, field string, items []string) {
	for _, item := range items {
		if err := checkItem(item); err != nil {
			v.add(id, field, "%v", err)
		}
	}
}

func inUnit(f float64) bool { return f > 0 && f <= 1 } // false for NaN too

// IsDate reports whether s is YYYY, YYYY-MM or YYYY-MM-DD.
func IsDate(s string) bool {
	for _, layout := range []string{"2006", "2006-01", "2006-01-02"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}
