package outline

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/reader"
)

// Build reads the structure of a plan.
func Build(ctx context.Context, lines []reader.Line, lex *lexicon.Lexicon) (*Outline, error) {
	lines = withoutBullets(lines)
	b := &builder{
		lex:   lex,
		lines: lines,
		used:  map[string]bool{},
		body:  newTree("", "", 0),
		out:   &Outline{grammar: grammarOf(lex), lines: lines, places: map[string][]*Node{}},
	}
	b.numbered = slices.ContainsFunc(lines, func(l reader.Line) bool {
		m, _, ok := ParseMark(l.Text)
		return ok && m.Style <= HanBracket
	})
	for b.at < len(b.lines) {
		if err := ctx.Err(); err != nil {
			return nil, ecosystem.Wrap(err, ecosystem.CodeTimeout, "reading the plan was interrupted")
		}
		b.next()
	}
	if len(b.out.Boxes) == 0 && len(b.body.root.Children) == 0 {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "the plan holds no text besides a table of contents")
	}
	b.pictures()
	b.out.Root = b.body.root
	b.out.index(b.body.root)
	b.out.findTitle(lex)
	return b.out, nil
}

// bullet is a sign before a line that numbers nothing.
var bullet = regexp.MustCompile(`^[◆◇●○■□▲△★☆►▶❖✦✧➤•※◎♦]+\s*`)

// withoutBullets leaves the signs before lines out.
func withoutBullets(lines []reader.Line) []reader.Line {
	out := slices.Clone(lines)
	for i := range out {
		out[i].Text = bullet.ReplaceAllString(out[i].Text, "")
	}
	return out
}

type builder struct {
	lex      *lexicon.Lexicon
	lines    []reader.Line
	at       int
	tried    int             // up to where lines were looked at for a table in vain
	numbered bool            // headings have numbers
	used     map[string]bool // the locators of numbered lines so far
	body     *tree
	chapters int // the last chapter that has a number without a mark
	out      *Outline
}

// pictures reports the pages that hold no text.
func (b *builder) pictures() {
	for _, l := range b.lines {
		if l.Picture {
			b.out.Problems = append(b.out.Problems, Problem{
				Line: l.Number, Locator: b.out.Cite("", l.Number),
				Reason: "the page is a picture without text; what it says was not read (it needs OCR, 文字识别)",
			})
		}
	}
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
	if title, ok := boxTitle(l.Text); ok && b.box(title, l) {
		return
	}
	if b.untitled(l) {
		return
	}
	mark, rest, ok := b.mark(l.Text)
	if !ok {
		if level := b.headingLevel(l); level > 0 {
			b.body.heading(l.Text, l.Number, level)
			return
		}
		b.body.paragraph(l.Text, l.Number)
		return
	}
	b.body.closeLevel(l.Heading)
	n, before := b.body.numbered(mark, rest, l.Number)
	n.level = l.Heading
	reason := sequenceProblem(before, mark)
	if reason == "" && b.used[n.Locator] {
		reason = "this number stands twice in the document; its locators mean both places"
	}
	b.used[n.Locator] = true
	if reason != "" {
		b.out.Problems = append(b.out.Problems, Problem{l.Number, n.Locator, rest, reason})
	}
}

// box reads the box whose title line was read; it reports whether there is one.
func (b *builder) box(title titleLine, l reader.Line) bool {
	start := b.at
	if title.text == "" {
		title.text = b.titleBelow()
	}
	end := boxEnd{locator: title.locator, body: b.body, own: newTree("", "", 0), cells: l.Cell}
	content := end.scan(b.lines[b.at:])
	box, problems := b.newBox(title, l.Number, content)
	if title.onlyTable && box.Table == nil {
		b.at = start
		return false
	}
	b.at += len(content)
	if len(b.out.places[title.locator]) > 0 {
		problems = append(problems, Problem{l.Number, title.locator, title.text, "this box number stands twice; its locators mean both places"})
	}
	b.add(box, problems)
	return true
}

func (b *builder) add(box *Box, problems []Problem) {
	box.Section = b.body.current().Locator
	b.out.Problems = append(b.out.Problems, problems...)
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
		if row.Group != "" {
			n.Text = row.Group + "\n" + n.Text
		}
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
