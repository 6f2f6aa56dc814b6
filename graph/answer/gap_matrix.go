package answer

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/gap"
	"github.com/innograph/innograph/graph/entity"
	"github.com/innograph/innograph/graph/gaps"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/page"
)

// GapMatrix is demand and supply by field and region.
type GapMatrix struct {
	Truncated bool
	TotalRows int
	m         gap.Matrix
	columns   *load.Level
	fields    *load.Level
	strongest supplierLevels
}

// GapRow is a field of a matrix.
type GapRow struct {
	r  gap.Row
	in *GapMatrix
}

// GapCell is a field in a region.
type GapCell struct {
	c  gap.Cell
	in *GapMatrix
}

// FindGapMatrix tabulates the fields.
func FindGapMatrix(ctx context.Context, f *GapFilter, columns *gaps.Level, first *int) (*GapMatrix, error) {
	l := load.From(ctx)
	rows, err := page.Bounded("first", first, l.Limits.MatrixRows)
	if err != nil {
		return nil, err
	}
	query, question, err := f.asked(l.Limits)
	if err != nil {
		return nil, err
	}
	query.Kinds = []ecosystem.Kind{ecosystem.TechnologyField}
	s, err := survey(ctx, query)
	if err != nil {
		return nil, err
	}
	regions, err := gaps.Columns(ctx, l.Reader, s.Places.Home, s.Places.Partner, or(columns, gaps.Province), l.Limits.MatrixColumns)
	if err != nil {
		return nil, err
	}
	m, err := gap.Tabulate(ctx, s.World, question, regions)
	if err != nil {
		return nil, err
	}
	total := len(m.Rows)
	m.Rows = firstOf(m.Rows, rows)
	return newGapMatrix(l, m, total, s.Truncated), nil
}

func newGapMatrix(l *load.Loaders, m gap.Matrix, total int, truncated bool) *GapMatrix {
	var fields []*ecosystem.Entity
	var strongest []gap.Supplier
	for _, r := range m.Rows {
		fields = append(fields, r.Field)
		for _, c := range r.Cells {
			if c.Strongest != nil {
				strongest = append(strongest, *c.Strongest)
			}
		}
	}
	return &GapMatrix{truncated, total, m, l.Level(m.Columns), l.Level(fields), levelsOf(l, strongest)}
}

// Columns are the regions.
func (m *GapMatrix) Columns() []*entity.Region {
	regions := make([]*entity.Region, len(m.m.Columns))
	for i, e := range m.m.Columns {
		regions[i] = regionOf(e, m.columns)
	}
	return regions
}

// Rows are the fields.
func (m *GapMatrix) Rows() []GapRow {
	rows := make([]GapRow, len(m.m.Rows))
	for i, r := range m.m.Rows {
		rows[i] = GapRow{r, m}
	}
	return rows
}

// Field is the field.
func (r GapRow) Field() *entity.TechnologyField {
	return fieldsOf([]*ecosystem.Entity{r.r.Field}, r.in.fields)[0]
}

// Cells are the row's cells, in the order of the columns.
func (r GapRow) Cells() []GapCell {
	cells := make([]GapCell, len(r.r.Cells))
	for i, c := range r.r.Cells {
		cells[i] = GapCell{c, r.in}
	}
	return cells
}

// Elsewhere is the number of suppliers in no column.
func (r GapRow) Elsewhere() int { return r.r.Elsewhere }

// Demand is how many want the field in the region.
func (c GapCell) Demand() int { return c.c.Demand }

// Supply is the number of suppliers.
func (c GapCell) Supply() int { return c.c.Supply }

// Strongest is the strongest supplier; nil without any.
func (c GapCell) Strongest() *Supplier {
	if c.c.Strongest == nil {
		return nil
	}
	return &Supplier{*c.c.Strongest, c.in.strongest}
}
