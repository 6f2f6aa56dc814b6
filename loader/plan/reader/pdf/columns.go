package pdf

import (
	"slices"
)

// Tables without lines are told by their columns: a header of several cells, and
// below it lines whose cells stand under those of the header, with nothing in the
// gaps between. Only those are made tables here in which cells are broken over
// lines; where each row is one line, its gaps tell all.
const (
	minColumns  = 3    // of two columns one may be a label
	minRows     = 3    // with the header
	minGutter   = 1    // between columns, in points
	rowDistance = 1.25 // of lines of two rows, in those of lines of one
	maxDistance = 3    // of lines, in characters, beyond which a table ends
)

// printedCell is what stands together on a line.
type printedCell struct {
	area
	pieces []piece
}

// printedRow is a line in cells.
type printedRow []printedCell

func (r printedRow) bounds() area {
	out := r[0].area
	for _, c := range r {
		out = area{min(out.left, c.left), min(out.bottom, c.bottom), max(out.right, c.right), max(out.top, c.top)}
	}
	return out
}

// inCells parts a line at its wide gaps.
func inCells(row []piece) printedRow {
	row = slices.Clone(row)
	slices.SortStableFunc(row, func(a, b piece) int { return compare(a.left, b.left) })
	var out printedRow
	for _, x := range row {
		if n := len(out); n > 0 && x.left-out[n-1].right <= columnGap*max(x.height(), 1) {
			c := &out[n-1]
			c.area = area{min(c.left, x.left), min(c.bottom, x.bottom), max(c.right, x.right), max(c.top, x.top)}
			c.pieces = append(c.pieces, x)
			continue
		}
		out = append(out, printedCell{x.area, []piece{x}})
	}
	return out
}

// columnTables takes the tables without lines out of the lines of a page.
func columnTables(lines [][]piece, number int) (tables []*table, rest [][]piece) {
	for i := 0; i < len(lines); {
		if t, length := columnTable(lines[i:], number); t != nil {
			tables = append(tables, t)
			i += length
			continue
		}
		rest = append(rest, lines[i])
		i++
	}
	return tables, rest
}

// columnTable reads a table whose header is the first line, and tells how many
// lines it takes; nil if there is none.
func columnTable(lines [][]piece, number int) (*table, int) {
	header := inCells(lines[0])
	if len(header) < minColumns {
		return nil, 0
	}
	columns := extents(header)
	rows := []printedRow{header}
	for _, line := range lines[1:] {
		row, above := inCells(line), rows[len(rows)-1].bounds()
		here := row.bounds()
		if above.bottom-here.top > maxDistance*max(here.height(), 1) {
			break
		}
		wider, ok := widen(columns, row)
		if !ok || len(row) == 1 && columnAt(wider, row[0].area) == 0 && !full(columns[0], rows[len(rows)-1], here) {
			break
		}
		columns, rows = wider, append(rows, row)
	}
	if len(rows) < minRows+1 {
		return nil, 0
	}
	groups := group(rows, columns)
	if len(groups) < minRows || len(groups) == len(rows) {
		return nil, 0
	}
	return assemble(groups, columns, number), len(rows)
}

func extents(row printedRow) []area {
	out := make([]area, 0, len(row))
	for _, c := range row {
		out = append(out, c.area)
	}
	return out
}

// widen lets columns take in the cells of a row; not ok where a cell stands in
// two of them, in none, or two cells stand in one.
func widen(columns []area, row printedRow) (wider []area, ok bool) {
	wider = slices.Clone(columns)
	last := -1
	for _, c := range row {
		k := columnAt(columns, c.area)
		if k <= last {
			return nil, false
		}
		last = k
		wider[k].left, wider[k].right = min(wider[k].left, c.left), max(wider[k].right, c.right)
		if k > 0 && wider[k].left-wider[k-1].right < minGutter || k+1 < len(wider) && wider[k+1].left-wider[k].right < minGutter {
			return nil, false
		}
	}
	return wider, true
}

// columnAt is the only column that an area overlaps, -1 if there is none or
// several.
func columnAt(columns []area, a area) int {
	found := -1
	for k, c := range columns {
		if min(a.right, c.right)-max(a.left, c.left) <= 0 {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = k
	}
	return found
}

// full reports whether the cell in the first column of the line above fills it, so
// that it may go on.
func full(first area, above printedRow, here area) bool {
	return above[0].left < first.right && above[0].right >= first.right-ragged*max(here.height(), 1)
}

// group puts the lines of each row together: by the distances, if those between
// rows are larger; else a row begins where its first cell is filled, which is only
// sure if those are numbers or never broken.
func group(rows []printedRow, columns []area) [][]printedRow {
	var distances []float64
	for i := 1; i < len(rows); i++ {
		distances = append(distances, rows[i-1].bounds().top-rows[i].bounds().top)
	}
	smallest := slices.Min(distances)
	byDistance := slices.Max(distances) > rowDistance*smallest
	var out [][]printedRow
	for i, row := range rows {
		begins := i == 0
		if !begins && byDistance {
			begins = distances[i-1] > rowDistance*smallest
		} else if !begins {
			begins = columnAt(columns, row[0].area) == 0
		}
		if begins {
			out = append(out, []printedRow{row})
			continue
		}
		out[len(out)-1] = append(out[len(out)-1], row)
	}
	for _, lines := range out {
		filled := map[int]bool{}
		for _, row := range lines {
			for _, c := range row {
				filled[columnAt(columns, c.area)] = true
			}
		}
		if !filled[0] || len(filled) < 2 {
			return nil
		}
	}
	return out
}

// assemble makes the table.
func assemble(groups [][]printedRow, columns []area, number int) *table {
	first, last := groups[0][0].bounds(), groups[len(groups)-1]
	t := &table{columns: len(columns), page: number}
	t.area = area{columns[0].left, last[len(last)-1].bounds().bottom, columns[len(columns)-1].right, first.top}
	for _, rows := range groups {
		r := tableRow{page: number}
		for k, c := range columns {
			var pieces []piece
			for _, row := range rows {
				for _, cell := range row {
					if columnAt(columns, cell.area) == k {
						pieces = append(pieces, cell.pieces...)
					}
				}
			}
			r.cells = append(r.cells, tableCell{lines: linesOf(pieces, number), left: c.left, right: c.right, columns: 1})
		}
		t.rows = append(t.rows, r)
	}
	return t
}
