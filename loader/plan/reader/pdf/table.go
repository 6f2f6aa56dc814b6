package pdf

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/innograph/innograph/loader/plan/reader/lines"
)

// table is a table or, with one column, a frame.
type table struct {
	area
	columns int
	page    int // on which it begins
	rows    []tableRow
}

type tableRow struct {
	cells []tableCell
	page  int // on which it begins
}

// tableCell is a cell with its lines; one that goes on from the row above has
// the lines of that.
type tableCell struct {
	lines   []textLine
	left    float64 // its edges
	right   float64
	columns int
	spans   bool // it is one with the cell above or below
}

func (g *grid) holds(x piece) bool {
	midX, midY := (x.left+x.right)/2, (x.top+x.bottom)/2
	return g.left-near <= midX && midX <= g.right+near && g.bottom-near <= midY && midY <= g.top+near
}

// cellBox is a cell while its text is collected.
type cellBox struct {
	area
	columns int
	pieces  []piece
	above   *cellBox // the cell that it goes on from
	spans   bool
}

// newTable sorts pieces into the cells of a grid; nil if there is no text in it.
func newTable(g grid, pieces []piece, number int) *table {
	if len(pieces) == 0 {
		return nil
	}
	rows := g.cells()
	for _, x := range pieces {
		if cell := cellAt(rows, x); cell != nil {
			cell.pieces = append(cell.pieces, x)
		}
	}
	t := &table{area: g.area, columns: len(g.xs) - 1, page: number}
	for _, row := range rows {
		r := tableRow{page: number}
		for _, c := range row {
			r.cells = append(r.cells, tableCell{
				lines: linesOf(c.origin().pieces, number), left: c.left, right: c.right, columns: c.columns, spans: c.spans,
			})
		}
		t.rows = append(t.rows, r)
	}
	return t
}

func (c *cellBox) origin() *cellBox {
	for c.above != nil {
		c = c.above
	}
	return c
}

// cells divides a grid where lines are drawn; where one is missing, the cell
// goes on.
func (g *grid) cells() [][]*cellBox {
	var rows [][]*cellBox
	for i := range len(g.ys) - 1 {
		top, bottom := g.ys[i], g.ys[i+1]
		middle := (top + bottom) / 2
		var row []*cellBox
		start := 0
		for j := 1; j < len(g.xs); j++ {
			if j < len(g.xs)-1 && !g.divided(g.xs[j], middle) {
				continue
			}
			c := &cellBox{area: area{g.xs[start], bottom, g.xs[j], top}, columns: j - start}
			if i > 0 && !g.ruled((c.left+c.right)/2, top) {
				if c.above = sameColumn(rows[i-1], c); c.above != nil {
					c.spans, c.above.spans = true, true
				}
			}
			row = append(row, c)
			start = j
		}
		rows = append(rows, row)
	}
	return rows
}

func sameColumn(row []*cellBox, c *cellBox) *cellBox {
	for _, above := range row {
		if above.left == c.left && above.right == c.right {
			return above
		}
	}
	return nil
}

// cellAt is the cell at the middle of a piece; the last one that begins left of
// it and reaches below it, since text may stand on the line itself.
func cellAt(rows [][]*cellBox, x piece) *cellBox {
	midX, midY := (x.left+x.right)/2, (x.top+x.bottom)/2
	for i, row := range rows {
		if i < len(rows)-1 && midY < row[0].bottom {
			continue
		}
		for j, c := range row {
			if j == len(row)-1 || midX <= c.right {
				return c.origin()
			}
		}
	}
	return nil
}

// joinTo appends what a table has on the next page.
func (t *table) joinTo(next *table) {
	rows := next.rows
	if len(t.rows) > 0 && len(rows) > 1 && len(t.rows[0].cells) > 1 && slices.EqualFunc(t.rows[0].cells, rows[0].cells, sameText) {
		rows = rows[1:] // the header is printed anew
	}
	if len(rows) > 0 && len(t.rows) > 0 && t.continuesRow(rows[0]) {
		last := &t.rows[len(t.rows)-1]
		for i := range last.cells {
			last.cells[i].lines = slices.Concat(last.cells[i].lines, rows[0].cells[i].lines)
		}
		rows = rows[1:]
	}
	broken := len(t.rows)
	t.rows = append(t.rows, rows...)
	t.fillBroken(broken)
}

// fillBroken gives a cell that spans rows and was broken by the end of the page
// its text again: one without text, in a column in which cells do span rows.
func (t *table) fillBroken(at int) {
	if at == 0 || at >= len(t.rows) {
		return
	}
	for _, above := range t.rows[at-1].cells {
		if above.text() == "" || !t.spansIn(above.left) {
			continue
		}
		for i := at; i < len(t.rows); i++ {
			cell := t.rows[i].at(above.left)
			if cell == nil || cell.text() != "" || i > at && !cell.spans {
				break
			}
			cell.lines = above.lines
		}
	}
}

// spansIn reports whether a cell that begins at x spans rows.
func (t *table) spansIn(x float64) bool {
	return slices.ContainsFunc(t.rows, func(r tableRow) bool {
		cell := r.at(x)
		return cell != nil && cell.spans
	})
}

// at is the cell that begins at x.
func (r *tableRow) at(x float64) *tableCell {
	for i := range r.cells {
		if math.Abs(r.cells[i].left-x) <= near {
			return &r.cells[i]
		}
	}
	return nil
}

func sameText(a, b tableCell) bool { return a.text() == b.text() }

// continuesRow: a row that was broken by the end of the page has no first cell
// on the next one, or no number where rows have one. A frame simply goes on.
func (t *table) continuesRow(first tableRow) bool {
	last := t.rows[len(t.rows)-1]
	if len(last.cells) != len(first.cells) || len(first.cells) == 0 {
		return false
	}
	if len(first.cells) == 1 || first.cells[0].text() == "" {
		return true
	}
	for i, c := range first.cells {
		if c.text() == "" && t.numbered(i) {
			return true
		}
	}
	return false
}

// numbered reports whether the last two rows have numbers in a column that follow
// one another.
func (t *table) numbered(column int) bool {
	if len(t.rows) < 2 || column >= len(t.rows[len(t.rows)-2].cells) {
		return false
	}
	above, err := strconv.Atoi(t.rows[len(t.rows)-2].cells[column].text())
	if err != nil {
		return false
	}
	return t.rows[len(t.rows)-1].cells[column].text() == strconv.Itoa(above+1)
}

func (c tableCell) text() string {
	text := ""
	for _, l := range c.lines {
		text = lines.Join(text, strings.ReplaceAll(l.text, "\t", " "))
	}
	return text
}
