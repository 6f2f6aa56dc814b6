package sheet

import (
	"regexp"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/text"
)

// relations reads the columns that name other entities.
func (x *rowReader) relations() {
	for _, p := range x.places {
		x.mention(located{}, p, "", ecosystem.LocatedIn)
	}
	orgs := wanted{kinds: ecosystem.OrganizationKinds(), region: regionOf(x.places), create: x.lexicon.bodyKind}
	for _, c := range x.at(roleHost) {
		x.mentions(c, orgs, "", ecosystem.HostedBy, ecosystem.BuiltBy)
	}
	for _, c := range x.at(roleBuilders) {
		x.mentions(c, orgs, "共建", ecosystem.BuiltBy, ecosystem.CooperatesWith)
	}
	x.tie = x.readTie()
	for _, c := range x.at(rolePartners) {
		x.mentions(c, orgs, x.tie.label, ecosystem.CooperatesWith)
	}
	fields := wanted{
		kinds:  []ecosystem.Kind{ecosystem.TechnologyField},
		create: func(string) (ecosystem.Kind, bool) { return ecosystem.TechnologyField, true },
	}
	for _, c := range x.at(roleFields) {
		x.mentions(c, fields, "", ecosystem.InField)
	}
}

// mentions reads the names in a cell. The first of the relation types that the
// vocabulary allows between the two is taken.
func (x *rowReader) mentions(c located, want wanted, label string, types ...ecosystem.RelationType) {
	for _, name := range x.namesIn(c.text, want.kinds) {
		n := x.im.nameOf(name, want)
		x.tell(c, name, n)
		if n.entry != nil {
			x.mention(c, n, label, types...)
		}
	}
}

// namesIn takes a cell apart, unless the whole of it is one name on record.
func (x *rowReader) namesIn(cell string, kinds []ecosystem.Kind) []string {
	parts := split(cell)
	whole := unbroken(cell)
	if len(parts) < 2 {
		return parts
	}
	a := x.im.dir.ask(whole, kinds, "")
	if a.Chosen != nil && onRecord(a.Chosen.How) || x.im.dir.fresh[text.Normalize(whole)] != nil {
		return []string{whole}
	}
	return parts
}

func (x *rowReader) mention(c located, n named, label string, types ...ecosystem.RelationType) {
	if n.ID == x.own.ID {
		return // a row that names its own entity as its host says nothing new
	}
	for i, t := range types {
		info, _ := t.Info()
		if !info.Allows(x.own.Kind, n.Kind) {
			continue
		}
		if i == 0 && t != ecosystem.CooperatesWith {
			label = "" // the type says it
		}
		x.others = append(x.others, mention{n, t, label})
		return
	}
	x.reject(c, "这两类之间没有此关系 there is no such relation from "+kindWord(x.own.Kind)+" to "+kindWord(n.Kind))
}

var pageNumber = regexp.MustCompile(`^\d+$`)

// citations reads what a row says of where its facts are taken from.
func (x *rowReader) citations() {
	var d ecosystem.Document
	for _, c := range x.at(roleSourceTitle) {
		d.Title = strings.Trim(oneLine(c.text), "《》")
	}
	for _, c := range x.at(roleSourceDate) {
		d.Date, _ = x.date(c)
	}
	for _, c := range x.at(roleSourceURL) {
		if d.URL = oneLine(c.text); !isLink(d.URL) {
			d.URL = "http://" + d.URL
		}
	}
	if isLink(d.Title) && d.URL == "" {
		d.URL = d.Title
	}
	if d.Title == "" {
		d.Title = d.URL
	}
	place := ""
	for _, c := range x.at(roleSourceLocator) {
		if place = ecosystem.NormalizeLocator(oneLine(c.text)); pageNumber.MatchString(place) {
			place = "p." + place
		}
	}
	if d.Title == "" {
		if d.Date != "" || place != "" {
			x.notes = append(x.notes, strings.TrimSpace("来源 source "+place+" "+d.Date))
		}
		return
	}
	isNew := x.im.dir.cite(&d)
	x.cited = append(x.cited, ecosystem.Source{Document: d.ID, Locator: place})
	if isNew {
		x.says.documents = append(x.says.documents, d)
	}
}

// statement puts together what the row says.
func (x *rowReader) statement() statement {
	out := statement{documents: x.says.documents}
	own := x.sources(x.own, strings.Join(x.notes, "; "))
	x.entity.Sources = own
	if x.part {
		x.entity.NameEn, x.entity.Aliases, x.entity.FormerNames, x.entity.Status, x.entity.StatusDate = "", nil, nil, "", ""
	}
	out.entities = append(out.entities, x.entity)
	for _, m := range x.others {
		sources := x.sources(m.named, "")
		r := ecosystem.Relation{Type: m.relation, From: x.own.ID, To: m.ID, Label: m.label, Sources: sources}
		if m.relation == ecosystem.CooperatesWith && m.label == x.tie.label {
			r.Strength, r.Year = x.tie.strength, x.tie.year
		}
		if m.relation != ecosystem.LocatedIn && m.relation != ecosystem.InField {
			r.Status = intended(x.entity.Status)
		}
		if m.Fresh || (m.outcome == Corrected && m.Kind.IsOrganization()) { // what the sheet prints is a name of it too
			out.entities = append(out.entities, ecosystem.Entity{ID: m.ID, Kind: m.Kind, Name: m.Name, Sources: sources})
		}
		out.relations = append(out.relations, r)
	}
	return out
}

// intended: what is planned only has no host yet, but is meant to have one.
func intended(s ecosystem.Status) ecosystem.Status {
	if s == ecosystem.Planned {
		return s
	}
	return ""
}

// The rules that notes name.
const (
	ruleNew       = "rule:sheet-new"
	ruleCorrected = "rule:sheet-name"
)

// sources are the sheet with its row, and what the row cites.
func (x *rowReader) sources(n named, note string) []ecosystem.Source {
	s := ecosystem.Source{
		Document: x.document, Locator: x.locator(x.index), Known: ecosystem.Stated, Confidence: x.sureness(n.score), Note: note,
	}
	rule := ""
	if n.outcome == Corrected {
		rule, s.PrintedName = ruleCorrected, n.name
	}
	if n.Fresh {
		rule = ruleNew
	}
	s.Note = strings.TrimPrefix(strings.TrimSuffix(rule+"; "+note, "; "), "; ")
	out := []ecosystem.Source{s}
	for _, c := range x.cited {
		s.Document, s.Locator = c.Document, c.Locator
		out = append(out, s)
	}
	return out
}
