package plan

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/phrase"
)

// coreArea: 以甲为核心区 says where the subject lies.
func (t *telling) coreArea(l phrase.List, found []mention) bool {
	if !l.Has("以") {
		return false
	}
	label := coreAfter.FindStringSubmatch(l.After)
	if label == nil {
		return false
	}
	if field := t.section.field; label[1] == "载体" {
		for _, m := range found {
			if field != nil && m.Kind == ecosystem.IndustryCluster {
				t.relation(ecosystem.InField, m.entity, field, t.implied("field-of-section"), nil)
			}
		}
		return true
	}
	if strings.Contains(label[1], "依托") || label[1] == "龙头" && len(organizations(found)) == len(found) {
		t.relyOn(found, label[1])
		return true
	}
	t.wait(said{ecosystem.LocatedIn, found, "core-area", label[1], ""})
	if found[0].Kind == ecosystem.IndustryCluster {
		t.core = found[0].entity
	}
	return true
}

// relyOn: 以甲、乙为依托 is said of the subject; 依托单位 have the item.
func (t *telling) relyOn(found []mention, label string) {
	if t.item == nil || !strings.HasSuffix(label, "单位") {
		t.wait(said{ecosystem.ReliesOn, found, "relied-on", "依托", ecosystem.Planned})
		return
	}
	for _, m := range organizations(found) {
		t.owed(ecosystem.HostedBy, t.item, m.entity, label, ecosystem.Planned)
	}
}

var (
	coreAfter = regexp.MustCompile(`^(?:等.{0,8})?为((?:主要|重要|重点)?依托(?:单位)?|核心区域|核心区|起步区|启动区|先导区|核心承载区|主承载区|主体区域|主阵地|主战场|主平台|龙头|核心|主体|重点|载体)(?:$|[^的])`)
	mainAfter = regexp.MustCompile(`^为(?:主体|核心|依托|中心)的`)
)

// mainBody: 以甲县为主体的乙基地 says where the base lies. The base needs no
// further evidence to be a name.
func (t *telling) mainBody(lists []phrase.List, i int, found []mention) bool {
	l := lists[i]
	if !l.Has("以") || !mainAfter.MatchString(l.After) || i+2 >= len(lists) {
		return false
	}
	// 为 and 的 stand around 主体, which is a list of its own.
	for _, item := range lists[i+2].Items[:1] {
		kind, ok := t.lex.KindOf(item.Text)
		if !ok || (kind != ecosystem.IndustryCluster && kind != ecosystem.Platform) {
			return false
		}
		e, ok := t.mention(phrase.Name{Text: item.Text, Evidence: phrase.Listed, Kind: kind, Whole: true}, t.stageOf(lists[i+2]).remark())
		if !ok {
			return false
		}
		for _, m := range found {
			if m.Kind == ecosystem.Region || m.Kind == ecosystem.IndustryCluster {
				t.relation(ecosystem.LocatedIn, e.entity, m.entity, t.at("main-body", sureNoun), labelled("主体", ""))
			}
		}
		t.stage(lists[i+2], []mention{e})
	}
	return true
}

var builtTogether = regexp.MustCompile(`^(?:[两三四多]方|两地|联合|共同|合作|投资|出资|负责|具体|主导|协同|参与)*(共建|承建|承担|建设|组建|打造|创建|筹建|建立|设立|成立|发起|运营管理|运营|牵头建设|牵头)`)

// builders: 由甲与乙共建丙, and 丙由甲与乙共建.
func (t *telling) builders(lists []phrase.List, i int, found []mention) bool {
	l := lists[i]
	verb := builtTogether.FindStringSubmatch(l.After)
	if verb == nil || (pushes(l.Verb) && l.Has(l.Verb)) || (!l.Has("由") && verb[1] != "共建" && (!with(l) || verb[0] == verb[1])) {
		return false
	}
	status := ecosystem.Planned
	if t.past() {
		status = ""
	}
	built := cmp.Or(t.subject, t.carried)
	if built == nil && len(t.built) == 1 {
		built = t.built[0]
	}
	if i+1 < len(lists) {
		names := t.mentions(lists[i+1])
		switch {
		case len(names) > 1 && len(organizations(found)) > 0:
			t.builtEach(names, organizations(found), verb[1], status)
			return true
		case len(names) > 0:
			built = names[0].entity
		case t.subject == nil:
			return false // what they build has no name that is known
		}
	}
	if verb[1] == "牵头" && built == nil {
		t.lead = found // of what the next clause builds
		return true
	}
	if built == nil && i+1 == len(lists) {
		built = t.heading // 1.建设甲实验室。由乙、丙共建
	}
	if built == nil {
		return false
	}
	t.shared = built
	t.allied(l, found)
	t.linked(built, found, verb[1])
	relation := ecosystem.BuiltBy
	if strings.HasPrefix(verb[1], "牵头") || strings.HasPrefix(verb[1], "运营") {
		relation = ecosystem.HostedBy
	}
	for _, m := range organizations(found) {
		t.owed(relation, built, m.entity, verb[1], status)
	}
	return len(organizations(found)) > 0
}

// builtEach tells who builds which of several: one builds all, of more each what
// begins with its name.
func (t *telling) builtEach(names, by []mention, verb string, status ecosystem.Status) {
	for _, m := range by {
		for _, n := range names {
			if len(by) == 1 || strings.HasPrefix(n.Name, m.Name) {
				t.owed(ecosystem.BuiltBy, n.entity, m.entity, verb, status)
			}
		}
	}
}
