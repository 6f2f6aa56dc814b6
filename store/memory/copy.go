package memory

import (
	"context"
	"errors"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Copy replaces the graph by that of another store, whose generation it takes
// over with its number, time and history. Readers see the old graph until the
// copy is complete. BUSY: a load changed the other store meanwhile, or one runs
// here; nothing was replaced.
//
// Until the last reader of the old graph is done there are two: documents and
// entities that are the same are kept once, relations and indexes twice.
func (s *Store) Copy(ctx context.Context, from store.Reader) (g store.Generation, err error) {
	before, err := from.Generation(ctx)
	if err != nil {
		return store.Generation{}, err
	}
	l, err := s.open(ctx, before.Size())
	if err != nil {
		return store.Generation{}, err
	}
	defer func() { err = errors.Join(err, l.Close(ctx)) }()
	if err := from.Dump(ctx, func(part ecosystem.Graph) error { return l.Apply(ctx, part) }); err != nil {
		return store.Generation{}, err
	}
	after, err := from.Generation(ctx)
	switch {
	case err != nil:
		return store.Generation{}, err
	case !after.Same(before):
		return store.Generation{}, ecosystem.Errorf(ecosystem.CodeBusy, "a load changed the graph while it was being copied; try again")
	}
	next, _, err := l.next(ctx, s.current.Load())
	if err != nil {
		return store.Generation{}, err
	}
	renamed := *next // which may be the old one, under another number
	renamed.numbered(after.Number, after.Loaded, after.History)
	s.current.Store(&renamed)
	return renamed.generation, nil
}
