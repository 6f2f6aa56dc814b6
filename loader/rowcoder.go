package loader

import (
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/spill"
	"github.com/innograph/innograph/loader/table"
)

// entityRow is a row of entities and its number among all rows.
type entityRow struct {
	table.EntityRecord
	number int
}

// relationRow is a row of relations and its number among all rows.
type relationRow struct {
	table.RelationRecord
	number  int
	settled bool // the ends are ids that rows have, or a problem was noted
}

// rowCoder makes rows records, and records rows. It is not safe for concurrent
// use.
type rowCoder struct {
	coder   spill.Coder
	files   []string // names of the files of tables
	numbers map[string]int
}

func newRowCoder() rowCoder { return rowCoder{numbers: map[string]int{}} }

func (r *rowCoder) entity(e *entityRow) []byte {
	return r.coder.Encode(func(c *spill.Coder) { r.entityFields(c, e) })
}

func (r *rowCoder) readEntity(record string) (e entityRow, err error) {
	return e, r.coder.Decode(record, func(c *spill.Coder) { r.entityFields(c, &e) })
}

func (r *rowCoder) relation(rel *relationRow) []byte {
	return r.coder.Encode(func(c *spill.Coder) { r.relationFields(c, rel) })
}

func (r *rowCoder) readRelation(record string) (rel relationRow, err error) {
	return rel, r.coder.Decode(record, func(c *spill.Coder) { r.relationFields(c, &rel) })
}

func (r *rowCoder) place(c *spill.Coder, p *table.Place) {
	n, known := r.numbers[p.File]
	if !known {
		n = len(r.files)
	}
	c.Count(&n)
	c.Count(&p.Row)
	switch {
	case c.Writing() && !known:
		r.numbers[p.File] = n
		r.files = append(r.files, p.File)
	case !c.Writing() && n < len(r.files):
		p.File = r.files[n]
	}
}

func (r *rowCoder) entityFields(c *spill.Coder, e *entityRow) {
	r.place(c, &e.Place)
	c.Count(&e.number)
	c.Flag(&e.Broken)
	spill.Text(c, &e.ID)
	spill.Text(c, &e.Kind)
	spill.Text(c, &e.Name)
	spill.Text(c, &e.NameEn)
	spill.List(c, &e.Aliases, spill.Text[string])
	spill.List(c, &e.FormerNames, spill.Text[string])
	spill.Text(c, &e.Status)
	spill.Text(c, &e.StatusDate)
	propertyFields(c, &e.Properties)
	spill.List(c, &e.ExternalIDs, func(c *spill.Coder, id *ecosystem.ExternalID) {
		spill.Text(c, &id.Scheme)
		spill.Text(c, &id.Value)
	})
	spill.List(c, &e.Sources, sourceRecord)
	spill.List(c, &e.Claims, func(c *spill.Coder, claim *ecosystem.Claim) {
		spill.Text(c, &claim.Field)
		spill.Text(c, &claim.Value)
		spill.List(c, &claim.Sources, sourceRecord)
	})
}

func (r *rowCoder) relationFields(c *spill.Coder, rel *relationRow) {
	r.place(c, &rel.Place)
	c.Count(&rel.number)
	c.Flag(&rel.settled)
	c.Flag(&rel.Broken)
	c.Flag(&rel.OfRegion)
	spill.Text(c, &rel.Type)
	spill.Text(c, &rel.From)
	spill.Text(c, &rel.To)
	c.Float(&rel.Weight)
	spill.Text(c, &rel.Label)
	spill.Text(c, &rel.Strength)
	c.Number(&rel.Year)
	spill.Text(c, &rel.Value)
	spill.Text(c, &rel.Unit)
	spill.Text(c, &rel.Status)
	spill.List(c, &rel.Sources, sourceRecord)
}

func sourceRecord(c *spill.Coder, s *ecosystem.Source) {
	spill.Text(c, &s.Document)
	spill.Text(c, &s.Locator)
	spill.Text(c, &s.Known)
	c.Float(&s.Confidence)
	spill.Text(c, &s.Date)
	spill.Text(c, &s.PrintedName)
	spill.Text(c, &s.Note)
}

func propertyFields(c *spill.Coder, properties *map[string]string) {
	type pair struct{ name, value string }
	var all []pair
	for name, value := range *properties {
		all = append(all, pair{name, value})
	}
	spill.List(c, &all, func(c *spill.Coder, p *pair) {
		spill.Text(c, &p.name)
		spill.Text(c, &p.value)
	})
	if c.Writing() || len(all) == 0 {
		return
	}
	*properties = make(map[string]string, len(all))
	for _, p := range all {
		(*properties)[p.name] = p.value
	}
}
