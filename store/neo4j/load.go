package neo4j

import (
	"context"
	"errors"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// load stages its parts on this machine and writes on Commit only what differs
// from what the database holds. So everything that can be refused is refused
// before the first write, and a load that is given up has nothing to undo.
//
// Its memory does not grow with what the rows say; see stage. Beside that there
// are the batches on their way, see batchRows, and 50 bytes for each row that the
// database holds and the load does not.
type load struct {
	store *Store
	lock  *lock
	stage *stage
}

// Begin opens a load and keeps others out until it is closed.
func (s *Store) Begin(ctx context.Context, size store.Size) (store.Load, error) {
	if ctx.Err() != nil {
		return nil, over(ctx, nil)
	}
	l, err := s.acquire(ctx)
	if err != nil {
		return nil, err
	}
	staged, err := newStage(size)
	if err != nil {
		return nil, errors.Join(err, s.coded(ctx, l.release(ctx)))
	}
	return &load{store: s, lock: l, stage: staged}, nil
}

// Apply adds a part.
func (l *load) Apply(ctx context.Context, part ecosystem.Graph) error {
	if l.lock == nil {
		return closedLoad()
	}
	if ctx.Err() != nil {
		return over(ctx, nil)
	}
	return l.stage.add(part)
}

// Commit makes the graph what the parts held.
func (l *load) Commit(ctx context.Context) (store.Generation, store.Changes, error) {
	if l.lock == nil {
		return store.Generation{}, store.Changes{}, closedLoad()
	}
	if ctx.Err() != nil {
		return store.Generation{}, store.Changes{}, over(ctx, nil)
	}
	generation, changes, err := l.commit(ctx)
	if err != nil {
		return store.Generation{}, store.Changes{}, l.store.coded(ctx, err)
	}
	return generation, changes, l.Close(ctx)
}

func (l *load) commit(ctx context.Context) (store.Generation, store.Changes, error) {
	if err := l.stage.checkEnds(); err != nil {
		return store.Generation{}, store.Changes{}, err
	}
	p, err := l.compare(ctx)
	if err != nil {
		return store.Generation{}, store.Changes{}, err
	}
	changes := p.changes()
	p.generation = l.stage.generation(p.have.Number + 1)
	p.generation.History = p.history(changes)
	if changes.None() && p.have.pending == 0 {
		p.generation = p.have.Generation
		if p.rows() == 0 {
			return p.generation, changes, nil
		}
	}
	return p.generation, changes, p.write(ctx)
}

// history of the generation that this load makes. What an unfinished load has
// written already is not told from what was there before it, so that nothing is
// known of the difference to the generation before.
func (p *plan) history(changes store.Changes) []store.Step {
	if p.have.pending != 0 {
		return nil
	}
	return p.have.HistoryWith(store.Step{Number: p.generation.Number, Loaded: p.generation.Loaded, Changes: changes})
}

// generation describes the graph that is staged.
func (s *stage) generation(number int64) store.Generation {
	return store.Generation{
		Number: number, Loaded: now(), Documents: len(s.documents.rows),
		Entities: s.kinds.counts(s.entities), Relations: s.types.counts(s.relations),
	}
}

func missingEnds(ids []string, total int) error {
	return ecosystem.Errorf(ecosystem.CodeInvalidData, "relations lead to %d ids that no entity of the load has: %s; the graph stays as it was", total, strings.Join(ids, ", "))
}

func closedLoad() error {
	return ecosystem.Errorf(ecosystem.CodeBadInput, "this load is closed; begin a new one")
}

// Close ends the load.
func (l *load) Close(ctx context.Context) error {
	if l.lock == nil {
		return nil
	}
	held, staged := l.lock, l.stage
	*l = load{store: l.store}
	return errors.Join(l.store.coded(context.WithoutCancel(ctx), held.release(ctx)), staged.close())
}
