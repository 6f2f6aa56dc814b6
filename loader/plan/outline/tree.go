package outline

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// tree grows from lines in document order. Styles that are open form a stack: a
// number in an open style closes what is deeper, one in a new style opens a
// level.
type tree struct {
	root *Node
	open []*Node
}

func newTree(locator, title string, line int) *tree {
	return &tree{root: &Node{Locator: locator, Text: title, Line: line}}
}

func (t *tree) current() *Node {
	if len(t.open) == 0 {
		return t.root
	}
	return t.open[len(t.open)-1]
}

// depthOf is the level of a style on the stack; -1 when it is not open. A word
// for a chapter or part is above everything else, whatever came before it.
func (t *tree) depthOf(style Style) int {
	for i, n := range t.open {
		if n.Mark.Style == style || (style <= SectionWord && style != NoMark && n.Mark.Style > style) {
			return i
		}
	}
	return -1
}

// numbered adds a numbered line; before is the numbered sibling before it.
func (t *tree) numbered(m Mark, text string, line int) (n, before *Node) {
	if depth := t.depthOf(m.Style); depth >= 0 {
		t.open = t.open[:depth]
	}
	parent := t.current()
	prefix := parent.Locator
	if parent.Mark.Style == PartWord {
		prefix = "" // chapters are numbered through the parts
	}
	n = &Node{Locator: m.under(prefix), Mark: m, Text: text, Line: line}
	parent.Children = append(parent.Children, n)
	before = parent.lastItem
	parent.lastItem = n
	t.open = append(t.open, n)
	return n, before
}

func (t *tree) paragraph(text string, line int) {
	parent := t.current()
	parent.paragraphs++
	n := &Node{Locator: fmt.Sprintf("%s§%d", parent.Locator, parent.paragraphs), Text: text, Line: line}
	parent.Children = append(parent.Children, n)
}

// continues reports whether a number is the next one of an open style.
func (t *tree) continues(m Mark) bool {
	depth := t.depthOf(m.Style)
	return depth >= 0 && t.open[depth].Mark.Style == m.Style && t.open[depth].Mark.Number+1 == m.Number
}

// sequenceProblem says what is odd about a number after the numbered sibling
// before it (nil: it is the first); empty when nothing is.
func sequenceProblem(before *Node, m Mark) string {
	switch {
	case before == nil && m.Number != 1 && m.Style <= HanBracket:
		return "the numbering begins with " + m.Text
	case before == nil || before.Mark.Style != m.Style || m.Number == before.Mark.Number+1:
		return ""
	case before.Mark.Number == m.Number:
		return fmt.Sprintf("the number %s stands twice; its locators mean both places", m.Text)
	default:
		return fmt.Sprintf("after %s the numbering goes on with %s", before.Mark.Text, m.Text)
	}
}

// continued reports whether a line is cut off, so that the line below it goes on:
// it has begun a list or sentence and not ended it.
func continued(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsAny(text, "、，") && !strings.ContainsRune("。；：:;！？”）)", last)
}
