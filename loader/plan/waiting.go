package plan

import (
	"regexp"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// said is a relation whose subject is not known yet.
type said struct {
	relation ecosystem.RelationType
	found    []mention
	rule     string
	label    string
	status   ecosystem.Status
}

// wait keeps what is said until the sentence has been read.
func (t *telling) wait(s said) { t.waiting = append(t.waiting, s) }

// settle tells what waited: of the subject of the sentence, of what it has
// built, of what the passage is about, or of the field of the section.
func (t *telling) settle() {
	for _, s := range t.waiting {
		if len(s.found) == 0 || t.together(s) || s.rule == "core-area" && t.subject != nil && t.subject.Kind == ecosystem.Region {
			continue
		}
		info, _ := s.relation.Info()
		for _, subjects := range t.subjects(s) {
			told := false
			for _, subject := range subjects {
				if subject != nil && info.Allows(subject.Kind, s.found[0].Kind) && !s.names(subject) {
					t.saySaid(s, subject)
					told = true
				}
			}
			if told {
				break
			}
		}
	}
}

// names reports whether an entity is one of those that are told: of 以甲、乙为核心
// neither lies in the other.
func (s said) names(e *entity) bool {
	return s.rule == "core-area" && slices.ContainsFunc(s.found, func(m mention) bool { return m.ID == e.ID })
}

// together: 联合甲，共建乙 says of nobody but 乙 that it has to do with 甲.
func (t *telling) together(s said) bool {
	relies := slices.ContainsFunc(t.waiting, func(s said) bool { return s.relation == ecosystem.ReliesOn })
	if s.relation != ecosystem.CooperatesWith || relies || t.subject != nil || t.core != nil || t.heading != nil || t.aboutField() != nil || !t.planned {
		return false
	}
	for _, built := range t.built {
		for _, m := range organizations(s.found) {
			t.owed(ecosystem.BuiltBy, built, m.entity, s.label, s.status)
		}
	}
	return len(t.built) > 0
}

// subjects are whom something may be said of, the likeliest first. A body
// cooperates in a field rather than in what is built besides, and what is only
// pushed on is not what the passage is about.
func (t *telling) subjects(s said) [][]*entity {
	field := []*entity{t.aboutField()}
	switch {
	case s.relation == ecosystem.CooperatesWith && t.core != nil && t.subject == nil:
		return [][]*entity{{t.core}} // 以甲为主阵地，联合乙: it is 甲 that does
	case s.relation == ecosystem.CooperatesWith:
		return [][]*entity{{t.subject}, {t.heading}, field, t.built}
	case s.relation == ecosystem.Links || s.relation == ecosystem.LocatedIn:
		if s.relation == ecosystem.LocatedIn && theatre.MatchString(s.label) && len(t.built) == 1 {
			return [][]*entity{{t.subject}, t.built}
		}
		if t.heading != nil && area.MatchString(t.heading.Name) {
			return [][]*entity{{t.subject}, {t.heading}}
		}
		return [][]*entity{{t.subject}, t.spatial(), {t.heading}, {t.core}}
	case t.heading != nil && !t.planned:
		return [][]*entity{{t.subject}, {t.heading}, t.built, field, {t.core}}
	}
	return [][]*entity{{t.subject}, t.built, {t.heading}, field, {t.core}}
}

// area ends the name of what others lie in or are linked by: a corridor, not a base.
var area = regexp.MustCompile(`(?:廊|城|圈|带|谷|湾|区|港|岛)$`)

// theatre is where something is built that has no parts elsewhere.
var theatre = regexp.MustCompile(`^主(?:阵地|战场|平台)$`)

// spatial is what of the things built has parts elsewhere.
func (t *telling) spatial() []*entity {
	if strings.Contains(t.text, "支持其") {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(t.built), func(e *entity) bool { return !area.MatchString(e.Name) })
}

func (t *telling) saySaid(s said, subject *entity) {
	info, _ := s.relation.Info()
	for _, m := range s.found {
		if info.Allows(subject.Kind, m.Kind) && subject.ID != m.ID && (subject.Kind != ecosystem.Agency || m.Kind != ecosystem.Agency) {
			t.relation(s.relation, subject, m.entity, t.at(s.rule, sureSentence), labelled(s.label, s.status))
		}
	}
}
