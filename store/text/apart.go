package text

import (
	"strings"
	"sync"
)

// takeApart reads each word of a query as pinyin in which full syllables and
// initials run together; ok is false when that says nothing more than the words
// as they are typed.
func takeApart(parts []unit) (apart []unit, ok bool) {
	for _, u := range parts {
		runs := []string(nil)
		if !u.han {
			runs = runsOf(u.text)
		}
		if runs == nil {
			apart = append(apart, u)
			continue
		}
		ok = true
		for _, run := range runs {
			apart = append(apart, unit{text: run, reading: run})
		}
	}
	return apart, ok
}

// sound is a syllable, or an initial that stands for one.
type sound struct {
	text    string
	initial bool
}

// runsOf takes a word apart into full pinyin and initials where it is one of
// both (zhejiangdx: zhejiang, dx), or initials of two letters (zhjdx: zjdx). More
// changes than one are rather a word of another language, and so is one initial
// alone.
func runsOf(word string) []string {
	sounds := soundsOf(word)
	if last := len(sounds) - 1; last > 0 && !sounds[last-1].initial {
		sounds[last].initial = false // an unfinished syllable
	}
	var runs []string
	var initials, changes int
	for i, s := range sounds {
		letters := s.text
		if s.initial {
			initials++
			letters = letters[:1]
		}
		if i == 0 || s.initial != sounds[i-1].initial {
			changes++
			runs = append(runs, "")
		}
		runs[len(runs)-1] += letters
	}
	if initials < 2 || changes > 2 || (changes == 1 && runs[0] == word) {
		return nil
	}
	return runs
}

// soundsOf reads a word as the fewest sounds; nil when it cannot be pinyin.
func soundsOf(word string) []sound {
	if len(word) > maxToken || strings.ContainsFunc(word, func(r rune) bool { return r < 'a' || r > 'z' }) {
		return nil
	}
	best := make([][]sound, len(word)+1) // by the letters that are read
	best[0] = []sound{}
	for from := range word {
		if best[from] == nil {
			continue
		}
		for to := from + 1; to <= min(len(word), from+longestSyllable); to++ {
			s, ok := soundOf(word[from:to])
			if ok && (best[to] == nil || len(best[from])+1 < len(best[to])) {
				best[to] = append(best[from][:len(best[from]):len(best[from])], s)
			}
		}
	}
	return best[len(word)]
}

// longestSyllable counts its letters: zhuang.
const longestSyllable = 6

func soundOf(letters string) (sound, bool) {
	switch {
	case spoken()[letters]:
		return sound{letters, false}, true
	case letters == "zh", letters == "ch", letters == "sh":
		return sound{letters, true}, true
	default:
		return sound{letters, true}, len(letters) == 1 && !strings.Contains("aeiouv", letters)
	}
}

// spoken is the set of pinyin syllables; it is read only.
//
//nolint:gochecknoglobals // a constant table, made when it is first needed
var spoken = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, syllable := range syllables() {
		if strings.ContainsAny(syllable, "aeiouv") { // not the interjections m, n, ng
			set[syllable] = true
		}
	}
	return set
})
