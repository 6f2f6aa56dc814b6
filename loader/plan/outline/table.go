package outline

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/loader/plan/reader"
)

// Table is a box of rows and columns.
type Table struct {
	Header []string
	Rows   []Row
}

// Row is one row of a table; it has as many cells as the header.
type Row struct {
	Locator string
	Cells   []string
	Line    int
}

// Column is the index of the first column whose header holds one of the words;
// -1 when there is none.
func (t *Table) Column(words ...string) int {
	return slices.IndexFunc(t.Header, func(h string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(h, w) })
	})
}

const (
	serialWord = "序号"
	minColumns = 3
	maxCell    = 120 // characters; longer cells are running text
)

var columnGap = regexp.MustCompile(`\t|[|｜]| {2,}`)

// group is one printed row: the cells and the line of the first.
type group struct {
	cells []string
	line  int
}

// readTable understands the lines of a box as a table, or returns nil. Two
// layouts occur in text made of tables: a row to a line with gaps between the
// cells, and a cell to a line with blank lines or row numbers between the rows.
func readTable(lines []reader.Line) (t *Table, odd []group) {
	rows := rowPerLine(lines)
	if rows == nil {
		rows = cellPerLine(lines)
	}
	if len(rows) < 2 || len(rows[0].cells) < minColumns || !isHeader(rows[0].cells) {
		return nil, nil
	}
	t = &Table{Header: rows[0].cells}
	for _, r := range rows[1:] {
		cells, ok := t.align(r.cells)
		if !ok {
			odd = append(odd, r)
			continue
		}
		t.Rows = append(t.Rows, Row{Cells: cells, Line: r.line})
	}
	if len(t.Rows) == 0 || len(odd) > len(t.Rows) {
		return nil, nil
	}
	return t, odd
}

var headerWord = regexp.MustCompile(`序\s*号|名称|指标|单位|属性|类别|领域|目标|备注|地点|\d{4}\s*年`)

// isHeader tells the header of a table from the first lines of a list.
func isHeader(cells []string) bool {
	words := 0
	for _, c := range cells {
		if _, _, numbered := ParseMark(c); numbered {
			return false
		}
		if headerWord.MatchString(c) {
			words++
		}
	}
	return words >= 2
}

// align gives a row the columns of the header. A cell that spans rows is printed
// in the first of them only: the rows below it are one cell short.
func (t *Table) align(cells []string) ([]string, bool) {
	if len(cells) == len(t.Header) {
		return cells, true
	}
	spanning := t.Column("类别", "分类", "一级指标")
	if len(cells) != len(t.Header)-1 || spanning < 0 || spanning > len(cells) || len(t.Rows) == 0 {
		return nil, false
	}
	above := t.Rows[len(t.Rows)-1].Cells[spanning]
	return slices.Insert(slices.Clone(cells), spanning, above), true
}

// locate numbers the rows: by the serial number that the table prints (专栏1.4),
// else by their position (专栏1（4）).
func (t *Table) locate(box string) {
	serial := -1
	if strings.ReplaceAll(t.Header[0], " ", "") == serialWord {
		serial = 0
	}
	for i := range t.Rows {
		t.Rows[i].Locator = fmt.Sprintf("%s（%d）", box, i+1)
		if serial >= 0 && digits.MatchString(t.Rows[i].Cells[serial]) {
			t.Rows[i].Locator = box + "." + t.Rows[i].Cells[serial]
		}
	}
}

var digits = regexp.MustCompile(`^\d{1,3}$`)

func rowPerLine(lines []reader.Line) []group {
	indented := !slices.ContainsFunc(lines, func(l reader.Line) bool { return l.Text != "" && !l.Cell })
	var rows []group
	for _, l := range lines {
		if l.Text == "" || frame.MatchString(l.Text) {
			continue
		}
		raw := l.Raw
		if indented {
			raw = strings.TrimPrefix(raw, "\t")
		}
		cells := splitCells(raw)
		if len(cells) < minColumns-1 {
			return nil
		}
		rows = append(rows, group{cells, l.Number})
	}
	return rows
}

// frame is a line that only draws the table.
var frame = regexp.MustCompile(`^[-+|｜:=─━┼\s]+$`)

// splitCells cuts a line at tabs, bars and wide gaps; two tabs on end are an
// empty cell.
func splitCells(raw string) []string {
	text := strings.Trim(strings.Trim(raw, " "), "|｜")
	cells := columnGap.Split(text, -1)
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

func cellPerLine(lines []reader.Line) []group {
	groups := blankSeparated(lines)
	if len(groups) == 1 {
		groups = bySerial(lines)
	}
	if len(groups) < 2 || slices.ContainsFunc(groups, func(g group) bool {
		return slices.ContainsFunc(g.cells, func(c string) bool { return utf8.RuneCountInString(c) > maxCell })
	}) {
		return nil
	}
	return groups
}

func blankSeparated(lines []reader.Line) []group {
	var groups []group
	open := false
	for _, l := range lines {
		switch {
		case l.Text == "":
			open = false
		case open:
			last := &groups[len(groups)-1]
			last.cells = append(last.cells, l.Text)
		default:
			groups = append(groups, group{[]string{l.Text}, l.Number})
			open = true
		}
	}
	return groups
}

// bySerial cuts cells without blank lines at the row numbers 1, 2, 3 …, which
// come after as many cells as the header has.
func bySerial(lines []reader.Line) []group {
	var groups []group
	width := 0
	for _, l := range lines {
		if l.Text == "" {
			continue
		}
		switch {
		case len(groups) == 0:
			if strings.ReplaceAll(l.Text, " ", "") != serialWord {
				return nil
			}
			groups = append(groups, group{[]string{serialWord}, l.Number})
			continue
		case l.Text == strconv.Itoa(len(groups)) && (width == 0 || len(groups[len(groups)-1].cells) >= width):
			if width == 0 {
				width = len(groups[0].cells)
			}
			groups = append(groups, group{[]string{l.Text}, l.Number})
			continue
		}
		last := &groups[len(groups)-1]
		last.cells = append(last.cells, l.Text)
	}
	return groups
}
