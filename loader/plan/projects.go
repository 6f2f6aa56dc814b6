package plan

import (
	"regexp"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan/outline"
)

// project records a key project with the field that its heading names. What a
// plan lists as a project is planned, unless the heading says more.
func (x *extraction) project(e entry, box *outline.Box) {
	x.withParties(&e)
	x.withFirms(&e)
	project, ok := x.resolve(e.place, []string{e.name}, []ecosystem.Kind{ecosystem.KeyProject}, ecosystem.KeyProject)
	if !ok {
		x.diagnose(e.place.line, e.place.locator, e.printed, "there is no name here")
		return
	}
	status := x.statusIn(e, box)
	if status == "" {
		status = ecosystem.Planned
	}
	x.entity(project, e.place, facts{printed: e.printed, status: status})
	x.tellParties(project, e, status)
	x.later(project, e)
	at := e.place
	at.rule, at.known = "field-of-list", ecosystem.Implied
	if region, ok := x.placeOf(e.group); ok {
		if region != nil {
			x.relation(ecosystem.LocatedIn, project, region, at, nil)
		}
		e.group = nil
	}
	if field := x.fieldOf(e.group, box); field != nil {
		x.relation(ecosystem.InField, project, field, at, nil)
	}
}

// statusIn is the status that the headings above an entry give it.
func (x *extraction) statusIn(e entry, box *outline.Box) ecosystem.Status {
	if e.group != nil {
		if status := x.lex.StatusOf(e.group.title); status != "" {
			return status
		}
	}
	return x.lex.StatusOf(box.Title)
}

// placeHeading matches headings that name a place; 智慧城市 and 园区 do not.
var placeHeading = regexp.MustCompile(`(?:[^城]市|县|[^社园地景灾]区|镇|乡|街道)$`)

// placeOf is the place that a heading names: a known region or park, or a new
// park. ok without a place means that the heading names one that nobody knows.
func (x *extraction) placeOf(g *heading) (region *entity, ok bool) {
	if g == nil {
		return nil, false
	}
	create, _ := x.lex.KindOf(g.title)
	if create != ecosystem.IndustryCluster || (strings.HasSuffix(g.title, "片区") && !x.lex.Coined(g.title)) {
		create = ""
	}
	region, ok = x.resolve(g.place, x.names.local(g.title), []ecosystem.Kind{ecosystem.Region, ecosystem.IndustryCluster}, create)
	if ok {
		x.entity(region, g.place, facts{printed: g.title})
		return region, true
	}
	if placeHeading.MatchString(g.title) {
		x.diagnose(g.place.line, g.place.locator, g.title, "the heading names a place that is not known")
		return nil, true
	}
	return nil, false
}

// fieldOf is the field of a list: that of its group, which is part of the field
// of the box, or else the field of the box.
func (x *extraction) fieldOf(g *heading, box *outline.Box) *entity {
	above := x.boxField(box)
	if g == nil || x.lex.Generic(g.title) || x.lex.Sector(x.lex.FieldOfHeading(g.title)) || x.lex.StatusOf(g.title) != "" {
		return above
	}
	if g.place.locator == box.Locator && above != nil && g.title == x.lex.FieldOfTitle(box.Title) {
		return above // the only group of a box repeats its title
	}
	level := "top"
	if above != nil {
		level = "sub"
	}
	field := x.field(x.lex.FieldOfHeading(g.title), g.title, level, g.place)
	if field == nil {
		return above
	}
	if above != nil && above.ID != field.ID {
		at := g.place
		at.rule = "group-of-box"
		x.relation(ecosystem.PartOf, field, above, at, nil)
	}
	return field
}

// boxField is the field that the title of a box names; nil when it names none.
func (x *extraction) boxField(box *outline.Box) *entity {
	name := x.lex.FieldOfTitle(box.Title)
	if name == "" {
		return nil
	}
	return x.field(name, name, "top", place{
		line: box.Line, locator: box.Locator, rule: "box-title", known: ecosystem.Implied, confidence: sureHeading,
	})
}

func (x *extraction) field(name, printed, level string, at place) *entity {
	kinds := []ecosystem.Kind{ecosystem.TechnologyField}
	spellings := x.lex.FieldNames(name)
	if short := fieldTail.ReplaceAllString(name, ""); short != "" && short != name {
		spellings = append([]string{short}, spellings...) // 装备制造 rather than 装备制造产业
	}
	field, ok := x.resolve(at, spellings, kinds, ecosystem.TechnologyField)
	if !ok {
		return nil
	}
	f := facts{printed: printed}
	if _, recorded := x.builder.Has(field.ID); field.New && !recorded {
		f.properties = map[string]string{ecosystem.PropLevel.Name: level}
	}
	x.entity(field, at, f)
	return field
}
