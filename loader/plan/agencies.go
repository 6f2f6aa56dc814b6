package plan

import (
	"regexp"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/outline"
	"github.com/innograph/innograph/loader/plan/phrase"
)

var (
	// dutyLabel is the list of those who answer for a task: （责任单位：市科技局、财政局）.
	dutyLabel = regexp.MustCompile(`[（(［\[【〔]?((?:牵头|责任|配合|实施|主管|参与|协作|落实|参加|主要责任|牵头责任)(?:单位|部门))[：:]((?:[^；;。］\]】〕（）()]|[（(][^（）()]*[）)])+?)(?:[）)］\]】〕]?(?:$|[；;。])|[）)］\]】〕]|$)`)
	// onDutyList is a list of those who answer for a task, without a label: （市科技局
	// 牵头，市财政局配合）.
	onDutyList = regexp.MustCompile(`[（(［【]([^（）()［］【】：:。；]{3,120}(?:牵头|负责|配合|参与)(?:[^（）()［］【】：:。；]{0,80}(?:牵头|负责|配合|参与))?)[）)］】]`)
	dutyWord   = regexp.MustCompile(`(?:等?(?:按照?职责(?:分工)?|分工|分别|共同|具体)*(?:牵头|负责|配合|参与|落实)(?:落实|实施)?)+$`)
	everyone   = regexp.MustCompile(`^(?:各|有关|相关|其他|市直|市各|市属|县直|区直|以[上下]|不再)|^(?:园区|开发区|功能区|产业园区|县[市区]|县市区|市县区|区县|乡镇|镇街|街道)(?:管委会|管理委员会|政府|人民政府|党工委)?$|等$`)
	inBracket  = regexp.MustCompile(`[（(][^（）()]*[）)]`)
	// onDuty follows those who carry the plan out: 市科技局牵头负责规划实施.
	onDuty = regexp.MustCompile(`负责|牵头|抓好|分工|统筹|落实|组织实施`)
	// ofNation are those whose decisions a plan carries out.
	ofNation = regexp.MustCompile(`^(?:国务院|党中央|中共中央)`)
	ofPlan   = regexp.MustCompile(`规划|方案|计划|行动|任务|职责`)
	level    = regexp.MustCompile(`^[市县区省州盟]`)
)

// bodyLabel is the list of those who build what the passage is about:
// 依托单位：东江大学.
var bodyLabel = regexp.MustCompile(`[（(]?(依托|建设|承担|承建|申报|主持|共建|参建|合作|联合|牵头|实施)(?:建设)?单位[：:]([^；;。]+?)(?:[）)]?(?:$|[；;。])|[）)]|$)`)

var (
	// bareLabel is a label without a colon: 牵头单位厦门大学, 甲大学为牵头单位.
	bareLabel  = regexp.MustCompile(`((?:依托|建设|承担|承建|申报|主持|共建|参建|合作|联合|牵头|实施)(?:建设)?单位)(?:为|是)?(\p{Han}[^：:，,。；;、（）()]{2,29})`)
	labelAfter = regexp.MustCompile(`([^：:，,。；;（）()]{3,60}?)(?:为|作为|是)(?:主要)?((?:依托|建设|承担|承建|牵头|实施|共建|参建)(?:建设)?单位)`)
	nextLabel  = regexp.MustCompile(`[，,、]((?:依托|建设|承担|承建|申报|主持|共建|参建|合作|联合|牵头|实施)(?:建设)?单位[：:])`)
)

// withLabels writes labels of bodies in one way: 牵头单位：甲；共建单位：乙.
func (t *telling) withLabels() {
	body := func(name string) bool {
		name, _, _ = strings.Cut(name, "、")
		kind, ok := t.lex.KindOf(name)
		return ok && kind.IsOrganization() && !strings.HasPrefix(name, "以") // 以甲为依托单位 is told elsewhere
	}
	t.text = bareLabel.ReplaceAllStringFunc(t.text, func(found string) string {
		parts := bareLabel.FindStringSubmatch(found)
		if !body(parts[2]) {
			return found
		}
		return parts[1] + "：" + parts[2]
	})
	t.text = labelAfter.ReplaceAllStringFunc(t.text, func(found string) string {
		parts := labelAfter.FindStringSubmatch(found)
		if !body(parts[1]) {
			return found
		}
		return parts[2] + "：" + parts[1] + "；"
	})
	t.text = nextLabel.ReplaceAllString(t.text, "；$1")
}

// builtByLabel records who builds what the passage is about, as labels say, and
// takes them out of the text. A department stands for the plan's own duty.
func (t *telling) builtByLabel(about *entity) {
	if about == nil || about.Kind == ecosystem.Programme {
		return
	}
	for _, at := range bodyLabel.FindAllStringSubmatch(t.text, -1) {
		if kind, _ := t.lex.KindOfSuffix(strings.TrimRight(at[2], "等")); kind == ecosystem.Agency && t.item == nil {
			continue
		}
		for _, printed := range list.Split(strings.TrimSuffix(at[2], "等"), "、，,") {
			if m, ok := t.listedBody(printed); ok {
				t.owed(relationOfLabel(at[1]), about, m.entity, at[1]+"单位", ecosystem.Planned)
			}
		}
		t.text = strings.Replace(t.text, at[0], "", 1)
	}
}

// dutyLine is a line of a box with nothing but those who answer for it.
var dutyLine = regexp.MustCompile(`^[（(［\[【〔]?(?:牵头|责任|配合|主管|主要责任|牵头责任)(?:单位|部门)[：:]([^、，；;]+)`)

// onDutyLine reports whether a line of a box names departments that answer for it.
func (x *extraction) onDutyLine(n *outline.Node) bool {
	found := dutyLine.FindStringSubmatch(n.Text)
	if found == nil {
		return false
	}
	kind, ok := x.lex.KindOfSuffix(found[1])
	return ok && kind == ecosystem.Agency && level.MatchString(found[1])
}

// responsible records who has to carry the plan out as a label says it, and takes
// the label out of the text.
func (t *telling) responsible() {
	for len(t.names.places) > 0 {
		at := dutyLabel.FindStringSubmatchIndex(t.text)
		if at == nil {
			break
		}
		label, names := t.text[at[2]:at[3]], t.text[at[4]:at[5]]
		t.text = t.text[:at[0]] + t.text[at[1]:]
		t.allOnDuty(names, label)
	}
	for _, found := range onDutyList.FindAllStringSubmatch(t.text, -1) {
		first, _, _ := strings.Cut(dutyWord.ReplaceAllString(list.Split(found[1], "，,")[0], ""), "、")
		if kind, ok := t.lex.KindOfSuffix(first); ok && kind == ecosystem.Agency && level.MatchString(first) {
			t.text = strings.Replace(t.text, found[0], "", 1)
			t.allOnDuty(found[1], "责任单位")
		}
	}
}

// allOnDuty records those whom a list names.
func (t *telling) allOnDuty(names, label string) {
	leading := ""
	for _, printed := range list.Split(inBracket.ReplaceAllString(names, ""), "、，,；; ") {
		printed = strings.Trim(printed, "（）()［］[]【】")
		printed = dutyWord.ReplaceAllString(printed, "")
		if everyone.MatchString(printed) || printed == "" {
			continue
		}
		if level.MatchString(printed) {
			leading = level.FindString(printed)
		}
		t.onDuty(printed, leading, label)
	}
}

var (
	department = regexp.MustCompile(`^\p{Han}{2,12}(?:局|委|办|部|厅|委员会|科协|中心)$`)
	// elsewhere says that an agency is not one of the plan's own place.
	elsewhere = regexp.MustCompile(`.[市区县镇]|中国|国家|总局|海关|银行`)
)

// onDuty records one of them; the level that a list prints once is that of all:
// 市科技局、财政局.
func (t *telling) onDuty(printed, leading, label string) {
	names := []string{printed}
	if leading != "" && department.MatchString(printed) && !elsewhere.MatchString(printed) && !strings.HasPrefix(printed, t.names.places[0]) {
		names = append(names, leading+printed)
	}
	for _, name := range names {
		if m, ok := t.ownAgency(name, printed); ok {
			t.carriesOut(m, label)
			return
		}
	}
	kind, ok := t.lex.KindOfSuffix(printed)
	if !ok || !kind.IsOrganization() || kind == ecosystem.Enterprise {
		kind = ecosystem.Agency
	}
	if m, ok := t.mention(phrase.Name{Text: printed, Evidence: phrase.Listed, Kind: kind, Whole: true}, ""); ok {
		t.carriesOut(m, label)
	}
}

func (t *telling) carriesOut(m mention, label string) {
	info, _ := ecosystem.Implements.Info()
	if info.Allows(m.Kind, t.policy.Kind) {
		t.relation(ecosystem.Implements, m.entity, t.policy, t.at("on-duty", sureSentence), labelled(label, ecosystem.Planned))
	}
}

// ownKinds are the kinds of what a place has one of, so that its level names it.
func ownKinds() []ecosystem.Kind {
	return []ecosystem.Kind{ecosystem.Agency, ecosystem.Association, ecosystem.Hospital, ecosystem.ResearchInstitute}
}

// notOwn begins what is a class: 市级医院, 市属院所.
var notOwn = regexp.MustCompile(`^[级属直内域外区场县]|等$`)

// ownBody writes out the name of a body of the plan's own place, which the plan
// calls by its level: 市科技局, 市人民医院 in the plan of 禾川市.
func (x *extraction) ownBody(name string) (full string, kind ecosystem.Kind, ok bool) {
	if len(x.names.places) < 2 {
		return "", "", false
	}
	place := x.names.places[1]
	kind, ok = x.lex.KindOfSuffix(name)
	if !ok || !slices.Contains(ownKinds(), kind) {
		return "", "", false
	}
	unit := place[len(place)-len("市"):]
	rest, ok := strings.CutPrefix(name, unit)
	if !ok || rest == "" || notOwn.MatchString(rest) || len([]rune(name)) > maxAgency {
		return "", "", false
	}
	if rest == "政府" {
		rest = "人民政府"
	}
	return place + rest, kind, true
}

// ownGovernment writes 东江市政府 out in the plan of 东江.
func (t *telling) ownGovernment(name phrase.Name) phrase.Name {
	if len(t.names.places) > 1 && name.Text == t.names.places[1]+"政府" {
		name.Printed, name.Text = name.Text, t.names.places[1]+"人民政府"
	}
	return name
}

// ownAgency records a body of the plan's own place.
func (t *telling) ownAgency(name, printed string) (mention, bool) {
	full, kind, ok := t.ownBody(name)
	if !ok {
		return mention{}, false
	}
	at := t.at("own-agency", sureSentence)
	e, ok := t.resolve(at, []string{full}, ownKinds(), kind)
	if !ok {
		return mention{}, false
	}
	t.entity(e, at, facts{printed: printed, aliases: slices.DeleteFunc([]string{name}, func(n string) bool { return n == printed })})
	return mention{entity: e, name: phrase.Name{Text: printed, Evidence: phrase.Known, Whole: true}}, true
}

// ownDepartment is an agency of the plan's own place in running text. The
// government by itself (市政府) is everywhere, and counts only as a builder.
func (t *telling) ownDepartment(item phrase.Item) (mention, bool) {
	text, printed := item.Text, item.Text
	if item.Name != nil && item.Name.Printed != "" {
		printed = item.Name.Printed // the list prints a shared part once
	}
	if strings.HasSuffix(text, "政府") && !strings.Contains(t.clause, "共建") {
		return mention{}, false
	}
	return t.ownAgency(text, printed)
}

// maxAgency bounds the name of a department, in characters.
const maxAgency = 14

// duties records the departments that a sentence charges with carrying out the
// plan.
func (t *telling) duties(found []mention) {
	if !onDuty.MatchString(t.text) || !t.section.carried && !ofPlan.MatchString(t.text) {
		return
	}
	for _, m := range found {
		if !ofNation.MatchString(m.Name) {
			t.carriesOut(m, "落实")
		}
	}
}
