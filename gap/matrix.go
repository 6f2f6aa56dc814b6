package gap

import (
	"cmp"
	"context"
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// Matrix is demand and supply by field and region, ready to draw.
type Matrix struct {
	Columns []*ecosystem.Entity // regions
	Rows    []Row               // by the id of the field
}

// Row is one field.
type Row struct {
	Field *ecosystem.Entity
	Cells []Cell // one for each column, in their order
	// Elsewhere is the number of suppliers strong enough that lie in no column.
	Elsewhere int
}

// Cell is a field in a region.
type Cell struct {
	Demand    int // projects and clusters of the region in the field or below
	Supply    int // suppliers that count
	Strongest *Supplier
}

// Tabulate fills a matrix with the needs of the world that are fields. When the
// context is over before the last, that is TIMEOUT.
func Tabulate(ctx context.Context, w World, q Question, columns []*ecosystem.Entity) (Matrix, error) {
	m := Matrix{Columns: columns}
	for _, need := range w.Needs {
		if err := over(ctx); err != nil {
			return Matrix{}, err
		}
		if need.Kind == ecosystem.TechnologyField {
			m.Rows = append(m.Rows, tabulate(w, q, need, columns))
		}
	}
	slices.SortFunc(m.Rows, func(a, b Row) int { return cmp.Compare(a.Field.ID, b.Field.ID) })
	return m, nil
}

func tabulate(w World, q Question, field *ecosystem.Entity, columns []*ecosystem.Entity) Row {
	o := offersFor(w, q.Suppliers, field)
	strongest := strong(o.best, q.MinStrength)
	demand := wants(w, field)
	r := Row{Field: field, Cells: make([]Cell, len(columns))}
	for i, column := range columns {
		there := w.count(strongest, func(id string) bool { return w.In(id, column.ID) })
		r.Cells[i] = Cell{Demand: len(w.in(column.ID, demand)), Supply: len(there)}
		if len(there) > 0 {
			r.Cells[i].Strongest = &there[0]
		}
	}
	r.Elsewhere = len(w.count(strongest, func(id string) bool {
		return !slices.ContainsFunc(columns, func(c *ecosystem.Entity) bool { return w.In(id, c.ID) })
	}))
	return r
}
