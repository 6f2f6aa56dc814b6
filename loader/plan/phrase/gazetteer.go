package phrase

import (
	"slices"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Gazetteer finds known names in a text: at each place the longest.
type Gazetteer struct{ byFirst map[rune][][]rune }

// Add makes a name known.
func (g *Gazetteer) Add(name string) {
	runes := fold([]rune(name))
	if len(runes) == 0 {
		return
	}
	if g.byFirst == nil {
		g.byFirst = map[rune][][]rune{}
	}
	names := g.byFirst[runes[0]]
	at, found := slices.BinarySearchFunc(names, runes, func(a, b []rune) int {
		if len(a) != len(b) {
			return len(b) - len(a) // the longest first
		}
		return slices.Compare(a, b)
	})
	if !found {
		g.byFirst[runes[0]] = slices.Insert(names, at, runes)
	}
}

// at is the length of the longest name that begins at text[i]; the text is
// folded. 0 when none does.
func (g *Gazetteer) at(text []rune, i int) int {
	for _, name := range g.byFirst[text[i]] {
		if len(text)-i >= len(name) && slices.Equal(text[i:i+len(name)], name) {
			return len(name)
		}
	}
	return 0
}

// span is a stretch of a text, in runes.
type span struct{ start, end int }

// all finds the names in a text from left to right, none within another.
func (g *Gazetteer) all(text []rune) []span {
	var out []span
	for i := 0; i < len(text); i++ {
		if length := g.at(text, i); length > 0 {
			out = append(out, span{i, i + length})
			i += length - 1
		}
	}
	return out
}

// fold lets width and case of signs make no difference; every sign stays one.
func fold(text []rune) []rune {
	out := make([]rune, len(text))
	for i, r := range text {
		if unicode.Is(unicode.Han, r) && r <= '\u9fff' {
			out[i] = r
			continue
		}
		if folded := []rune(norm.NFKC.String(string(r))); len(folded) == 1 {
			r = folded[0]
		}
		out[i] = unicode.ToLower(r)
	}
	return out
}
