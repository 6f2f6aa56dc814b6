package sheet

import (
	"slices"
	"unicode/utf8"
)

// section is the stretch of a sheet that one table takes, with what stands above
// its header: rows from top on, up to end.
type section struct{ top, end int }

// sections divides a sheet on which several tables stand one below the other, each
// with a header of its own. Where the mapping says what is in the sheet, it is one.
func (b *sheetReader) sections() []section {
	whole := []section{{0, len(b.grid.rows)}}
	if b.rule.first > 0 || b.rule.sheet != "" {
		return whole
	}
	var out []section
	var before []string
	for row := range b.grid.rows {
		if !b.begins(row) {
			continue
		}
		header := b.headerCells(row)
		if slices.Equal(header, before) {
			continue // printed again on the next page
		}
		before = header
		top := row
		for top > 0 && len(b.headerCells(top-1)) == 1 {
			top-- // 二、重点项目
		}
		if n := len(out); n > 0 {
			out[n-1].end = top
		} else {
			top = 0
		}
		out = append(out, section{top, len(b.grid.rows)})
	}
	if len(out) < 2 {
		return whole
	}
	return out
}

// keepTo makes the reader read one section of several.
func (b *sheetReader) keepTo(part section) {
	if part == b.section {
		return
	}
	b.section, b.breadth = part, 0
	for row := part.top; row < part.end; row++ {
		for c := range b.grid.rows[row] {
			if b.grid.raw(row, c).text != "" && !b.ours[c] {
				b.breadth = max(b.breadth, c+1)
			}
		}
	}
}

// begins reports whether a table begins with a row: nearly all of its cells are
// words that headers are made of, one of them names what the rows are about, and
// above it stands nothing, or a heading.
func (b *sheetReader) begins(row int) bool {
	if row > 0 && len(b.headerCells(row-1)) > 1 {
		return false
	}
	known, name := 0, false
	header := b.headerCells(row)
	for _, text := range header {
		m, ok := b.lexicon.header(text)
		if !ok || utf8.RuneCountInString(text) > maxHeader {
			continue
		}
		known++
		name = name || m.role == roleName || m.role == roleOrganization
	}
	return name && known > 1 && 3*known >= 2*len(header)
}

// headerCells are the cells of a row without those that a report added.
func (b *sheetReader) headerCells(row int) []string {
	var out []string
	for _, c := range b.grid.filled(row) {
		if !b.ours[c] {
			out = append(out, unbroken(b.grid.value(row, c).text))
		}
	}
	return out
}
