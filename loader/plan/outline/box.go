package outline

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/reader"
)

// boxLine is the first line of a box: 专栏3 区域创新载体, 表1：主要指标.
var boxLine = regexp.MustCompile(`^(专\s*栏|附?表)\s*([0-9０-９]{1,3}(?:[-－][0-9０-９]{1,2})?|[一二三四五六七八九十]{1,3})\s*[:：.．、]?\s*(.*)$`)

// inText are continuations that make a line a sentence about a box.
var inText = regexp.MustCompile(`^(所|中|的|内|和|及|与|、|为|是|列)`)

const maxBoxTitle = 60

// boxTitle reads the title line of a box.
func boxTitle(text string) (locator, title string, ok bool) {
	found := boxLine.FindStringSubmatch(text)
	if found == nil {
		return "", "", false
	}
	title = strings.TrimSpace(found[3])
	if utf8.RuneCountInString(title) > maxBoxTitle || strings.ContainsAny(title, "。；，") || inText.MatchString(title) {
		return "", "", false
	}
	word := strings.Join(strings.Fields(found[1]), "")
	return word + norm.NFKC.String(found[2]), title, true
}

// boxEnd finds the lines of a box, which begin at lines[at]. A box ends where
// the body goes on: at a chapter, at the next box, at a number that continues
// the body's, or after a gap.
type boxEnd struct {
	body    *tree
	own     *tree // the box's own numbering so far
	cells   bool  // the box is made of tab-led cells, as word processors write it
	content int   // lines with text so far
	bare    bool  // one of the box's numbered lines is no more than a heading
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
		return
	}
	if b.own.root.lastItem != nil && blanks > 0 {
		b.spaced = true
	}
	if _, detail := Head(rest); detail == "" {
		b.bare = true
	}
	b.own.numbered(mark, "", l.Number)
}

// holds decides whether a line after so many blank lines still is of the box.
func (b *boxEnd) holds(l reader.Line, blanks int) bool {
	if _, _, ok := boxTitle(l.Text); ok {
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
		return blanks == 0
	}
	own, body := b.continuesOwn(mark), b.body.continues(mark)
	switch {
	case own && body:
		_, detail := Head(rest)
		return (blanks == 0 || b.spaced) && (detail != "" || b.bare)
	case own:
		return true
	case body:
		return false
	default:
		return blanks == 0 || mark.Number == 1
	}
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

func isNote(text string) bool {
	for _, word := range []string{"注：", "注:", "备注：", "说明：", "数据来源：", "资料来源：", "*", "＊"} {
		if strings.HasPrefix(text, word) && utf8.RuneCountInString(text) > utf8.RuneCountInString(word) {
			return true
		}
	}
	return false
}

// newBox turns the lines of a box into a table or a tree, with its notes apart.
func newBox(locator, title string, line int, lines []reader.Line) (*Box, []Problem) {
	box := &Box{Locator: locator, Title: list.Clean(title), Line: line}
	var rest []reader.Line
	for _, l := range lines {
		if isNote(l.Text) {
			box.Notes = append(box.Notes, l.Text)
			continue
		}
		rest = append(rest, l)
	}
	tree := newTree(locator, title, line)
	box.Root = tree.root
	table, odd := readTable(rest)
	if table != nil {
		table.locate(locator)
		box.Table = table
		return box, oddRows(locator, odd)
	}
	for _, l := range rest {
		if l.Text != "" {
			tree.boxed(l.Text, l.Number)
		}
	}
	return box, nil
}

func oddRows(locator string, odd []group) []Problem {
	var problems []Problem
	for _, r := range odd {
		problems = append(problems, Problem{
			Line: r.line, Locator: locator, Text: strings.Join(r.cells, " | "),
			Reason: "the row has not as many cells as the header of its table",
		})
	}
	return problems
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
