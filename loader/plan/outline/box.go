package outline

import (
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/loader/plan/reader"
)

// boxEnd finds the lines of a box, which begin at lines[at]. A box ends where
// the body goes on: at a chapter, at the next box, at a number that continues
// the body's, or after a gap.
type boxEnd struct {
	locator string
	body    *tree
	own     *tree // the box's own numbering so far
	cells   bool  // the box is made of tab-led cells, as word processors write it
	content int   // lines with text so far
	bare    int   // numbered lines of the box that are no more than a heading
	full    int   // those with a text of their own
	texts   int   // lines without a number
	spaced  bool  // the box's numbered lines stand apart
}

func (b *boxEnd) scan(lines []reader.Line) (content []reader.Line) {
	blanks := 0
	for i, l := range lines {
		if l.Text == "" {
			blanks++
			continue
		}
		if !b.holds(l, blanks) {
			return lines[:i]
		}
		b.add(l, blanks)
		blanks = 0
	}
	return lines
}

func (b *boxEnd) add(l reader.Line, blanks int) {
	b.content++
	b.cells = b.cells || l.Cell
	mark, rest, ok := ParseMark(l.Text)
	if !ok {
		b.texts++
		return
	}
	if b.own.root.lastItem != nil && blanks > 0 {
		b.spaced = true
	}
	if _, detail := Head(rest); detail == "" {
		b.bare++
	} else {
		b.full++
	}
	b.own.numbered(mark, "", l.Number)
}

// holds decides whether a line after so many blank lines still is of the box.
func (b *boxEnd) holds(l reader.Line, blanks int) bool {
	if b.goesOn(l.Text) {
		return true
	}
	if _, ok := boxTitle(l.Text); ok {
		return false
	}
	if b.content == 0 {
		return !b.chapter(l.Text)
	}
	if isNote(l.Text) || (b.cells && l.Cell) {
		return true
	}
	if blanks > 1 || b.chapter(l.Text) {
		return false
	}
	mark, rest, numbered := ParseMark(l.Text)
	if !numbered {
		return blanks == 0 && !b.pastItems(l.Text)
	}
	own, body := b.continuesOwn(mark), b.body.continues(mark)
	switch {
	case own && body:
		_, detail := Head(rest)
		return (blanks == 0 || b.spaced) && (detail != "" || b.bare > 0)
	case own:
		return true
	case body:
		return false
	default:
		return blanks == 0 || mark.Number == 1
	}
}

// pastItems reports whether a line is a text below the last of several items, none
// of which has one below it: it is of the body again. A bare item among items
// with texts has its text below.
func (b *boxEnd) pastItems(text string) bool {
	alike := b.bare == 0 || b.full == 0
	return b.bare+b.full > 1 && alike && b.texts == 0 &&
		utf8.RuneCountInString(text) >= minText && strings.HasSuffix(text, "。")
}

// goesOn reports whether a line says that the box goes on below: 续表, 专栏3（续）.
func (b *boxEnd) goesOn(text string) bool {
	title, ok := boxTitle(text)
	return tableGoesOn.MatchString(text) || ok && title.locator == b.locator && againTitled.MatchString(title.text)
}

// continuesOwn: the next number of the box, or the first of a deeper level.
func (b *boxEnd) continuesOwn(m Mark) bool {
	if b.own.root.lastItem == nil {
		return false
	}
	return b.own.continues(m) || m.Number == 1
}

// chapter reports whether a line is the heading of a chapter or section of the
// body: by its word (第三章), or as the next number of the body's first level.
func (b *boxEnd) chapter(text string) bool {
	mark, _, ok := ParseMark(text)
	if !ok {
		return false
	}
	if mark.Style <= SectionWord {
		return true
	}
	first := b.body.open
	return len(first) > 0 && first[0].Mark.Style == mark.Style && mark.Number > first[0].Mark.Number &&
		!b.own.continues(mark) && heading(text)
}

// heading reports whether a line is short and no sentence.
func heading(text string) bool {
	return utf8.RuneCountInString(text) <= maxBoxTitle && !strings.ContainsAny(text, "。；：:")
}

// boxed adds a line of a box: a numbered line with the numbers inside it, a line
// that goes on from the one above, or a paragraph.
func (t *tree) boxed(text string, line int) {
	mark, rest, numbered := ParseMark(text)
	if !numbered {
		if at := t.current(); at != t.root && len(at.Children) == 0 && continued(at.Text) {
			at.Text += text
			return
		}
		t.inline(text, line, nil)
		return
	}
	n, _ := t.numbered(mark, rest, line)
	t.inline(rest, line, n)
}

// inline gives a line that numbers its items itself one node per item.
func (t *tree) inline(text string, line int, n *Node) {
	style, after := NoMark, 0
	if n != nil {
		style, after = n.Mark.Style, n.Mark.Number
	}
	head, items := enumerated(text, style, after)
	switch {
	case n == nil && (len(items) == 0 || head != ""):
		t.paragraph(head, line)
	case n != nil:
		n.Text = head
	}
	for _, item := range items {
		t.numbered(item.mark, item.text, line)
	}
}
