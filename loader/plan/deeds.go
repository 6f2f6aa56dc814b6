package plan

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/phrase"
)

// deeds are who does what in a sentence, as far as it has been read: they are
// said before what is built, often in other clauses.
type deeds struct {
	lead     []mention // 由甲牵头
	actors   []mention // 支持甲…
	partners []mention // …联合乙、会同丙
	allies   []mention // 与己签署协议
	where    []mention // 在丁
	built    []*entity // what is built
	shared   *entity   // what several have been said to build
	spent    bool      // who builds has been told
	relying  bool      // 依托戊, in this clause
	planned  bool      // it is to be built anew
	carried  *entity   // the project that the sentence names
	equal    bool      // those who build are equal: 甲与乙共建
	pushedIn int       // the clause in which somebody was pushed to build
	core     *entity   // 以甲为核心
	about    *entity   // 支持甲
	waiting  []said    // what is said of a subject that is still to come
}

// builds matches what follows those who build something, perhaps with whom and
// where: 牵头建设, 联合乙组建, 在丁共建.
var builds = regexp.MustCompile(`^(?:.{0,60}?)(?:建设|共建|组建|创建|筹建|新建|设立|成立|打造|建成|获批|承建|运营|布局|实施|承担|申报)`)

// with reports whether the list says with whom: 支持与甲共建乙.
func with(l phrase.List) bool {
	return len(l.Words) > 0 && slices.Contains([]string{"与", "和", "同"}, l.Words[len(l.Words)-1])
}

// takingPart follows those who take part: 乙、丙参与.
var takingPart = regexp.MustCompile(`^(?:共同|联合)?(?:参与|参加|配合|协助|协同)`)

// actor notes who is to build something: in 支持甲联合乙建设丙 and 甲获批丙 it is 甲.
func (t *telling) actor(l phrase.List, found []mention) {
	if with(l) {
		t.workWith(l, found)
		if builds.MatchString(l.After) {
			if len(t.actors)+len(t.lead) == 0 {
				t.partners = nil // with others something else is built
			}
			t.partners = append(t.partners, found...)
		}
		return
	}
	if l.Verb == "支持" || l.Verb == "推动" {
		t.about = found[0].entity
	}
	pushed := pushes(l.Verb) || (attracts(l.Verb) && builds.MatchString(l.After))
	first := l.First && len(l.Words) == 0
	switch {
	case strings.HasPrefix(l.After, "牵头") && (pushed || first):
		t.lead = organizations(found)
		return
	case first && takingPart.MatchString(l.After) && t.lastBuilt() != nil:
		for _, p := range organizations(found) {
			t.owed(ecosystem.BuiltBy, t.lastBuilt(), p.entity, "参与", ecosystem.Planned)
		}
		return
	case first && takingPart.MatchString(l.After):
		t.partners = append(t.partners, found...)
		return
	case !pushed && (!first || !builds.MatchString(l.After)):
		return
	}
	if l.With > 0 {
		t.equal = equals.MatchString(l.After)
		var second []mention
		found, second = sides(l, found)
		t.partners = append(t.partners, second...)
	}
	t.actors = slices.DeleteFunc(slices.Clone(found), func(m mention) bool {
		return m.Kind == ecosystem.IndustryCluster && !buildsNext.MatchString(l.After)
	})
}

// lastBuilt is what the sentence has told the builders of last.
func (t *telling) lastBuilt() *entity {
	if t.shared != nil {
		return t.shared
	}
	if len(t.built) > 0 {
		return t.built[len(t.built)-1]
	}
	return nil
}

// pushes reports whether somebody else is to do what follows a verb.
func pushes(verb string) bool {
	return slices.Contains([]string{"支持", "推动", "鼓励", "引导"}, verb)
}

// attracts reports whether somebody comes from elsewhere to do what follows.
func attracts(verb string) bool {
	return slices.Contains([]string{"引进", "吸引", "引入", "招引", "邀请"}, verb)
}

// joint is what is done with others without building anything.
var joint = regexp.MustCompile(`^(?:联办|合办|合作|联合(?:开展|培养|攻关|研发)|协同(?:开展|攻关)|共同(?:开展|攻关|研发)|开展(?:战略|联合|科技|产学研|深度|协同|项目)*(?:合作|攻关|培养|研究))`)

// workWith: 支持甲…，与乙联办学院; without anybody 与乙合作 is said of what the passage is about.
func (t *telling) workWith(l phrase.List, found []mention) {
	what := l.After
	if last := l.Items[len(l.Items)-1]; what == "" && last.Name != nil {
		what = strings.TrimPrefix(last.Text, last.Name.Text) // 与乙联合攻关
	}
	if !joint.MatchString(what) || buildsTogether.MatchString(what) {
		return
	}
	if len(t.actors) == 0 {
		t.wait(said{ecosystem.CooperatesWith, organizations(found), "joint-work", "合作", ecosystem.Planned})
		return
	}
	for _, a := range organizations(t.actors) {
		t.say(ecosystem.CooperatesWith, a.entity, organizations(found), "合作")
	}
}

// buildsTogether: 合作建设 is building.
var buildsTogether = regexp.MustCompile(`^合作(?:建设|共建|成立|设立|组建|打造)`)

var (
	// planActs begins a clause in which the plan acts itself, whomever the clauses
	// before it have pushed: 支持甲做大做强，加快推进乙建设.
	planActs = regexp.MustCompile(`^(?:并|同时)?(?:大力|加快|积极|统筹|有序|扎实|全力|深入|持续)*推进`)
	// builtOther ends a clause in which something without a name is built: 支持甲
	// 设立分支机构，建设乙 does not say who builds 乙.
	// completed ends a clause that says all that somebody is to do.
	completed  = regexp.MustCompile(`(?:发展|改革|改制|转制[^，]*|做大做强|做强做优|做优做强|提质增效|升级|壮大|扩容|整合|融合)$`)
	builtOther = regexp.MustCompile(`(?:设立|成立|建立|组建|建设|创建|搭建)[^，]{0,20}(?:机构|中心|平台|实验室|基地|研究院|联合体|工作站|孵化器)$`)
)

// forget leaves out of account whoever was to build something in the clauses
// before, where another acts.
func (t *telling) forget() { t.lead, t.actors, t.partners, t.equal = nil, nil, nil, false }

// equals: 甲与乙共建丙 has no host.
var equals = regexp.MustCompile(`^(?:合作|联合|共同)*(?:共建|组建|设立|建设|打造|成立)`)

// partner notes with whom, if somebody is said to build something with them.
func (t *telling) partner(l phrase.List, found []mention) bool {
	trigger, ok := t.triggerOf(l.Verb)
	if !ok || trigger.Relation != ecosystem.CooperatesWith || (len(t.actors) == 0 && len(t.lead) == 0 && !builds.MatchString(l.After)) {
		return false
	}
	if built := t.lastBuilt(); built != nil && endsWithDeed.MatchString(l.After) {
		for _, m := range organizations(found) {
			t.owed(ecosystem.BuiltBy, built, m.entity, trigger.Word, ecosystem.Planned)
		}
		return true
	}
	t.partners = append(t.partners, found...)
	t.allied(l, found)
	return true
}

// endsWithDeed ends a clause about what was named before: 组建甲，由乙牵头，联合丙实施.
var endsWithDeed = regexp.MustCompile(`^(?:共同|联合|协同)?(?:实施|建设|组建|承担|运营)$`)

// allied says that those who are to do something work with those whom they join:
// 支持甲联合乙.
func (t *telling) allied(l phrase.List, found []mention) {
	trigger, ok := t.triggerOf(l.Verb)
	if !ok || trigger.Relation != ecosystem.CooperatesWith {
		return
	}
	for _, a := range append(slices.Clone(t.lead), t.actors...) {
		if a.Kind.IsOrganization() && a.Kind != ecosystem.Agency {
			t.say(ecosystem.CooperatesWith, a.entity, found, trigger.Word)
		}
	}
}

// place notes where something is built: 在丁建设丙.
func (t *telling) located(l phrase.List, found []mention) bool {
	places := slices.DeleteFunc(slices.Clone(found), func(m mention) bool {
		return m.Kind != ecosystem.Region && m.Kind != ecosystem.IndustryCluster || t.isOwn(m)
	})
	if slices.Contains([]string{"位于", "坐落于", "坐落在", "布局在", "布局于", "分布在", "分布于", "落户", "选址", "设在", "入驻", "进驻", "迁入"}, l.Verb) {
		subject := cmp.Or(t.subject, t.heading)
		if subject == nil && len(t.built) == 1 {
			subject = t.built[0]
		}
		for _, m := range places {
			if subject != nil && subject.ID != m.ID {
				t.relation(ecosystem.LocatedIn, subject, m.entity, t.at("located", sureSentence), nil)
			}
		}
		return true
	}
	if !l.Has("在") || len(places) == 0 || !builds.MatchString(l.After) {
		return false
	}
	if len(places) == len(l.Items) {
		t.where = places
	}
	return true
}

// done says of what is built who builds it, with whom and where.
func (t *telling) done(m mention, label string, status ecosystem.Status) {
	t.spent = true
	if m.Kind == ecosystem.IndustryCluster || m.Kind == ecosystem.Platform || m.Kind == ecosystem.ResearchInstitute {
		t.built = append(t.built, m.entity)
		t.planned = t.planned || status == ecosystem.Planned
	}
	if t.past() {
		status = ""
	}
	hosts := organizations(append(slices.Clone(t.lead), t.actors...))
	if slices.ContainsFunc(hosts, func(h mention) bool { return h.ID == m.ID }) {
		hosts = nil // 推动甲、乙落地建设: they are what is built
	}
	relation := ecosystem.HostedBy
	if (len(hosts) > 1 || t.equal) && len(t.lead) == 0 {
		relation = ecosystem.BuiltBy // of several none is the host
	}
	for _, h := range hosts {
		t.owed(relation, m.entity, h.entity, label, status)
	}
	for _, p := range organizations(t.partners) {
		t.owed(ecosystem.BuiltBy, m.entity, p.entity, label, status)
	}
	t.linked(m.entity, t.partners, label)
	there := slices.Clone(t.actors)
	if slices.ContainsFunc(there, func(a mention) bool { return a.ID == m.ID }) {
		there = nil // 推动甲、乙建设: neither lies in the other
	}
	if len(t.where) == 1 {
		there = append(there, t.where...) // in several places several are built
	}
	if t.subject != nil && t.subject.Kind == ecosystem.Region {
		there = append(there, mention{entity: t.subject}) // 甲县…，建设乙
	}
	if site := t.siteOf(); site != nil && len(t.where) == 0 {
		there = append(there, mention{entity: site})
	}
	for _, w := range there {
		if (w.Kind == ecosystem.Region || w.Kind == ecosystem.IndustryCluster) && w.ID != m.ID && !t.isOwn(w) {
			t.relation(ecosystem.LocatedIn, m.entity, w.entity, t.at("built-there", sureNoun), nil)
		}
	}
}

// owed records who builds something, as far as the vocabulary allows it.
func (t *telling) owed(relation ecosystem.RelationType, what, by *entity, label string, status ecosystem.Status) {
	for _, r := range []ecosystem.RelationType{relation, ecosystem.HostedBy} {
		if info, _ := r.Info(); info.Allows(what.Kind, by.Kind) && what.ID != by.ID {
			t.relation(r, what, by, t.at("built-by", sureNoun), labelled(label, status))
			return
		}
	}
}

func (t *telling) isOwn(m mention) bool {
	return m.Kind == ecosystem.Region && slices.Contains(t.names.places, m.Name)
}

func organizations(found []mention) []mention {
	return slices.DeleteFunc(slices.Clone(found), func(m mention) bool { return !m.Kind.IsOrganization() })
}

// linked: 与甲市共建走廊 links the corridor to the place.
func (t *telling) linked(built *entity, found []mention, label string) {
	info, _ := ecosystem.Links.Info()
	for _, m := range found {
		if info.Allows(built.Kind, m.Kind) && m.Kind == ecosystem.Region && !t.isOwn(m) {
			t.relation(ecosystem.Links, built, m.entity, t.at("built-by", sureNoun), labelled(label, ecosystem.Planned))
		}
	}
}

// ofItem: whoever leads or takes part in the text of an item builds the item.
func (t *telling) ofItem() {
	if t.item == nil || t.spent || t.item.Kind == ecosystem.Programme || len(t.lead)+len(t.partners) == 0 {
		return
	}
	for _, h := range organizations(t.lead) {
		t.owed(ecosystem.HostedBy, t.item, h.entity, "牵头", ecosystem.Planned)
	}
	for _, p := range organizations(t.partners) {
		t.owed(ecosystem.BuiltBy, t.item, p.entity, "参与", ecosystem.Planned)
	}
}
