package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/innograph/innograph/loader/plan/reader/lines"
)

// page is a page laid out: lines of running text and tables, from the top.
type page struct {
	number               int
	width, height        float64
	items                []item
	chars, odd, pictures int // characters, those without a meaning, pictures
	bytes                int
}

// picture reports whether the page is one without text.
func (p *page) picture() bool { return p.chars == 0 && p.pictures > 0 }

// item is a line of running text or a table.
type item struct {
	line  textLine
	table *table // nil for a line
}

func (i item) top() float64 {
	if i.table != nil {
		return i.table.top
	}
	return i.line.top
}

// textLine is one printed line.
type textLine struct {
	area
	text string
	page int
}

// em is about the size of its characters.
func (l textLine) em() float64 { return max(l.height(), 1) }

// layOut lays a page out; one with two columns of text becomes several, one behind
// the other.
func layOut(raw rawPage) []page {
	p := page{number: raw.number, width: raw.width, height: raw.height, pictures: raw.pictures}
	raw.pieces = slices.DeleteFunc(raw.pieces, func(x piece) bool { return strings.TrimSpace(x.text) == "" })
	for _, x := range raw.pieces {
		p.count(x.text)
	}
	rest := raw.pieces
	for _, g := range raw.rules.grids() {
		var inside []piece
		rest = slices.DeleteFunc(slices.Clone(rest), func(x piece) bool {
			if !g.holds(x) {
				return false
			}
			inside = append(inside, x)
			return true
		})
		if t := newTable(g, inside, raw.number); t != nil {
			p.items = append(p.items, item{table: t})
		} else {
			rest = append(rest, inside...)
		}
	}
	gap, parted := findGutter(rest, p.width)
	stretches := [][]piece{rest}
	if parted {
		left, right, across := gap.part(rest)
		stretches = [][]piece{left, right, across}
	}
	for _, pieces := range stretches {
		p.flow(pieces)
	}
	if parted {
		return p.inColumns(gap)
	}
	slices.SortStableFunc(p.items, func(a, b item) int { return compare(b.top(), a.top()) })
	return []page{p}
}

// flow adds the lines of running text, and the tables without lines among them.
func (p *page) flow(pieces []piece) {
	tables, rows := columnTables(rowsOf(pieces), p.number)
	for _, t := range tables {
		p.items = append(p.items, item{table: t})
	}
	for _, row := range rows {
		p.items = append(p.items, item{line: newTextLine(row, p.number)})
	}
}

func (p *page) count(text string) {
	p.bytes += len(text)
	for _, r := range text {
		if unicode.IsSpace(r) {
			continue
		}
		p.chars++
		if r == utf8.RuneError || unicode.Is(unicode.Co, r) || unicode.IsControl(r) {
			p.odd++
		}
	}
}

// linesOf puts pieces side by side on lines, from the top.
func linesOf(pieces []piece, number int) []textLine {
	rows := rowsOf(pieces)
	out := make([]textLine, 0, len(rows))
	for _, row := range rows {
		out = append(out, newTextLine(row, number))
	}
	return out
}

// rowsOf are the pieces of each line, from the top.
func rowsOf(pieces []piece) [][]piece {
	pieces = slices.Clone(pieces)
	slices.SortStableFunc(pieces, func(a, b piece) int { return compare(b.top, a.top) })
	var rows [][]piece
	var extent area // of the last row
	for _, x := range pieces {
		overlap := min(x.top, extent.top) - max(x.bottom, extent.bottom)
		if len(rows) > 0 && overlap >= 0.5*min(x.height(), extent.height()) {
			rows[len(rows)-1] = append(rows[len(rows)-1], x)
			extent = area{0, min(extent.bottom, x.bottom), 0, max(extent.top, x.top)}
			continue
		}
		rows = append(rows, []piece{x})
		extent = x.area
	}
	return rows
}

// columnGap is the gap between pieces from which on they stand in columns, and
// wordGap one that is a blank, both in characters.
const (
	columnGap = 2.5
	wordGap   = 0.6
)

func newTextLine(row []piece, number int) textLine {
	slices.SortStableFunc(row, func(a, b piece) int { return compare(a.left, b.left) })
	l := textLine{area: row[0].area, page: number}
	for _, x := range row {
		l.bottom, l.top, l.right = min(l.bottom, x.bottom), max(l.top, x.top), max(l.right, x.right)
	}
	end := row[0].left
	var text strings.Builder
	for _, x := range row {
		switch gap := (x.left - end) / l.em(); {
		case gap > columnGap:
			text.WriteByte('\t')
		case gap > wordGap:
			text.WriteByte(' ')
		}
		text.WriteString(strings.Map(oneLine, x.text))
		end = x.right
	}
	l.text = closeUp(strings.TrimSpace(text.String()))
	return l
}

func oneLine(r rune) rune {
	if r == '\n' || r == '\r' || r == '\t' {
		return ' '
	}
	return r
}

// closeUp drops the blanks between Chinese and Latin characters and beside Chinese
// punctuation, which is as wide as one, and double ones.
func closeUp(text string) string {
	var out strings.Builder
	var last rune
	blank := false
	for _, r := range text {
		if r == ' ' {
			blank = true
			continue
		}
		if blank && last != 0 && last != '\t' && r != '\t' && lines.Latin(last) == lines.Latin(r) && !wideMark(last) && !wideMark(r) {
			out.WriteByte(' ')
		}
		out.WriteRune(r)
		last, blank = r, false
	}
	return out.String()
}

// wideMark reports whether a character is a punctuation mark of Chinese.
func wideMark(r rune) bool {
	return strings.ContainsRune("，。、；：？！（）《》【】〔〕“”‘’", r)
}
