package kept_test

import (
	"context"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/kept"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/storetest"
)

// TestContract: whether an answer was kept or not, it is the one that the contract asks for.
func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		db := memory.New()
		return twice{db, kept.New(kept.Config{Reader: asked{db}}), t}
	})
}

// asked cannot hold on to a graph, as a store that is far away.
type asked struct{ store.Reader }

// twice asks in two operations; the second one gets what was kept.
type twice struct {
	store.Writer
	kept *kept.Reader
	t    *testing.T
}

func ask[T any](s twice, question func(store.Reader) (T, error)) (T, error) {
	before, _ := s.Generation(s.t.Context())
	first, err := question(s.kept.Pin())
	again, errAgain := question(s.kept.Pin())
	if after, _ := s.Generation(s.t.Context()); !after.Same(before) {
		return again, errAgain // somebody loads meanwhile
	}
	if (err == nil) != (errAgain == nil) {
		s.t.Errorf("first %v, then %v", err, errAgain)
	}
	if err == nil && !reflect.DeepEqual(first, again) {
		s.t.Errorf("first (-), then (+):\n%s", cmp.Diff(first, again))
	}
	return again, errAgain
}

func (s twice) Entities(ctx context.Context, ids []string) ([]*ecosystem.Entity, error) {
	return ask(s, func(r store.Reader) ([]*ecosystem.Entity, error) { return r.Entities(ctx, ids) })
}

func (s twice) Documents(ctx context.Context, ids []string) ([]*ecosystem.Document, error) {
	return ask(s, func(r store.Reader) ([]*ecosystem.Document, error) { return r.Documents(ctx, ids) })
}

func (s twice) List(ctx context.Context, f store.Filter, o store.Order, p store.Page) (store.EntityPage, error) {
	return ask(s, func(r store.Reader) (store.EntityPage, error) { return r.List(ctx, f, o, p) })
}

func (s twice) Facets(ctx context.Context, f store.Filter, d []store.Dimension) ([]store.Facet, error) {
	return ask(s, func(r store.Reader) ([]store.Facet, error) { return r.Facets(ctx, f, d) })
}

func (s twice) Search(ctx context.Context, q string, f store.Filter, p store.Page) (store.HitPage, error) {
	return ask(s, func(r store.Reader) (store.HitPage, error) { return r.Search(ctx, q, f, p) })
}

func (s twice) Neighbors(ctx context.Context, ids []string, f store.RelationFilter, p store.Page) ([]store.EdgePage, error) {
	return ask(s, func(r store.Reader) ([]store.EdgePage, error) { return r.Neighbors(ctx, ids, f, p) })
}

func (s twice) Paths(ctx context.Context, q store.PathQuery) (store.PathAnswer, error) {
	return ask(s, func(r store.Reader) (store.PathAnswer, error) { return r.Paths(ctx, q) })
}

func (s twice) Walk(ctx context.Context, q store.WalkQuery) (store.WalkAnswer, error) {
	return ask(s, func(r store.Reader) (store.WalkAnswer, error) { return r.Walk(ctx, q) })
}

func (s twice) Generation(ctx context.Context) (store.Generation, error) {
	return s.kept.Pin().Generation(ctx)
}

func (s twice) Dump(ctx context.Context, visit func(ecosystem.Graph) error) error {
	return s.kept.Pin().Dump(ctx, visit)
}

func (twice) Close(context.Context) error { return nil }
