package lines

import (
	"slices"
	"strings"
)

// Cell is one cell of a table.
type Cell struct {
	Paragraphs []string
	Pages      []int // on which each paragraph begins; nil where the form has no pages
	Columns    int   // how many columns it spans; 0 means 1
}

// Row is one row of a table. A cell that spans rows stands in each of them.
type Row []Cell

// Table adds a table. A row becomes a line with a tab before each cell, so that
// an empty cell keeps its place. A frame around text, and a title or a note as
// wide as the table, become the paragraphs they hold, indented by a tab. Two
// blank lines end the table.
func (w *Writer) Table(rows []Row) error {
	if err := w.Blank(1); err != nil {
		return err
	}
	rows = slices.DeleteFunc(slices.Clone(rows), Row.empty)
	first := slices.IndexFunc(rows, Row.several)
	last := len(rows) - 1
	for ; last > first && !rows[last].several(); last-- {
	}
	width := 0
	for _, r := range rows {
		width = max(width, r.width())
	}
	for i, r := range rows {
		inside := first >= 0 && i >= first && i <= last
		if err := w.row(r, inside, width); err != nil {
			return err
		}
	}
	return w.Blank(2)
}

// row adds a row; one inside the table fills its width.
func (w *Writer) row(r Row, inside bool, width int) error {
	if !inside {
		for _, c := range r {
			for i, p := range c.Paragraphs {
				w.pageOf(c, i)
				if err := w.Boxed(p); err != nil {
					return err
				}
			}
		}
		return nil
	}
	var line strings.Builder
	w.pageOf(r[0], 0)
	for _, c := range r {
		line.WriteString("\t" + c.text())
		line.WriteString(strings.Repeat("\t", max(c.Columns, 1)-1))
	}
	line.WriteString(strings.Repeat("\t", width-r.width()))
	return w.add(line.String())
}

// pageOf sets the page to that of a cell's i-th paragraph, if it is known.
func (w *Writer) pageOf(c Cell, i int) {
	if i < len(c.Pages) {
		w.Page(c.Pages[i])
	}
}

// text is the cell on one line, with a Break between its paragraphs.
func (c Cell) text() string {
	var parts []string
	for _, p := range c.Paragraphs {
		for part := range strings.SplitSeq(p, "\n") {
			if part = strings.Join(strings.Fields(strings.Map(plain, part)), " "); part != "" {
				parts = append(parts, part)
			}
		}
	}
	return strings.Join(parts, Break)
}

func (r Row) width() int {
	n := 0
	for _, c := range r {
		n += max(c.Columns, 1)
	}
	return n
}

// several reports whether the row has cells side by side.
func (r Row) several() bool { return len(r) > 1 }

func (r Row) empty() bool {
	return !slices.ContainsFunc(r, func(c Cell) bool { return c.text() != "" })
}
