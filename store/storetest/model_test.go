package storetest

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// TestRun runs the suite against the oracle itself, made writable: expectations
// worked out by hand and the oracle check each other.
func TestRun(t *testing.T) {
	Run(t, func(*testing.T) store.Store { return newModel() })
}

// model is the simplest store: an oracle that each load replaces.
type model struct {
	mu      sync.Mutex
	current *oracle
	open    *modelLoad
}

func newModel() *model {
	o := newOracle(ecosystem.Graph{})
	return &model{current: o}
}

func (m *model) now() *oracle {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.current
}

func (m *model) Entities(ctx context.Context, ids []string) ([]*ecosystem.Entity, error) {
	return m.now().Entities(ctx, ids)
}

func (m *model) Documents(ctx context.Context, ids []string) ([]*ecosystem.Document, error) {
	return m.now().Documents(ctx, ids)
}

func (m *model) List(ctx context.Context, f store.Filter, o store.Order, p store.Page) (store.EntityPage, error) {
	return m.now().List(ctx, f, o, p)
}

func (m *model) Facets(ctx context.Context, f store.Filter, d []store.Dimension) ([]store.Facet, error) {
	return m.now().Facets(ctx, f, d)
}

func (m *model) Search(ctx context.Context, q string, f store.Filter, p store.Page) (store.HitPage, error) {
	return m.now().Search(ctx, q, f, p)
}

func (m *model) Neighbors(ctx context.Context, ids []string, f store.RelationFilter, p store.Page) ([]store.EdgePage, error) {
	return m.now().Neighbors(ctx, ids, f, p)
}

func (m *model) Paths(ctx context.Context, q store.PathQuery) (store.PathAnswer, error) {
	return m.now().Paths(ctx, q)
}

func (m *model) Walk(ctx context.Context, q store.WalkQuery) (store.WalkAnswer, error) {
	return m.now().Walk(ctx, q)
}

func (m *model) Generation(ctx context.Context) (store.Generation, error) {
	return m.now().Generation(ctx)
}

func (m *model) Dump(ctx context.Context, visit func(ecosystem.Graph) error) error {
	return m.now().Dump(ctx, visit)
}

func (m *model) Close(context.Context) error { return nil }

func (m *model) Begin(ctx context.Context, _ store.Size) (store.Load, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := overOr(ctx, nil); err != nil {
		return nil, err
	}
	if m.open != nil {
		return nil, ecosystem.Errorf(ecosystem.CodeBusy, "another load is running")
	}
	m.open = &modelLoad{
		model: m, documents: map[string]ecosystem.Document{},
		entities: map[string]ecosystem.Entity{}, relations: map[string]ecosystem.Relation{},
	}
	return m.open, nil
}

type modelLoad struct {
	model     *model
	documents map[string]ecosystem.Document
	entities  map[string]ecosystem.Entity
	relations map[string]ecosystem.Relation
}

func (l *modelLoad) Apply(ctx context.Context, part ecosystem.Graph) error {
	if err := l.check(ctx); err != nil {
		return err
	}
	for _, d := range part.Documents {
		l.documents[d.ID] = d
	}
	for _, e := range part.Entities {
		l.entities[e.ID] = e
	}
	for _, r := range part.Relations {
		l.relations[r.ID] = r
	}
	return nil
}

func (l *modelLoad) check(ctx context.Context) error {
	l.model.mu.Lock()
	defer l.model.mu.Unlock()
	if l.model.open != l {
		return ecosystem.Errorf(ecosystem.CodeBadInput, "the load is over")
	}
	return overOr(ctx, nil)
}

func (l *modelLoad) Commit(ctx context.Context) (store.Generation, store.Changes, error) {
	if err := l.check(ctx); err != nil {
		return store.Generation{}, store.Changes{}, err
	}
	g := ecosystem.Graph{Documents: sorted(l.documents), Entities: sorted(l.entities), Relations: sorted(l.relations)}
	for _, r := range g.Relations {
		for _, end := range []string{r.From, r.To} {
			if _, ok := l.entities[end]; !ok {
				return store.Generation{}, store.Changes{}, ecosystem.Errorf(ecosystem.CodeInvalidData, "nothing has the id %q", end)
			}
		}
	}
	l.model.mu.Lock()
	defer l.model.mu.Unlock()
	old := l.model.current
	changes := changesBetween(old.graph, g)
	if changes.None() {
		return old.generation, changes, nil
	}
	next := newOracle(g)
	next.generation.Number = old.generation.Number + 1
	next.generation.Loaded = time.Now().UTC().Format(time.RFC3339)
	next.generation.History = old.generation.HistoryWith(store.Step{Number: next.generation.Number, Loaded: next.generation.Loaded, Changes: changes})
	l.model.current = next
	return next.generation, changes, nil
}

func (l *modelLoad) Close(context.Context) error {
	l.model.mu.Lock()
	defer l.model.mu.Unlock()
	if l.model.open == l {
		l.model.open = nil
	}
	return nil
}

func sorted[R any](rows map[string]R) []R {
	var out []R
	for _, id := range slices.SortedFunc(maps.Keys(rows), cmp.Compare[string]) {
		out = append(out, rows[id])
	}
	return out
}

func changesBetween(old, next ecosystem.Graph) store.Changes {
	documents, entities, relations := map[string][2]string{}, map[string][2]string{}, map[string][2]string{}
	for i, g := range []ecosystem.Graph{old, next} {
		for _, d := range g.Documents {
			note(documents, d.ID, i, d.Fingerprint())
		}
		for _, e := range g.Entities {
			note(entities, e.ID, i, e.Fingerprint())
		}
		for _, r := range g.Relations {
			note(relations, r.ID, i, r.Fingerprint())
		}
	}
	return store.Changes{Documents: delta(documents), Entities: delta(entities), Relations: delta(relations)}
}

// note keeps the fingerprint of a row before or after a load.
func note(prints map[string][2]string, id string, when int, print string) {
	both := prints[id]
	both[when] = print
	prints[id] = both
}

func delta(prints map[string][2]string) store.Delta {
	var d store.Delta
	for _, p := range prints {
		switch before, after := p[0], p[1]; {
		case before == "":
			d.Created++
		case after == "":
			d.Removed++
		case before == after:
			d.Unchanged++
		default:
			d.Updated++
		}
	}
	return d
}
