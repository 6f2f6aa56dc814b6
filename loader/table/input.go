package table

import (
	"slices"
	"strings"
)

// leftOut stands for a column that was found wrong; its cells are not read.
const leftOut = "-"

// input is one table that is being read: a file, or a sheet of a workbook.
type input struct {
	table   Table
	name    string   // as problems call it
	columns []string // by position; "" for a blank header
	known   []string // the names of all columns of the table
	parser  *parser
	cells   map[string]string
}

func (in *input) fail(row int, column, format string, args ...any) {
	in.parser.problems.Add(Place{in.name, row}, column, format, args...)
}

// unreadable notes a problem that leaves rows unread.
func (in *input) unreadable(row int, format string, args ...any) {
	in.fail(row, "", format, args...)
	in.parser.incomplete = true
}

// header takes the first row. It returns false when rows make no sense without
// what is missing.
func (in *input) header(cells []string) bool {
	for _, cell := range cells {
		name := strings.ToLower(strings.TrimSpace(cell))
		switch {
		case name == "":
		case slices.Contains(in.columns, name):
			in.fail(1, name, "the column stands twice in the header")
			name = leftOut
		case !slices.Contains(in.known, name):
			in.unknownColumn(1, strings.TrimSpace(cell))
			name = leftOut
		}
		in.columns = append(in.columns, name)
	}
	complete := true
	for _, c := range Columns(in.table) {
		if c.Required && !slices.Contains(in.columns, c.Name) {
			in.unreadable(1, "the column %s (%s) is missing; the table %s needs it", c.Name, c.Chinese, in.table)
			complete = false
		}
	}
	return complete
}

func (in *input) unknownColumn(row int, name string) {
	if near := Nearest(name, in.known); near != "" {
		in.fail(row, name, "unknown column; did you mean %s?", near)
		return
	}
	for _, c := range Columns(in.table) {
		if c.Chinese == name {
			in.fail(row, name, "unknown column; write %s", c.Name)
			return
		}
	}
	in.fail(row, name, "unknown column; the table %s has the columns %s", in.table, strings.Join(in.known, ", "))
}

// row takes a further row. commas: the cells were separated by commas, so that
// their number must be that of the header.
func (in *input) row(number int, cells []string, commas bool) {
	clear(in.cells)
	r := row{Place: Place{in.name, number}, cells: in.cells}
	beyond := 0
	for i, cell := range cells {
		cell = strings.TrimSpace(cell)
		switch {
		case cell == "":
		case i >= len(in.columns):
			beyond++
		case in.columns[i] == "":
			in.fail(number, "", "cell %d holds %q, but its column has no header", i+1, cell)
			in.columns[i] = leftOut // saying it once is enough
		case in.columns[i] != leftOut:
			r.cells[in.columns[i]] = cell
		}
	}
	if len(r.cells) == 0 && beyond == 0 {
		return // a blank row
	}
	switch {
	case commas && (beyond > 0 || len(cells) < len(in.columns)):
		r.torn = true
		in.fail(number, "", "the row has %d cells but the header has %d; a comma is missing, one is too many, or one stands in a text that is not between quotation marks",
			len(cells), len(in.columns))
	case beyond > 0:
		in.fail(number, "", "%d cells stand to the right of the last header", beyond)
	}
	in.parser.row(in.table, r)
}
