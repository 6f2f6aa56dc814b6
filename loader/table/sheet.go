package table

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// sheet is one file or workbook sheet to be written.
type sheet struct {
	name    string // entities, or entities.university
	columns []Column
	rows    iter.Seq[cells]
}

// sheets lays a graph out as tables, in the order in which people read them.
func sheets(g ecosystem.Graph, split bool) []sheet {
	out := []sheet{newSheet(Sources, "", documentRows(g.Documents))}
	folds := foldRegions(g)
	for part, entities := range parts(sortedEntities(g), split, func(e *ecosystem.Entity) string { return string(e.Kind) }) {
		out = append(out, newSheet(Entities, part, func(yield func(cells) bool) {
			for _, e := range entities {
				for row := range entityRows(e, folds[e.ID]) {
					if !yield(row) {
						return
					}
				}
			}
		}))
	}
	for part, relations := range parts(sortedRelations(g, folds), split, func(r *ecosystem.Relation) string { return string(r.Type) }) {
		out = append(out, newSheet(Relations, part, func(yield func(cells) bool) {
			for _, r := range relations {
				for row := range relationRows(r) {
					if !yield(row) {
						return
					}
				}
			}
		}))
	}
	return out
}

func newSheet(t Table, part string, rows iter.Seq[cells]) sheet {
	s := sheet{name: string(t), rows: rows}
	if part != "" {
		s.name += "." + strings.ToLower(part)
	}
	used := map[string]bool{}
	for row := range rows {
		for column, text := range row {
			used[column] = used[column] || text != ""
		}
	}
	for _, c := range Columns(t) {
		if !c.Spare || used[c.Name] {
			s.columns = append(s.columns, c)
		}
	}
	return s
}

// parts gives the rows in one part without a name, or split into runs with the
// same key.
func parts[T any](rows []T, split bool, key func(T) string) iter.Seq2[string, []T] {
	return func(yield func(string, []T) bool) {
		if !split || len(rows) == 0 {
			yield("", rows)
			return
		}
		for len(rows) > 0 {
			name := key(rows[0])
			n := slices.IndexFunc(rows, func(r T) bool { return key(r) != name })
			if n < 0 {
				n = len(rows)
			}
			if !yield(name, rows[:n]) {
				return
			}
			rows = rows[n:]
		}
	}
}

func documentRows(documents []ecosystem.Document) iter.Seq[cells] {
	return func(yield func(cells) bool) {
		for _, d := range documents {
			if !yield(documentCells(d)) {
				return
			}
		}
	}
}

// sortedEntities orders by kind as the vocabulary lists them, then by id.
func sortedEntities(g ecosystem.Graph) []*ecosystem.Entity {
	rank := map[ecosystem.Kind]int{}
	for i, info := range ecosystem.Kinds() {
		rank[info.Kind] = i
	}
	out := make([]*ecosystem.Entity, 0, len(g.Entities))
	for i := range g.Entities {
		out = append(out, &g.Entities[i])
	}
	slices.SortStableFunc(out, func(a, b *ecosystem.Entity) int {
		return cmp.Or(cmp.Compare(rank[a.Kind], rank[b.Kind]), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// sortedRelations orders by type as the vocabulary lists them, then by the ends;
// those that stand in the column region are left out.
func sortedRelations(g ecosystem.Graph, folds map[string]fold) []*ecosystem.Relation {
	rank := map[ecosystem.RelationType]int{}
	for i, info := range ecosystem.RelationTypes() {
		rank[info.Type] = i
	}
	out := make([]*ecosystem.Relation, 0, len(g.Relations))
	for i := range g.Relations {
		if f, ok := folds[g.Relations[i].From]; !ok || f.index != i {
			out = append(out, &g.Relations[i])
		}
	}
	slices.SortStableFunc(out, func(a, b *ecosystem.Relation) int {
		return cmp.Or(
			cmp.Compare(rank[a.Type], rank[b.Type]), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To),
			cmp.Compare(a.Year, b.Year), cmp.Compare(a.Label, b.Label), cmp.Compare(a.Strength, b.Strength),
			cmp.Compare(a.Value, b.Value), cmp.Compare(a.Unit, b.Unit),
		)
	})
	return out
}
