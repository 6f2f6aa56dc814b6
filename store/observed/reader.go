package observed

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Observer is told of a call of a Reader before it begins: its name, as the method
// is called. The call runs in the context that it returns; done is called once,
// when the call is over, with the rows of the answer. It must be safe for
// concurrent use.
//
// Rows are what the answer consists of: entities or documents found, rows of pages,
// buckets, edges, paths, rows of a dump; a generation is one row.
type Observer func(ctx context.Context, call string) (within context.Context, done func(rows int, err error))

// Wrap is the reader with observers around each call, the first one outermost.
// Nil observers are left out.
func Wrap(r store.Reader, observers ...Observer) store.Reader {
	for i := len(observers) - 1; i >= 0; i-- {
		if observers[i] != nil {
			r = reader{r, observers[i]}
		}
	}
	return r
}

// reader embeds nothing, so that a new operation of the contract fails to compile
// here instead of going unseen.
type reader struct {
	next    store.Reader
	observe Observer
}

func (r reader) Entities(ctx context.Context, ids []string) ([]*ecosystem.Entity, error) {
	return watch(ctx, r, "Entities", found, func(ctx context.Context) ([]*ecosystem.Entity, error) { return r.next.Entities(ctx, ids) })
}

func (r reader) Documents(ctx context.Context, ids []string) ([]*ecosystem.Document, error) {
	return watch(ctx, r, "Documents", found, func(ctx context.Context) ([]*ecosystem.Document, error) { return r.next.Documents(ctx, ids) })
}

func (r reader) List(ctx context.Context, filter store.Filter, order store.Order, page store.Page) (store.EntityPage, error) {
	return watch(ctx, r, "List", func(p store.EntityPage) int { return len(p.Entities) },
		func(ctx context.Context) (store.EntityPage, error) { return r.next.List(ctx, filter, order, page) })
}

func (r reader) Facets(ctx context.Context, filter store.Filter, dimensions []store.Dimension) ([]store.Facet, error) {
	return watch(ctx, r, "Facets", buckets, func(ctx context.Context) ([]store.Facet, error) { return r.next.Facets(ctx, filter, dimensions) })
}

func (r reader) Search(ctx context.Context, query string, filter store.Filter, page store.Page) (store.HitPage, error) {
	return watch(ctx, r, "Search", func(p store.HitPage) int { return len(p.Hits) },
		func(ctx context.Context) (store.HitPage, error) { return r.next.Search(ctx, query, filter, page) })
}

func (r reader) Neighbors(ctx context.Context, ids []string, filter store.RelationFilter, page store.Page) ([]store.EdgePage, error) {
	return watch(ctx, r, "Neighbors", edges, func(ctx context.Context) ([]store.EdgePage, error) { return r.next.Neighbors(ctx, ids, filter, page) })
}

func (r reader) Paths(ctx context.Context, query store.PathQuery) (store.PathAnswer, error) {
	return watch(ctx, r, "Paths", func(a store.PathAnswer) int { return len(a.Paths) },
		func(ctx context.Context) (store.PathAnswer, error) { return r.next.Paths(ctx, query) })
}

func (r reader) Walk(ctx context.Context, query store.WalkQuery) (store.WalkAnswer, error) {
	return watch(ctx, r, "Walk", func(a store.WalkAnswer) int { return len(a.Ends) },
		func(ctx context.Context) (store.WalkAnswer, error) { return r.next.Walk(ctx, query) })
}

func (r reader) Generation(ctx context.Context) (store.Generation, error) {
	return watch(ctx, r, "Generation", func(store.Generation) int { return 1 }, r.next.Generation)
}

func (r reader) Dump(ctx context.Context, visit func(ecosystem.Graph) error) error {
	rows := 0
	_, err := watch(ctx, r, "Dump", func(struct{}) int { return rows }, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, r.next.Dump(ctx, func(part ecosystem.Graph) error {
			rows += len(part.Documents) + len(part.Entities) + len(part.Relations)
			return visit(part)
		})
	})
	return err
}

// Pin keeps watching the graph that is held on to.
func (r reader) Pin() store.Reader { return reader{store.Pin(r.next), r.observe} }

// Freshness is no call: it asks nothing of a store.
func (r reader) Freshness() (store.Freshness, bool) { return store.FreshnessOf(r.next) }

// watch tells the observer of one call. A panic passes it as a call without rows
// that had no error of its own: whoever recovers it reports it.
func watch[T any](ctx context.Context, r reader, call string, rows func(T) int, ask func(context.Context) (T, error)) (answer T, err error) {
	ctx, done := r.observe(ctx, call)
	n := 0
	defer func() { done(n, err) }()
	answer, err = ask(ctx)
	if err == nil {
		n = rows(answer)
	}
	return answer, err
}

func found[T any](rows []*T) (n int) {
	for _, row := range rows {
		if row != nil {
			n++
		}
	}
	return n
}

func buckets(facets []store.Facet) (n int) {
	for _, f := range facets {
		n += len(f.Buckets)
	}
	return n
}

func edges(pages []store.EdgePage) (n int) {
	for _, p := range pages {
		n += len(p.Edges)
	}
	return n
}
