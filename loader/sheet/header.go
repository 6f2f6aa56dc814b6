package sheet

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
)

const (
	searchedRows  = 40 // in which a header is looked for
	maxHeaderRows = 4
	maxHeader     = 40 // characters of a header; a longer text is none
)

// column is one column of a sheet and what it means.
type column struct {
	index    int
	header   string // as printed; of two rows, joined with a stroke
	role     role
	property string
	kind     ecosystem.Kind // of what a column of names names
	body     bool           // a column of names names organizations
	remark   string         // for people: how it was understood, where that is not plain
}

// layout is how a sheet is laid out.
type layout struct {
	first, last int // rows of the header, from 0
	columns     []column
	kind        ecosystem.Kind // of what the rows are about; empty: open
	title       string         // what stands above the header
}

// headerOf finds the rows of the header: those that the mapping names, else the
// row with the most words that headers are made of, and what is merged with it.
func (b *sheetReader) headerOf() (first, last int, err error) {
	if b.rule.first > 0 {
		if b.rule.last > len(b.grid.rows) {
			return 0, 0, ecosystem.Errorf(ecosystem.CodeBadInput, "the header should stand in row %d (%s, line %d), but the sheet has %d rows",
				b.rule.last, b.mapping.name, b.rule.line, len(b.grid.rows))
		}
		return b.rule.first - 1, b.rule.last - 1, nil
	}
	best, bestScore := -1, 0
	for row := b.top; row < min(b.end, b.top+searchedRows); row++ {
		if score := b.score(row); score > bestScore {
			best, bestScore = row, score
		}
	}
	if best < 0 {
		return 0, 0, errNoHeader
	}
	first, last = b.grow(best)
	return first, last, nil
}

// score counts the cells of a row that read like headers. One alone is enough
// when it names what the rows are about.
func (b *sheetReader) score(row int) int {
	score, name := 0, false
	seen := map[string]bool{}
	for c := range b.grid.rows[row] {
		text := unbroken(b.grid.raw(row, c).text)
		if text == "" || seen[text] || utf8.RuneCountInString(text) > maxHeader {
			continue
		}
		seen[text] = true
		if m, ok := b.lexicon.header(text); ok {
			score++
			name = name || m.role == roleName || m.role == roleOrganization
		} else if b.mapped(text) != nil {
			score++
			name = true
		}
	}
	if score == 1 && !name {
		return 0
	}
	return score
}

// grow takes the rows that belong to a header row: those that its cells are
// merged with, and those above or below that divide its columns.
func (b *sheetReader) grow(row int) (first, last int) {
	first, last = row, row
	for grown := true; grown; {
		grown = false
		for _, m := range b.grid.merges {
			part := m.right-m.left+1 < b.breadth // a title spans all columns
			touches := m.top <= last && m.bottom >= first
			if !part || !touches || m.bottom-m.top >= maxHeaderRows {
				continue
			}
			if top, bottom := min(first, m.top), max(last, m.bottom); bottom-top < maxHeaderRows && (top < first || bottom > last) {
				first, last, grown = top, bottom, true
			}
		}
	}
	switch {
	case last > first:
	case first > b.top && (b.groups(first-1) || b.completes(first-1, first)):
		first--
	case b.groups(first) && b.dividesRow(first+1), b.divides(first, first+1):
		last++
	}
	return first, last
}

// groups reports whether a row has a cell that is merged above some columns. A
// cell that stands alone in its row is a title.
func (b *sheetReader) groups(row int) bool {
	return len(b.grid.filled(row)) > 1 && slices.ContainsFunc(b.grid.merges, func(m *merge) bool {
		return m.top == row && m.bottom == row && m.wide() && m.right-m.left+1 < b.breadth && b.grid.raw(m.top, m.left).text != ""
	})
}

// dividesRow reports whether short texts stand below the groups of a row.
func (b *sheetReader) dividesRow(row int) bool {
	if row >= len(b.grid.rows) {
		return false
	}
	for _, m := range b.grid.merges {
		if m.bottom != row-1 || !m.wide() {
			continue
		}
		for c := m.left; c <= m.right; c++ {
			if n := utf8.RuneCountInString(b.grid.raw(row, c).text); n == 0 || n > maxHeader {
				return false
			}
		}
	}
	return true
}

// divides reports whether a row without merged cells, as CSV has them, goes on
// with the header: it fills only columns that the row above leaves open, or their
// left neighbour, with short texts of which one at least is a word of headers.
func (b *sheetReader) divides(above, row int) bool {
	if row >= len(b.grid.rows) {
		return false
	}
	open, known := false, false
	for _, c := range b.grid.filled(row) {
		text := b.grid.raw(row, c).text
		if isReportHeader(text) {
			continue
		}
		if utf8.RuneCountInString(text) > maxHeader {
			return false
		}
		_, ok := b.lexicon.header(text)
		known = known || ok || b.lexicon.isSuffix(text)
		blank := b.grid.raw(above, c).text == ""
		open = open || blank
		if !blank && b.grid.raw(above, c+1).text != "" {
			return false
		}
	}
	return open && known
}

// completes reports whether the row above a header without merged cells belongs
// to it: it has words of headers where the header has nothing.
func (b *sheetReader) completes(above, row int) bool {
	known := false
	for _, c := range b.grid.filled(above) {
		text := b.grid.raw(above, c).text
		if utf8.RuneCountInString(text) > maxHeader {
			return false
		}
		if _, ok := b.lexicon.header(text); ok && b.grid.raw(row, c).text == "" {
			known = true
		}
	}
	return known
}

// headerText joins what stands above a column.
func (b *sheetReader) headerText(first, last, c int) []string {
	var parts []string
	for row := first; row <= last; row++ {
		text := b.grid.inHeader(row, c)
		if text == "" && row < last && b.grid.raw(last, c).text != "" {
			for left := c - 1; left >= 0 && text == "" && b.grid.raw(last, left).text != ""; left-- {
				text = b.grid.inHeader(row, left) // a group in CSV stands above its first column only
			}
		}
		if text != "" && !slices.Contains(parts, text) {
			parts = append(parts, text)
		}
	}
	return parts
}

// title is what stands above the header: the longest text of the first row with
// any, so that 附件1 is passed over.
func (b *sheetReader) title(first int) string {
	title := ""
	for row := b.top; row < first; row++ {
		for c := range b.grid.rows[row] {
			text := unbroken(b.grid.raw(row, c).text)
			if utf8.RuneCountInString(text) > utf8.RuneCountInString(title) && !strings.ContainsAny(text, ":：") {
				title = text
			}
		}
		if utf8.RuneCountInString(title) > 4 {
			break
		}
	}
	return title
}
