package loader

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// partSize bounds how many rows one part of a load holds.
const partSize = 5000

// Write makes a valid graph the content of a store: all of it, or nothing.
// progress, which may be nil, is told how many of all rows are applied.
func Write(ctx context.Context, w store.Writer, g ecosystem.Graph, progress func(done, total int)) (store.Generation, store.Changes, error) {
	size := store.Size{Documents: len(g.Documents), Entities: len(g.Entities), Relations: len(g.Relations)}
	load, err := w.Begin(ctx, size)
	if err != nil {
		return store.Generation{}, store.Changes{}, fmt.Errorf("begin the load: %w", err)
	}
	generation, changes, err := apply(ctx, load, g, progress)
	// What was applied must be dropped also when the context is what ended it.
	if e := load.Close(context.WithoutCancel(ctx)); e != nil {
		err = errors.Join(err, fmt.Errorf("end the load: %w", e))
	}
	if err != nil {
		return store.Generation{}, store.Changes{}, err
	}
	return generation, changes, nil
}

func apply(ctx context.Context, load store.Load, g ecosystem.Graph, progress func(done, total int)) (store.Generation, store.Changes, error) {
	done, total := 0, len(g.Documents)+len(g.Entities)+len(g.Relations)
	for part := range parts(g) {
		if err := load.Apply(ctx, part); err != nil {
			return store.Generation{}, store.Changes{}, fmt.Errorf("load rows %d and following of %d: %w", done+1, total, err)
		}
		done += len(part.Documents) + len(part.Entities) + len(part.Relations)
		if progress != nil {
			progress(done, total)
		}
	}
	generation, changes, err := load.Commit(ctx)
	if err != nil {
		return generation, changes, fmt.Errorf("commit the load: %w", err)
	}
	return generation, changes, nil
}

// parts cuts a graph: documents, then entities, then the relations between them.
func parts(g ecosystem.Graph) func(yield func(ecosystem.Graph) bool) {
	return func(yield func(ecosystem.Graph) bool) {
		for rows := range slices.Chunk(g.Documents, partSize) {
			if !yield(ecosystem.Graph{Documents: rows}) {
				return
			}
		}
		for rows := range slices.Chunk(g.Entities, partSize) {
			if !yield(ecosystem.Graph{Entities: rows}) {
				return
			}
		}
		for rows := range slices.Chunk(g.Relations, partSize) {
			if !yield(ecosystem.Graph{Relations: rows}) {
				return
			}
		}
	}
}

// Dump takes the whole current graph out of a store.
func Dump(ctx context.Context, r store.Reader) (ecosystem.Graph, error) {
	var g ecosystem.Graph
	err := r.Dump(ctx, func(part ecosystem.Graph) error {
		g.Documents = append(g.Documents, part.Documents...)
		g.Entities = append(g.Entities, part.Entities...)
		g.Relations = append(g.Relations, part.Relations...)
		return nil
	})
	if err != nil {
		return ecosystem.Graph{}, fmt.Errorf("dump the graph: %w", err)
	}
	return g, nil
}
