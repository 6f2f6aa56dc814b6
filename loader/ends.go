package loader

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/store/text"
)

// end is what an end of a relation is found to be by its exact names.
type end struct {
	id      string
	problem string
	settled bool // false: other rows may help
}

// exact finds the id that a cell means by its exact names, or says what the
// problem is. Kinds decide between namesakes.
func (n *naming) exact(cell string, kinds []ecosystem.Kind) end {
	if n.index.ByID(cell) != nil {
		return end{id: cell, settled: true}
	}
	if ecosystem.HasIDPrefix(cell) {
		return end{settled: true}
	}
	found := n.index.Find(cell, kinds...)
	if len(found) == 0 {
		found = n.index.Find(cell)
	}
	switch len(found) {
	case 0:
		return end{}
	case 1:
		return end{id: found[0].ID, settled: true}
	default:
		return end{problem: fmt.Sprintf("%q may mean %s; write the id", cell, candidates(found))}
	}
}

// endKinds are the kinds that the ends of a relation may have; where the type is
// unknown, any.
func endKinds(rel *table.RelationRecord) [2][]ecosystem.Kind {
	if rel.OfRegion {
		return [2][]ecosystem.Kind{nil, {ecosystem.Region}}
	}
	info, _ := rel.Type.Info()
	var from, to []ecosystem.Kind
	for _, e := range info.Ends {
		from, to = append(from, e.From...), append(to, e.To...)
	}
	if info.Symmetric {
		from = append(from, to...)
		to = from
	}
	return [2][]ecosystem.Kind{from, to}
}

// settle puts ids for the ends of a row: exact names first, then all that the
// other rows say, short forms, departments, and where the entities lie. What is
// doubtful is a problem.
func (n *naming) settle(row *relationRow) {
	row.settled = true
	kinds, cells := endKinds(&row.RelationRecord), []*string{&row.From, &row.To}
	var ends [2]end
	for i, cell := range cells {
		if *cell == "" {
			ends[i].settled = true // noted when the row was read
			continue
		}
		ends[i] = n.exact(*cell, kinds[i])
		switch {
		case !ends[i].settled:
		case ends[i].id == "":
			n.refuse(row, i, n.unknownID(*cell))
		default:
			*cell = ends[i].id
		}
	}
	printed := ""
	for i, cell := range cells {
		if ends[i].settled {
			continue
		}
		name := *cell
		if n.meaning(row, i, kinds[i], ends[i].problem) {
			printed = strings.TrimPrefix(printed+" → "+name, " → ")
		}
	}
	for i := range row.Sources {
		row.Sources[i].PrintedName = cmp.Or(row.Sources[i].PrintedName, printed)
	}
}

// meaning reads an end as a name that is not on record.
func (n *naming) meaning(row *relationRow, i int, kinds []ecosystem.Kind, problem string) bool {
	cell, other := [2]*string{&row.From, &row.To}[i], [2]string{row.To, row.From}[i]
	name := *cell
	q := question{name, fmt.Sprint(kinds), n.places[other]}
	a, asked := n.answers[q]
	if !asked && len(n.answers) < maxQuestions && len(kinds) > 0 {
		a = n.meanings.Resolve(name, resolve.Options{Kinds: kinds, Region: q.region})
		n.answers[q] = a
	}
	if a.Chosen == nil {
		n.refuse(row, i, cmp.Or(problem, n.undecided(name, a)))
		return false
	}
	c := a.Chosen
	*cell = c.Entity.ID
	n.readings.add(Reading{row.Place, row.Column(endName(i)), name, c.Entity.ID, c.Entity.Name, c.How, c.Score, c.Part})
	return true
}

func endName(i int) string { return [2]string{"from", "to"}[i] }

func (n *naming) refuse(row *relationRow, i int, problem string) {
	n.problems.Add(row.Place, row.Column(endName(i)), "%s", problem)
	row.Broken = true
}

// undecided says why a cell leads to no entity, and what it may mean.
func (n *naming) undecided(cell string, a resolve.Answer) string {
	said := fmt.Sprintf("no entity is named %q", cell)
	switch {
	case len(a.Candidates) > 0:
		var found []*ecosystem.Entity
		for _, c := range a.Candidates {
			found = append(found, c.Entity)
		}
		return fmt.Sprintf("%s; it may mean %s, but that is not sure (%s %s); write the id, or add the name to aliases", said, candidates(found), a.Reason, a.Reason.Chinese())
	case a.Reason == resolve.KnownOutside && a.Note != "" && a.Note != cell:
		return fmt.Sprintf("%s; it seems to be %s, which the tables do not have; add it to entities", said, a.Note)
	default:
		return said + n.nearName(cell)
	}
}

func (n *naming) nearName(name string) string {
	if n.suggestions++; n.suggestions > maxSuggestions {
		return ""
	}
	if n.known == nil {
		n.known = n.index.Names()
	}
	near := table.Nearest(text.Normalize(name), n.known)
	if near == "" {
		return "; add it to entities, or write its id"
	}
	return fmt.Sprintf("; did you mean %s?", candidates(n.index.Find(near)))
}
