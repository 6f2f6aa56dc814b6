package outline

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/reader"
	textlines "github.com/innograph/innograph/loader/plan/reader/lines"
)

// Table is a box of rows and columns.
type Table struct {
	Header []string // of several rows of headers the joined ones
	Rows   []Row
}

// Row is one row of a table; it has as many cells as the header.
type Row struct {
	Locator string
	Cells   []string // each on one line
	Line    int
	Parts   [][]string // the paragraphs of each cell, where the form tells them
	Group   string     // the heading within the table that the row stands below
}

// Column is the index of the first column whose header holds one of the words;
// -1 when there is none.
func (t *Table) Column(words ...string) int {
	return slices.IndexFunc(t.Header, func(h string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(h, w) })
	})
}

// scanned is what was read of the lines of a table.
type scanned struct {
	table         *Table
	odd           []printedRow  // rows that fit no header
	before, after []reader.Line // text beside the table
}

// readTable understands the lines of a box as a table, or returns none. Two
// layouts occur in text made of tables: a row to a line with gaps between the
// cells, and a cell to a line with blank lines or row numbers between the rows.
func readTable(lines []reader.Line, lex *lexicon.Lexicon) scanned {
	s := scanned{}
	var rows []printedRow
	if rows, s.before, s.after = rowPerLine(lines); rows == nil {
		rows = cellPerLine(lines)
	} else if turned := cards(rows, lex); turned != nil {
		rows = turned
	}
	header, headers := readHeader(rows, lex)
	if header == nil {
		return scanned{}
	}
	t := &Table{Header: header}
	heading := ""
	for _, r := range rows[headers:] {
		switch text, alone := r.onlyCell(); {
		case slices.Equal(r.cells, rows[0].cells), slices.ContainsFunc(r.cells, totals.MatchString):
			continue // printed anew on the next page, or a sum
		case alone && len(r.cells) == len(header):
			heading = groupHeading(text)
			continue
		}
		cells, ok := t.align(r.cells)
		if !ok {
			s.odd = append(s.odd, r)
			continue
		}
		t.Rows = append(t.Rows, newRow(cells, r.line, heading))
	}
	if len(t.Rows) == 0 || len(s.odd) > len(t.Rows) {
		return scanned{}
	}
	s.table = t
	return s
}

var totals = regexp.MustCompile(`^(?:合\s*计|总\s*计|小\s*计)$`)

// groupHeading is the heading of a group of rows, without its number.
func groupHeading(text string) string {
	if _, rest, ok := ParseMark(text); ok {
		text = rest
	}
	return list.Clean(text)
}

func newRow(cells []string, line int, heading string) Row {
	r := Row{Line: line, Group: heading}
	for _, c := range cells {
		r.Cells = append(r.Cells, textlines.JoinAll(c))
		r.Parts = append(r.Parts, strings.Split(c, textlines.Break))
	}
	return r
}

// align gives a row the columns of the header. A cell that spans rows is printed
// in the first of them only: the rows below it are one cell short.
func (t *Table) align(cells []string) ([]string, bool) {
	if len(cells) == len(t.Header) {
		return cells, true
	}
	spanning := t.Column("类别", "分类", "类型", "一级指标", "领域", "板块")
	if len(cells) != len(t.Header)-1 || len(cells) < minColumns-1 || spanning < 0 || spanning > len(cells) || len(t.Rows) == 0 {
		return nil, false
	}
	above := t.Rows[len(t.Rows)-1].Parts[spanning]
	return slices.Insert(slices.Clone(cells), spanning, strings.Join(above, textlines.Break)), true
}

// locate numbers the rows: by the serial number that the table prints (专栏1.4),
// else by their position (专栏1（4）).
func (t *Table) locate(box string) {
	serial := t.serial()
	for i := range t.Rows {
		t.Rows[i].Locator = fmt.Sprintf("%s（%d）", box, i+1)
		if serial >= 0 {
			t.Rows[i].Locator = box + "." + t.Rows[i].Cells[serial]
		}
	}
}

// serial is the column of the serial numbers; -1 when there is none, or when a
// number is missing or stands twice.
func (t *Table) serial() int {
	column := slices.IndexFunc(t.Header, func(h string) bool { return strings.Join(strings.Fields(h), "") == serialWord })
	if column < 0 {
		return -1
	}
	seen := map[string]bool{}
	for _, r := range t.Rows {
		number := r.Cells[column]
		if seen[number] || !digits.MatchString(number) {
			return -1
		}
		seen[number] = true
	}
	return column
}

const serialWord = "序号"

var digits = regexp.MustCompile(`^\d{1,3}$`)

// onlyCell is the text of the only cell that is not empty, if it is short.
func (r printedRow) onlyCell() (text string, alone bool) {
	for _, c := range r.cells {
		switch {
		case c == "":
		case text != "" && c != text:
			return "", false
		default:
			text = c
		}
	}
	return text, text != "" && utf8.RuneCountInString(text) <= maxBoxTitle && (len(r.cells) > 2 || r.cells[0] != "")
}
