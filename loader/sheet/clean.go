package sheet

import (
	"strings"
	"unicode"
)

// clean gives a cell the form in which it is read: full-width letters and digits
// as usual ones, every sort of blank as one plain blank, no invisible characters.
// Line breaks stay; see unbroken.
func clean(s string) string {
	var b strings.Builder
	blank, broken := false, false
	for _, r := range strings.ToValidUTF8(s, "") {
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f':
			broken = true
			continue
		case unicode.IsSpace(r):
			blank = true
			continue
		case unicode.In(r, unicode.Cc, unicode.Cf) || r&0xfffe == 0xfffe:
			continue
		}
		if b.Len() > 0 {
			switch {
			case broken:
				b.WriteByte('\n')
			case blank:
				b.WriteByte(' ')
			}
		}
		blank, broken = false, false
		b.WriteRune(halfWidth(r))
	}
	return b.String()
}

// halfWidth turns ０-９, Ａ-Ｚ, ａ-ｚ and the signs that stand in numbers and dates
// into their usual forms. Chinese punctuation stays what it is.
func halfWidth(r rune) rune {
	switch {
	case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ':
		return r - 0xfee0
	case r == '．' || r == '－' || r == '％' || r == '＋' || r == '＃' || r == '＆' || r == '＠':
		return r - 0xfee0
	default:
		return r
	}
}

// unbroken joins the lines of a cell. Chinese text takes no blank where a line
// ends, and none between characters.
func unbroken(s string) string {
	runes := []rune(strings.ReplaceAll(s, "\n", " "))
	var b strings.Builder
	for i, r := range runes {
		if r == ' ' && i > 0 && i+1 < len(runes) && (wide(runes[i-1]) || wide(runes[i+1])) {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// oneLine joins the lines of a text that is kept as a text.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || strings.ContainsRune("、，；。：！？（）《》〈〉“”‘’【】〔〕", r)
}
