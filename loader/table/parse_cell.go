package table

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

func (p *parser) kind(r row) (ecosystem.Kind, bool) {
	text := r.cells["kind"]
	if text == "" {
		p.fail(r, "kind", "the cell is empty; every entity needs a kind (类型) such as UNIVERSITY 高校")
		return "", false
	}
	kind, ok := ecosystem.ParseKind(text)
	if !ok {
		var words []word
		for _, k := range ecosystem.Kinds() {
			words = append(words, word{string(k.Kind), k.Chinese, k.Label})
		}
		p.fail(r, "kind", "%q is no kind of entity (类型); %s", text, expected(text, words))
	}
	return kind, ok
}

func kindWord(k ecosystem.Kind) string {
	info, _ := k.Info()
	return word{name: string(k), chinese: info.Chinese}.String()
}

func (p *parser) relationType(r row) (ecosystem.RelationType, bool) {
	text := r.cells["type"]
	if text == "" {
		p.fail(r, "type", "the cell is empty; every relation needs a type (关系类型) such as HOSTED_BY")
		return "", false
	}
	t, ok := ecosystem.ParseRelationType(text)
	if !ok {
		var words []word
		for _, info := range ecosystem.RelationTypes() {
			words = append(words, word{name: string(info.Type), chinese: info.Chinese})
		}
		p.fail(r, "type", "%q is no type of relation (关系类型); %s", text, expected(text, words))
	}
	return t, ok
}

func (p *parser) status(r row) ecosystem.Status {
	text := r.cells["status"]
	if text == "" {
		return ""
	}
	s, ok := ecosystem.ParseStatus(text)
	if !ok {
		p.fail(r, "status", "%q is no status (建设状态); %s", text, expected(text, termWords(ecosystem.Statuses())))
	}
	return s
}

func (p *parser) known(r row) ecosystem.Known {
	text := r.cells["known"]
	if text == "" {
		return ecosystem.Stated
	}
	k, ok := ecosystem.ParseKnown(text)
	if !ok {
		p.fail(r, "known", "%q is no way of knowing (依据); %s", text, expected(text, termWords(ecosystem.KnownWays())))
		return ecosystem.Stated
	}
	return k
}

func termWords(terms []ecosystem.Term) []word {
	var out []word
	for _, t := range terms {
		out = append(out, word{name: t.Name, chinese: t.Chinese})
	}
	return out
}

func (p *parser) strength(r row) string {
	text := r.cells["strength"]
	if text == "" {
		return ""
	}
	if s, ok := ecosystem.StrengthOf(text); ok {
		return s.Word
	}
	var words []word
	for _, s := range ecosystem.Strengths() {
		words = append(words, word{name: s.Word})
	}
	p.fail(r, "strength", "%q is no word of strength (强度); %s", text, expected(text, words))
	return ""
}

// fraction reads a number above 0 and at most 1.
func (p *parser) fraction(r row, column string, blank float64) float64 {
	text := r.cells[column]
	if text == "" {
		return blank
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || !(f > 0 && f <= 1) {
		p.fail(r, column, "write a number above 0 and at most 1, such as 0.9, not %q", text)
		return blank
	}
	return f
}

func (p *parser) property(r row, property ecosystem.Property) string {
	text := r.cells[property.Name]
	if text == "" {
		return ""
	}
	if property.Type == ecosystem.List {
		text = strings.Join(list(text), ecosystem.ListSeparator)
	}
	value, err := property.Canonical(text)
	if err != nil {
		p.fail(r, property.Name, "%s", strings.TrimPrefix(err.Error(), property.Name+" "))
		return ""
	}
	return value
}

// writtenDate takes dates as Excel and people write them: 2021/6/30, 2021.06,
// 2021年6月.
var writtenDate = regexp.MustCompile(`^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$`)

func (p *parser) date(r row, column string) string {
	text := r.cells[column]
	if text == "" {
		return ""
	}
	date := ""
	if m := writtenDate.FindStringSubmatch(text); m != nil {
		date = strings.TrimRight(m[1]+"-"+twoDigits(m[2])+"-"+twoDigits(m[3]), "-")
	}
	if !ecosystem.IsDate(date) {
		p.fail(r, column, "a date (日期) is written 2021, 2021-06 or 2021-06-30, not %q", text)
		return ""
	}
	return date
}

func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// list takes the values of a cell apart, whichever semicolon stands between them.
func list(cell string) []string {
	return ecosystem.SplitList(strings.ReplaceAll(cell, "；", ecosystem.ListSeparator))
}
