package loader

import (
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/table"
)

// locator finds the rows that say something, among those that are joined at a
// time. It makes its index when it is first asked, since most tables have no
// problems.
type locator struct {
	documents []table.DocumentRecord
	entities  []entityRow
	relations []relationRow
	rows      map[string][]said // by id of document, entity or relation
}

// said is one row about something.
type said struct {
	at     table.Place
	column func(field string) string
	value  func(field string) string
}

// other is the row that holds the value which was there before a conflict.
func (l *locator) other(c *ecosystem.Conflict) table.Place {
	for _, row := range l.about(c.ID) {
		if row.value(c.Field) == c.Have {
			return row.at
		}
	}
	return table.Place{}
}

// place is the row and column that a problem of the joined graph comes from: the
// first row that fills the field, else the first row.
func (l *locator) place(p ecosystem.Problem) (at table.Place, column string) {
	rows := l.about(p.ID)
	if len(rows) == 0 {
		return table.Place{File: p.ID}, p.Field
	}
	found := rows[0]
	for _, row := range rows {
		if row.value(p.Field) != "" {
			found = row
			break
		}
	}
	return found.at, found.column(p.Field)
}

func (l *locator) about(id string) []said {
	if l.rows == nil {
		l.rows = map[string][]said{}
		l.index()
	}
	return l.rows[id]
}

func (l *locator) index() {
	same := func(field string) string { return field }
	for i := range l.documents {
		d := &l.documents[i]
		l.add(d.ID, said{d.Place, documentColumn, func(f string) string { return valueOf(f, documentFields(&d.Document), []field{{"id", d.ID}}) }})
	}
	for i := range l.entities {
		e := &l.entities[i]
		l.add(e.ID, said{e.Place, same, func(f string) string { return valueOf(f, entityFields(&e.Entity), sourceFields(e.Sources)) }})
	}
	for i := range l.relations {
		r := &l.relations[i]
		l.add(r.RelationID(), said{r.Place, r.Column, func(f string) string {
			return valueOf(f, relationIdentity(&r.Relation), relationFields(&r.Relation), sourceFields(r.Sources))
		}})
	}
}

func (l *locator) add(id string, row said) { l.rows[id] = append(l.rows[id], row) }
