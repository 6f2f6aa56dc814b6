package plan

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/list"
)

// measure is what a sentence says of an indicator: 高新技术企业达到1500家以上.
type measure struct {
	name, value, unit string
	printed           string // what stands for the name
	after             bool   // the name stands after the number
	reached           bool   // 达到 and the like, not just a count
	words             string // the target in words: 200以上, 全省平均水平
}

var (
	measured = regexp.MustCompile(`^(.*?)((?:力争)?(?:达到|达|增加到|增长到|提高到|提升到|上升到|突破|超过|不低于|不少于|保持在|稳定在|下降到|降低到|降至|控制在|为)?)(?:约|近)?(\d[\d,.]*)(?:多|余)?([^\d].*)$`)
	inWords  = regexp.MustCompile(`^(.+?)[都均]?(?:达到|高于|超过)((?:全省|全国|全市)平均水平)$`)
	trailing = regexp.MustCompile(`^(以上|以下|左右|以内|以上的)?(.*)$`)
	from     = regexp.MustCompile(`[由从]\d[\d.,]*[^\d]{0,4}?((?:提高|增加|增长|上升|提升|下降|降低)到)`)
	// circumstance is what stands before the name: 到2025年, 全市, 建有.
	circumstance = regexp.MustCompile(`^(?:力争|争取|预计|确保|其中|到|截至|至|20\d\d年[底末]?|[“"]?十[一二三四五六]五[”"]?(?:规划)?(?:期?末|期间|时期)?|规划期末|目前|全[市省县区]|我[市省]|累计|引进共建|共建有?|共有|共|已|建有|拥有|建成|新建|建设|培育|组建|设立|签署|引进|形成|现有)+`)
	had          = regexp.MustCompile(`^.+?(?:获批|入选|拥有|建有|共有|建成|荣获)`)
	verbOfCount  = regexp.MustCompile(`^(?:新建|新增|建设|建成|培育|打造|引进|培养|组建|认定|设立|布局)$`)
	change       = regexp.MustCompile(`(?:提高|增长|降低|下降|提升|增加|减少|增速|缩短)$`)
	gain         = regexp.MustCompile(`^(?:平均)?(?:每年|年均)?(?:净增|新增|新入选)?|(?:净增|新增)$`)
	ellipsis     = regexp.MustCompile(`^(?:总量|总数|总额|数量|比重|占比|规模|总产值)?$`)
	head         = regexp.MustCompile(`^(.+(?:比重|比例|占比|数量|总量|强度|覆盖率|成交额|总产值|增加值|[率额数]))`)
	levelOf      = regexp.MustCompile(`^((?:新增|新认定)?)(国家级|省级以上|省级|市级|县级|国家)(.+)$`)
	levelAlone   = regexp.MustCompile(`^((?:新增|新认定)?)(国家级|省级以上|省级|市级|县级)$`)
)

// reading goes through the clauses of a sentence; what one leaves out, the one
// before it said.
type reading struct {
	*telling
	last string // name of the last indicator, or of what the clause was about
}

// measures reads the numbers that a sentence gives for indicators.
func (t *telling) measures() {
	year, target := t.targetYear()
	if !target && !t.past() {
		return
	}
	r := &reading{telling: t}
	for _, clause := range list.Split(titleMarks.ReplaceAllString(t.text, ""), "，：:") {
		clause = strings.TrimLeft(clause, "—-· ")
		pieces := list.Split(clause, "、")
		for _, m := range r.read(pieces, clause) {
			if !r.complete(&m) {
				continue
			}
			if target {
				t.aim(m, year)
			} else if _, body := t.lex.KindOfSuffix(m.name); m.reached || body || strings.HasSuffix(gain.ReplaceAllString(m.name, ""), "企业") {
				t.base(m) // of the rest, what was done is counted, not what there is
			}
		}
	}
}

// read takes the measures out of a clause; without any, it remembers what the
// clause is about.
func (r *reading) read(pieces []string, clause string) []measure {
	if found := inWords.FindStringSubmatch(clause); found != nil {
		var out []measure
		for _, name := range list.Split(found[1], "、") {
			out = append(out, measure{name: name, words: found[2], printed: name})
		}
		return out
	}
	r.last = strings.TrimPrefix(r.last, "新增")
	var out []measure
	for _, piece := range pieces {
		m, ok := r.measure(piece)
		if !ok {
			continue
		}
		out = append(out, m)
		if last, ok := r.attributes(m, clause); ok {
			out[len(out)-1].name = last
			break
		}
	}
	if len(out) == 0 {
		if found := head.FindStringSubmatch(clause); found != nil {
			r.last = circumstance.ReplaceAllString(found[1], "")
		}
	}
	return out
}

// attributes: in 建设3家甲、乙相结合的众创空间 what follows the number is not the
// name yet; it stands at the end of the clause.
func (r *reading) attributes(m measure, clause string) (name string, ok bool) {
	if _, named := r.lex.KindOfSuffix(m.name); named || !m.after {
		return "", false
	}
	at := strings.LastIndex(clause, "的")
	if at < 0 {
		return "", false
	}
	name = clause[at+len("的"):]
	_, ok = r.lex.KindOfSuffix(name)
	return name, ok
}

// measure reads one number with its unit and name.
func (r *reading) measure(piece string) (measure, bool) {
	printed := piece
	piece = norm.NFKC.String(circumstance.ReplaceAllString(piece, verbKept(piece)))
	found := measured.FindStringSubmatch(from.ReplaceAllString(piece, "$1"))
	if found == nil {
		return measure{}, false
	}
	value, err := ecosystem.PropValue.Canonical(strings.ReplaceAll(found[3], ",", ""))
	unit, rest := r.unitOf(found[4])
	if err != nil || unit == "" {
		return measure{}, false
	}
	tail := trailing.FindStringSubmatch(rest)
	if found[2] == "为" && !head.MatchString(found[1]) {
		return measure{}, false // 为三家企业服务
	}
	m := measure{name: strings.TrimSpace(found[1]), value: value, unit: unit, printed: printed, reached: found[2] != ""}
	switch {
	case tail[2] != "" && verbOfCount.MatchString(m.name) || m.name == "" && tail[2] != "" && found[2] == "":
		m.name, m.after = tail[2], true // 建设30家以上众创空间
	case tail[2] != "":
		return measure{}, false
	}
	verb := strings.TrimPrefix(found[2], "力争")
	if tail[1] != "" || verb == "突破" || verb == "超过" || verb == "不低于" || verb == "不少于" {
		m.words = strings.TrimSuffix(map[bool]string{true: verb}[tail[1] == ""]+found[3]+tail[1], "的")
	}
	return m, true
}

// verbKept keeps 新增: an increase is not the amount.
func verbKept(piece string) string {
	if lead := circumstance.FindString(piece); strings.HasSuffix(lead, "新增") {
		return "新增"
	}
	return ""
}

// maxUnit bounds a unit, in characters.
const maxUnit = 6

// unitOf is the longest unit that a text begins with.
func (r *reading) unitOf(text string) (unit, rest string) {
	runes := []rune(text)
	for length := min(maxUnit, len(runes)); length > 0; length-- {
		if r.lex.Unit(string(runes[:length])) {
			return string(runes[:length]), string(runes[length:])
		}
	}
	return "", text
}

// complete gives a measure the name that it leaves out; a measure without a name
// of its own is none.
func (r *reading) complete(m *measure) bool {
	name := strings.TrimPrefix(strings.TrimSuffix(m.name, "力争"), "力争")
	if found := levelAlone.FindStringSubmatch(name); found != nil {
		whole := levelOf.FindStringSubmatch(r.last)
		switch {
		case whole != nil:
			name = whole[1] + found[2] + whole[3]
		default:
			return false
		}
	}
	if ellipsis.MatchString(name) {
		if r.last == "" {
			return false
		}
		thing := gain.ReplaceAllString(r.last, "")
		if name == "" || strings.HasSuffix(thing, name) {
			name = thing
		} else {
			name = thing + name
		}
	}
	if !strings.HasPrefix(gain.FindString(name), "每年净") && !strings.Contains(gain.FindString(name), "新") {
		name = strings.TrimPrefix(name, "每年") // 数量 is of a time, 净增 of a year
	}
	if had := had.FindString(name); !strings.HasPrefix(name[len(had):], "量") {
		name = name[len(had):] // 拥有量 is no verb
	}
	if !r.indicatorLike(name) {
		return false
	}
	if strings.Contains(norm.NFKC.String(m.printed), name) {
		m.printed = name
	}
	m.name, r.last = name, name
	return true
}

const maxIndicator = 32

func (r *reading) indicatorLike(name string) bool {
	length := utf8.RuneCountInString(name)
	if length < 3 || length > maxIndicator || change.MatchString(name) || strings.ContainsAny(name, "0123456789《》") {
		return false
	}
	if i := strings.Index(name, "的"); i >= 0 && !head.MatchString(name) {
		return false
	}
	return !r.lex.Generic(name) && !r.beginsLikeVerb(name)
}
