package plan

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

var (
	wished  = regexp.MustCompile(`力争|争取|目标|每年|规划期末`)
	byYear  = regexp.MustCompile(`到(20\d\d)年`)
	endWord = regexp.MustCompile(`^[”"]?(?:规划)?期?末`)
)

// endOfPeriod: 到“十四五”末.
func (t *telling) endOfPeriod() bool {
	_, after, found := strings.Cut(t.text, t.periodName())
	return found && endWord.MatchString(after)
}

// targetYear is the year for which a sentence sets targets.
func (t *telling) targetYear() (int, bool) {
	if t.section.past {
		return 0, false
	}
	for _, found := range byYear.FindAllStringSubmatch(t.text, -1) {
		if year, _ := strconv.Atoi(found[1]); year >= t.period.First {
			return year, true
		}
	}
	if t.period.Last == 0 {
		return 0, false
	}
	if t.endOfPeriod() || wished.MatchString(t.text) || t.section.goals {
		return t.period.Last, true
	}
	return 0, false
}

func (t *telling) indicatorOf(m measure, at place) (*entity, map[string]string, bool) {
	spellings := []string{m.name, strings.ReplaceAll(m.name, "的", "")}
	e, ok := t.resolve(at, spellings, []ecosystem.Kind{ecosystem.Indicator}, ecosystem.Indicator)
	if !ok {
		return nil, nil, false
	}
	properties := map[string]string{}
	if recorded, ok := t.builder.Has(e.ID); ok && recorded.Properties[ecosystem.PropUnit.Name] != "" {
		return e, properties, true
	}
	properties[ecosystem.PropUnit.Name] = m.unit
	return e, properties, true
}

// aim records a target of the plan, and of the programme that the section
// describes.
func (t *telling) aim(m measure, year int) {
	at := t.at("target-in-text", sureNoun)
	e, properties, ok := t.indicatorOf(m, at)
	if !ok {
		return
	}
	if recorded, known := t.builder.Has(e.ID); m.value != "" && (!known || recorded.Properties[ecosystem.PropValue.Name] == "") {
		properties[ecosystem.PropValue.Name], properties[ecosystem.PropYear.Name] = m.value, strconv.Itoa(year)
	}
	t.entity(e, at, facts{printed: m.printed, properties: properties})
	for _, from := range []*entity{t.policy, t.section.programme} {
		if from != nil {
			t.relation(ecosystem.Targets, from, e, at, func(r *ecosystem.Relation) {
				r.Value, r.Unit, r.Year, r.Label = m.value, m.unit, year, m.words
			})
		}
	}
}

// base records the value at the outset.
func (t *telling) base(m measure) {
	if m.value == "" {
		return
	}
	at := t.at("value-in-text", sureNoun)
	e, properties, ok := t.indicatorOf(m, at)
	if !ok {
		return
	}
	if recorded, known := t.builder.Has(e.ID); !known || recorded.Properties[ecosystem.PropBaseValue.Name] == "" {
		properties[ecosystem.PropBaseValue.Name], properties[ecosystem.PropBaseYear.Name] = m.value, t.pastDate(t.text)
	}
	t.entity(e, at, facts{printed: m.printed, properties: properties})
}
