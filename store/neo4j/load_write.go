package neo4j

import (
	"context"
	"fmt"
	"maps"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/ecosystem"
)

const (
	// transactionRows is how many rows a load may change in one transaction. One
	// that changes more goes in batches, each a transaction.
	transactionRows = 50_000
	// batchRows is how many rows one statement takes.
	batchRows = 5_000
)

// step writes rows of one sort: its texts run one after the other over the same
// rows.
type step struct {
	name  string
	texts []string
	ids   []string
	row   func(id string) map[string]any
	// whole: the last text must write every row.
	whole bool
}

// steps lists what there is to do, in an order in which no row ever lacks what
// it refers to: first what is new, then what is gone.
func (p *plan) steps() []step {
	var steps []step
	add := func(s step) {
		if len(s.ids) > 0 {
			steps = append(steps, s)
		}
	}
	add(step{name: "put documents", texts: []string{cypherPutDocuments()}, ids: p.documents.written(), row: p.document, whole: true})
	for _, g := range p.byKind(p.entities.written()) {
		add(step{name: "put entities", texts: []string{cypherPutEntities(ecosystem.Kind(g.name))}, ids: g.ids, row: p.entity, whole: true})
	}
	moved := p.addRelations(add)
	storedType := func(id string) string { return p.have.relations[id].relationType }
	for _, g := range byType(slices.Concat(p.relations.removed, moved), storedType) {
		add(step{name: "remove relations", texts: []string{cypherDeleteRelations(ecosystem.RelationType(g.name))}, ids: g.ids, row: onlyID})
	}
	add(step{name: "remove entities", texts: []string{cypherDeleteNodes(labelEntity)}, ids: p.entities.removed, row: onlyID})
	add(step{name: "remove documents", texts: []string{cypherDeleteNodes(labelDocument)}, ids: p.documents.removed, row: onlyID})
	return steps
}

// addRelations adds the steps that write relations. A changed one is deleted and
// created in one transaction, since its ends cannot be changed. It returns the
// ids whose type changed: there the old relation goes with the removed ones.
func (p *plan) addRelations(add func(step)) (moved []string) {
	wantedType := func(id string) string { return string(p.load.relations[id].Type) }
	created, updated := p.relations.created, []string(nil)
	for _, id := range p.relations.updated {
		if p.have.relations[id].relationType == wantedType(id) {
			updated = append(updated, id)
		} else {
			moved = append(moved, id)
		}
	}
	for _, g := range byType(slices.Concat(created, moved), wantedType) {
		t := ecosystem.RelationType(g.name)
		add(step{name: "create relations", texts: []string{cypherCreateRelations(t)}, ids: g.ids, row: p.relation, whole: true})
	}
	for _, g := range byType(updated, wantedType) {
		t := ecosystem.RelationType(g.name)
		add(step{name: "replace relations", texts: []string{cypherDeleteRelations(t), cypherCreateRelations(t)}, ids: g.ids, row: p.relation, whole: true})
	}
	return moved
}

func (p *plan) document(id string) map[string]any {
	d := p.load.documents[id]
	return encodeDocument(d).stamp(documentHash(d), p.generation.Number)
}

func (p *plan) entity(id string) map[string]any {
	e := p.load.entities[id]
	row, derived := encodeEntity(e), p.tree.derive(e)
	maps.Copy(row, derived)
	return row.stamp(entityHash(e, derived), p.generation.Number)
}

func (p *plan) relation(id string) map[string]any {
	r := p.load.relations[id]
	return map[string]any{
		"id": r.ID, "from": r.From, "to": r.To,
		"properties": map[string]any(encodeRelation(r).stamp(relationHash(r), p.generation.Number)),
	}
}

func onlyID(id string) map[string]any { return map[string]any{"id": id} }

// write brings the database to the new generation. What fits one transaction
// appears at once. Otherwise each batch is a transaction, and the :Meta node
// says that the load is not done; run again, the load finds what is left to do.
func (p *plan) write(ctx context.Context) error {
	steps := p.steps()
	if p.rows() <= p.load.store.transactionRows {
		return p.transaction(ctx, func(w *writer) error {
			for _, s := range steps {
				if err := w.step(ctx, s); err != nil {
					return err
				}
			}
			return w.finish(ctx, p)
		})
	}
	if err := p.transaction(ctx, func(w *writer) error { return w.begin(ctx, p) }); err != nil {
		return err
	}
	for _, s := range steps {
		for ids := range slices.Chunk(s.ids, batchRows) {
			s.ids = ids
			if err := p.transaction(ctx, func(w *writer) error { return w.step(ctx, s) }); err != nil {
				return err
			}
		}
	}
	return p.transaction(ctx, func(w *writer) error { return w.finish(ctx, p) })
}

// transaction runs work in a managed transaction, as long as the lock holds.
func (p *plan) transaction(ctx context.Context, work func(*writer) error) error {
	s := p.load.store
	if err := p.load.lock.check(ctx); err != nil {
		return err
	}
	session := s.session(ctx, driver.AccessModeWrite)
	_, err := session.ExecuteWrite(ctx, func(tx driver.ManagedTransaction) (any, error) {
		return nil, work(&writer{store: s, tx: tx})
	}, bounded(ctx, "load", s.config.LoadTimeout)...)
	if closeErr := session.Close(ctx); err == nil {
		err = closeErr
	}
	return s.coded(ctx, err)
}

// writer runs the statements of one transaction.
type writer struct {
	store *Store
	tx    driver.ManagedTransaction
}

func (w *writer) run(ctx context.Context, st statement) (*driver.Record, error) {
	w.store.sent(st)
	result, err := w.tx.Run(ctx, st.text, st.params)
	if err != nil {
		return nil, err
	}
	records, err := result.Collect(ctx)
	if err != nil || len(records) == 0 {
		return nil, err
	}
	return records[0], nil
}

func (w *writer) step(ctx context.Context, s step) error {
	for ids := range slices.Chunk(s.ids, batchRows) {
		rows := make([]any, len(ids))
		for i, id := range ids {
			rows[i] = s.row(id)
		}
		if err := w.batch(ctx, s, rows); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) batch(ctx context.Context, s step, rows []any) error {
	var written int64
	for _, text := range s.texts {
		record, err := w.run(ctx, statement{s.name, text, map[string]any{"rows": rows}})
		if err != nil {
			return err
		}
		written, _ = record.Values[0].(int64)
	}
	if s.whole && written != int64(len(rows)) {
		return w.incomplete(ctx, s, rows)
	}
	return nil
}

// incomplete explains rows that a statement dropped. The load has checked its
// ends before, so somebody else has deleted entities meanwhile.
func (w *writer) incomplete(ctx context.Context, s step, rows []any) error {
	result, err := w.tx.Run(ctx, cypherMissingEnds(), map[string]any{"rows": rows})
	if err != nil {
		return err
	}
	records, err := result.Collect(ctx)
	if err != nil {
		return err
	}
	var ids []string
	for _, record := range records {
		ids = append(ids, fmt.Sprint(record.Values[0]))
	}
	if len(ids) == 0 {
		return fmt.Errorf("%s: Neo4j wrote fewer than %d rows", s.name, len(rows))
	}
	return missingEnds(ids, len(ids))
}

// begin notes that a load in several transactions is under way.
func (w *writer) begin(ctx context.Context, p *plan) error {
	return w.setMeta(ctx, "begin load", meta{p.have.meta.Generation, p.generation.Number})
}

// finish makes the new generation the current one.
func (w *writer) finish(ctx context.Context, p *plan) error {
	return w.setMeta(ctx, "finish load", meta{Generation: p.generation})
}

func (w *writer) setMeta(ctx context.Context, name string, m meta) error {
	_, err := w.run(ctx, statement{name, cypherSetMeta(), map[string]any{"id": metaID, "meta": map[string]any(encodeMeta(m))}})
	return err
}
