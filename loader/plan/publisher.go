package plan

import (
	"regexp"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/outline"
)

var (
	// publisherLine is a line with the agency that publishes the plan, alone or
	// before 关于印发.
	publisherLine = regexp.MustCompile(`^(\p{Han}{2,24}?(?:人民政府|[^布格]局|委员会|科技厅|科学技术厅|[省市县区州]委)(?:办公[室厅])?)(?:文件)?$`)
	// signedOn is the date behind whoever signs.
	signedOn = regexp.MustCompile(`[（(]?(?:19|20|二[〇○零O])[\p{Han}\d〇○O]{2}年[\p{Han}\d]{1,3}月(?:[\p{Han}\d]{1,3}日)?[）)]?$`)
	// addressed begins those to whom a notice goes.
	addressed = regexp.MustCompile(`^(?:各|有关|相关|市属|县属|区属|县区|[省市县区州]人民政府)`)
)

// publisher records who issued the plan, as the lines around its title say: above
// it, or right below it, with the date.
func (x *extraction) publisher() {
	last, below := x.outline.First().Line, 0
	if x.outline.Title != nil {
		last, below = x.outline.Title.Line, afterTitle
	}
	var nearest []string // to the title
	var line *outline.Node
	for _, n := range x.outline.Root.Children {
		if n.Mark.Style != outline.NoMark || n.Line > last && line != nil {
			break
		}
		if n.Line > last {
			if below--; below < 0 {
				break
			}
		}
		if n.Line == x.titleLine() && !strings.Contains(n.Text, "关于印发") {
			continue
		}
		agencies := publishers(n.Text)
		if len(agencies) == 0 {
			continue
		}
		nearest, line = agencies, n
		if n.Line > last {
			break
		}
	}
	if line != nil {
		x.publishedBy(nearest, line)
	}
}

// publishers are the agencies of a line that names nothing else: 甲局 乙局.
func publishers(line string) []string {
	var out []string
	line, _, _ = strings.Cut(oneLine(line), "关于印发")
	for _, part := range strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == '、' }) {
		if part = signedOn.ReplaceAllString(part, ""); part == "" {
			continue
		}
		found := publisherLine.FindStringSubmatch(part)
		if found == nil || addressed.MatchString(part) {
			return nil
		}
		out = append(out, severalPublishers(found[1])...)
	}
	return out
}

// publisherName is the name of one agency in a line that prints several without
// a sign between them: 中共甲市委办公室甲市人民政府办公室.
var publisherName = regexp.MustCompile(`(?:中共)?\p{Han}{2,14}?(?:[省市县区州]委办公[室厅]|人民政府(?:办公[室厅])?|[^布格]局|委员会|[省市县区州]委$)`)

func severalPublishers(name string) []string {
	if names := publisherName.FindAllString(name, -1); strings.Join(names, "") == name {
		return names
	}
	return []string{name}
}

// publishedBy records those who issued the plan; the line says no more.
func (x *extraction) publishedBy(agencies []string, n *outline.Node) {
	at := place{line: n.Line, locator: n.Locator, rule: "publisher-line", known: ecosystem.Stated, confidence: sureHeading}
	for _, name := range agencies {
		e, ok := x.resolve(at, []string{name}, []ecosystem.Kind{ecosystem.Agency}, ecosystem.Agency)
		if !ok {
			continue
		}
		x.entity(e, at, facts{printed: name})
		x.relation(ecosystem.IssuedBy, x.policy, e, at, nil)
	}
	x.signed, x.issuer = n.Line, agencies[0]
}
