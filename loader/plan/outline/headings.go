package outline

import (
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/loader/plan/reader"
)

// The lengths that tell a heading without a number from the text below it, in
// characters.
const (
	maxBareHeading = 20
	minText        = 30
)

// headingLevel is the level of a line that is a heading without a number; 0 for
// running text. Where the form does not mark headings, and none of the document
// has a number, a short line without any stop above a longer text is one.
func (b *builder) headingLevel(l reader.Line) int {
	if _, titled := b.lex.DocumentType(strings.Join(strings.Fields(l.Text), "")); titled || !b.textBelow() {
		return 0
	}
	if l.Heading > 0 {
		return l.Heading
	}
	bare := !b.numbered && utf8.RuneCountInString(l.Text) <= maxBareHeading && !strings.ContainsAny(l.Text, "，。；：、！？,;:（）()\t")
	if bare {
		return 1
	}
	return 0
}

// textBelow reports whether the next line is a text or begins with a number; on
// a title page neither comes below a line.
func (b *builder) textBelow() bool {
	for _, l := range b.lines[b.at:] {
		if l.Text == "" {
			continue
		}
		_, _, numbered := ParseMark(l.Text)
		return numbered || l.Heading > 0 || utf8.RuneCountInString(l.Text) >= minText
	}
	return false
}
