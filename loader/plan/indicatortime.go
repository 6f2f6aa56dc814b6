package plan

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/outline"
)

// moment is the time for which a clause gives figures.
type moment struct {
	past   bool
	target bool
	stated bool // by a date, a word or the heading, and not only because a plan plans
	year   int  // 0: not known
}

var (
	dateInText = regexp.MustCompile(`(比|较|由|从|自|在|是|相比于?)?(?:到|至|截至|截止|于)?((?:19|20)\d\d)年`)
	laterYear  = regexp.MustCompile(`(?:到|至|展望)((?:19|20)\d\d)年`)
	wished     = regexp.MustCompile(`力争|争取|目标|每年|年均|规划期末|期末`)
	lookedBack = regexp.MustCompile(`相继|先后|目前|截至|已经|已[建获成有]|成功|近年来|以来|上年|去年`)
	summedUp   = regexp.MustCompile(`(^|[^年间])累计`)
	oldPeriod  = regexp.MustCompile(`十[一二三四五六七]五`)
	periodEnd  = regexp.MustCompile(`^[”"]?(?:规划)?(?:期?末|期间|时期)`)
	// situation is a heading below which a plan describes how things are.
	situation = regexp.MustCompile(`形势|问题|背景|机遇|挑战|短板|差距|优势条件|不足|环境`)
)

// begins is the time of a sentence before any of its clauses names one.
func (t *telling) begins() moment {
	if t.section.past {
		return t.backThen()
	}
	before := t.before()
	if m, ok := t.dated(before[strings.LastIndex(before, "。")+1:]); ok {
		return m
	}
	if all := laterYear.FindAllStringSubmatch(before, -1); len(all) > 0 && t.period.Last > 0 {
		if year := atoi(all[len(all)-1][1]); year > t.period.Last {
			return moment{target: true, stated: true, year: year} // 展望2035年
		}
	}
	switch {
	case t.section.goals || t.item == nil && wished.MatchString(t.text):
		return t.endOfPlan(true)
	case t.looksBack() || t.period.Last == 0 || t.describes():
		return t.backThen()
	default:
		return t.endOfPlan(false)
	}
}

func (t *telling) backThen() moment {
	return moment{past: t.section.past || t.looksBack(), year: atoi(t.pastDate(""))}
}

func (t *telling) endOfPlan(stated bool) moment {
	return moment{target: t.period.Last > 0, stated: stated, year: t.period.Last}
}

// looksBack reports whether a sentence speaks of what has been done.
func (t *telling) looksBack() bool {
	if strings.Contains(t.text, t.periodName()) {
		return false
	}
	return lookedBack.MatchString(t.text) || summedUp.MatchString(t.text) || oldPeriod.MatchString(t.text)
}

// dated is the time that a clause names; 比2020年增长 names none.
func (t *telling) dated(clause string) (m moment, ok bool) {
	clause = narrow(clause)
	for _, at := range dateInText.FindAllStringSubmatchIndex(clause, -1) {
		year := atoi(clause[at[4]:at[5]])
		switch {
		case at[2] >= 0 || strings.HasPrefix(clause[at[1]:], "的"):
		case year < t.period.First:
			m, ok = moment{past: true, stated: true, year: year}, true
		case !t.section.past || year > t.period.First:
			m, ok = moment{target: !t.section.past, past: t.section.past, stated: true, year: year}, true
		}
	}
	if _, after, found := strings.Cut(clause, t.periodName()); found && !ok && !t.section.past && periodEnd.MatchString(after) {
		return t.endOfPlan(true), true
	}
	return m, ok
}

// before is what the paragraph says before the sentence.
func (t *telling) before() string {
	text, ok := t.outline.Find(t.place.locator)
	if !ok {
		return ""
	}
	before, _, found := strings.Cut(text, t.text)
	if !found {
		return ""
	}
	return squeezed(before)
}

// describes reports whether a heading above the sentence says that how things
// are is described there, or none stands above it.
func (t *telling) describes() bool {
	if t.item != nil || strings.HasPrefix(t.place.locator, "§") {
		return true
	}
	for n := t.outline.Root; n != nil; {
		var next *outline.Node
		for _, c := range n.Children {
			if c.Mark.Style != outline.NoMark && ecosystem.InSection(t.place.locator, c.Locator) {
				next = c
			}
		}
		if next != nil {
			if heading, _ := outline.Head(next.Text); situation.MatchString(heading) {
				return true
			}
		}
		n = next
	}
	return false
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
