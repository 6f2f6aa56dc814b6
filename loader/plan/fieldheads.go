package plan

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/outline"
)

// maxFieldHeading bounds the heading that names a field, in characters.
const maxFieldHeading = 16

// ofFields is a heading below which fields stand: 突破产业关键技术.
var ofFields = regexp.MustCompile(`关键.{0,8}技术|核心.{0,4}技术|技术攻关|重点产业|主导产业|新兴产业|未来产业|重点领域|产业体系|产业技术|特色产业|优势产业|支柱产业|民生科技|社会发展科技|民生领域|科技惠民`)

// noPart is in headings below a field that are about work in it: 1.主要任务.
var noPart = regexp.MustCompile(`目标|任务|方向|布局|路径|举措|措施|思路|基础|现状|形势|平台|载体|园区|项目|工程|计划|行动|体系|机制|人才|企业|主体|创新|保障|合作|应用|攻关|集群|生态`)

// fieldHeadings finds the headings below a node that name fields of technology:
// all of them are nouns, and most of them say so by their end, are known to be
// fields, or stand numbered below one.
func (x *extraction) fieldHeadings(n *outline.Node, belowField bool) map[*outline.Node]bool {
	out := map[*outline.Node]bool{}
	for _, group := range []func(*outline.Node) bool{isNumbered, isPlain, isDashed} {
		var heads []*outline.Node
		sure, all, parts := 0, true, belowField
		for _, c := range n.Children {
			if !group(c) {
				continue
			}
			numbered := isNumbered(c)
			title, rest := fieldHead(c)
			if !numbered && (rest == "" || strings.Contains(title, "“")) {
				continue // “一主两新” sums them up
			}
			heads = append(heads, c)
			all = all && x.noun(title)
			parts = parts && rest != "" && !noPart.MatchString(title) && !noField.MatchString(title)
			if x.isField(title, numbered) {
				sure++
			}
		}
		if title, _ := outline.Head(n.Text); all && (parts || n.Mark.Style != outline.NoMark && ofFields.MatchString(title)) {
			sure = len(heads)
		}
		if !all || sure == 0 || 2*sure < len(heads) || len(heads) < 2 {
			continue
		}
		for _, h := range heads {
			out[h] = true
		}
	}
	return out
}

func isNumbered(n *outline.Node) bool { return n.Mark.Style != outline.NoMark }
func isPlain(n *outline.Node) bool    { return !isNumbered(n) && !isDashed(n) }
func isDashed(n *outline.Node) bool   { return !isNumbered(n) && strings.HasPrefix(n.Text, "—") }

// fieldHead parts a line at the end of its heading, which dashes may begin.
func fieldHead(n *outline.Node) (title, rest string) {
	return outline.Head(strings.TrimRight(strings.TrimLeft(n.Text, "— "), "。"))
}

// noun reports whether a heading may name a field: short, and no clause.
func (x *extraction) noun(title string) bool {
	_, other := x.lex.KindOf(title)
	if _, known := x.knownField(title); known {
		other = false // 生物制药 ends like a firm
	}
	return title != "" && utf8.RuneCountInString(title) <= maxFieldHeading && !strings.ContainsAny(title, "，。、；：《》——") &&
		!x.beginsLikeVerb(title) && !x.lex.Generic(x.lex.FieldOfHeading(title)) && !other
}

// isField: a heading that is known as a field; a numbered one may also say so
// itself.
func (x *extraction) isField(title string, numbered bool) bool {
	if _, ok := x.knownField(title); ok {
		return true
	}
	return numbered && (x.lex.FieldOfHeading(title) != title || strings.HasSuffix(title, "技术") || strings.HasSuffix(title, "产业"))
}

func (x *extraction) knownField(title string) (*entity, bool) {
	e, _, ok := x.names.resolve(x.lex.FieldNames(x.lex.FieldOfHeading(title)), []ecosystem.Kind{ecosystem.TechnologyField}, "")
	return e, ok
}

// headingField records the field that a heading names, as part of the field
// above it.
func (x *extraction) headingField(n *outline.Node, above *entity) *entity {
	title, _ := fieldHead(n)
	at := place{line: n.Line, locator: n.Locator, rule: "field-heading", known: ecosystem.Implied, confidence: sureHeading}
	level := "top"
	if above != nil {
		level = "sub"
	}
	if x.lex.Sector(x.lex.FieldOfHeading(title)) {
		return above
	}
	field := x.field(x.lex.FieldOfHeading(title), title, level, at)
	if field == nil {
		return above
	}
	if above != nil && above.ID != field.ID {
		x.relation(ecosystem.PartOf, field, above, at, nil)
	}
	return field
}
