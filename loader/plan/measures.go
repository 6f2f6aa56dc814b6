package plan

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/list"
)

// measure is what a sentence says of an indicator: 高新技术企业达到1500家以上.
type measure struct {
	name, value, unit string
	printed           string // what stands for the name
	words             string // the figure in words, where the number alone does not say it: 超过70%
	flow              bool   // the figure is an increase or an amount of a time, not how much there is
	attribute         string // 预期性 or 约束性, where it stands beside the figure
	baseValue         string // from which it starts: 由58亿元增加到…
	baseYear          int
	does              lexicon.Count // the word that leads to the figure, or to what is counted
	year              int           // that stands beside the figure; 0: none
	when              moment
}

// reading goes through the clauses of a sentence; what one leaves out, the one
// before it said.
type reading struct {
	*telling
	unit  string // of the last figure
	last  called // the last indicator, or what the clause was about
	which string // 新增, where it holds for the next as well
	when  moment
	does  lexicon.Count // of the last indicator
}

// tellsFigure is in every sentence that may have something for an indicator.
var tellsFigure = regexp.MustCompile(`[\d０-９]|翻番|翻一番|翻两番|倍增|平均水平`)

// measures reads the numbers that a sentence gives for indicators.
func (t *telling) measures() {
	if !tellsFigure.MatchString(t.text) {
		return
	}
	r := &reading{telling: t, when: t.begins()}
	text := afterColon.ReplaceAllStringFunc(titleMarks.ReplaceAllString(squeezed(t.text), ""), withoutColon)
	for _, clause := range list.Split(text, "，,：:") {
		clause = strings.TrimLeft(clause, "—-· ")
		if when, ok := t.dated(clause); ok {
			r.when = when
		}
		for _, m := range r.read(clause) {
			m.when = r.when
			m.when.year = cmp.Or(m.year, m.when.year)
			switch {
			case m.when.target && (m.when.stated || r.plansFor(m)):
				t.aim(m)
			case m.when.past && r.counts(m):
				t.base(m)
			}
		}
	}
}

var (
	blankBefore = regexp.MustCompile(`\s+([\p{Han}\d%])`)
	blankAfter  = regexp.MustCompile(`([\p{Han}\d])\s+`)
)

// squeezed is a text without the blanks that word processors put around numbers:
// 到 2025 年.
func squeezed(text string) string {
	return blankAfter.ReplaceAllString(blankBefore.ReplaceAllString(text, "$1"), "$1")
}

// afterColon is a name that a colon parts from its figure: 技术合同成交额：150亿元.
var afterColon = regexp.MustCompile(`[^\d，,：:][：:]\s*\d[^：:，,。；;]*`)

func withoutColon(found string) string {
	before, figure, _ := strings.Cut(strings.Replace(found, "：", ":", 1), ":")
	if startsWithYear.MatchString(figure) {
		return found
	}
	return before + strings.TrimSpace(figure)
}

var startsWithYear = regexp.MustCompile(`^\s*(?:19|20)\d\d年`)

// plansFor: where no word says that the figure is a target, the verb must: 新建3家.
func (r *reading) plansFor(m measure) bool {
	return slices.Contains([]lexicon.Count{lexicon.Reach, lexicon.Limit, lexicon.Change, lexicon.Gain, lexicon.Build}, m.does)
}

// counts: of the past, what was done is no indicator, only what there is.
func (r *reading) counts(m measure) bool {
	return m.does != lexicon.Gain && m.does != "" || r.ofThings(m.name) || r.lex.Measured(m.name)
}

var (
	inWords = regexp.MustCompile(`^(.+?)((?:达到|高于|超过)(?:全省|全国|全市)平均水平)$`)
	doubled = regexp.MustCompile(`^(.+?)(?:比20\d\d年|较20\d\d年|在20\d\d年基础上)?((?:实现)?(?:翻一番|翻两番|翻番|倍增))$`)
	from    = regexp.MustCompile(`[由从](?:((?:19|20)\d\d)年(?:[底末])?的?)?$`)
)

// read takes the measures out of a clause; without any, it remembers what the
// clause is about.
func (r *reading) read(clause string) []measure {
	for _, said := range []*regexp.Regexp{inWords, doubled} {
		if found := said.FindStringSubmatch(clause); found != nil {
			return r.worded(found[1], found[2])
		}
	}
	figures := r.figures(clause)
	if len(figures) == 0 {
		r.remember(clause)
		return nil
	}
	var out []measure
	for i := 0; i < len(figures); i++ {
		f := figures[i]
		l := r.leadOf(f.before)
		if start := from.FindStringSubmatchIndex(l.name); start != nil && i+1 < len(figures) {
			next := &figures[i+1]
			next.before = l.name[:start[0]] + next.before // 由58亿元增加到150亿元
			found := from.FindStringSubmatch(l.name)
			for _, m := range r.measure(figures[i+1:], r.leadOf(next.before)) {
				m.baseValue, m.baseYear = f.value, atoi(found[1])
				out = append(out, m)
			}
			i++
			continue
		}
		if several := r.inOrder(figures[i:], l); len(several) > 0 {
			out = append(out, several...)
			i += len(several) - 1
			continue
		}
		out = append(out, r.measure(figures[i:], l)...)
	}
	return out
}

// remember keeps what a clause without figures is about: 高新技术企业总量稳步提高，
// 达到600家.
func (r *reading) remember(clause string) {
	c := r.countedIn(r.leadOf(clause).name)
	for _, n := range c.names {
		cut := n.text
		if runes := []rune(cut); len(runes) > maxIndicator {
			cut = string(runes[:maxIndicator])
		}
		for cut != "" && !r.lex.Measured(cut) {
			runes := []rune(cut)
			cut = string(runes[:len(runes)-1])
		}
		if cut == "" && n.text == clause && r.ofThings(clause) {
			cut = clause // 高新技术企业：2025年600家
		}
		if cut != "" && r.indicatorLike(cut) && c.does == "" {
			r.last, r.which, r.does = called{cut, cut}, "", ""
		}
	}
}

// worded is a target in words: 翻一番.
func (r *reading) worded(text, words string) []measure {
	l := r.leadOf(text)
	var out []measure
	for _, n := range r.countedIn(l.name).names {
		if whole := r.whole(n.text); whole != "" {
			out = append(out, measure{name: whole, printed: n.printed, words: words, does: lexicon.Reach})
			r.last, r.which, r.does = called{whole, n.printed}, "", lexicon.Reach
		}
	}
	return out
}

// inOrder: 甲、乙和丙分别达到1家、2家和3家.
func (r *reading) inOrder(figures []figure, l lead) []measure {
	c := r.countedIn(l.name)
	names := c.names
	if l.respectively {
		names = severally(names)
	}
	if len(names) < 2 || len(figures) < len(names) {
		return nil
	}
	for _, f := range figures[1:len(names)] {
		if r.leadOf(listJoin.ReplaceAllString(f.before, "")).name != "" {
			return nil
		}
	}
	var out []measure
	for i, n := range names {
		whole := r.whole(n.text)
		if whole == "" {
			return nil
		}
		r.last = called{whole, n.printed}
		out = append(out, r.of(figures[i], l, c, r.last))
	}
	return out
}
