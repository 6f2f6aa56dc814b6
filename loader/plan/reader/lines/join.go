package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Join puts the two halves of a broken line together: Chinese without anything
// between, Latin words with a blank. A hyphen at the break stays, since nothing
// tells one that belongs to the word from one that divides it.
func Join(a, b string) string {
	a, b = strings.TrimRight(a, " \t"), strings.TrimLeft(b, " \t")
	if a == "" || b == "" {
		return a + b
	}
	return a + between(a, b) + b
}

// between is what stands between the halves of a broken line.
func between(a, b string) string {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if Latin(last) && Latin(first) && last != '-' {
		return " "
	}
	return ""
}

// JoinAll joins what Break parts; cells hold it only between texts without blanks
// at their ends.
func JoinAll(raw string) string {
	if !strings.Contains(raw, Break) {
		return raw
	}
	var out strings.Builder
	last := ""
	for part := range strings.SplitSeq(raw, Break) {
		if last != "" && part != "" {
			out.WriteString(between(last, part))
		}
		out.WriteString(part)
		last = part
	}
	return out.String()
}

// Latin reports whether a character is a letter, digit or sign of a script
// that puts blanks between words.
func Latin(r rune) bool {
	return r < 0x2E80 && !unicode.IsSpace(r) && (r < 0x2000 || r > 0x206F)
}

const (
	latinEm = 0.6 // width of a Latin character, in those of a Chinese one
	maxWord = 12  // the longest word that is moved to the next line
)

// FirstWord is the width, in Chinese characters, of what a line begins with and
// what cannot be parted: a Latin word, or a Chinese character with the marks that
// may not end or begin a line.
func FirstWord(text string) float64 {
	const opening, closing = "（(“‘《〈【〔[", "，。、；：？！）)”’》〉】〕]%％…"
	width, last := 0.0, ' '
	for _, r := range text {
		parted := last != ' ' && !strings.ContainsRune(closing, r) && !strings.ContainsRune(opening, last) &&
			(!Latin(r) || !Latin(last))
		if parted || r == ' ' || width > maxWord {
			break
		}
		if last = r; Latin(r) {
			width += latinEm
		} else {
			width++
		}
	}
	return width
}
