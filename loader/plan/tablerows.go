package plan

import (
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/list"
	"github.com/innograph/innograph/loader/plan/outline"
)

// rowTable is a table that names something in each row, with its columns
// understood: projects, platforms, parks, bodies, programmes; or else fields.
type rowTable struct {
	*extraction
	box     *outline.Box
	columns []tableColumn
	name    int             // the column with the names; -1 when there is none
	content lexicon.Content // what the names are of; empty: each tells itself
	several bool            // a cell may list several names
}

// tableColumn is a column and what it holds.
type tableColumn struct {
	role   lexicon.Role
	header string
}

// listsIndicators reports whether a box is a table of indicators: by its title, by
// a column that says so, or by a unit beside values of years; unless a column
// holds names of something else.
func (x *extraction) listsIndicators(box *outline.Box, content lexicon.Content) bool {
	if box.Table == nil {
		return content == lexicon.Indicators
	}
	says, units, years := content == lexicon.Indicators, false, false
	for _, header := range box.Table.Header {
		role, _ := x.lex.RoleOf(header)
		if contentOfRole(role) != "" {
			return false
		}
		says = says || role == lexicon.IndicatorColumn
		units = units || groupTitle(header) == "单位" || groupTitle(header) == "计量单位"
		years = years || yearNumber.MatchString(header)
	}
	return says || units && years
}

// table records what a table names, row by row, and what its other columns say
// of it.
func (x *extraction) table(box *outline.Box) {
	t := x.rowTable(box)
	if t.name < 0 {
		x.diagnose(box.Line, box.Locator, strings.Join(box.Table.Header, " | "), "no column of the table holds names")
		return
	}
	for _, row := range box.Table.Rows {
		t.row(row)
	}
	for _, n := range box.Notes {
		x.diagnose(box.Line, box.Locator, n, "a note below the box was not used")
	}
}

func (x *extraction) rowTable(box *outline.Box) *rowTable {
	t := &rowTable{extraction: x, box: box, name: -1}
	for i, header := range box.Table.Header {
		role, ok := x.lex.RoleOf(header)
		if !ok && header != "" {
			x.diagnose(box.Line, box.Locator, header, "this column of the table was not understood")
		}
		t.columns = append(t.columns, tableColumn{role, header})
		if naming(role) && (t.name < 0 || t.columns[t.name].role == lexicon.NameColumn && role != lexicon.NameColumn) {
			t.name = i
		}
	}
	if t.name < 0 {
		t.name = slices.IndexFunc(t.columns, func(c tableColumn) bool { return c.role == lexicon.FieldColumn })
	}
	if t.name < 0 {
		return t
	}
	named := t.columns[t.name]
	t.content = contentOfRole(named.role)
	if t.content == "" {
		t.content, _ = x.lex.ContentOf(box.Title)
	}
	serial := slices.ContainsFunc(t.columns, func(c tableColumn) bool { return c.role == lexicon.SerialColumn })
	t.several = !serial && !strings.Contains(named.header, "名称")
	return t
}

// naming reports whether a column holds the names of what the rows are about.
func naming(role lexicon.Role) bool {
	return role == lexicon.NameColumn || role == lexicon.IndicatorColumn || contentOfRole(role) != ""
}

func contentOfRole(role lexicon.Role) lexicon.Content {
	return map[lexicon.Role]lexicon.Content{
		lexicon.ProjectColumn:   lexicon.Projects,
		lexicon.PlatformColumn:  lexicon.Platforms,
		lexicon.CarrierColumn:   lexicon.Carriers,
		lexicon.ProgrammeColumn: lexicon.Programmes,
	}[role]
}

// row records the names of one row.
func (t *rowTable) row(row outline.Row) {
	at := place{line: row.Line, locator: row.Locator, rule: "table-row", known: ecosystem.Stated, confidence: sureTable}
	names := t.namesIn(row)
	if len(names) == 0 {
		t.diagnose(row.Line, row.Locator, strings.Join(row.Cells, " | "), "the row names nothing")
	}
	for _, printed := range names {
		r := &tableRow{rowTable: t, row: row, place: at}
		switch {
		case t.columns[t.name].role == lexicon.FieldColumn:
			r.subject = t.field(t.lex.FieldOfHeading(list.Clean(printed)), printed, "top", at)
		case r.subjectOf(printed):
			r.record(printed)
		}
		if r.subject == nil {
			t.diagnose(row.Line, row.Locator, printed, "neither the table nor the name tells what this is")
			continue
		}
		r.cells()
	}
}

// namesIn takes the names of a row: one, unless the column lists several, or
// the paragraphs of the cell are names each.
func (t *rowTable) namesIn(row outline.Row) []string {
	parts := row.Parts[t.name]
	if len(parts) > 1 && !slices.ContainsFunc(parts, func(p string) bool { return !t.named(groupTitle(withoutMark(p))) }) {
		return trimmed(parts)
	}
	cell := row.Cells[t.name]
	if !t.several {
		return trimmed([]string{cell})
	}
	_, items := t.outline.List(&outline.Node{Text: withoutMark(cell), Mark: outline.Mark{Style: outline.Arabic}})
	var names []string
	for _, item := range items {
		if !item.Prose {
			names = append(names, item.Printed)
		}
	}
	return trimmed(names)
}

// trimmed drops numbers, signs and blanks around names, and what is empty.
func trimmed(names []string) []string {
	var out []string
	for _, n := range names {
		if n = strings.TrimRight(withoutMark(strings.TrimSpace(n)), "；;。，,、"); key(n) != "" && !blankCell.MatchString(n) {
			out = append(out, n)
		}
	}
	return out
}

func withoutMark(text string) string {
	_, rest, _ := outline.ParseMark(text)
	return rest
}

// named reports whether a text tells by its end that it is a name.
func (t *rowTable) named(name string) bool {
	_, ok := t.lex.KindOf(name)
	return ok || t.content == lexicon.Projects && t.lex.Complete(name)
}

// tableRow is one row about one subject.
type tableRow struct {
	*rowTable
	row     outline.Row
	place   place
	subject *entity
	status  ecosystem.Status
	verb    string // what the row says is done with the subject: 建设
}

// subjectOf finds or makes what the row is about: of the kind that the table
// lists, unless the name says otherwise.
func (r *tableRow) subjectOf(printed string) (ok bool) {
	name := list.Clean(printed)
	if r.content != lexicon.Projects {
		name, r.verb = r.withoutVerb(name)
	}
	suffix, told := r.lex.KindOf(name)
	kind, known := ecosystem.Kind(""), bodyKinds(ecosystem.Platform)
	switch r.content {
	case lexicon.Projects:
		kind, known = ecosystem.KeyProject, []ecosystem.Kind{ecosystem.KeyProject}
	case lexicon.Platforms, lexicon.Carriers:
		kind = ecosystem.Platform
		if r.content == lexicon.Carriers {
			kind = ecosystem.IndustryCluster
		}
		known = bodyKinds(kind)
		if told && (suffix.IsOrganization() || r.content == lexicon.Carriers && slices.Contains(known, suffix)) {
			kind = suffix
		}
	case lexicon.Programmes:
		kind, known = ecosystem.Programme, []ecosystem.Kind{ecosystem.Programme}
		if strings.HasSuffix(name, "项目") {
			kind, known = ecosystem.KeyProject, []ecosystem.Kind{ecosystem.KeyProject}
		}
	default:
		if told {
			kind, known = suffix, append(bodyKinds(suffix), ecosystem.Programme)
		}
	}
	spellings := []string{name}
	if kind != ecosystem.KeyProject && kind != ecosystem.Programme {
		spellings = r.names.local(name)
	}
	e, ok := r.resolve(r.place, spellings, known, kind)
	if ok {
		r.subject = e
	}
	return ok
}

// record records the subject with its own properties.
func (r *tableRow) record(printed string) {
	f := facts{printed: printed, properties: map[string]string{}}
	f.status = r.statusOfRow()
	r.status = f.status
	if group := r.groupOf(); group != "" {
		f.properties[ecosystem.PropGroup.Name] = group
		f.properties[ecosystem.PropCategory.Name] = group
	}
	f.properties[ecosystem.PropLevel.Name] = r.cell(lexicon.LevelColumn)
	if period := r.cell(lexicon.PeriodColumn); period != "" {
		r.place.remark = joined(r.place.remark, "period:"+period)
	}
	r.entity(r.subject, r.place, f)
	r.place.remark = ""
	r.promotes(r.subject, r.place, r.verb)
	if content := r.cell(lexicon.ContentColumn); content != "" {
		r.later(r.subject, entry{name: r.subject.Name, printed: printed, detail: content, place: r.place})
	}
}

// statusOfRow is how far the subject is: as its column says, or the heading it
// stands below; what is listed as a project or programme is planned.
func (r *tableRow) statusOfRow() ecosystem.Status {
	for _, text := range []string{r.cell(lexicon.StatusColumn), r.row.Group, r.cell(lexicon.GroupColumn), r.box.Title} {
		if status := r.lex.StatusOf(text); status != "" {
			return status
		}
	}
	if r.subject.Kind == ecosystem.KeyProject || r.subject.Kind == ecosystem.Programme {
		return ecosystem.Planned
	}
	return ""
}
