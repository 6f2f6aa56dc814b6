package lexicon

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Count says what a word around the figure of an indicator does there.
type Count string

// What the words do.
const (
	Reach    Count = "reach"    // 达到 600家
	Limit    Count = "limit"    // 超过 600家
	Change   Count = "change"   // 年均增长 10%
	Have     Count = "have"     // 拥有 孵化器5家
	Build    Count = "build"    // 建成 孵化器5家: of the past, there are so many; of the future, there will be
	Gain     Count = "gain"     // 新增 孵化器5家
	Activity Count = "activity" // 举办 活动20场: counted, but no indicator
	Measure  Count = "measure"  // 成交 额
	Counter  Count = "counter"  // 企业 总数: ends a name without changing what is meant
)

type countWord struct {
	text string
	does Count
}

// indicatorWords are the words of indicators in running text.
type indicatorWords struct {
	counts   []countWord
	synonyms [][2]string
}

func (w *indicatorWords) tables() []wordTable {
	return []wordTable{
		{"indicator-words.csv", 2, w.addCount},
		{"indicator-synonyms.csv", 2, func(cells []string) error {
			w.synonyms = append(w.synonyms, [2]string{cells[0], cells[1]})
			return nil
		}},
	}
}

func (w *indicatorWords) addCount(cells []string) error {
	does := Count(cells[1])
	if !slices.Contains([]Count{Reach, Limit, Change, Have, Build, Gain, Activity, Measure, Counter}, does) {
		return fmt.Errorf("a word cannot do %q for an indicator", cells[1])
	}
	w.counts = append(w.counts, countWord{cells[0], does})
	return nil
}

// sort puts longer words first.
func (w *indicatorWords) sort() {
	slices.SortStableFunc(w.counts, func(a, b countWord) int { return cmp.Compare(len(b.text), len(a.text)) })
}

// BeginsCount finds the verb at the beginning of a text that says what is done
// with the things counted after it.
func (l *Lexicon) BeginsCount(text string) (word string, does Count, ok bool) {
	return l.count([]Count{Have, Build, Gain, Activity}, func(word string) bool { return strings.HasPrefix(text, word) })
}

// EndsCount finds the word at the end of a text that leads to a figure: 达到.
func (l *Lexicon) EndsCount(text string) (word string, does Count, ok bool) {
	return l.count([]Count{Reach, Limit, Change}, func(word string) bool { return strings.HasSuffix(text, word) })
}

func (l *Lexicon) count(does []Count, fits func(string) bool) (string, Count, bool) {
	for _, w := range l.indicators.counts {
		if slices.Contains(does, w.does) && fits(w.text) {
			return w.text, w.does, true
		}
	}
	return "", "", false
}

// Measured reports whether a name ends like something that is measured: 成交额.
func (l *Lexicon) Measured(name string) bool {
	word, _, ok := l.count([]Count{Measure}, func(word string) bool { return strings.HasSuffix(name, word) })
	return ok && word != name
}

// minIndicator is the shortest name that a counter is taken off, in characters.
const minIndicator = 4

// IndicatorKey is what two names of one indicator share: R&D经费支出占GDP的比重 and
// 研发经费投入强度 have the same.
func (l *Lexicon) IndicatorKey(name string) string {
	for _, s := range l.indicators.synonyms {
		name = strings.ReplaceAll(name, s[0], s[1])
	}
	counter, _, _ := l.count([]Count{Counter}, func(word string) bool { return strings.HasSuffix(name, word) })
	if rest := strings.TrimSuffix(name, counter); utf8.RuneCountInString(rest) >= minIndicator {
		return rest
	}
	return name
}
