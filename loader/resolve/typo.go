package resolve

import (
	"strings"
	"unicode"

	"github.com/innograph/innograph/store/text"
)

// minTypoName is the number of characters from which on a name with a wrong one
// can be told from another name.
const minTypoName = 4

// slip reports whether the difference is a slip of the pen rather than another
// name. What makes another name is the point: 南京农业大学 is one character away
// from 南京林业大学, 徐州大学 from 苏州大学, 恒力液压 from 恒立液压.
func (p *parser) slip(t *typo, pat *pattern) bool {
	want, got := t.want, t.got
	cutShort := t.unit.class == head && len(got) < len(want) && t.index > 0
	if w := p.lookup(regionWord(string(got)).text); w != nil && !cutShort {
		return false // another word of the language stands there
	}
	if t.unit.class != head && p.lexicon.isHead(string(got)) {
		return false
	}
	switch {
	case len(got) > len(want):
		return doubled(got, t.index, want)
	case len(got) < len(want):
		return len(want) > 2 && (t.unit.class != head || cutShort && !p.lexicon.isHead(string(got))) && t.unit.class != place && (t.unit.class != run || len(want) > 3)
	case string(got) != string(want) && sorted(got) == sorted(want):
		return t.unit.class != ordinal // two swapped
	}
	if p.anotherWord(got, t.index) {
		return false
	}
	alike := p.lexicon.mistaken(want[t.index], got[t.index])
	switch t.unit.class {
	case ordinal, area, link:
		return false
	case place:
		return alike || len([]rune(t.unit.text)) > 2
	case run:
		return p.slipInName(t, pat, alike)
	case head:
		return !p.lexicon.isHead(string(got)) && !p.lexicon.isHead(string(got[t.index:])) && (alike || t.index > 0)
	default:
		return alike || len(want) > 2
	}
}

// anotherWord reports whether a word of the language holds the character that
// differs: 中国 in 中国语言文学, which is no slip for 外国语言文学.
func (p *parser) anotherWord(got []rune, index int) bool {
	for from := range got[:index+1] {
		for to := max(from+2, index+1); to <= len(got); to++ {
			if p.common(string(got[from:to])) != nil {
				return true
			}
		}
	}
	return false
}

// slipInName judges a wrong character in a name that the lexicon does not know.
// Firms with two-character brands that sound alike are different firms.
func (p *parser) slipInName(t *typo, pat *pattern, alike bool) bool {
	if pat.frame == firm && len(t.want) == 2 {
		return p.lexicon.lookalikes[[2]rune{t.want[t.index], t.got[t.index]}]
	}
	return alike || len(t.want) > 4 // a long brand is unlike any other
}

// The lengths from which on a name is believed though two neighbours are swapped
// or a character stands twice, and though one is missing.
const (
	minSwapName    = 5
	minMissingName = 10
)

// direct finds slips that the words of a name hide: two neighbours swapped
// across words, a character written twice, one left out of a long name.
func (q *query) direct(i int32, f frame) (hit, bool) {
	rec := q.names.records[i]
	name := []rune(rec.folded)
	if !q.align.typos || len(name) < minSwapName || !q.slipped(name, f) {
		return hit{}, false
	}
	return hit{
		record: i, owner: rec.owner, how: ByTypo, score: base(rec.how) - typoLoss - shortLoss, here: q.here(rec.owner),
		note: string(q.align.query) + " for " + rec.folded,
	}, true
}

func (q *query) slipped(name []rune, f frame) bool {
	query := q.align.query
	at := 0 // the first difference
	for at < len(query) && at < len(name) && query[at] == name[at] {
		at++
	}
	have, n := query[at:], name[at:]
	switch len(query) - len(name) {
	case 0:
		return len(have) > 1 && have[0] == n[1] && have[1] == n[0] && string(have[2:]) == string(n[2:]) &&
			!unicode.IsDigit(have[0]) && !unicode.IsDigit(have[1]) &&
			q.parser.common(string(have[:2])) == nil && (at > 0 || q.parser.lookup(string(have[:2])) == nil) // 东华理工大学 is not 华东理工大学
	case 1:
		return at > 0 && have[0] == query[at-1] && string(have[1:]) == string(n) && !unicode.IsDigit(have[0])
	case -1:
		return len(name) >= minMissingName && f != firm && string(have) == string(n[1:]) && !unicode.IsDigit(n[0])
	default:
		return false
	}
}

// doubled reports whether the character that is too many repeats one of the word.
func doubled(got []rune, index int, want []rune) bool {
	if index >= len(got) {
		index = len(got) - 1
	}
	return strings.ContainsRune(string(want), got[index])
}

func sorted(s []rune) string {
	out := append([]rune(nil), s...)
	for i := range out {
		for j := i; j > 0 && out[j] < out[j-1]; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return string(out)
}

// mistaken reports whether a character is easily written for another: it sounds
// or looks alike.
func (x *lexicon) mistaken(a, b rune) bool {
	return x.lookalikes[[2]rune{a, b}] || sound(a) == sound(b)
}

// sound is the toneless pinyin of a character, or the character.
func sound(r rune) string {
	reading, _, _ := strings.Cut(text.SortKey(string(r)), "\t")
	return reading
}
