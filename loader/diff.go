package loader

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Difference is what a load of the new graph over the old one would change.
type Difference struct {
	Documents, Entities, Relations []Change // sorted by id
	// Counts are the same changes in numbers, with what stays as it is.
	Counts store.Changes
}

// Action is what happens to one row.
type Action string

// The actions.
const (
	Created Action = "CREATED"
	Updated Action = "UPDATED"
	Removed Action = "REMOVED"
)

// Change is one document, entity or relation that changes.
type Change struct {
	Action Action        `json:"action"`
	ID     string        `json:"id"`
	Title  string        `json:"title"`            // for people: the name, or the ends of a relation
	Fields []FieldChange `json:"fields,omitempty"` // what an update changes
}

// FieldChange is one field with its text before and after.
type FieldChange struct {
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
}

// Diff compares two graphs that are normalized, as Read and Dump give them.
func Diff(old, now ecosystem.Graph) Difference {
	names := map[string]string{}
	for _, g := range []ecosystem.Graph{old, now} {
		for i := range g.Entities {
			names[g.Entities[i].ID] = g.Entities[i].Name
		}
	}
	var d Difference
	d.Documents, d.Counts.Documents = compare(old.Documents, now.Documents, describeDocument)
	d.Entities, d.Counts.Entities = compare(old.Entities, now.Entities, describeEntity)
	d.Relations, d.Counts.Relations = compare(old.Relations, now.Relations, func(r *ecosystem.Relation) description {
		return describeRelation(r, names)
	})
	return d
}

// description is what is compared and shown of a row.
type description struct {
	id, print, title string
	fields           func() []field
}

func compare[T any](old, now []T, describe func(*T) description) (changes []Change, count store.Delta) {
	before := make(map[string]*T, len(old))
	for i := range old {
		before[describe(&old[i]).id] = &old[i]
	}
	for i := range now {
		d := describe(&now[i])
		was, ok := before[d.id]
		delete(before, d.id)
		if !ok {
			count.Created++
			changes = append(changes, Change{Action: Created, ID: d.id, Title: d.title})
			continue
		}
		previous := describe(was)
		if previous.print == d.print {
			count.Unchanged++
			continue
		}
		count.Updated++
		changes = append(changes, Change{Action: Updated, ID: d.id, Title: d.title, Fields: changedFields(previous.fields(), d.fields())})
	}
	for _, gone := range before {
		d := describe(gone)
		count.Removed++
		changes = append(changes, Change{Action: Removed, ID: d.id, Title: d.title})
	}
	slices.SortFunc(changes, func(a, b Change) int { return cmp.Compare(a.ID, b.ID) })
	return changes, count
}

func changedFields(old, now []field) []FieldChange {
	var out []FieldChange
	for i := range now { // both lists have the same fields
		if old[i].text != now[i].text {
			out = append(out, FieldChange{now[i].name, old[i].text, now[i].text})
		}
	}
	return out
}

func describeDocument(d *ecosystem.Document) description {
	return description{d.ID, d.Fingerprint(), d.Title, func() []field { return documentFields(d) }}
}

func describeEntity(e *ecosystem.Entity) description {
	return description{e.ID, e.Fingerprint(), string(e.Kind) + " " + e.Name, func() []field {
		return append(entityFields(e), field{"claims", claimsText(e.Claims)}, field{"sources", sourcesText(e.Sources)})
	}}
}

func describeRelation(r *ecosystem.Relation, names map[string]string) description {
	parts := []string{fmt.Sprintf("%s %s (%s) → %s (%s)", r.Type, names[r.From], r.From, names[r.To], r.To)}
	for _, f := range relationIdentity(r)[3:] {
		if f.text != "" {
			parts = append(parts, f.name+" "+f.text)
		}
	}
	return description{r.ID, r.Fingerprint(), strings.Join(parts, ", "), func() []field {
		return append(relationFields(r), field{"sources", sourcesText(r.Sources)})
	}}
}

// print tells of a list only what comes and goes, for lists of sources are long.
func (f FieldChange) print(b *strings.Builder) {
	gone, come := lacking(f.Old, f.New), lacking(f.New, f.Old)
	if f.Field != "sources" && f.Field != "claims" || len(gone)+len(come) == 0 {
		fmt.Fprintf(b, "      %s: %q → %q\n", f.Field, f.Old, f.New)
		return
	}
	for _, item := range gone {
		fmt.Fprintf(b, "      %s: - %s\n", f.Field, item)
	}
	for _, item := range come {
		fmt.Fprintf(b, "      %s: + %s\n", f.Field, item)
	}
}

// lacking are the items of one list that the other lacks.
func lacking(list, other string) []string {
	have := strings.Split(other, lineSeparator)
	var out []string
	for _, item := range strings.Split(list, lineSeparator) {
		if i := slices.Index(have, item); i >= 0 {
			have = slices.Delete(have, i, i+1)
		} else if item != "" {
			out = append(out, item)
		}
	}
	return out
}

// Print writes the changes for people: a line of counts per table, then at most
// limit changes of each.
func (d Difference) Print(w io.Writer, limit int) error {
	var b strings.Builder
	printTable(&b, "sources", d.Documents, d.Counts.Documents, limit)
	printTable(&b, "entities", d.Entities, d.Counts.Entities, limit)
	printTable(&b, "relations", d.Relations, d.Counts.Relations, limit)
	_, err := io.WriteString(w, b.String())
	return err
}

func printTable(b *strings.Builder, name string, changes []Change, n store.Delta, limit int) {
	fmt.Fprintf(b, "%s: %d created, %d updated, %d removed, %d unchanged\n", name, n.Created, n.Updated, n.Removed, n.Unchanged)
	if name == "relations" { // in the order of their ids, those of one thing would lie all about
		changes = slices.SortedStableFunc(slices.Values(changes), func(a, b Change) int { return cmp.Compare(a.Title, b.Title) })
	}
	for i, c := range changes {
		if i == limit {
			fmt.Fprintf(b, "  … and %d more\n", len(changes)-limit)
			return
		}
		sign := map[Action]string{Created: "+", Updated: "~", Removed: "-"}[c.Action]
		if name == "relations" {
			fmt.Fprintf(b, "  %s %s\n", sign, c.Title) // the id of a relation tells people nothing
		} else {
			fmt.Fprintf(b, "  %s %s %s\n", sign, c.ID, c.Title)
		}
		for _, f := range c.Fields {
			f.print(b)
		}
	}
}
