package neo4j

import (
	"context"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/ecosystem"
)

// dumpPart is how many rows Dump hands out at once.
const dumpPart = 5_000

// Dump hands the whole current graph to visit. Neo4j has no snapshots, so it
// looks before and behind whether a load has changed the graph meanwhile: then
// it fails with BUSY, and what visit was given is to be thrown away.
func (s *Store) Dump(ctx context.Context, visit func(ecosystem.Graph) error) error {
	if ctx.Err() != nil {
		return over(ctx, nil)
	}
	session := s.session(ctx, driver.AccessModeRead)
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }() // nothing was written
	tx, err := session.BeginTransaction(ctx, bounded(ctx, "dump", s.config.LoadTimeout)...)
	if err != nil {
		return s.coded(ctx, err)
	}
	d := &dump{store: s, tx: tx, visit: visit}
	switch err := d.all(ctx); {
	case d.stopped != nil:
		return d.stopped
	case torn(err):
		return overtaken(err)
	default:
		return s.coded(ctx, err)
	}
}

// overtaken is the error of a dump that a load has overtaken.
func overtaken(err error) error {
	return ecosystem.Wrap(err, ecosystem.CodeBusy, "a load changed the graph while it was being read, or was broken off; wait until the load is done (or run it again) and try again")
}

// dump reads everything in one transaction.
type dump struct {
	store *Store
	tx    driver.ExplicitTransaction
	visit func(ecosystem.Graph) error
	part  ecosystem.Graph
	rows  int // in part
	// stopped is the error with which visit ended the dump.
	stopped error
}

func (d *dump) all(ctx context.Context) error {
	before, err := d.meta(ctx)
	switch {
	case err != nil:
		return err
	case before.pending != 0:
		return overtaken(nil)
	}
	for _, read := range []func(context.Context) error{d.documents, d.entities, d.relations} {
		if err := read(ctx); err != nil {
			return err
		}
		if err := d.flush(); err != nil {
			return err
		}
	}
	after, err := d.meta(ctx)
	switch {
	case err != nil:
		return err
	case after.pending != 0 || before.Number != after.Number:
		return overtaken(nil)
	default:
		return nil
	}
}

func (d *dump) meta(ctx context.Context) (meta, error) {
	m := noMeta()
	err := d.read(ctx, metaStatement(), func(r *driver.Record) error {
		var err error
		m, err = decodeMeta(r)
		return err
	})
	return m, err
}

func (d *dump) documents(ctx context.Context) error {
	return d.read(ctx, statement{"dump documents", cypherDumpDocuments(), nil}, func(r *driver.Record) error {
		document, err := decodeDocument(r.Values[0])
		if err != nil {
			return err
		}
		d.part.Documents = append(d.part.Documents, *document)
		return d.added()
	})
}

func (d *dump) entities(ctx context.Context) error {
	return d.read(ctx, statement{"dump entities", cypherDumpEntities(), nil}, func(r *driver.Record) error {
		entity, err := decodeEntity(r.Values[0])
		if err != nil {
			return err
		}
		d.part.Entities = append(d.part.Entities, *entity)
		return d.added()
	})
}

func (d *dump) relations(ctx context.Context) error {
	return d.read(ctx, statement{"dump relations", cypherDumpRelations(), nil}, func(r *driver.Record) error {
		relation, err := decodeRelation(r.Values[0])
		if err != nil {
			return err
		}
		d.part.Relations = append(d.part.Relations, *relation)
		return d.added()
	})
}

// read streams the records of a statement.
func (d *dump) read(ctx context.Context, st statement, each func(*driver.Record) error) error {
	return d.store.stream(ctx, d.tx, st, each)
}

// added hands the part out when it is full.
func (d *dump) added() error {
	if d.rows++; d.rows < dumpPart {
		return nil
	}
	return d.flush()
}

func (d *dump) flush() error {
	if d.rows == 0 {
		return nil
	}
	part := d.part
	d.part, d.rows = ecosystem.Graph{}, 0
	d.stopped = d.visit(part)
	return d.stopped
}
