package loader

import (
	"errors"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/table"
)

// merge joins the rows that speak of the same thing. What different places say of
// a property is kept side by side; rows that contradict each other about kind or
// name, or from one place, are problems that name both.
func merge(records *table.Records, problems *table.Problems) ecosystem.Graph {
	b := ecosystem.NewBuilder()
	locate := locator{records: records}
	for _, d := range records.Documents {
		if conflict := conflictOf(b.Document(d.Document)); conflict != nil {
			problems.Add(d.Place, documentColumn(conflict.Field), "%s", contradiction(conflict, locate.other(conflict)))
		}
	}
	for _, e := range records.Entities {
		if e.Broken {
			continue
		}
		if conflict := conflictOf(b.Entity(e.Entity)); conflict != nil {
			problems.Add(e.Place, conflict.Field, "%s", contradiction(conflict, locate.other(conflict)))
		}
	}
	for _, r := range records.Relations {
		_, from := b.Has(r.From)
		_, to := b.Has(r.To)
		if from && to && !r.Broken { // otherwise a problem of the row, or of an end's row, was noted
			b.Relation(r.Relation)
		}
	}
	return b.Graph()
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
