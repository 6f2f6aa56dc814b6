package outline

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Numbers without a mark of their own look like quantities: 3 总体要求, 3.2发展目标
// and 3.2亿元. They are taken for numbers only where they are the next one.
var (
	bareNumber   = regexp.MustCompile(`^([0-9０-９]{1,2})\s+(\p{Han}.*)$`)
	tightDecimal = regexp.MustCompile(`^([0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){1,3})(\p{Han}.*)$`)
	firstDecimal = regexp.MustCompile(`^([0-9０-９]{1,2})[.．]1[\s、]*\p{Han}`)
	quantity     = regexp.MustCompile(`^(?:亿|万|千|百|倍|个|家|人|年|次|项|名|吨|件|公里|平方|公顷|亩|兆|级|元|米|以上|左右)`)
)

// lookAhead is how far below a chapter its first section is looked for, in lines.
const lookAhead = 30

// mark takes the number off a line of the body, also one without a mark.
func (b *builder) mark(text string) (m Mark, rest string, ok bool) {
	if m, rest, ok = ParseMark(text); ok {
		return m, rest, true
	}
	if found := bareNumber.FindStringSubmatch(text); found != nil && heading(text) {
		if m, ok = newMark(BareNumber, found[1]); ok && m.Number == b.chapters+1 && (m.Number > 1 || b.hasSection(m)) {
			b.chapters = m.Number
			return m, found[2], true
		}
		return Mark{}, text, false
	}
	found := tightDecimal.FindStringSubmatch(text)
	if found == nil || quantity.MatchString(found[2]) {
		return Mark{}, text, false
	}
	numeral := norm.NFKC.String(found[1])
	m, ok = newMark(decimalStyle(numeral), numeral)
	if !ok || !b.body.expects(m) {
		return Mark{}, text, false
	}
	return m, found[2], true
}

func decimalStyle(numeral string) Style {
	return [...]Style{1: Decimal, 2: DecimalThird, 3: DecimalFourth}[strings.Count(numeral, ".")]
}

// hasSection reports whether the first section of a chapter (3.1) comes below it,
// with no word for a chapter between.
func (b *builder) hasSection(chapter Mark) bool {
	for _, l := range b.lines[b.at:min(len(b.lines), b.at+lookAhead)] {
		if m, _, ok := ParseMark(l.Text); ok && m.Style <= SectionWord {
			return false
		}
		if found := firstDecimal.FindStringSubmatch(l.Text); found != nil {
			return norm.NFKC.String(found[1]) == chapter.Text
		}
	}
	return false
}

// expects reports whether a decimal number is the next: the first below an open
// number, or the one after an open one.
func (t *tree) expects(m Mark) bool {
	cut := strings.LastIndexByte(m.Text, '.')
	prefix := m.Text[:cut]
	for _, n := range t.open {
		if m.Number == 1 && (n.Mark.Text == prefix || strconv.Itoa(n.Mark.Number) == prefix) {
			return true
		}
		if n.Mark.Text == prefix+"."+strconv.Itoa(m.Number-1) {
			return true
		}
	}
	return false
}
