package lexicon

import (
	"slices"
	"strings"
	"unicode"
)

// anyNumber lets the rows of a table have any number of columns.
const anyNumber = -1

func (p *prose) addCommon(cells []string) error {
	if p.common == nil {
		p.common = map[string]bool{}
	}
	for _, word := range cells {
		p.common[word] = true
	}
	return nil
}

func (p *prose) addRank(cells []string) error {
	if p.ranks == nil {
		p.ranks = map[string]bool{}
	}
	p.ranks[cells[0]] = true
	return nil
}

// Common words are at most this long, in characters.
const maxCommon = 8

// Coined reports whether a text holds a word that is none of the common ones, so
// that somebody must have given it as a name: 甬江 in 甬江实验室.
func (l *Lexicon) Coined(text string) bool {
	start, end := l.CoinedPart(text)
	return end > start
}

// CoinedPart is the first stretch of at least two characters, in runes, that
// remains when a text is covered with as many common words as fit.
func (l *Lexicon) CoinedPart(text string) (start, end int) {
	runes := []rune(text)
	covered := l.cover(runes)
	for i := 0; i < len(runes); i++ {
		if covered[i] || !unicode.IsLetter(runes[i]) {
			continue
		}
		end := i
		for end < len(runes) && !covered[end] && (unicode.IsLetter(runes[end]) || unicode.IsDigit(runes[end])) {
			end++
		}
		if end-i > 1 {
			return i, end
		}
		i = end
	}
	return 0, 0
}

// cover marks the characters that belong to common words, of all ways to cut the
// text the one that leaves the fewest.
func (l *Lexicon) cover(runes []rune) []bool {
	left := make([]int, len(runes)+1) // not covered from here on
	step := make([]int, len(runes))   // length of the word taken here; 0: none
	for i := len(runes) - 1; i >= 0; i-- {
		left[i] = left[i+1] + 1
		for length := 1; length <= min(maxCommon, len(runes)-i); length++ {
			if left[i+length] < left[i] && l.prose.common[string(runes[i:i+length])] {
				left[i], step[i] = left[i+length], length
			}
		}
	}
	covered, single := make([]bool, len(runes)), make([]bool, len(runes))
	for i := 0; i < len(runes); {
		for j := i; j < i+step[i]; j++ {
			covered[j] = true
		}
		single[i] = step[i] == 1 && !strings.ContainsRune("省市县区级的和与及", runes[i])
		i += max(step[i], 1)
	}
	return open(covered, single)
}

// open takes back a word of one character beside one that is not covered: both
// are one word, as 丽港.
func open(covered, single []bool) []bool {
	out := slices.Clone(covered)
	for i := range covered {
		if single[i] && ((i > 0 && !covered[i-1]) || (i+1 < len(covered) && !covered[i+1])) {
			out[i] = false
		}
	}
	return out
}
