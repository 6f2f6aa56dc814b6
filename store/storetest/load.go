package storetest

import (
	"context"
	"errors"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// loadPart is how many rows LoadAll applies at once.
const loadPart = 1000

// LoadAll replaces what a store holds by a graph, in one load of bounded parts.
func LoadAll(ctx context.Context, s store.Store, g ecosystem.Graph) (generation store.Generation, changes store.Changes, err error) {
	load, err := s.Begin(ctx, sizeOf(g))
	if err != nil {
		return store.Generation{}, store.Changes{}, err
	}
	defer func() { err = errors.Join(err, load.Close(ctx)) }()
	apply := func(part ecosystem.Graph) error { return load.Apply(ctx, part) }
	if err := parts(g, loadPart, apply); err != nil {
		return store.Generation{}, store.Changes{}, err
	}
	return load.Commit(ctx)
}

func sizeOf(g ecosystem.Graph) store.Size {
	return store.Size{Documents: len(g.Documents), Entities: len(g.Entities), Relations: len(g.Relations)}
}

// parts hands a graph on in parts of at most size rows of one sort: documents,
// then entities, then relations.
func parts(g ecosystem.Graph, size int, visit func(ecosystem.Graph) error) error {
	for part := range slices.Chunk(g.Documents, size) {
		if err := visit(ecosystem.Graph{Documents: part}); err != nil {
			return err
		}
	}
	for part := range slices.Chunk(g.Entities, size) {
		if err := visit(ecosystem.Graph{Entities: part}); err != nil {
			return err
		}
	}
	for part := range slices.Chunk(g.Relations, size) {
		if err := visit(ecosystem.Graph{Relations: part}); err != nil {
			return err
		}
	}
	return nil
}
