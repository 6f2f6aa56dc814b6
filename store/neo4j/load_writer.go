package neo4j

import (
	"context"
	"errors"
	"fmt"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// writer runs the statements of one transaction of a load.
type writer struct {
	store *Store
	tx    driver.ManagedTransaction
	// again: the transaction was tried before. It may even have been committed,
	// if the answer to that was lost, and then what was to be created is there.
	again bool
}

func (w *writer) run(ctx context.Context, st statement) (records []*driver.Record, err error) {
	ctx, done := w.store.begin(ctx, st)
	defer func() { done(len(records), err) }()
	result, err := w.tx.Run(ctx, st.text, st.params)
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}

// fence holds on to the place of a writer, and fails when it is another load's:
// then this one has lost its lock without noticing.
func (w *writer) fence(ctx context.Context, held *lock, number int) error {
	records, err := w.run(ctx, statement{"fence", cypherFence(), map[string]any{"id": writerID(number), "holder": held.holder, "since": now()}})
	if err != nil {
		return err
	}
	if len(records) == 0 || records[0].Values[0] != true {
		return held.lost(ctx, errOtherHolder)
	}
	return nil
}

var errOtherHolder = errors.New("another load has taken the places of the writers")

func (w *writer) batch(ctx context.Context, s *step, rows []any) error {
	var written int64
	var err error
	if !w.again || s.instead == nil {
		written, err = w.rows(ctx, s.name, s.texts, rows)
	}
	if err == nil && written < int64(len(rows)) && s.instead != nil {
		written, err = w.rows(ctx, s.name, s.instead, rows)
	}
	if err == nil && s.whole && written != int64(len(rows)) {
		return w.incomplete(ctx, s, rows)
	}
	return err
}

// rows runs texts over rows and tells how many the last one wrote.
func (w *writer) rows(ctx context.Context, name string, texts []string, rows []any) (written int64, err error) {
	for _, text := range texts {
		records, err := w.run(ctx, statement{name, text, map[string]any{"rows": rows}})
		if err != nil {
			return 0, err
		}
		written, _ = records[0].Values[0].(int64)
	}
	return written, nil
}

// incomplete explains rows that a statement dropped. The load has checked its
// ends before, so somebody else has deleted entities meanwhile.
func (w *writer) incomplete(ctx context.Context, s *step, rows []any) error {
	records, err := w.run(ctx, statement{"missing ends", cypherMissingEnds(), map[string]any{"rows": rows}})
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
	return w.setMeta(ctx, "begin load", meta{p.have.Generation, p.generation.Number})
}

// finish makes the new generation the current one.
func (w *writer) finish(ctx context.Context, p *plan) error {
	return w.setMeta(ctx, "finish load", meta{Generation: p.generation})
}

func (w *writer) setMeta(ctx context.Context, name string, m meta) error {
	_, err := w.run(ctx, statement{name, cypherSetMeta(), map[string]any{"id": metaID, "meta": map[string]any(encodeMeta(m))}})
	return err
}
