package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Normalize gives a name the one spelling under which names are compared: full
// width and compatibility forms folded (NFKC), lower case, all brackets round,
// quotes and dashes of one kind. A blank stays only where two words would
// otherwise run together, so that 哈工大（威海）, 哈工大 (威海) and 哈工大(威海)
// are the same name.
func Normalize(s string) string {
	if isNormal(s) {
		return s
	}
	s = fold(strings.ToValidUTF8(s, ""))
	var b strings.Builder
	b.Grow(len(s))
	var c cleaner
	for _, r := range s {
		b.WriteString(c.take(r))
	}
	return b.String()
}

// cleaner writes a folded name character by character in its one spelling.
type cleaner struct {
	last  rune // the last one written
	blank bool // one was left out since
}

// take gives what the next character adds.
func (c *cleaner) take(r rune) string {
	switch {
	case unicode.IsSpace(r) || unicode.Is(unicode.Cc, r):
		c.blank = true
		return ""
	case unicode.Is(unicode.Cf, r): // zero-width marks from web pages and Excel
		return ""
	}
	r = unify(r)
	text := string(r)
	if c.blank && joinsWords(c.last) && joinsWords(r) {
		text = " " + text
	}
	c.last, c.blank = r, false
	return text
}

// fold takes away what differs in form only.
func fold(s string) string { return strings.ToLower(norm.NFKC.String(s)) }

// isNormal recognizes most Chinese names at once: nothing in them can change.
func isNormal(s string) bool {
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && (r < 0x4e00 || r > 0x9fff) {
			return false
		}
	}
	return true
}

// unify maps signs that people use for the same thing to one of them.
func unify(r rune) rune {
	switch r {
	case '[', '{', '【', '〔', '〖', '〈', '《', '「', '『':
		return '('
	case ']', '}', '】', '〕', '〗', '〉', '》', '」', '』':
		return ')'
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	case '“', '”', '„', '‟', '〝', '〞':
		return '"'
	case '‘', '’', '‚', '‛', '`', '´':
		return '\''
	case '•', '‧', '∙', '⋅', '・', '●':
		return '·'
	}
	return r
}

// joinsWords reports whether r belongs to a word of a script that separates
// words by blanks.
func joinsWords(r rune) bool { return isWord(r) && !isHan(r) }

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }
