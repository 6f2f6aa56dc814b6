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

// numberer is the node below which a line is numbered.
func (t *tree) numberer() *Node {
	at := t.current()
	if at.owner != nil {
		return at.owner
	}
	return at
}

// depthOf is the level of a style on the stack; -1 when it is not open. A word
// for a chapter or part is above everything else, whatever came before it.
func (t *tree) depthOf(style Style) int {
	for i, n := range t.open {
		if n.Mark.Style == style || (style <= SectionWord && (n.Mark.Style > style || n.Heading)) {
			return i
		}
	}
	return -1
}

// heading adds a heading without a number. It ends those of its level and below.
func (t *tree) heading(text string, line, level int) {
	t.closeLevel(level)
	owner := t.numberer()
	n := t.paragraph(text, line)
	n.Heading, n.level, n.owner = true, level, owner
	t.open = append(t.open, n)
}

// closeLevel closes the headings that a form says are of a level or below it.
func (t *tree) closeLevel(level int) {
	for i, n := range t.open {
		if level > 0 && n.level >= level {
			t.open = t.open[:i]
			return
		}
	}
}

// numbered adds a numbered line; before is the numbered sibling before it.
func (t *tree) numbered(m Mark, text string, line int) (n, before *Node) {
	if depth := t.depthOf(m.Style); depth >= 0 {
		t.open = t.open[:depth]
	}
	parent, numberer := t.current(), t.numberer()
	prefix := numberer.Locator
	if numberer.Mark.Style == PartWord {
		prefix = "" // chapters are numbered through the parts
	}
	n = &Node{Locator: m.under(prefix), Mark: m, Text: text, Line: line}
	parent.Children = append(parent.Children, n)
	before = parent.lastItem
	parent.lastItem = n
	t.open = append(t.open, n)
	return n, before
}

func (t *tree) paragraph(text string, line int) *Node {
	parent := t.current()
	n := &Node{Locator: t.paragraphLocator(), Text: text, Line: line}
	parent.Children = append(parent.Children, n)
	return n
}

// paragraphLocator counts one more paragraph, and gives its place.
func (t *tree) paragraphLocator() string {
	numberer := t.numberer()
	numberer.paragraphs++
	return fmt.Sprintf("%s§%d", numberer.Locator, numberer.paragraphs)
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
