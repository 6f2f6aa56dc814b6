package plan

import (
	"regexp"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/lexicon"
	"github.com/innograph/innograph/loader/plan/list"
)

// blankCell is a cell that says that there is nothing.
var blankCell = regexp.MustCompile(`^[-—–－―/／\\无]*$`)

// cell is the text of the first column with a role; empty when there is none.
func (r *tableRow) cell(role lexicon.Role) string {
	for i, c := range r.columns {
		if c.role == role && i != r.name && !blankCell.MatchString(r.row.Cells[i]) {
			return r.row.Cells[i]
		}
	}
	return ""
}

// groupOf is what the table calls the group of the row.
func (r *tableRow) groupOf() string {
	if group := r.cell(lexicon.GroupColumn); group != "" {
		return groupTitle(group)
	}
	return r.row.Group
}

// cells records what the other columns say of the subject.
func (r *tableRow) cells() {
	for i, c := range r.columns {
		cell := r.row.Cells[i]
		if i == r.name || blankCell.MatchString(cell) {
			continue
		}
		switch c.role {
		case lexicon.HostColumn:
			r.bodies(i, []ecosystem.RelationType{ecosystem.HostedBy, ecosystem.BuiltBy, ecosystem.ReliesOn})
		case lexicon.NameColumn: // 单位名称 beside 平台名称
			r.bodies(i, []ecosystem.RelationType{ecosystem.HostedBy, ecosystem.BuiltBy})
		case lexicon.ReliedOnColumn:
			r.bodies(i, []ecosystem.RelationType{ecosystem.ReliesOn})
		case lexicon.BuilderColumn:
			r.bodies(i, []ecosystem.RelationType{ecosystem.BuiltBy})
		case lexicon.PartnerColumn:
			r.bodies(i, []ecosystem.RelationType{ecosystem.CooperatesWith, ecosystem.BuiltBy})
		case lexicon.DutyColumn:
			r.bodies(i, nil)
		case lexicon.PlaceColumn:
			r.locatedIn(i)
		default: // the names themselves, and what is said of them as properties
		}
	}
	r.fields()
}

// unitTail is what the header of a column of bodies adds to what they do.
var unitTail = regexp.MustCompile(`(?:单位|部门|主体|机构|高校|企业|院所|平台|名称)+$`)

// bodies records the bodies that a cell names, and the first of the relations
// that may lead to them.
func (r *tableRow) bodies(column int, relations []ecosystem.RelationType) {
	at := r.place
	header := strings.TrimPrefix(strings.Join(strings.Fields(r.columns[column].header), ""), "项目")
	label := unitTail.ReplaceAllString(bracketed.ReplaceAllString(header, ""), "")
	for _, printed := range r.list(column) {
		body := r.organization(printed)
		if body == nil {
			r.diagnose(at.line, at.locator, printed, "no body that is known or tells its kind; nothing was made of it")
			continue
		}
		r.entity(body, at, facts{printed: printed})
		if r.columns[column].role == lexicon.DutyColumn {
			r.onDuty(body, header)
			continue
		}
		i := slices.IndexFunc(relations, func(t ecosystem.RelationType) bool {
			info, _ := t.Info()
			return info.Allows(r.subject.Kind, body.Kind)
		})
		if i >= 0 && r.subject.ID != body.ID {
			at.rule = "table-column"
			r.relation(relations[i], r.subject, body, at, labelled(label, plannedOnly(r.status)))
			at.rule = r.place.rule
		}
	}
}

// onDuty: who answers for a row carries out the plan.
func (r *tableRow) onDuty(body *entity, header string) {
	if info, _ := ecosystem.Implements.Info(); info.Allows(body.Kind, r.policy.Kind) {
		at := r.place
		at.rule = "table-column"
		r.relation(ecosystem.Implements, body, r.policy, at, labelled(bracketed.ReplaceAllString(header, ""), ecosystem.Planned))
	}
}

var bracketed = regexp.MustCompile(`[（(][^（）()]*[）)]`)

// plannedOnly: a relation of something that is only planned is planned too.
func plannedOnly(s ecosystem.Status) ecosystem.Status {
	if s == ecosystem.Planned {
		return s
	}
	return ""
}

// organization finds the body that a name means; one that nobody knows must tell
// its kind.
func (r *tableRow) organization(printed string) *entity {
	name := list.Clean(printed)
	kinds := append(ecosystem.OrganizationKinds(), ecosystem.Platform, ecosystem.IndustryCluster)
	create, ok := r.lex.KindOf(name)
	if !ok || !create.IsOrganization() && create != ecosystem.Platform {
		create = ""
	}
	spellings := r.names.local(name)
	if create == "" && shortBodyName.MatchString(name) {
		create = kindOfParty(name) // 东江药检所
	}
	if full, kind, ok := r.ownBody(name); ok {
		spellings, create = []string{full, name}, kind
	}
	e, ok := r.resolve(r.place, spellings, kinds, create)
	if !ok {
		return nil
	}
	return e
}

// shortBodyName is the short name of an institute or agency.
var shortBodyName = regexp.MustCompile(`^\p{Han}{3,12}[院所局委厅]$`)

// list takes the names of a cell apart: at signs and, where all of them tell
// their kind, at blanks, at 和 and at the ends of paragraphs.
func (r *tableRow) list(column int) []string {
	text := r.row.Cells[column]
	if parts := r.row.Parts[column]; len(parts) > 1 && r.allNamed(parts) {
		text = strings.Join(parts, "、")
	}
	var out []string
	for _, piece := range list.Split(text, "、，,；;/／") {
		piece = withoutMark(strings.TrimSuffix(strings.TrimSuffix(piece, "等"), "等单位"))
		if parts := strings.FieldsFunc(piece, func(c rune) bool { return c == ' ' || c == '和' || c == '与' }); len(parts) > 1 && r.allNamed(parts) {
			out = append(out, parts...)
			continue
		}
		out = append(out, piece)
	}
	return trimmed(out)
}

func (r *tableRow) allNamed(parts []string) bool {
	return !slices.ContainsFunc(parts, func(p string) bool {
		name := list.Clean(strings.TrimRight(p, "、，,；;"))
		_, told := r.lex.KindOf(name)
		_, known := r.names.find(name, append(ecosystem.OrganizationKinds(), ecosystem.Region))
		return !told && !known
	})
}

// regionName is a name that a region may have which nobody knows yet.
var regionName = regexp.MustCompile(`^\p{Han}{1,6}(?:市|县|旗|[^园片城社地新景灾矿库山郊辖各]区)$`)

// locatedIn records the places that a cell names.
func (r *tableRow) locatedIn(column int) {
	at := r.place
	at.rule = "table-column"
	kinds := []ecosystem.Kind{ecosystem.Region, ecosystem.IndustryCluster}
	for _, printed := range r.list(column) {
		name := list.Clean(printed)
		create, ok := r.lex.KindOf(name)
		switch {
		case ok && create == ecosystem.IndustryCluster:
		case regionName.MatchString(name) && !r.lex.Generic(name):
			create = ecosystem.Region
		default:
			create = ""
		}
		e, ok := r.resolve(at, r.names.local(name), kinds, create)
		if !ok {
			r.diagnose(at.line, at.locator, printed, "this names no place that is known")
			continue
		}
		r.entity(e, r.place, facts{printed: printed})
		if e.ID != r.subject.ID {
			r.relation(ecosystem.LocatedIn, r.subject, e, at, nil)
		}
	}
}

// fields records the fields of the subject: those of its column, else the
// heading within the table, else the field that the table is about. A category
// counts only if it is known as a field.
func (r *tableRow) fields() {
	if r.ownFields() || r.subject.Kind != ecosystem.KeyProject {
		return
	}
	at := r.place
	at.rule, at.known = "field-of-list", ecosystem.Implied
	var group *heading
	if title := r.groupOf(); title != "" {
		if _, known := r.knownField(title); known || r.cell(lexicon.GroupColumn) == "" {
			group = &heading{title, at}
		}
	}
	if field := r.fieldOf(group, r.box); field != nil {
		r.relation(ecosystem.InField, r.subject, field, at, nil)
	}
}

// ownFields records the fields that the row itself names, and whether it names
// any. Beside a field they are parts of it.
func (r *tableRow) ownFields() (found bool) {
	at := r.place
	at.rule = "table-column"
	within := r.subject.Kind == ecosystem.TechnologyField
	level := map[bool]string{true: "sub", false: "top"}[within]
	for i, c := range r.columns {
		if c.role != lexicon.FieldColumn || i == r.name || found {
			continue
		}
		for _, printed := range r.list(i) {
			field := r.field(r.lex.FieldOfHeading(list.Clean(printed)), printed, level, r.place)
			switch {
			case field == nil || field.ID == r.subject.ID:
				continue
			case within:
				r.relation(ecosystem.PartOf, field, r.subject, at, nil)
			default:
				r.relation(ecosystem.InField, r.subject, field, at, nil)
			}
			found = true
		}
	}
	return found
}
