package plan

import (
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// sameMark begins the key under which an indicator is kept for its other names.
const sameMark = "="

// indicatorOf is the indicator that a measure is of; one under another form of its
// name is the same.
func (t *telling) indicatorOf(m measure, at place) (*entity, map[string]string, bool) {
	e, ok := t.namedIndicator(at, m.name)
	if !ok {
		return nil, nil, false
	}
	properties := map[string]string{ecosystem.PropAttribute.Name: m.attribute}
	if recorded, known := t.builder.Has(e.ID); (!known || recorded.Properties[ecosystem.PropUnit.Name] == "") && !m.flow {
		properties[ecosystem.PropUnit.Name] = m.unit
	}
	return e, properties, true
}

// namedIndicator finds or makes the indicator of a name.
func (x *extraction) namedIndicator(at place, name string) (*entity, bool) {
	same := sameMark + x.lex.IndicatorKey(name)
	kinds := []ecosystem.Kind{ecosystem.Indicator}
	e, ok := x.resolve(at, []string{name, strings.ReplaceAll(name, "的", ""), same}, kinds, ecosystem.Indicator)
	if ok && x.names.earlier([]string{same}, kinds) == nil {
		x.names.alias(same, e)
	}
	return e, ok
}

// aim records a target of the plan; in the text of a programme in a box it is the
// programme's as well.
func (t *telling) aim(m measure) {
	at := t.at("target-in-text", sureNoun)
	e, properties, ok := t.indicatorOf(m, at)
	if !ok {
		return
	}
	recorded, known := t.builder.Has(e.ID)
	if m.value != "" && !m.flow && (!known || recorded.Properties[ecosystem.PropValue.Name] == "") {
		properties[ecosystem.PropValue.Name], properties[ecosystem.PropYear.Name] = m.value, yearOr(m.when.year)
	}
	if !known || recorded.Properties[ecosystem.PropBaseValue.Name] == "" {
		t.startsAt(m, properties)
	}
	t.entity(e, at, facts{printed: m.printed, properties: properties})
	for _, from := range []*entity{t.policy, t.ownTarget()} {
		if from != nil {
			t.relation(ecosystem.Targets, from, e, at, func(r *ecosystem.Relation) {
				r.Value, r.Unit, r.Year, r.Label = m.value, m.unit, m.when.year, m.words
			})
		}
	}
}

// ownTarget is the programme of a box whose text this is.
func (t *telling) ownTarget() *entity {
	if t.item == nil {
		return nil
	}
	return t.section.programme
}

// startsAt notes from which value a target starts: 由58亿元增加到150亿元.
func (t *telling) startsAt(m measure, properties map[string]string) {
	if m.baseValue == "" {
		return
	}
	year := m.baseYear
	if year == 0 {
		year = t.period.First - 1
	}
	properties[ecosystem.PropBaseValue.Name], properties[ecosystem.PropBaseYear.Name] = m.baseValue, yearOr(year)
}

// base records the value at the outset.
func (t *telling) base(m measure) {
	if m.value == "" && m.words == "" {
		return
	}
	at := t.at("value-in-text", sureNoun)
	e, properties, ok := t.indicatorOf(m, at)
	if !ok {
		return
	}
	recorded, known := t.builder.Has(e.ID)
	if m.value != "" && !m.flow && (!known || recorded.Properties[ecosystem.PropBaseValue.Name] == "") {
		properties[ecosystem.PropBaseValue.Name], properties[ecosystem.PropBaseYear.Name] = m.value, yearOr(m.when.year)
	}
	t.entity(e, at, facts{printed: m.printed, properties: properties})
}

// yearOr writes a year, or nothing for none.
func yearOr(year int) string {
	if year <= 0 {
		return ""
	}
	return strconv.Itoa(year)
}
