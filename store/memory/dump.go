package memory

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
)

// dumpPart is the number of rows in one part of a dump.
const dumpPart = 1000

// Dump hands on the graph as it is when the call begins.
func (s *Store) Dump(ctx context.Context, visit func(ecosystem.Graph) error) error {
	snap := s.current.Load()
	err := inParts(ctx, len(snap.documents), func(i int) *ecosystem.Document { return snap.documents[i] },
		func(rows []ecosystem.Document) error { return visit(ecosystem.Graph{Documents: rows}) })
	if err != nil {
		return err
	}
	err = inParts(ctx, len(snap.entities), func(i int) *ecosystem.Entity { return snap.entities[i] },
		func(rows []ecosystem.Entity) error { return visit(ecosystem.Graph{Entities: rows}) })
	if err != nil {
		return err
	}
	return inParts(ctx, snap.relations.len(), func(i int) *ecosystem.Relation { made := snap.makeRelation(i); return &made },
		func(rows []ecosystem.Relation) error { return visit(ecosystem.Graph{Relations: rows}) })
}

// inParts hands on n rows.
func inParts[T any](ctx context.Context, n int, row func(i int) *T, visit func([]T) error) error {
	for from := 0; from <= n; from += dumpPart { // once without rows, to look at the context
		if err := begin(ctx, nil); err != nil {
			return err
		}
		part := make([]T, min(dumpPart, n-from))
		for i := range part {
			part[i] = *row(from + i)
		}
		if len(part) == 0 {
			return nil
		}
		if err := visit(part); err != nil {
			return err
		}
	}
	return nil
}
