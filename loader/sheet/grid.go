package sheet

import "strings"

// cell is one cell as it stands, its text cleaned.
type cell struct {
	text string
	// fault says why the cell holds no usable value, such as #REF!.
	fault string
	// formula: a formula without a value stands there.
	formula bool
	// merged is the range that the cell belongs to, or nil.
	merged *merge
}

// merge is a range of merged cells; rows and columns count from 0.
type merge struct{ top, left, bottom, right int }

func (m *merge) wide() bool { return m.right > m.left }

// grid is a sheet of a workbook, or a CSV file, as a rectangle of cells.
type grid struct {
	name   string // of the sheet; empty for CSV
	hidden bool
	rows   [][]cell
	merges []*merge
	// extraLines is how many lines of a CSV file its rows take beyond one each.
	extraLines int
}

// raw is the cell at a place; beyond the edges it is blank.
func (g *grid) raw(row, column int) cell {
	if row < 0 || row >= len(g.rows) || column < 0 || column >= len(g.rows[row]) {
		return cell{}
	}
	return g.rows[row][column]
}

// inHeader is what a header cell says: a merged one says it above all columns
// that it spans.
func (g *grid) inHeader(row, column int) string {
	c := g.raw(row, column)
	if c.merged != nil {
		c = g.raw(c.merged.top, c.merged.left)
	}
	return unbroken(c.text)
}

// value is what a cell says in the body: a merged one says it in all rows that
// it spans, but only in its first column.
func (g *grid) value(row, column int) cell {
	c := g.raw(row, column)
	switch {
	case c.merged == nil:
		return c
	case c.merged.left != column:
		return cell{merged: c.merged}
	default:
		return g.raw(c.merged.top, c.merged.left)
	}
}

// origin names the cell that holds what a cell says: of merged ones the first.
func (g *grid) origin(row, column int) string {
	if m := g.raw(row, column).merged; m != nil {
		return cellName(m.top, m.left)
	}
	return cellName(row, column)
}

// width is the number of columns in which anything stands, or over which it is
// merged.
func (g *grid) width() int {
	width := 0
	for _, row := range g.rows {
		for c := len(row) - 1; c >= width; c-- {
			if row[c].text != "" {
				width = c + 1
			}
		}
	}
	for _, m := range g.merges {
		if width > 0 {
			width = max(width, min(m.right, maxColumns)+1)
		}
	}
	return width
}

// filled lists the columns of a row in which something stands.
func (g *grid) filled(row int) []int {
	var out []int
	for c := range g.rows[row] {
		if v := g.value(row, c); strings.TrimSpace(v.text) != "" || v.fault != "" {
			out = append(out, c)
		}
	}
	return out
}

func (g *grid) blank() bool { return g.width() == 0 }

// merge joins cells. Ranges that reach beyond the rows in which something stands
// are cut; what a file keeps in the cells behind the first is not to be seen.
func (g *grid) merge(m merge) {
	m.bottom = min(m.bottom, len(g.rows)-1)
	for row := m.top; row <= m.bottom; row++ {
		for len(g.rows[row]) <= min(m.right, maxColumns) {
			g.rows[row] = append(g.rows[row], cell{})
		}
		for c := m.left; c <= min(m.right, maxColumns); c++ {
			if row != m.top || c != m.left {
				g.rows[row][c] = cell{}
			}
			g.rows[row][c].merged = &m
		}
	}
	g.merges = append(g.merges, &m)
}
