package plan

import (
	"regexp"
	"strings"

	"github.com/innograph/innograph/loader/plan/lexicon"
)

var (
	compared  = regexp.MustCompile(`(?:比|较|是|为|在|相当于).*(?:年|期|上年|年的|倍)的?$`)
	soFar     = regexp.MustCompile(`^(?:累计|合计|总计)$`) // how much there is
	attribute = regexp.MustCompile(`^[（(\[〔【，,]?(预期性|约束性)`)
	// onlyRemark is what stands beside a figure and names nothing: 2.2%（预期性）.
	onlyRemark = regexp.MustCompile(`^[（(〔\[][^（）()〔〕\[\]]*[）)〕\]]$`)
	// counts are the units of what is counted.
	counts    = regexp.MustCompile(`^[个家项人件名户所]$`)
	saidAfter = regexp.MustCompile(`^(?:(?:的(?:目标|水平|规模)|大关)?$|[（(〔\[])`)
)

// measure reads the first of the figures. Its name stands before it, or after it
// where before it is no more than a verb.
func (r *reading) measure(figures []figure, l lead) []measure {
	f := figures[0]
	if compared.MatchString(l.name) || f.unit == "" && f.bound == "" && l.verb == "" {
		return nil
	}
	c := r.countedIn(l.name)
	after := listJoin.ReplaceAllString(f.after, "")
	goesOn := after != "" && after == f.after || strings.HasPrefix(f.after, "的")
	switch {
	case len(c.names) > 0 && goesOn && (l.verb == "" || after != f.after) && !saidAfter.MatchString(f.after):
		return nil // 总规模10亿元的基金
	case len(c.names) == 0 && l.verb == "" && after != "" && !onlyRemark.MatchString(after) && !partner.MatchString(listJoin.ReplaceAllString(l.name, "、")):
		c = r.behind(figures, c)
	case len(c.names) == 0 && r.elliptic(f, l) && (!goesOn || saidAfter.MatchString(after)):
		c.names = []called{{"", r.last.printed}} // the clause before said it
	}
	if c.does == lexicon.Activity && !measuredAll(r.lex, c.names) {
		return nil
	}
	return r.all(f, l, c)
}

// elliptic reports whether the name of a figure was said before: 达到600家, or
// 2025年600家.
func (r *reading) elliptic(f figure, l lead) bool {
	if l.verb != "" || l.span != "" {
		return l.verb != "为"
	}
	_, dated := r.dated(f.before)
	return dated && circumstance.ReplaceAllString(f.before, "") == ""
}

func measuredAll(lex *lexicon.Lexicon, names []called) bool {
	for _, n := range names {
		if !lex.Measured(n.text) {
			return false
		}
	}
	return true
}

// behind reads the name after the first figure: 建成3家省级重点实验室. What leads to
// the next figure is left to that.
func (r *reading) behind(figures []figure, c counted) counted {
	text := figures[0].after
	if len(figures) > 1 {
		name, next := r.untilNext(text)
		text, figures[1].before = name, next
	}
	if text = strings.TrimSpace(text); text == "" {
		return c
	}
	short := r.described(text)
	names := r.namesIn(short)
	if len(names) == 0 {
		return c
	}
	if c.verb == "" && !r.ofThings(names[len(names)-1].text) {
		return c
	}
	if len(names) == 1 {
		names[0].printed = text
	}
	c.names = names
	return c
}

// untilNext cuts what leads to the next figure off a name: 实验室、建设.
func (r *reading) untilNext(text string) (name, next string) {
	for at, and := range text {
		if !strings.ContainsRune("、和及与", and) {
			continue
		}
		tail := listJoin.ReplaceAllString(text[at:], "")
		if verb, _, _ := r.lex.BeginsCount(tail); verb == tail {
			return text[:at], text[at:]
		}
	}
	return text, ""
}

// all makes a measure of each name. One figure for several names is their sum,
// unless the text says that each has it.
func (r *reading) all(f figure, l lead, c counted) []measure {
	var out []measure
	bare := c.which == "" && c.verb == "" && l.verb == "" && l.span == ""
	follows := listJoin.MatchString(f.before)
	for _, n := range c.names {
		whole := r.whole(n.text)
		if whole == "" || !r.lex.Measured(whole) && (l.verb == "为" || l.verb == "" && strings.Contains(f.unit, "元")) {
			continue // money is not counted, but given: 设立5亿元基金
		}
		if n.text == "" && strings.Contains(r.unit, "元") && counts.MatchString(f.unit) {
			continue // 营业收入达到5000亿元，超百亿元达到8个: something else is counted
		}
		one := c
		if bare && (follows || rank.MatchString(n.text)) { // 新增甲3家、乙5家
			one.which, one.does = r.which, r.does
		}
		m := r.of(f, l, one, called{whole, n.printed})
		if len(c.names) > 1 && !l.each {
			m.words, m.value = "合计"+f.number+f.unit+f.bound, ""
		}
		if m.does == "" && !r.ofThings(whole) && !r.lex.Measured(whole) && !r.when.target {
			continue
		}
		out = append(out, m)
		r.which, r.does = one.which, m.does
	}
	if len(out) > 0 {
		last := out[len(out)-1]
		r.last, r.unit = called{last.name, last.printed}, f.unit
	}
	return out
}

// of makes the measure of one name.
func (r *reading) of(f figure, l lead, c counted, n called) measure {
	m := measure{name: n.text, value: f.value, unit: f.unit, printed: n.printed, does: c.does, year: l.year}
	if l.does != "" {
		m.does = l.does
	}
	which := c.which + l.span
	if found := attribute.FindStringSubmatch(f.after); found != nil {
		m.attribute = found[1]
	}
	if change := n.printed + l.verb; l.does == lexicon.Change && strings.Contains(f.before, change) {
		m.printed = change
	}
	m.flow = which != "" && !soFar.MatchString(which) || l.does == lexicon.Change
	limit := l.limit
	if l.does == lexicon.Change {
		limit = l.verb + l.limit
	}
	if which != "" || limit != "" || f.bound != "" || f.value == "" {
		m.words = which + limit + f.number + f.unit + f.bound
	}
	return m
}
