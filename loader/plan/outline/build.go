package outline

import (
	"context"
	"regexp"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/reader"
)

// Build reads the structure of a plan.
func Build(ctx context.Context, lines []reader.Line, lex *lexicon.Lexicon) (*Outline, error) {
	b := &builder{
		lines: lines,
		body:  newTree("", "", 0),
		out:   &Outline{grammar: grammarOf(lex), places: map[string][]*Node{}},
	}
	for b.at < len(b.lines) {
		if err := ctx.Err(); err != nil {
			return nil, ecosystem.Wrap(err, ecosystem.CodeTimeout, "reading the plan was interrupted")
		}
		b.next()
	}
	if len(b.out.Boxes) == 0 && len(b.body.root.Children) == 0 {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "the plan holds no text besides a table of contents")
	}
	b.out.Root = b.body.root
	b.out.index(b.body.root)
	b.out.findTitle(lex)
	return b.out, nil
}

type builder struct {
	lines []reader.Line
	at    int
	body  *tree
	out   *Outline
}

func (b *builder) next() {
	l := b.lines[b.at]
	b.at++
	switch {
	case l.Text == "":
		return
	case isContents(l.Text):
		b.at += contentsLength(b.lines[b.at:])
		return
	}
	if locator, title, ok := boxTitle(l.Text); ok {
		b.box(locator, title, l)
		return
	}
	mark, rest, ok := ParseMark(l.Text)
	if !ok {
		b.body.paragraph(l.Text, l.Number)
		return
	}
	n, before := b.body.numbered(mark, rest, l.Number)
	if reason := sequenceProblem(before, mark); reason != "" {
		b.out.Problems = append(b.out.Problems, Problem{l.Number, n.Locator, rest, reason})
	}
}

func (b *builder) box(locator, title string, l reader.Line) {
	if title == "" {
		title = b.titleBelow()
	}
	end := boxEnd{body: b.body, own: newTree("", "", 0), cells: l.Cell}
	content := end.scan(b.lines[b.at:])
	b.at += len(content)
	box, problems := newBox(locator, title, l.Number, content)
	box.Section = b.body.current().Locator
	b.out.Problems = append(b.out.Problems, problems...)
	if len(b.out.places[locator]) > 0 {
		b.out.Problems = append(b.out.Problems, Problem{l.Number, locator, title, "this box number stands twice; its locators mean both places"})
	}
	b.out.Boxes = append(b.out.Boxes, box)
	b.out.index(box.Root)
	b.out.indexTable(box)
}

// titleBelow takes the title of a box from the next line with text, if that is
// a heading without a number.
func (b *builder) titleBelow() string {
	for i := b.at; i < len(b.lines) && i < b.at+3; i++ {
		text := b.lines[i].Text
		if text == "" {
			continue
		}
		if _, _, numbered := ParseMark(text); numbered || !heading(text) {
			return ""
		}
		b.at = i + 1
		return text
	}
	return ""
}

func (o *Outline) index(n *Node) {
	if n.Locator != "" {
		o.places[n.Locator] = append(o.places[n.Locator], n)
	}
	for _, c := range n.Children {
		o.index(c)
	}
}

func (o *Outline) indexTable(box *Box) {
	if box.Table == nil {
		return
	}
	for _, row := range box.Table.Rows {
		n := &Node{Locator: row.Locator, Text: strings.Join(row.Cells, "\t"), Line: row.Line}
		o.places[n.Locator] = append(o.places[n.Locator], n)
	}
}

var (
	contentsWord = regexp.MustCompile(`^目\s*[录次]$`)
	endsWithPage = regexp.MustCompile(`[^年]\d{1,4}\s*[-－]?$`)
	pageNumber   = regexp.MustCompile(`[.…·\s]*[-－]?\s*\d{0,4}\s*[-－]?$`)
)

func isContents(text string) bool { return contentsWord.MatchString(text) }

// maxContents bounds a table of contents, in lines.
const maxContents = 400

// contentsLength is the number of lines of a table of contents: up to where its
// first entry stands again, now as a heading of the body; failing that, the
// lines that end with a page number.
func contentsLength(lines []reader.Line) int {
	first, paged, open := "", 0, true
	for i, l := range lines[:min(len(lines), maxContents)] {
		entry := strings.Join(strings.Fields(pageNumber.ReplaceAllString(l.Text, "")), "")
		if entry == "" {
			continue
		}
		if entry == first {
			return i
		}
		if first == "" {
			first = entry
		}
		if open = open && endsWithPage.MatchString(l.Text); open {
			paged = i + 1
		}
	}
	return paged
}
