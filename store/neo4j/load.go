package neo4j

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// load collects its parts in this process and writes on Commit only what differs
// from what the database holds. So everything that can be refused is refused
// before the first write, and a load that is given up has nothing to undo.
type load struct {
	store     *Store
	lock      *lock
	documents map[string]*ecosystem.Document
	entities  map[string]*ecosystem.Entity
	relations map[string]*ecosystem.Relation
}

// Begin opens a load and keeps others out until it is closed.
func (s *Store) Begin(ctx context.Context, _ store.Size) (store.Load, error) {
	if ctx.Err() != nil {
		return nil, over(ctx, nil)
	}
	l, err := s.acquire(ctx)
	if err != nil {
		return nil, err
	}
	return &load{
		store: s, lock: l,
		documents: map[string]*ecosystem.Document{},
		entities:  map[string]*ecosystem.Entity{},
		relations: map[string]*ecosystem.Relation{},
	}, nil
}

// Apply adds a part.
func (l *load) Apply(ctx context.Context, part ecosystem.Graph) error {
	if l.lock == nil {
		return closedLoad()
	}
	if ctx.Err() != nil {
		return over(ctx, nil)
	}
	for _, d := range part.Documents { // each a copy: the caller may reuse its slices
		l.documents[d.ID] = &d
	}
	for _, e := range part.Entities {
		l.entities[e.ID] = &e
	}
	for _, r := range part.Relations {
		l.relations[r.ID] = &r
	}
	return nil
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
	if err := l.checkEnds(); err != nil {
		return store.Generation{}, store.Changes{}, err
	}
	have, err := l.lock.stored(ctx)
	if err != nil {
		return store.Generation{}, store.Changes{}, l.lock.lost(ctx, err)
	}
	plan := l.compare(have)
	changes := plan.changes()
	plan.generation = l.generation(have.meta.Number + 1)
	if changes.None() && have.meta.pending == 0 {
		plan.generation = have.meta.Generation
		if plan.rows() == 0 {
			return plan.generation, changes, nil
		}
	}
	return plan.generation, changes, plan.write(ctx)
}

// generation describes the graph that the load leaves.
func (l *load) generation(number int64) store.Generation {
	g := noMeta().Generation
	g.Number, g.Loaded, g.Documents = number, time.Now().UTC().Format(time.RFC3339), len(l.documents)
	for _, e := range l.entities {
		g.Entities[e.Kind]++
	}
	for _, r := range l.relations {
		g.Relations[r.Type]++
	}
	return g
}

// checkEnds refuses relations whose ends are not in the load.
func (l *load) checkEnds() error {
	const named = 10 // of the missing ids
	var missing []string
	for _, r := range l.relations {
		for _, id := range []string{r.From, r.To} {
			if l.entities[id] == nil {
				missing = append(missing, id)
			}
		}
	}
	if len(missing) == 0 {
		return nil
	}
	slices.Sort(missing)
	missing = slices.Compact(missing)
	return missingEnds(missing[:min(named, len(missing))], len(missing))
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
	held := l.lock
	*l = load{store: l.store}
	return l.store.coded(context.WithoutCancel(ctx), held.release(ctx))
}
