package plan

import (
	"cmp"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/list"
)

var (
	// inFields is a list of fields: 围绕甲、乙等重点领域; 以甲、乙为主要方向.
	inFields = regexp.MustCompile(`(?:围绕|聚焦|面向|瞄准|涵盖|发展|在)([^，。；等]{2,120}、[^，。；等]{2,30})等(?:[一二三四五六七八九十两\d]+[大个])?(?:重点|优势|主导|前沿|关键|战略性新兴|新兴|未来|高端|技术)*(?:领域|方向|赛道|产业(?:[^链]|$))|(?:聚焦|围绕|发展|培育)([^，。；等]{2,80}、[^，。；等]{2,30}?)[两二三四五六][大个](?:主导|特色|支柱|优势|重点|战略性新兴|新兴)*产业|以([^，。；等]{2,80})为(?:主要|重点|主攻|发展)*方向`)
	// subFields is what a section about a field wants done in it: 重点发展甲、乙;
	// 重点突破甲、乙等关键技术.
	subFields = regexp.MustCompile(`^重点(?:发展([^，。；等]{2,80})|突破([^，。；等]{2,80})等(?:关键|核心|共性)*技术)(?:等|$)|^(?:重点|着力|集中|联合|协同)*(?:突破|攻克|攻关|掌握)([^，。；等]{2,60}、[^，。；等]{2,30}?)技术$`)
	// ofZone is what a zone is about: 甲开发区聚焦乙、丙.
	ofZone    = regexp.MustCompile(`(?:聚焦|主攻|重点培育|重点布局)([^，。；等]{2,60}、[^，。；等]{2,30}?)(?:(?:[两三四五六][大个])?(?:主导|特色|支柱|优势|重点)*产业)?$`)
	ofSubject = regexp.MustCompile(`重点发展([^，。；等]{2,60})(?:等|$)`)
	noField   = regexp.MustCompile(`转化|人才|金融|体系|能力|环节|机制|服务业|基础研究|应用研究|科技服务|政策|建设|提升|发展$|治理|需求|民生|扶贫|就业|文化|旅游|教育|其他|传统|战略|国家|全市|本地|企业|高校|项目|研究$|集聚|完善|重大|服务|咨询|检测|孵化|知识产权|认证|化$|为|的|现有|疾病|[省市县区城]|[“”]`)
	fieldTail = regexp.MustCompile(`产业$`)
)

// ruleFieldList is that of fields that are only listed: 围绕甲、乙等领域.
const ruleFieldList = "field-list"

// A field in running text has so many characters.
const (
	minField = 3
	maxField = 12
)

// fieldsIn records the fields of technology that a clause lists, and whose
// fields they are: of what is built or carried out in the sentence.
func (t *telling) fieldsIn() {
	if t.partsOfField() {
		return
	}
	if found := inFields.FindStringSubmatch(t.clause); found != nil {
		t.inFields(t.textFields(found[1]+found[2]+found[3], ruleFieldList))
		return
	}
	if found := ofZone.FindStringSubmatch(t.clause); found != nil && t.item == nil && t.ofZone() {
		t.inFields(t.textFields(found[1], ruleFieldList))
		return
	}
	if found := ofSubject.FindStringSubmatch(t.clause); found != nil && t.ofWhom() != nil {
		t.inFields(t.textFields(found[1], ruleFieldList))
	}
}

// inFields says of the subject of the sentence that it is in the fields that the
// sentence lists.
func (t *telling) inFields(fields []*entity) {
	info, _ := ecosystem.InField.Info()
	whose := t.ofWhom()
	for _, f := range fields {
		if whose != nil && info.Allows(whose.Kind, f.Kind) {
			t.relation(ecosystem.InField, whose, f, t.implied("field-of-sentence"), nil)
		}
	}
}

// ofWhom is whose fields a sentence lists: those of its subject, or of the park or
// body that the heading before it names; 围绕 begins what is done, and tells
// nothing of that.
func (t *telling) ofWhom() *entity {
	if t.subject == nil && strings.HasPrefix(t.clause, "围绕") {
		return nil
	}
	return cmp.Or(t.subject, t.heading, t.site)
}

// topField reports whether a field is one of the upper level, as far as is known.
func (t *telling) topField(e *entity) bool {
	recorded, ok := t.builder.Has(e.ID)
	return ok && recorded.Properties[ecosystem.PropLevel.Name] != "sub" && !t.below[e.ID]
}

// textFields records the fields of a list; a list of which half are none is left
// alone. Where nothing is said to be in them, only known ones count: a plan lists
// 先进制造, 高端装备 and 装备制造 in passing, and none of them is a field of its own.
func (t *telling) textFields(text, rule string) []*entity {
	pieces := list.Split(text, "、")
	if last := len(pieces) - 1; last >= 0 {
		for _, and := range []string{"以及", "和", "与", "及"} {
			if a, b, ok := strings.Cut(pieces[last], and); ok && t.fieldLike(a) && t.fieldLike(b) && last > 0 {
				pieces = append(pieces[:last], a, b)
				break
			}
		}
	}
	var names []string
	for _, p := range pieces {
		if t.fieldLike(p) {
			names = append(names, p)
		}
	}
	if 2*len(names) <= len(pieces) {
		return nil
	}
	var out []*entity
	for _, name := range names {
		at := t.at(rule, sureNearby)
		canonical := fieldTail.ReplaceAllString(name, "")
		if rule == ruleFieldList && t.ofWhom() == nil {
			if _, known := t.knownField(canonical); !known {
				continue
			}
		}
		if e := t.field(canonical, name, "sub", at); e != nil {
			out = append(out, e)
		}
	}
	return out
}

func (t *telling) fieldLike(name string) bool {
	length := utf8.RuneCountInString(name)
	if length < minField || length > maxField || noField.MatchString(name) || t.lex.Generic(name) || t.beginsLikeVerb(name) {
		return false
	}
	_, body := t.lex.KindOf(name)
	_, place := t.names.find(name, []ecosystem.Kind{ecosystem.Region})
	return !body && !place
}
