package sheet

import (
	"fmt"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	plan "github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/table"
)

// The headers of the columns that a report adds; they are left out when the
// report is loaded again.
const (
	outcomeHeader = "导入结果 outcome"
	reasonHeader  = "导入说明 reasons"
)

// layOut tells what the columns of the sheet mean.
func (b *sheetReader) layOut() error {
	first, last, err := b.headerOf()
	if err != nil {
		return err
	}
	b.first, b.last, b.layout.title = first, last, b.title(first)
	clear(b.used) // looking for the header may have met its words elsewhere
	for c := range b.width {
		parts := b.headerText(first, last, c)
		if len(parts) == 0 && b.emptyBelow(last, c) {
			continue
		}
		b.columns = append(b.columns, b.column(c, parts))
	}
	if err := b.unusedRules(); err != nil {
		return err
	}
	return b.settle()
}

func (b *sheetReader) emptyBelow(header, c int) bool {
	for row := header + 1; row < b.end; row++ {
		if b.grid.value(row, c).text != "" {
			return false
		}
	}
	return true
}

func (b *sheetReader) column(index int, parts []string) column {
	col := column{index: index, header: strings.TrimRight(strings.Join(parts, "/"), ":： "), role: roleUnknown}
	switch {
	case len(parts) == 0:
		return col
	case isReportHeader(parts[len(parts)-1]):
		col.role = roleReport
		return col
	}
	if rule := b.mappedColumn(index, parts); rule != nil {
		col.role, col.property = rule.role, rule.property
		return col
	}
	if m, ok := b.meaningOf(parts); ok {
		col.role, col.property, col.kind = m.role, m.property, m.kind
		if m.role == roleRemark {
			col.remark = "图谱没有这种关系，内容记入备注 the graph has no such relation; its cells are kept in the note"
		}
		return col
	}
	last := parts[len(parts)-1]
	if near := table.Nearest(last, b.lexicon.headerWords); near != "" && near != last {
		col.remark = "是否应为 did you mean “" + near + "”?"
	}
	return col
}

func isReportHeader(header string) bool {
	key := headerKey(header)
	return key == headerKey(outcomeHeader) || key == headerKey(reasonHeader)
}

// meaningOf understands a header of one or more rows: as a whole (依托单位 above
// 名称), else by its lower part, unless that says something of another body than
// that of the row (依托单位 above 所在地). 依托单位 below 建设单位 names bodies as its
// group does.
func (b *sheetReader) meaningOf(parts []string) (meaning, bool) {
	if m, ok := b.lexicon.header(strings.Join(parts, "")); ok {
		return m, true
	}
	if len(parts) == 1 {
		return meaning{}, false
	}
	lower, ok := b.lexicon.header(parts[len(parts)-1])
	for _, part := range parts[:len(parts)-1] {
		upper, known := b.lexicon.header(part)
		if known && upper.role.names() && lower.role.taken() && !lower.role.bodies() {
			return meaning{}, false
		}
	}
	return lower, ok
}

// mappedColumn is what the mapping says of a column, by header or by letter.
func (b *sheetReader) mappedColumn(index int, parts []string) *columnRule {
	whole := strings.Join(parts, "")
	for _, text := range append([]string{whole, strings.Join(parts, "/")}, parts...) {
		if rule := b.mapped(text); rule != nil {
			return rule
		}
	}
	letter := strings.TrimRight(cellName(0, index), "0123456789")
	for i := range b.rule.columns {
		for _, h := range b.rule.columns[i].headers {
			if columnLetter.MatchString(h) && h == letter {
				b.use(h)
				return &b.rule.columns[i]
			}
		}
	}
	return nil
}

func (b *sheetReader) mapped(header string) *columnRule {
	key := headerKey(header)
	for i := range b.rule.columns {
		for _, h := range b.rule.columns[i].headers {
			if headerKey(h) == key && key != "" {
				b.use(h)
				return &b.rule.columns[i]
			}
		}
	}
	return nil
}

func (b *sheetReader) use(header string) { b.used[header] = true }

// unusedRules: a header that the mapping names but the sheet does not have is a
// mistake in one of them. In a rule for all sheets it may stand in another one.
func (b *sheetReader) unusedRules() error {
	if b.rule.sheet == "" {
		return nil
	}
	var headers []string
	for _, c := range b.columns {
		headers = append(headers, c.header)
	}
	for _, rule := range b.rule.columns {
		for _, h := range rule.headers {
			if !b.used[h] {
				return ecosystem.Errorf(ecosystem.CodeBadInput, "it has no column %q (%s, line %d); %s", h, b.mapping.name, rule.line, meant(h, headers))
			}
		}
	}
	return nil
}

// settle decides what depends on the other columns.
func (b *sheetReader) settle() error {
	for i := range b.columns {
		c := &b.columns[i]
		if c.role == roleOrganization {
			b.settleBody(c, b.nameColumn())
		}
		if c.role == roleCategory {
			b.settleCategory(c)
		}
	}
	if err := b.oneOfEach(); err != nil {
		return err
	}
	name := b.nameColumn()
	if name == nil && b.find(roleID) == nil {
		return ecosystem.Errorf(ecosystem.CodeBadInput, "none of its columns names what the rows are about (%s); say it in a mapping: columns: {name: …}", b.headers())
	}
	b.kind = b.sheetKind(name)
	return nil
}

// settleBody: 单位名称 is the name of the row where there is no other, the unit of
// an indicator, else who hosts what the row is about.
func (b *sheetReader) settleBody(c, name *column) {
	switch {
	case name == nil:
		c.role, c.body = roleName, true
	case name.body || name.kind.IsOrganization():
		c.role, c.remark = roleUnknown, "与“"+name.header+"”列的关系不明 how it is related to the column "+name.header+" is not plain"
	case name != nil && name.kind == ecosystem.Indicator:
		c.role, c.property = roleProperty, ecosystem.PropUnit.Name
	default:
		c.role, c.remark = roleHost, "按依托单位读取 read as the host"
	}
}

// settleCategory: 类型 says the kind where each of its cells is a word for one.
func (b *sheetReader) settleCategory(c *column) {
	c.role, c.property = roleProperty, ecosystem.PropCategory.Name
	if b.find(roleKind) != nil {
		return
	}
	found := false
	for row := b.last + 1; row < b.end; row++ {
		text := unbroken(b.grid.value(row, c.index).text)
		if text == "" || b.lexicon.is(text, "blank") || b.lexicon.is(text, "ditto") {
			continue
		}
		if _, ok := b.lexicon.kind(text); !ok {
			return
		}
		found = true
	}
	if found {
		c.role, c.property = roleKind, ""
	}
}

// oneOfEach: a second column of a role that takes one is not understood, unless
// it is the name: then nothing can be read.
func (b *sheetReader) oneOfEach() error {
	seen := map[string]*column{}
	for i := range b.columns {
		c := &b.columns[i]
		key := string(c.role) + ":" + c.property
		first := seen[key]
		switch {
		case c.role.several():
		case first == nil:
			seen[key] = c
		case c.role == roleName:
			return ecosystem.Errorf(ecosystem.CodeBadInput, "%s and %s could both name what the rows are about; say which in a mapping: columns: {name: %s}",
				first.header, c.header, first.header)
		default:
			c.role, c.remark = roleUnknown, fmt.Sprintf("与“%s”列含义相同 means the same as the column %s", first.header, first.header)
		}
	}
	return nil
}

func (b *sheetReader) nameColumn() *column { return b.find(roleName) }

func (b *sheetReader) find(r role) *column {
	for i := range b.columns {
		if b.columns[i].role == r {
			return &b.columns[i]
		}
	}
	return nil
}

func (b *sheetReader) headers() string {
	var out []string
	for _, c := range b.columns {
		if c.header != "" {
			out = append(out, c.header)
		}
	}
	return strings.Join(out, ", ")
}

// sheetKind is the kind of what the rows are about, as the mapping, the header,
// the name of the sheet or the title above it says.
func (b *sheetReader) sheetKind(name *column) ecosystem.Kind {
	if b.rule.kind != "" {
		return b.rule.kind
	}
	if name == nil || name.kind != "" {
		if name != nil {
			return name.kind
		}
		return ""
	}
	for _, text := range []string{b.grid.name, b.layout.title} {
		if kind, ok := b.lexicon.kind(strings.TrimRight(text, "0123456789表 ")); ok && (!name.body || kind.IsOrganization()) {
			return kind
		}
		if content, ok := b.lexicon.plan.ContentOf(text); ok && headerKey(name.header) == "名称" {
			return kindOfContent(content)
		}
	}
	return ""
}

func kindOfContent(c plan.Content) ecosystem.Kind {
	switch c {
	case plan.Projects:
		return ecosystem.KeyProject
	case plan.Platforms:
		return ecosystem.Platform
	case plan.Carriers:
		return ecosystem.IndustryCluster
	case plan.Programmes:
		return ecosystem.Programme
	case plan.Indicators:
		return ecosystem.Indicator
	default:
		return ""
	}
}
