package plan

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/outline"
)

// indicatorTable is a table of indicators with its columns understood.
type indicatorTable struct {
	*outline.Table
	name, unit, attribute int
	base                  yearColumn
	targets               []yearColumn
	notes                 map[string]string // by the sign that refers to the note
}

// yearColumn is a column of values; index -1 when the table has none.
type yearColumn struct{ index, year int }

// indicators records the rows of a table of indicators, and what the plan aims
// at with each.
func (x *extraction) indicators(box *outline.Box) {
	if box.Table == nil {
		x.indicatorText(box)
		return
	}
	t := x.indicatorColumns(box)
	if t.name < 0 {
		x.diagnose(box.Line, box.Locator, strings.Join(t.Header, " | "), "no column holds the names of the indicators")
		return
	}
	for _, row := range box.Table.Rows {
		x.indicator(t, row)
	}
}

func (x *extraction) indicatorColumns(box *outline.Box) indicatorTable {
	t := indicatorTable{
		Table: box.Table, unit: box.Table.Column("单位"), attribute: box.Table.Column("属性", "性质"),
		name: -1, base: yearColumn{index: -1}, notes: noteSigns(box.Notes),
	}
	for i, header := range t.Header {
		header = strings.Join(strings.Fields(norm.NFKC.String(header)), "")
		year, base := x.valueColumn(header)
		switch {
		case i == t.unit || i == t.attribute || header == "" || strings.HasPrefix(header, "序号"):
		case strings.Contains(header, "类别") || strings.Contains(header, "类型") || strings.Contains(header, "一级") || header == "备注":
		case year > 0 && base:
			if year >= t.base.year {
				t.base = yearColumn{i, year}
			}
		case year > 0:
			t.targets = append(t.targets, yearColumn{i, year})
		case t.name < 0 && (strings.Contains(header, "指标") || strings.Contains(header, "名称")):
			t.name = i
		default:
			x.diagnose(box.Line, box.Locator, header, "this column of the table was not understood")
		}
	}
	if x.period.First == 0 && t.base.index < 0 && len(t.targets) > 1 {
		t.baseIsEarliest()
	}
	return t
}

// baseIsEarliest takes the earliest of several years for the outset, where
// neither the plan's period nor a header says which it is.
func (t *indicatorTable) baseIsEarliest() {
	slices.SortStableFunc(t.targets, func(a, b yearColumn) int { return a.year - b.year })
	t.base, t.targets = t.targets[0], t.targets[1:]
}

var (
	yearNumber = regexp.MustCompile(`(?:19|20)\d\d`)
	baseWord   = regexp.MustCompile(`基期|基准|基数|现状|现值|实际|完成`)
	targetWord = regexp.MustCompile(`目标|规划`)
	growthWord = regexp.MustCompile(`年均|增速|增长|累计`)
)

// valueColumn reads the header of a column of values: its year, and whether the
// values are those at the outset.
func (x *extraction) valueColumn(header string) (year int, base bool) {
	if growthWord.MatchString(header) {
		return 0, false
	}
	base = baseWord.MatchString(header)
	if printed := yearNumber.FindString(header); printed != "" {
		year, _ = strconv.Atoi(printed) // four digits
		return year, base || (!targetWord.MatchString(header) && x.period.First > 0 && year < x.period.First)
	}
	switch {
	case base && x.period.First > 0:
		return x.period.First - 1, true
	case targetWord.MatchString(header) && x.period.Last > 0:
		return x.period.Last, false
	}
	return 0, false
}

// indicator records one row.
func (x *extraction) indicator(t indicatorTable, row outline.Row) {
	printed := row.Cells[t.name]
	name, unit := x.splitUnit(printed)
	if t.unit >= 0 && row.Cells[t.unit] != "" {
		unit = norm.NFKC.String(row.Cells[t.unit])
	}
	at := place{line: row.Line, locator: row.Locator, rule: "table-row", known: ecosystem.Stated, confidence: sureTable}
	e, ok := x.namedIndicator(at, name)
	if !ok {
		x.diagnose(row.Line, row.Locator, strings.Join(row.Cells, " | "), "the row names no indicator")
		return
	}
	properties := map[string]string{ecosystem.PropUnit.Name: unit}
	if t.attribute >= 0 {
		properties[ecosystem.PropAttribute.Name] = strings.Trim(row.Cells[t.attribute], "〔〕[]")
	}
	x.baseValue(t, row, properties)
	for _, column := range t.targets {
		x.target(e, unit, column.year, row.Cells[column.index], at, properties)
	}
	x.entity(e, at, facts{printed: printed, properties: properties})
}

func (x *extraction) baseValue(t indicatorTable, row outline.Row, properties map[string]string) {
	if t.base.index < 0 {
		return
	}
	v := x.parseValue(row.Cells[t.base.index])
	switch {
	case v.none:
		return
	case !v.number:
		x.diagnose(row.Line, row.Locator, v.printed, "the base value is no number")
		return
	}
	properties[ecosystem.PropBaseValue.Name] = v.value
	properties[ecosystem.PropBaseYear.Name] = strconv.Itoa(t.base.year)
	if v.sign != "" {
		note := t.notes[v.sign]
		if note == "" {
			x.diagnose(row.Line, row.Locator, v.printed, "the sign %s refers to no note", v.sign)
			note = v.sign
		}
		properties[ecosystem.PropBaseNote.Name] = note
	}
}

// target records what the plan aims at; a target in words is the label of the
// relation.
func (x *extraction) target(e *entity, unit string, year int, cell string, at place, properties map[string]string) {
	v := x.parseValue(cell)
	if v.none {
		return
	}
	if !v.number {
		x.diagnose(at.line, at.locator, v.printed, "the target is no number; it is kept as a label")
	} else if year >= atoi(properties[ecosystem.PropYear.Name]) {
		properties[ecosystem.PropValue.Name] = v.value
		properties[ecosystem.PropYear.Name] = strconv.Itoa(year)
	}
	if v.unit != "" {
		unit = v.unit
	}
	properties[ecosystem.PropUnit.Name] = cmp.Or(properties[ecosystem.PropUnit.Name], unit)
	x.relation(ecosystem.Targets, x.policy, e, at, func(r *ecosystem.Relation) {
		r.Value, r.Unit, r.Year, r.Label = v.value, unit, year, v.words
	})
}

// indicatorText records a box that gives its indicators in sentences.
func (x *extraction) indicatorText(box *outline.Box) {
	before := x.records
	var walk func(n *outline.Node)
	walk = func(n *outline.Node) {
		at := place{line: n.Line, locator: n.Locator, known: ecosystem.Stated}
		for _, text := range list.Split(n.Text, "。！？；;") {
			t := &telling{extraction: x, section: &section{goals: true}, place: at, text: text}
			t.measures()
		}
		for _, c := range n.Children {
			walk(c)
		}
	}
	for _, c := range box.Root.Children {
		walk(c)
	}
	if x.records == before {
		x.diagnose(box.Line, box.Locator, box.Title, "no indicators were recognised in this box")
	}
}

// splitUnit takes the unit in brackets off the name of an indicator: 比重（%）.
func (x *extraction) splitUnit(printed string) (name, unit string) {
	name = strings.Join(strings.Fields(printed), "")
	open := strings.LastIndexAny(name, "（(")
	if open <= 0 {
		return name, ""
	}
	inner := strings.TrimSuffix(strings.TrimSuffix(name, "）"), ")")
	if inner == name {
		return name, ""
	}
	unit = strings.TrimLeft(inner[open:], "（(")
	if !x.lex.Unit(unit) {
		return name, ""
	}
	return name[:open], norm.NFKC.String(unit)
}
