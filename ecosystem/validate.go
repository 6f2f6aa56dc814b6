package ecosystem

import (
	"fmt"
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

// Validate lists every broken rule of a graph: vocabulary, ids, required
// fields, allowed ends, references, sources. An empty list means that the graph
// may be written to a store.
func Validate(g Graph) []Problem {
	v := validator{documents: map[string]bool{}, kinds: map[string]Kind{}}
	for _, d := range g.Documents {
		v.documents[d.ID] = true
	}
	for _, e := range g.Entities {
		v.kinds[e.ID] = e.Kind
	}
	for _, d := range g.Documents {
		v.document(d)
	}
	for _, e := range g.Entities {
		v.entity(e)
	}
	for _, r := range g.Relations {
		v.relation(r)
	}
	return v.problems
}

type validator struct {
	documents map[string]bool
	kinds     map[string]Kind
	problems  []Problem
}

func (v *validator) add(id, field, format string, args ...any) {
	v.problems = append(v.problems, Problem{ID: id, Field: field, Message: fmt.Sprintf(format, args...)})
}

func (v *validator) document(d Document) {
	if err := checkSlug(d.ID, DocumentPrefix); err != nil {
		v.add(d.ID, "id", "%v", err)
	}
	if d.Title == "" {
		v.add(d.ID, "title", "a source document needs a title")
	}
	v.date(d.ID, "date", d.Date)
	v.link(d.ID, "url", d.URL)
}

func (v *validator) entity(e Entity) {
	if err := CheckID(e.ID, e.Kind); err != nil {
		v.add(e.ID, "id", "%v", err)
	}
	if strings.TrimSpace(e.Name) == "" {
		v.add(e.ID, "name", "an entity needs a name")
	}
	for name, value := range e.Properties {
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
	}
	v.status(e.ID, e.Status)
	v.date(e.ID, "status_date", e.StatusDate)
	v.link(e.ID, "website", e.Properties[PropWebsite.Name])
	v.sources(e.ID, e.Sources)
}

func (v *validator) relation(r Relation) {
	info, ok := r.Type.Info()
	if !ok {
		v.add(r.ID, "type", "unknown relation type %q", r.Type)
	}
	from, fromOK := v.kinds[r.From]
	if !fromOK {
		v.add(r.ID, "from", "nothing has the id %q", r.From)
	}
	to, toOK := v.kinds[r.To]
	if !toOK {
		v.add(r.ID, "to", "nothing has the id %q", r.To)
	}
	switch {
	case r.From == r.To:
		v.add(r.ID, "to", "%s is related to itself", r.From)
	case ok && fromOK && toOK && !info.Allows(from, to):
		v.add(r.ID, "to", "%s may not lead from %s (%s) to %s (%s)", r.Type, from, r.From, to, r.To)
	}
	if r.Weight <= 0 || r.Weight > 1 {
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
	if _, err := PropValue.Canonical(r.Value); r.Value != "" && err != nil {
		v.add(r.ID, "value", "%v", err)
	}
	v.status(r.ID, r.Status)
	v.sources(r.ID, r.Sources)
}

func (v *validator) sources(id string, sources []Source) {
	if len(sources) == 0 {
		v.add(id, "document", "every statement needs a source")
	}
	for _, s := range sources {
		if !v.documents[s.Document] {
			v.add(id, "document", "no document has the id %q", s.Document)
		}
		if _, ok := ParseKnown(string(s.Known)); !ok {
			v.add(id, "known", "unknown way of knowing %q", s.Known)
		}
		if s.Confidence <= 0 || s.Confidence > 1 {
			v.add(id, "confidence", "a confidence lies above 0 and is at most 1, not %g", s.Confidence)
		}
		v.date(id, "date", s.Date)
	}
}

func (v *validator) status(id string, s Status) {
	if s == "" {
		return
	}
	if _, ok := ParseStatus(string(s)); !ok {
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

// IsDate reports whether s is YYYY, YYYY-MM or YYYY-MM-DD.
func IsDate(s string) bool {
	for _, layout := range []string{"2006", "2006-01", "2006-01-02"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}
