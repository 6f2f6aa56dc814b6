package table

import (
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// row is one row of a table: the cells that hold something, by column.
type row struct {
	Place
	cells map[string]string
	// torn: some cell cannot be read, or may stand in a wrong column.
	torn bool
}

// parser turns rows into records and notes what is wrong with their cells.
type parser struct {
	sink       Sink
	problems   *Problems
	incomplete bool  // some file or row could not be read at all
	err        error // of the sink; nothing is read after it
}

func (p *parser) take(err error) {
	if p.err == nil {
		p.err = err
	}
}

func (p *parser) row(t Table, r row) {
	switch t {
	case Sources:
		p.document(r)
	case Entities:
		p.entity(r)
	case Relations:
		p.relation(r)
	}
}

func (p *parser) fail(r row, column, format string, args ...any) {
	p.problems.Add(r.Place, column, format, args...)
}

func (p *parser) document(r row) {
	if r.torn {
		p.incomplete = true
		return
	}
	d := ecosystem.Document{
		ID: r.cells["document"], Title: r.cells["title"], Issuer: r.cells["issuer"],
		Date: p.date(r, "date"), URL: r.cells["url"],
	}
	if d.ID == "" {
		p.fail(r, "document", "the cell is empty; every source document needs an id such as doc:linyi-plan")
		return
	}
	p.take(p.sink.Document(DocumentRecord{Place: r.Place, Document: d}))
}

func (p *parser) entity(r row) {
	e := ecosystem.Entity{
		ID: r.cells["id"], Name: r.cells["name"], NameEn: r.cells["name_en"],
		Aliases: list(r.cells["aliases"]), FormerNames: list(r.cells["former_names"]),
	}
	record := EntityRecord{Place: r.Place, Broken: r.torn}
	if r.torn {
		record.Entity = e
		p.take(p.sink.Entity(record))
		return
	}
	if e.ID == "" {
		p.fail(r, "id", "the cell is empty; every entity needs an id such as org:zju")
		record.Broken = true
	}
	kind, ok := p.kind(r)
	record.Broken = record.Broken || !ok
	e.Kind = kind
	if e.Name == "" {
		p.fail(r, "name", "the cell is empty; every entity needs a name (名称)")
		record.Broken = true
	}
	e.Status, e.StatusDate = p.status(r), p.date(r, "status_date")
	if e.StatusDate != "" && r.cells["status"] == "" {
		p.fail(r, "status_date", "there is a date but no status (建设状态) that is known for it")
	}
	e.ExternalIDs = p.externalIDs(r)
	e.Properties = p.properties(r, kind)
	source := p.source(r)
	e.Sources = []ecosystem.Source{source}
	record.Entity = e
	p.take(p.sink.Entity(record))
	if r.cells["region"] != "" {
		p.take(p.sink.Relation(RelationRecord{
			Place: r.Place, OfRegion: true, Broken: record.Broken,
			Relation: regionRelation(e.ID, r.cells["region"], source),
		}))
	}
}

func (p *parser) relation(r row) {
	record := RelationRecord{Place: r.Place, Broken: r.torn}
	if r.torn {
		return
	}
	rel := ecosystem.Relation{From: r.cells["from"], To: r.cells["to"], Label: r.cells["label"], Unit: r.cells["unit"]}
	var ok bool
	rel.Type, ok = p.relationType(r)
	record.Broken = !ok
	for _, end := range []string{"from", "to"} {
		if r.cells[end] == "" {
			p.fail(r, end, "the cell is empty; write the id or the name of an entity")
			record.Broken = true
		}
	}
	rel.Weight = p.fraction(r, "weight", 0)
	rel.Strength = p.strength(r)
	if year := p.property(r, ecosystem.PropYear); year != "" {
		rel.Year, _ = strconv.Atoi(year) // Canonical has checked it
	}
	rel.Value = p.property(r, ecosystem.PropValue)
	rel.Status = p.status(r)
	rel.Sources = []ecosystem.Source{p.source(r)}
	record.Relation = rel
	p.take(p.sink.Relation(record))
}

func (p *parser) source(r row) ecosystem.Source {
	s := ecosystem.Source{
		Document: r.cells["document"], Locator: ecosystem.NormalizeLocator(r.cells["locator"]),
		Date: p.date(r, "date"), PrintedName: r.cells["printed_name"], Note: r.cells["note"],
	}
	if s.Document == "" {
		p.fail(r, "document", "the cell is empty; every statement needs its source (来源): an id of the table sources")
	}
	s.Known = p.known(r)
	s.Confidence = p.fraction(r, "confidence", defaultConfidence(s.Known))
	return s
}

// defaultConfidence is how sure a row is whose confidence is left blank: what a
// document states is taken as it stands, what was read into it or compiled is not.
func defaultConfidence(k ecosystem.Known) float64 {
	if k == ecosystem.Stated {
		return 1
	}
	return 0.8
}

func (p *parser) properties(r row, kind ecosystem.Kind) map[string]string {
	var out map[string]string
	for _, property := range ecosystem.Properties() {
		if r.cells[property.Name] == "" {
			continue
		}
		if kind.Valid() && !kind.Has(property.Name) {
			p.fail(r, property.Name, "%s has no such property; leave the cell empty", kindWord(kind))
			continue
		}
		if value := p.property(r, property); value != "" {
			if out == nil {
				out = map[string]string{}
			}
			out[property.Name] = value
		}
	}
	return out
}

func (p *parser) externalIDs(r row) []ecosystem.ExternalID {
	var out []ecosystem.ExternalID
	for _, item := range list(r.cells["external_ids"]) {
		scheme, value, ok := strings.Cut(item, "=")
		scheme, value = strings.TrimSpace(scheme), strings.TrimSpace(value)
		if !ok || scheme == "" || value == "" {
			p.fail(r, "external_ids", "%q is not written scheme=value, such as ror=013q1eq08", item)
			continue
		}
		out = append(out, ecosystem.ExternalID{Scheme: scheme, Value: value})
	}
	return out
}
