package plan

import (
	"regexp"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/phrase"
)

// tell reads what a clause says of the i-th of its lists, whose entities are
// found. The first rule that applies is the only one.
func (t *telling) tell(lists []phrase.List, i int, found []mention) {
	l := lists[i]
	if len(found) == 0 {
		found = t.raised(l)
	}
	if len(found) == 0 {
		return
	}
	if (pushes(l.Verb) || attracts(l.Verb)) && l.Has(l.Verb) {
		t.forget() // whoever was pushed before
		t.pushedIn = t.clauses
	}
	switch {
	case t.builtBefore(lists, i, found):
	case t.runs(lists, i, found), t.coreArea(l, found), t.mainBody(lists, i, found), t.builders(lists, i, found), t.located(l, found):
	case t.reliedOn(lists, i, found), t.partner(l, found), t.trigger(l, found):
	default:
		t.actor(l, found)
		if !t.policyVerb(l, found) && !t.achieved(l, found) {
			t.stage(l, found)
		}
		t.cooperation(l, found)
		t.agree(l, found)
	}
	t.duties(agencies(found))
	if len(found) == 1 && t.item == nil && (l.First && len(l.Words) == 0 || t.laidOut(l)) {
		t.subject = found[0].entity
	}
}

var negation = regexp.MustCompile(`^(?:不再|不得|不|尚未|尚无|暂无|仍无|缺少|缺乏|未|没有|停止|取消|暂停|严禁|禁止|避免|杜绝)$`)

// negated: what is not done is no fact.
func negated(l phrase.List) bool { return slices.ContainsFunc(l.Words, negation.MatchString) }

// trigger: 依托, 联合, 联动 and 聚合 tell a relation of the subject of the
// sentence, or else of the field that the section is about.
func (t *telling) trigger(l phrase.List, found []mention) bool {
	trigger, ok := t.triggerOf(l.Verb)
	if !ok {
		return false
	}
	status := ecosystem.Planned
	if t.past() {
		status = ""
	}
	t.wait(said{trigger.Relation, found, "clause-" + trigger.Word, trigger.Word, status})
	return true
}

var buildsNext = regexp.MustCompile(`^(?:建设|组建|打造|共建|成立|设立|搭建)`)

// reliedOn: in 依托甲建设乙 it is 乙 that relies on 甲.
func (t *telling) reliedOn(lists []phrase.List, i int, found []mention) bool {
	trigger, ok := t.triggerOf(lists[i].Verb)
	if !ok || trigger.Relation != ecosystem.ReliesOn || !buildsNext.MatchString(lists[i].After) || i+1 >= len(lists) {
		return false
	}
	t.relying = true
	if t.pushedIn != t.clauses {
		t.forget() // whoever was pushed builds something else
	}
	objects := t.mentions(lists[i+1])
	for _, o := range objects {
		t.say(trigger.Relation, o.entity, found, trigger.Word)
	}
	return len(objects) > 0
}

func (t *telling) triggerOf(verb string) (lexicon.Trigger, bool) {
	for _, trigger := range t.lex.Triggers() {
		if trigger.Word == verb {
			return trigger, true
		}
	}
	return lexicon.Trigger{}, false
}

func (t *telling) say(relation ecosystem.RelationType, subject *entity, found []mention, word string) {
	info, _ := relation.Info()
	status := ecosystem.Planned
	if t.past() {
		status = ""
	}
	for _, m := range found {
		if info.Allows(subject.Kind, m.Kind) && subject.ID != m.ID {
			t.relation(relation, subject, m.entity, t.at("clause-"+word, sureSentence), labelled(word, status))
		}
	}
}

// policyVerb: what the plan wants built, and whom it supports.
func (t *telling) policyVerb(l phrase.List, found []mention) bool {
	after := l.After
	if after == "" && strings.HasSuffix(l.Class, "项目") {
		after = "建设" // 推进甲、乙等项目
	}
	verb, ok := t.lex.PolicyVerb(l.Verb, after)
	if !ok || t.past() || (verb.Relation == ecosystem.Supports && with(l)) {
		return false
	}
	t.withAllies(l.Verb)
	if l.With > 0 && together.MatchString(l.After) {
		found, _ = sides(l, found) // with whom is another matter
	}
	for _, m := range found {
		switch {
		case t.isOwn(m) || m.Kind == ecosystem.Programme || (l.Items[0].Name == nil && found[0].item > 0 && !t.ofClass(l)):
			continue // programmes have a rule of their own
		case verb.Relation == ecosystem.Promotes && (!m.name.Whole || !built(m.Kind)):
			continue
		case verb.Relation == ecosystem.Supports && l.Items[0].Name != nil && !strings.HasPrefix(l.Items[0].Text, l.Items[0].Name.Text):
			continue
		}
		if verb.Relation == ecosystem.Promotes && pushes(l.Verb) && m.Kind.IsOrganization() && buildsMore.MatchString(l.After) {
			t.relation(ecosystem.Supports, t.policy, m.entity, t.at("plan-"+verb.Word, sureOf(m.name.Evidence)), labelled(verb.Word, ""))
			t.actors = organizations(found) // 推动甲建设乙: it is 甲 that builds
			continue
		}
		at := t.at("plan-"+verb.Word, sureOf(m.name.Evidence))
		if verb.Relation == ecosystem.Promotes {
			t.entity(m.entity, t.at(string(m.name.Evidence), at.confidence), facts{printed: m.name.Text, status: verb.Status})
			t.promoted = m.entity
			t.done(m, verb.Word, verb.Status)
		}
		t.relation(verb.Relation, t.policy, m.entity, at, labelled(verb.Word, verb.Status))
		if verb.Relation == ecosystem.Promotes {
			t.within(m.entity, verb.Status)
			t.ofField(m)
			t.inner(l, m.entity)
		}
	}
	return true
}

// ofClass reports whether the first item of a list is a class of things that are
// built: 建设大学科技园、甲研究院.
func (t *telling) ofClass(l phrase.List) bool {
	kind, ok := t.lex.KindOfSuffix(l.Items[0].Text)
	return ok && (kind == ecosystem.Platform || kind == ecosystem.IndustryCluster)
}

// buildsMore: after 推动甲 more follows that 甲 is to build.
var buildsMore = regexp.MustCompile(`^(?:项目)?建设[^，。、成为]`)

// achieved: 甲获批乙 and 建成乙 tell of the past that 乙 is there, and whose it is.
func (t *telling) achieved(l phrase.List, found []mention) bool {
	_, status := t.lex.StageOf(l.Verb)
	if (status != ecosystem.Built && l.Verb != "获批") || !t.past() || t.yetToCome() {
		return false
	}
	for _, m := range found {
		if !m.name.Whole || (m.Kind != ecosystem.Platform && m.Kind != ecosystem.IndustryCluster && m.Kind != ecosystem.ResearchInstitute) {
			continue
		}
		at := t.at(string(m.name.Evidence), sureOf(m.name.Evidence))
		at.remark = "stage:" + l.Verb
		t.entity(m.entity, at, facts{printed: m.name.Text, status: ecosystem.Built, date: t.pastDate(t.clause)})
		t.done(m, l.Verb, "")
	}
	return true
}

// built reports whether entities of a kind are things that a plan has built.
func built(k ecosystem.Kind) bool {
	return k == ecosystem.Platform || k == ecosystem.IndustryCluster || k.IsOrganization()
}

// sides parts the names of a list at 与.
func sides(l phrase.List, found []mention) (first, second []mention) {
	for i, m := range found {
		if m.item >= l.With {
			return found[:i], found[i:]
		}
	}
	return found, nil
}

var together = regexp.MustCompile(`^共建|^(?:建立|设立|组建|成立)|^(?:开展|加强|深化|签署|签订|建立|进行|推进|拓展).{0,12}(?:合作|共建|联合培养|联合攻关|协同创新|交流)|^开展.{0,12}(?:研究|攻关|研发)(?:$|[^院所中])|^(?:共同|联合|合作|携手)(?:共建|组建|建设|设立|成立|打造)|^(?:战略)?合作|^联合(?:培养|办学|攻关|研发|开展|承担|申报)|^(?:共同|协同)(?:开展|攻关|研发|承担)|^.{0,4}签署`)

// cooperation: 甲与乙开展合作.
func (t *telling) cooperation(l phrase.List, found []mention) {
	if l.With == 0 || !together.MatchString(l.After) {
		return
	}
	first, second := sides(l, found)
	for _, m := range first {
		t.say(ecosystem.CooperatesWith, m.entity, second, "合作")
	}
}

func agencies(found []mention) []mention {
	return slices.DeleteFunc(slices.Clone(found), func(m mention) bool { return m.Kind != ecosystem.Agency })
}
