package outline

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/reader"
)

// Outline is a plan as a tree. The body's chapters hang below Root; boxes are
// apart from it, because their numbers run through the whole document.
type Outline struct {
	Title    *Node  // the line with the title; its Text is the whole title
	Draft    string // what the title page says of the draft, e.g. 征求意见稿
	Root     *Node
	Boxes    []*Box
	Problems []Problem

	grammar list.Grammar
	lines   []reader.Line
	places  map[string][]*Node
}

// Node is a numbered line, with what stands below it, or a paragraph.
type Node struct {
	Locator  string
	Mark     Mark   // NoMark for a paragraph
	Text     string // the line without its number
	Line     int
	Heading  bool // a heading without a number, with what stands below it
	Children []*Node

	paragraphs int   // how many of the children are
	lastItem   *Node // the last that is not
	owner      *Node // below which what stands below this one is numbered; nil: below this one
	level      int   // of a heading, where the form tells it
}

// Box is a 专栏, a table (with a number and a title, or just standing in the
// text), or a frame with a title.
type Box struct {
	Locator string
	Title   string
	Line    int
	Section string // locator of the part of the body that it stands in
	Root    *Node  // its lines as a tree; of a table what stands beside it
	Table   *Table // nil unless the box is a table
	Notes   []string
}

// Problem is something in the numbering that a reader should know of.
type Problem struct {
	Line                  int
	Locator, Text, Reason string
}

// maxHead bounds the heading that a line begins with, in characters.
const maxHead = 40

// Head splits a text that begins with a heading: 储能技术。A、B and 储能技术：A、B
// have the heading 储能技术. A text that is one heading, or has none, is returned
// whole.
func Head(text string) (head, rest string) {
	text = strings.TrimSpace(text)
	head, rest, found := list.Cut(text, "：:。")
	if !found || head == "" || rest == "" || utf8.RuneCountInString(head) > maxHead {
		return text, ""
	}
	_, _, listed := list.Cut(head, "，；、")
	if sentence := strings.HasPrefix(text[len(head):], "。"); sentence && listed {
		return text, ""
	}
	return head, rest
}

// Paragraphs are the unnumbered lines directly below a node.
func (n *Node) Paragraphs() []*Node { return n.children(true) }

// Items are the numbered lines directly below a node.
func (n *Node) Items() []*Node { return n.children(false) }

func (n *Node) children(paragraphs bool) []*Node {
	var out []*Node
	for _, c := range n.Children {
		if (c.Mark.Style == NoMark) == paragraphs {
			out = append(out, c)
		}
	}
	return out
}

// ListText is the text of a node that may be a list: its own, or that of the
// only paragraph of a box without numbers.
func (n *Node) ListText() string {
	if n.Mark.Style == NoMark && len(n.Children) == 1 {
		if only := n.Children[0]; only.Mark.Style == NoMark && len(only.Children) == 0 {
			return only.Text
		}
	}
	return n.Text
}

// List reads the text of a node as a list without numbers, after its heading if
// it has one. The item at index i has the locator ListLocator(n, i).
func (o *Outline) List(n *Node) (head string, items []list.Item) {
	head, rest := Head(n.ListText())
	if rest == "" {
		return "", list.Items(head, o.grammar)
	}
	return head, list.Items(rest, o.grammar)
}

// ListLocator is the place of an item of a list without numbers: its position.
func ListLocator(n *Node, i int) string {
	return n.Locator + "（" + strconv.Itoa(i+1) + "）"
}

// First is the first place of the document; every outline has one.
func (o *Outline) First() *Node {
	if len(o.Boxes) > 0 && (len(o.Root.Children) == 0 || o.Boxes[0].Line < o.Root.Children[0].Line) {
		return o.Boxes[0].Root
	}
	return o.Root.Children[0]
}

func grammarOf(lex *lexicon.Lexicon) list.Grammar {
	return list.Grammar{
		Complete: func(s string) bool {
			_, named := lex.KindOf(s)
			return named || lex.Complete(s)
		},
		Action: lex.Complete,
		Etc:    lex.Etc,
	}
}
