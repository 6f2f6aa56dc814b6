package memory

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// load collects the parts of the next graph. Nothing is shared with readers
// until Commit swaps the snapshot.
type load struct {
	store     *Store
	documents []*ecosystem.Document // as they came; of several with one id the last counts
	entities  []*ecosystem.Entity
	relations *relationStage
	words     words
}

// Begin opens a load.
func (s *Store) Begin(ctx context.Context, size store.Size) (store.Load, error) {
	l, err := s.open(ctx, size)
	if err != nil {
		return nil, err // not the nil *load as a load
	}
	return l, nil
}

func (s *Store) open(ctx context.Context, size store.Size) (*load, error) {
	if err := begin(ctx, nil); err != nil {
		return nil, err
	}
	if !s.loading.CompareAndSwap(false, true) {
		return nil, ecosystem.Errorf(ecosystem.CodeBusy, "another load is running; try again when it is done")
	}
	return &load{
		store:     s,
		documents: make([]*ecosystem.Document, 0, hint(size.Documents)),
		entities:  make([]*ecosystem.Entity, 0, hint(size.Entities)),
		relations: newRelationStage(hint(size.Relations)),
		words:     words{},
	}, nil
}

// hint is the room to make for an announced number of rows, which may be wrong.
func hint(rows int) int { return min(max(rows, 0), 1<<20) }

// Apply adds a part. It keeps copies: the snapshot must not change with what the
// caller does to the part afterwards.
func (l *load) Apply(ctx context.Context, part ecosystem.Graph) error {
	if l.store == nil {
		return overError()
	}
	if err := begin(ctx, nil); err != nil {
		return err
	}
	for _, d := range part.Documents {
		l.documents = append(l.documents, &d)
	}
	for i := range part.Entities {
		l.entities = append(l.entities, l.words.entity(&part.Entities[i]))
	}
	for i := range part.Relations {
		if err := l.relations.add(&part.Relations[i]); err != nil {
			return err
		}
	}
	return nil
}

// Commit makes what was applied the current graph.
func (l *load) Commit(ctx context.Context) (store.Generation, store.Changes, error) {
	if l.store == nil {
		return store.Generation{}, store.Changes{}, overError()
	}
	old := l.store.current.Load()
	next, changes, err := l.next(ctx, old)
	if err != nil {
		return store.Generation{}, store.Changes{}, err
	}
	if !changes.None() {
		step := store.Step{Number: old.generation.Number + 1, Loaded: time.Now().UTC().Format(time.RFC3339), Changes: changes}
		next.numbered(step.Number, step.Loaded, old.generation.HistoryWith(step))
		l.store.current.Store(next)
	}
	l.end()
	return next.generation, changes, nil
}

// next is the snapshot of what was applied; the old one when nothing changed.
func (l *load) next(ctx context.Context, old *snapshot) (*snapshot, store.Changes, error) {
	if err := begin(ctx, nil); err != nil {
		return nil, store.Changes{}, err
	}
	next, w := emptySnapshot(), &watch{ctx: ctx}
	if err := next.take(w, l); err != nil {
		return nil, store.Changes{}, err
	}
	changes, err := next.changes(w, old)
	if err != nil {
		return nil, store.Changes{}, err
	}
	if changes.None() {
		return old, changes, nil
	}
	return next, changes, next.build(ctx)
}

// numbered says which generation a snapshot is.
func (s *snapshot) numbered(number int64, loaded string, history []store.Step) {
	s.generation.Number, s.generation.Loaded, s.generation.History = number, loaded, history
}

// take sets the rows of a snapshot; the load stays as it is.
func (s *snapshot) take(w *watch, l *load) (err error) {
	for _, i := range lastOfEach(len(l.documents), func(i int) string { return l.documents[i].ID }) {
		s.documents = append(s.documents, l.documents[i])
	}
	s.entities = make([]*ecosystem.Entity, 0, len(l.entities))
	for _, i := range lastOfEach(len(l.entities), func(i int) string { return l.entities[i].ID }) {
		s.entities = append(s.entities, l.entities[i])
	}
	if err := s.placeEntities(); err != nil {
		return err
	}
	s.relations, err = l.relations.table(w, s.places)
	return err
}

// Close ends the load.
func (l *load) Close(context.Context) error {
	if l.store != nil {
		l.end()
	}
	return nil
}

func (l *load) end() {
	held := l.store
	*l = load{}
	held.loading.Store(false)
}

func overError() error {
	return ecosystem.Errorf(ecosystem.CodeBadInput, "this load is over; begin a new one")
}

// lastOfEach orders n rows by id and, of several with one id, keeps the one that
// came last. It gives the rows' numbers.
func lastOfEach(n int, id func(i int) string) []int32 {
	order := make([]int32, n)
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return strings.Compare(id(int(a)), id(int(b))) })
	kept := order[:0]
	for i, row := range order {
		if i+1 == n || id(int(order[i+1])) != id(int(row)) {
			kept = append(kept, row)
		}
	}
	return kept
}
