package plan

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

var (
	// topicOfSentence begins a sentence about a part of the section's field:
	// 轨道交通装备领域，….
	topicOfSentence = regexp.MustCompile(`^(?:在|围绕|聚焦|面向|针对)?([^，。；、的]{3,20})(?:领域|方面|方向)$`)
	// grown are parts of the section's field that are to grow: 加快发展甲、乙、丙.
	grown = regexp.MustCompile(`^(?:加快|大力|积极|优先|着力|做强|培育)*(?:发展|培育|壮大|做强|做优)([^，。；的]{2,80})$`)
	// around are those that work is done on: 围绕甲、乙和丙.
	around = regexp.MustCompile(`^(?:重点)?(?:围绕|聚焦|面向|瞄准)([^，。；的]{2,60}[、和与][^，。；的]{2,30}?)(?:等(?:重点|关键|核心|主要|主攻|细分|优势)*(?:领域|方向|产业|赛道|环节|产品)|$)`)
	// made are those that are to be made at home: 加快甲、乙等核心部件国产化替代.
	made = regexp.MustCompile(`^(?:加快|推进|推动|实现|突破)([^，。；的]{2,60}?)等(?:关键|核心|重点|基础)*(?:零部件|部件|材料|装备|产品|器件|元器件)(?:国产化?|自主|进口|产业化|规模化)`)
	// sumsUp ends a list: 甲、乙等新型肥料.
	sumsUp = regexp.MustCompile(`等(?:[^级离温效静压].*)?$|[两二三四五六七八九十][大个](?:重点|主导|主攻|核心|特色|优势)*(?:方向|领域|产业|赛道)$`)
	// worksOn begins what is done in a field, so that no building is meant.
	worksOn = regexp.MustCompile(`^(?:重点|联合|共同|协同|组织|集中|合力|大力|加快|深入|积极|系统)*(?:突破|攻克|攻关|开展|研发|研制|研究|开发|选育|围绕|加强|推进|提升|解决)`)
)

// field is what the sentence is about, if it is a field of technology.
func (t *telling) aboutField() *entity { return cmp.Or(t.topic, t.section.field) }

// partsOfField records the parts of the section's field that a clause names.
func (t *telling) partsOfField() bool {
	field := t.section.field
	if field == nil || !t.topField(field) || t.subject != nil {
		return false
	}
	if found := topicOfSentence.FindStringSubmatch(t.clause); found != nil && t.clauses == 1 && t.fieldLongLike(found[1]) {
		t.topic = t.partOfField(found[1], field)
		return true
	}
	for i, list := range []*regexp.Regexp{subFields, grown, around, made} {
		found := list.FindStringSubmatch(t.clause)
		if found == nil {
			continue
		}
		if len(t.actors) > 0 && i > 0 {
			return false // whoever is supported works on them
		}
		text := strings.Join(found[1:], "")
		names := sumsUp.ReplaceAllString(text, "")
		if names != text && !strings.Contains(names, "、") {
			return true // a single example is no list
		}
		for _, e := range t.textFields(names, "sub-field") {
			if e.ID != field.ID && e.Name != fieldTail.ReplaceAllString(field.Name, "") {
				t.relation(ecosystem.PartOf, e, field, t.implied("sub-field"), nil)
			}
		}
		return true
	}
	return false
}

// fieldLongLike: what a whole clause names may be two fields in one.
func (t *telling) fieldLongLike(name string) bool {
	for _, part := range conjoined.Split(name, -1) {
		if len([]rune(part)) < 2 || noField.MatchString(part) || t.lex.Generic(part) || t.beginsLikeVerb(part) {
			return false
		}
	}
	_, body := t.lex.KindOf(name)
	return !body
}

func (t *telling) partOfField(name string, above *entity) *entity {
	at := t.at("topic-of-sentence", sureNearby)
	e := t.field(name, name, "sub", at)
	if e == nil || e.ID == above.ID {
		return nil
	}
	t.relation(ecosystem.PartOf, e, above, t.implied("sub-field"), nil)
	return e
}

// worked: after 依托甲，联合乙 a clause about work in the field tells that what was
// said before it was said of the field, not of what is built later.
func (t *telling) worked() {
	field := t.aboutField()
	if field == nil || len(t.waiting) == 0 || t.subject != nil || !worksOn.MatchString(t.clause) || len(t.built) > 0 {
		return
	}
	if _, _, triggers := t.leadingTrigger(); triggers {
		return
	}
	var rest []said
	for _, s := range t.waiting {
		info, _ := s.relation.Info()
		if !info.Allows(field.Kind, s.found[0].Kind) {
			rest = append(rest, s)
			continue
		}
		t.saySaid(s, field)
	}
	t.waiting = rest
}

// leadingTrigger is the word with which a clause begins that tells a relation.
func (t *telling) leadingTrigger() (word string, relation ecosystem.RelationType, ok bool) {
	for _, trigger := range t.lex.Triggers() {
		if strings.HasPrefix(t.clause, trigger.Word) {
			return trigger.Word, trigger.Relation, true
		}
	}
	return "", "", false
}
