package text

import (
	"strings"
	"sync"
	"unicode"

	"github.com/mozillazg/go-pinyin"
	"golang.org/x/text/unicode/norm"
)

// syllable returns the toneless pinyin of the Chinese character at name[i:], ü
// written v as input methods do; empty when the character has no known reading.
func syllable(name string, i int, char rune) string {
	for _, c := range polyphones[char] {
		if c.fits(name, i) {
			return c.reading
		}
	}
	return syllables()[char]
}

// syllables gives each character its most frequent reading without its tone. It
// is read only.
//
//nolint:gochecknoglobals // a constant table, made when it is first needed
var syllables = sync.OnceValue(func() map[rune]string {
	table := make(map[rune]string, len(pinyin.PinyinDict))
	kept := map[string]string{} // there are four hundred syllables, and a hundred times as many characters
	for char, readings := range pinyin.PinyinDict {
		first, _, _ := strings.Cut(readings, ",")
		syllable, known := kept[first]
		if !known {
			syllable = plain(first)
			kept[first] = syllable
		}
		table[rune(char)] = syllable
	}
	return table
})

// plain takes accents and tone marks off Latin letters; ü becomes v.
func plain(s string) string {
	if isASCII(s) {
		return s
	}
	s = strings.ReplaceAll(norm.NFD.String(s), "u\u0308", "v")
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) && r < 0x0370 { // marks of Latin letters only
			return -1
		}
		return r
	}, s)
	return norm.NFC.String(s)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
