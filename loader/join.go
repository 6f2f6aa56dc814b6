package loader

import (
	"errors"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/table"
)

// What different places say of a property is kept side by side; rows that
// contradict each other about kind or name, or from one place, are problems that
// name both.

// joinDocuments joins the rows of sources.
func (t *Tables) joinDocuments() {
	b := ecosystem.NewBuilder()
	locate := locator{documents: t.rows.documents}
	for _, d := range t.rows.documents {
		if conflict := conflictOf(b.Document(d.Document)); conflict != nil {
			t.resolver.problems.Add(d.Place, documentColumn(conflict.Field), "%s", contradiction(conflict, locate.other(conflict)))
		}
	}
	part := b.Graph()
	t.documents = part.Documents
	t.validate(part, &locate)
}

// joinEntities joins the rows of a partition.
func (t *Tables) joinEntities(partition int) (part, error) {
	rows, err := t.rows.entityRows(partition)
	if err != nil || len(rows) == 0 {
		return part{}, err
	}
	b := ecosystem.NewBuilder()
	locate := locator{entities: rows}
	for i := range rows {
		e := &rows[i]
		if e.Broken = !t.resolver.sources(e.Place, e.Sources) || e.Broken; e.Broken {
			continue
		}
		if conflict := conflictOf(b.Entity(e.Entity)); conflict != nil {
			t.resolver.problems.Add(e.Place, conflict.Field, "%s", contradiction(conflict, locate.other(conflict)))
		}
	}
	graph := b.Graph()
	t.validate(graph, &locate)
	return part{graph, len(rows)}, nil
}

// joinRelations joins the rows of a partition.
func (t *Tables) joinRelations(partition int) (part, error) {
	rows, err := t.rows.relationRows(t.rows.relations, partition)
	if err != nil || len(rows) == 0 {
		return part{}, err
	}
	b := ecosystem.NewBuilder()
	locate := locator{relations: rows}
	for i := range rows {
		rel := &rows[i]
		t.resolver.relation(rel)
		from, ok := t.rows.kind(rel.From)
		to, alsoOK := t.rows.kind(rel.To)
		if !ok || !alsoOK {
			continue // a problem of the row, or of an end's row, was noted
		}
		rel.CanonicalEnds(from, to)
		if !rel.Broken {
			b.Relation(rel.Relation)
		}
	}
	graph := b.Graph()
	t.validate(graph, &locate)
	return part{graph, len(rows)}, nil
}

// validate notes every broken rule of a joined part at the row it comes from.
func (t *Tables) validate(part ecosystem.Graph, locate *locator) {
	if t.checked {
		return // the same rows give the same part again
	}
	problems := ecosystem.ValidatePart(part, ecosystem.Whole{
		HasDocument: func(id string) bool { _, ok := t.resolver.documents[id]; return ok },
		Kind:        t.rows.kind,
	})
	for _, p := range problems {
		at, column := locate.place(p)
		t.resolver.problems.Add(at, column, "%s", p.Message)
	}
}

func conflictOf(err error) *ecosystem.Conflict {
	var c *ecosystem.Conflict
	errors.As(err, &c)
	return c
}

func contradiction(c *ecosystem.Conflict, other table.Place) string {
	text := c.ID + " is " + c.Got + " here but " + c.Have + " in " + other.String()
	switch c.Field {
	case "name":
		return text + "; if both are names of the same thing, put one under aliases (别名) or former_names (曾用名), otherwise give one of them another id"
	case "kind":
		return text + "; give one of them another id, or the same kind"
	default:
		text = c.ID + " has the " + c.Field + " " + c.Got + " here but " + c.Have + " in " + other.String()
		if strings.HasPrefix(c.ID, ecosystem.DocumentPrefix) {
			return text + "; write the same value in both rows, or leave one cell empty"
		}
		return text + ", from the same place; write the same value in both rows, leave one cell empty, or name the document and locator (出处) of each, then both are kept"
	}
}

func documentColumn(field string) string {
	if field == "id" {
		return "document"
	}
	return field
}
