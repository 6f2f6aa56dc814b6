package outline

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/loader/plan/reader"
)

const (
	minColumns = 3   // fewer need a header that leaves no doubt
	maxCell    = 120 // characters; longer cells are running text
)

// printedRow is one printed row: the cells, and the line of the first.
type printedRow struct {
	cells []string
	line  int
}

// rowPerLine reads a row from each line. What stands above the first and below
// the last row is returned apart; a line between that is no row means that the
// lines are no table.
func rowPerLine(lines []reader.Line) (rows []printedRow, before, after []reader.Line) {
	indented := !slices.ContainsFunc(lines, func(l reader.Line) bool {
		return !l.Cell && len(splitCells(l.Raw)) > 1
	})
	first, last := -1, -1
	cells := make([][]string, len(lines))
	for i, l := range lines {
		if l.Text == "" || frame.MatchString(l.Text) {
			continue
		}
		raw := l.Raw
		if indented {
			raw = strings.TrimPrefix(raw, "\t")
		}
		if cells[i] = splitCells(raw); len(cells[i]) < minColumns-1 {
			continue
		}
		if last = i; first < 0 {
			first = i
		}
	}
	if first < 0 {
		return nil, nil, nil
	}
	for i := first; i <= last; i++ {
		switch len(cells[i]) {
		case 0:
		case 1:
			return nil, nil, nil
		default:
			rows = append(rows, printedRow{cells[i], lines[i].Number})
		}
	}
	return rows, lines[:first], lines[last+1:]
}

// frame is a line that only draws the table.
var frame = regexp.MustCompile(`^[-+|｜:=─━┼\s]+$`)

var (
	bar     = regexp.MustCompile(`[|｜]`)
	wideGap = regexp.MustCompile(` {2,}`)
)

// splitCells cuts a line at tabs, failing that at bars, failing that at wide
// gaps; two tabs on end are an empty cell.
func splitCells(raw string) []string {
	text := strings.Trim(raw, " ")
	var cells []string
	switch {
	case strings.Contains(text, "\t"):
		cells = strings.Split(text, "\t")
	case bar.MatchString(text):
		cells = bar.Split(strings.Trim(text, "|｜"), -1)
	default:
		cells = wideGap.Split(text, -1)
	}
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

func cellPerLine(lines []reader.Line) []printedRow {
	rows := blankSeparated(lines)
	if len(rows) == 1 {
		rows = bySerial(lines)
	}
	if len(rows) < 2 || slices.ContainsFunc(rows, func(r printedRow) bool {
		return slices.ContainsFunc(r.cells, func(c string) bool { return utf8.RuneCountInString(c) > maxCell })
	}) {
		return nil
	}
	return rows
}

func blankSeparated(lines []reader.Line) []printedRow {
	var rows []printedRow
	open := false
	for _, l := range lines {
		switch {
		case l.Text == "":
			open = false
		case open:
			last := &rows[len(rows)-1]
			last.cells = append(last.cells, l.Text)
		default:
			rows = append(rows, printedRow{[]string{l.Text}, l.Number})
			open = true
		}
	}
	return rows
}

// bySerial cuts cells without blank lines at the row numbers 1, 2, 3 …, which
// come after as many cells as the header has.
func bySerial(lines []reader.Line) []printedRow {
	var rows []printedRow
	width := 0
	for _, l := range lines {
		if l.Text == "" {
			continue
		}
		switch {
		case len(rows) == 0:
			if strings.ReplaceAll(l.Text, " ", "") != serialWord {
				return nil
			}
			rows = append(rows, printedRow{[]string{serialWord}, l.Number})
			continue
		case l.Text == strconv.Itoa(len(rows)) && (width == 0 || len(rows[len(rows)-1].cells) >= width):
			if width == 0 {
				width = len(rows[0].cells)
			}
			rows = append(rows, printedRow{[]string{l.Text}, l.Number})
			continue
		}
		last := &rows[len(rows)-1]
		last.cells = append(last.cells, l.Text)
	}
	return rows
}
