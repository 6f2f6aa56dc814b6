package plan

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/phrase"
)

var (
	yearOf = regexp.MustCompile(`(20\d\d)年`)
	// leadingYear is the date with which a sentence begins: 截至2020年底，
	leadingYear = regexp.MustCompile(`^[^，\d]{0,3}(20\d\d)年[底末]?[，,]`)
	dated       = regexp.MustCompile(`^(?:已|将|正式)?(?:于|在)?20\d\d年(?:[底初末]|\d{1,2}月)?(?:前|以前)?`)
)

// yetToCome reports whether the clause names a year of the plan's own period.
func (t *telling) yetToCome() bool {
	found := yearOf.FindStringSubmatch(t.clause)
	return found != nil && t.period.First > 0 && found[1] >= strconv.Itoa(t.period.First)
}

// stage is how far what a list names is, as the words after it tell.
type stage struct {
	word   string
	status ecosystem.Status
	date   string // empty: that of the plan
}

func (s stage) remark() string {
	if s.status == "" {
		return ""
	}
	return "stage:" + s.word
}

// ranking is in what tells a place in a ranking, and not that something was raised.
var ranking = regexp.MustCompile(`[百千]强|前列|前\d|第[一二三四五六七八九十\d]+[位名]|先进行列`)

// stageOf reads 甲、乙相继建成启用. What is done must lie in the past.
func (t *telling) stageOf(l phrase.List) stage {
	word, status := t.lex.StageOf(dated.ReplaceAllString(l.After, ""))
	counts := status == ecosystem.Upgraded && strings.ContainsAny(l.After, "0123456789")
	if status == "" || counts || ranking.MatchString(l.After) || l.Verb != "" {
		return stage{}
	}
	if status != ecosystem.Built && status != ecosystem.Upgraded {
		return stage{word: word, status: status}
	}
	if (!t.past() && !strings.Contains(l.After, "成功")) || t.yetToCome() {
		return stage{}
	}
	return stage{word, status, t.pastDate(t.clause)}
}

// stage records how far the names of a list are.
func (t *telling) stage(l phrase.List, found []mention) {
	s := t.stageOf(l)
	if s.status == "" {
		return
	}
	for _, m := range found {
		if !m.name.Whole || !built(m.Kind) || (s.status == ecosystem.Upgraded && m.Kind.IsOrganization()) {
			continue
		}
		at := t.at(string(m.name.Evidence), sureOf(m.name.Evidence))
		at.remark = s.remark()
		t.entity(m.entity, at, facts{printed: m.name.Text, status: s.status, date: s.date})
	}
}

// raised: what was raised to a higher rank (甲成功升级为国家级) is one body, so
// that it needs no further evidence to be a name.
func (t *telling) raised(l phrase.List) []mention {
	_, status := t.lex.StageOf(l.After)
	if status != ecosystem.Upgraded || !l.First || len(l.Words) > 0 || len(l.Items) != 1 || !phrase.NameLike(l.Items[0].Text) {
		return nil
	}
	kind, ok := t.lex.KindOf(l.Items[0].Text)
	if !ok || !built(kind) {
		return nil
	}
	m, ok := t.mention(phrase.Name{Text: l.Items[0].Text, Evidence: phrase.Listed, Kind: kind, Whole: true}, t.stageOf(l).remark())
	if !ok {
		return nil
	}
	return []mention{m}
}

// pastDate is the year that a clause about the past names, or its sentence begins
// with, or the last before the plan begins.
func (t *telling) pastDate(clause string) string {
	found := yearOf.FindStringSubmatch(clause)
	if found == nil {
		found = leadingYear.FindStringSubmatch(t.text)
	}
	if found != nil && (t.period.First == 0 || found[1] < strconv.Itoa(t.period.First)) {
		return found[1]
	}
	if t.period.First > 0 {
		return strconv.Itoa(t.period.First - 1)
	}
	return ""
}
