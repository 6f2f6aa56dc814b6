package loader

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/loader/table"
)

// maxQuestions bounds how many different cells are read as names that are not
// on record.
const maxQuestions = 20_000

// naming resolves the ends of relations that are written as names. It holds the
// names of all entities, so it is made only where there are such ends: first an
// index of exact names, and if that does not settle all of them, the resolver of
// names and what it has to know.
type naming struct {
	*resolver
	entities []entityRow // what names need of them, as they were read
	index    resolve.Index
	known    []string          // names, normalized; made when first needed
	meanings *resolve.Resolver // nil: exact names settle everything
	places   map[string]string // region by id
	answers  map[question]resolve.Answer
	readings Readings
}

// question is what is asked of the resolver of names.
type question struct{ cell, kinds, region string }

// resolveNames puts ids where rows name the ends of relations, and the rows to
// the other relations.
func resolveNames(r *resolver) (Readings, error) {
	if r.rows.named.Records() == 0 {
		return Readings{}, nil
	}
	n := &naming{resolver: r, answers: map[question]resolve.Answer{}}
	if err := n.readNames(); err != nil {
		return Readings{}, err
	}
	open, err := n.anyOpen()
	if err != nil {
		return Readings{}, err
	}
	if open {
		if err := n.readTies(); err != nil {
			return Readings{}, err
		}
	}
	err = n.eachNamed(func(row *relationRow) error {
		n.settle(row)
		return r.rows.relation(row)
	})
	return n.readings, err
}

// eachNamed calls the function with one row after the other.
func (n *naming) eachNamed(do func(*relationRow) error) error {
	for record, err := range n.rows.named.All(0) {
		if err != nil {
			return err
		}
		row, err := n.rows.coder.readRelation(record)
		if err != nil {
			return err
		}
		if err := do(&row); err != nil {
			return err
		}
	}
	return interrupted(n.rows.ctx)
}

// readNames indexes the names of all entities.
func (n *naming) readNames() error {
	for partition := range partitions {
		rows, err := n.rows.entityRows(partition)
		if err != nil {
			return err
		}
		for i := range rows {
			if e := &rows[i]; e.ID != "" {
				e.ExternalIDs, e.Claims = nil, nil
				n.entities = append(n.entities, *e)
			}
		}
	}
	slices.SortFunc(n.entities, func(a, b entityRow) int { return a.number - b.number })
	for i := range n.entities {
		n.index.Add(&n.entities[i].Entity)
	}
	return nil
}

// anyOpen reports whether some end has no exact name that settles it.
func (n *naming) anyOpen() (open bool, err error) {
	err = n.eachNamed(func(row *relationRow) error {
		kinds := endKinds(&row.RelationRecord)
		for i, cell := range []string{row.From, row.To} {
			open = open || cell != "" && !n.exact(cell, kinds[i]).settled
		}
		return nil
	})
	return open, err
}

// readTies makes the resolver of the names of all rows, and tells in which region
// each entity lies.
func (n *naming) readTies() error {
	var names resolve.Builder
	for i := range n.entities {
		names.Add(ecosystem.Graph{Entities: []ecosystem.Entity{n.entities[i].Entity}})
	}
	ties, err := n.ties()
	if err != nil {
		return err
	}
	n.places = map[string]string{}
	for _, t := range ties {
		names.Add(ecosystem.Graph{Relations: []ecosystem.Relation{t.Relation}})
		if t.Type == ecosystem.LocatedIn && n.index.ByID(t.To).Kind == ecosystem.Region && n.places[t.From] == "" {
			n.places[t.From] = t.To
		}
	}
	for _, e := range n.entities {
		if n.index.ByID(e.ID).Kind == ecosystem.Region {
			n.places[e.ID] = e.ID
		}
	}
	n.meanings = names.Resolver()
	return nil
}

// ties are the relations that help to tell what a name means, as they were read.
func (n *naming) ties() ([]relationRow, error) {
	var out []relationRow
	take := func(row *relationRow) {
		if resolve.Helps(row.Type) && n.index.ByID(row.From) != nil && n.index.ByID(row.To) != nil {
			out = append(out, relationRow{number: row.number, RelationRecord: table.RelationRecord{
				Relation: ecosystem.Relation{Type: row.Type, From: row.From, To: row.To},
			}})
		}
	}
	for partition := range partitions {
		rows, err := n.rows.relationRows(n.rows.relations, partition)
		if err != nil {
			return nil, err
		}
		for i := range rows {
			take(&rows[i])
		}
	}
	err := n.eachNamed(func(row *relationRow) error {
		kinds := endKinds(&row.RelationRecord)
		row.From, row.To = n.exact(row.From, kinds[0]).id, n.exact(row.To, kinds[1]).id
		take(row)
		return nil
	})
	slices.SortFunc(out, func(a, b relationRow) int { return a.number - b.number })
	return out, err
}
