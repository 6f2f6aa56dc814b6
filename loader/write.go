package loader

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// partSize bounds how many rows one part of a load holds.
const partSize = 5000

// Write makes the tables the content of a store: all of them, or nothing.
func (t *Tables) Write(ctx context.Context, w store.Writer) (store.Generation, store.Changes, error) {
	return write(ctx, w, t.size, t.Parts(), t.progress)
}

// Write makes a valid graph the content of a store: all of it, or nothing.
func Write(ctx context.Context, w store.Writer, g ecosystem.Graph, progress Progress) (store.Generation, store.Changes, error) {
	size := store.Size{Documents: len(g.Documents), Entities: len(g.Entities), Relations: len(g.Relations)}
	return write(ctx, w, size, partsOf(g), progress)
}

func write(ctx context.Context, w store.Writer, size store.Size, parts iter.Seq2[ecosystem.Graph, error], progress Progress) (store.Generation, store.Changes, error) {
	load, err := w.Begin(ctx, size)
	if err != nil {
		return store.Generation{}, store.Changes{}, fmt.Errorf("begin the load: %w", err)
	}
	generation, changes, err := apply(ctx, load, size.Documents+size.Entities+size.Relations, parts, progress)
	// What was applied must be dropped also when the context is what ended it.
	if e := load.Close(context.WithoutCancel(ctx)); e != nil {
		err = errors.Join(err, fmt.Errorf("end the load: %w", e))
	}
	if err != nil {
		return store.Generation{}, store.Changes{}, err
	}
	return generation, changes, nil
}

func apply(ctx context.Context, load store.Load, total int, parts iter.Seq2[ecosystem.Graph, error], progress Progress) (store.Generation, store.Changes, error) {
	done := 0
	for part, err := range parts {
		if err != nil {
			return store.Generation{}, store.Changes{}, err
		}
		if err := load.Apply(ctx, part); err != nil {
			return store.Generation{}, store.Changes{}, fmt.Errorf("load rows %d and following of %d: %w", done+1, total, err)
		}
		done += len(part.Documents) + len(part.Entities) + len(part.Relations)
		progress.tell(PhaseHanding, done, total)
	}
	generation, changes, err := load.Commit(ctx)
	if err != nil {
		return generation, changes, fmt.Errorf("commit the load: %w", err)
	}
	return generation, changes, nil
}

// partsOf cuts a graph: documents, then entities, then the relations between them.
func partsOf(g ecosystem.Graph) iter.Seq2[ecosystem.Graph, error] {
	return func(yield func(ecosystem.Graph, error) bool) {
		for rows := range slices.Chunk(g.Documents, partSize) {
			if !yield(ecosystem.Graph{Documents: rows}, nil) {
				return
			}
		}
		for rows := range slices.Chunk(g.Entities, partSize) {
			if !yield(ecosystem.Graph{Entities: rows}, nil) {
				return
			}
		}
		for rows := range slices.Chunk(g.Relations, partSize) {
			if !yield(ecosystem.Graph{Relations: rows}, nil) {
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
