package outline

import (
	"strings"

	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/reader"
)

// maxFrame bounds a frame without a number, in lines: a longer one is a page.
const maxFrame = 60

// untitled reads a table that stands in the text without a number of its own, or
// a frame whose first line says what it lists. Its place is that of the next
// paragraph, its title the line above it or else the heading of the section.
func (b *builder) untitled(l reader.Line) bool {
	if b.at-1 < b.tried || !tabular(l) {
		return false
	}
	run := b.run()
	b.tried = b.at - 1 + len(run)
	title := titleLine{text: b.titleAbove()}
	scan := readTable(run, b.lex)
	switch {
	case scan.table == nil && !b.framed(run):
		return false
	case scan.table == nil, len(scan.before) > 0 && heading(l.Text):
		title.text, run = l.Text, run[1:]
	}
	title.locator = b.body.paragraphLocator()
	box, problems := b.newBox(title, l.Number, run)
	b.at = b.tried
	b.add(box, problems)
	return true
}

// tabular reports whether a line may be of a table: of a cell, or of several.
func tabular(l reader.Line) bool {
	return l.Cell || l.Text != "" && strings.ContainsAny(l.Text, "\t|｜") && len(splitCells(l.Raw)) > 1
}

// run is the lines from the one just read on that may be of one table.
func (b *builder) run() []reader.Line {
	lines, blanks := b.lines[b.at-1:], 0
	for i, l := range lines {
		if l.Text == "" {
			if blanks++; blanks > 1 {
				return lines[:i+1-blanks]
			}
			continue
		}
		_, titled := boxTitle(l.Text)
		if titled || l.Cell != lines[0].Cell || !tabular(l) && !isNote(l.Text) {
			return lines[:i-blanks]
		}
		blanks = 0
	}
	return lines[:len(lines)-blanks]
}

// framed reports whether lines are a frame with a title that says what it lists.
func (b *builder) framed(run []reader.Line) bool {
	if len(run) < 2 || len(run) > maxFrame || !run[0].Cell || strings.Contains(run[0].Text, "\t") || !heading(run[0].Text) {
		return false
	}
	if _, _, numbered := ParseMark(run[0].Text); numbered {
		return false
	}
	_, ok := b.lex.ContentOf(run[0].Text)
	return ok
}

// titleAbove is the title of a table without a number: the line above it, if it
// is a heading, or what the section is called.
func (b *builder) titleAbove() string {
	at := b.body.current()
	if last := len(at.Children) - 1; last >= 0 && at.Children[last].Mark.Style == NoMark && b.nothingSince(at.Children[last].Line) {
		if text := strings.TrimRight(at.Children[last].Text, "：:"); heading(text) {
			return list.Clean(text)
		}
	}
	title, _ := Head(at.Text)
	return list.Clean(title)
}

// nothingSince reports whether only blank lines stand between a line and the one
// just read.
func (b *builder) nothingSince(line int) bool {
	for _, l := range b.lines[line : b.at-1] {
		if l.Text != "" {
			return false
		}
	}
	return true
}
