package text

import (
	"strings"
	"unicode/utf8"
)

// unit is the smallest part of a name that people abbreviate or skip: one
// Chinese character, or one word or number of another script.
type unit struct {
	text    string
	han     bool
	reading string // pinyin of a character, if asked for; the word itself otherwise
	at, end int    // where it stands in the normalized name, in bytes
}

// split takes a normalized name apart; brackets, blanks and signs only separate.
func split(normalized string, readings bool) []unit {
	units := make([]unit, 0, len(normalized)/3+1) // Chinese characters have three bytes
	for i := 0; i < len(normalized); {
		r, size := utf8.DecodeRuneInString(normalized[i:])
		switch {
		case isHan(r):
			u := unit{text: normalized[i : i+size], han: true, at: i, end: i + size}
			if readings {
				u.reading = syllable(normalized, i, r)
			}
			units = append(units, u)
		case isWord(r):
			rest := normalized[i:]
			if end := strings.IndexFunc(rest, func(r rune) bool { return !joinsWords(r) }); end >= 0 {
				rest = rest[:end]
			}
			size = len(rest)
			word := plain(rest)
			units = append(units, unit{text: word, reading: word, at: i, end: i + size})
		}
		i += size
	}
	return units
}

// initial is what the unit adds to an abbreviation by pinyin initials: the first
// letter of a syllable, a whole word or number.
func (u unit) initial() string {
	if !u.han || u.reading == "" {
		return u.reading
	}
	return u.reading[:1]
}

// readFrom joins readings from a unit on, up to maxToken bytes.
func readFrom(units []unit, read func(unit) string) string {
	var b strings.Builder
	for _, u := range units {
		if b.Len() >= maxToken {
			break
		}
		b.WriteString(read(u))
	}
	return cut(b.String(), maxToken)
}

// begin reports whether the joined readings begin with letters.
func begin(units []unit, read func(unit) string, letters string) bool {
	for _, u := range units {
		r := read(u)
		if len(letters) <= len(r) {
			return strings.HasPrefix(r, letters)
		}
		if !strings.HasPrefix(letters, r) {
			return false
		}
		letters = letters[len(r):]
	}
	return letters == ""
}

func fullReading(u unit) string { return u.reading }

// cut shortens s to at most limit bytes, between characters.
func cut(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	return strings.ToValidUTF8(s[:limit], "")
}
