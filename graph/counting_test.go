package graph_test

import (
	"context"
	"sync"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// counting counts the calls of a store.
type counting struct {
	store.Reader
	mu    sync.Mutex
	calls map[string]int
}

func newCounting(r store.Reader) *counting {
	return &counting{Reader: r, calls: map[string]int{}}
}

func (c *counting) count(call string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.calls[call]++
}

func (c *counting) Entities(ctx context.Context, ids []string) ([]*ecosystem.Entity, error) {
	c.count("Entities")
	return c.Reader.Entities(ctx, ids)
}

func (c *counting) Documents(ctx context.Context, ids []string) ([]*ecosystem.Document, error) {
	c.count("Documents")
	return c.Reader.Documents(ctx, ids)
}

func (c *counting) List(ctx context.Context, f store.Filter, o store.Order, p store.Page) (store.EntityPage, error) {
	c.count("List")
	return c.Reader.List(ctx, f, o, p)
}

func (c *counting) Facets(ctx context.Context, f store.Filter, d []store.Dimension) ([]store.Facet, error) {
	c.count("Facets")
	return c.Reader.Facets(ctx, f, d)
}

func (c *counting) Search(ctx context.Context, q string, f store.Filter, p store.Page) (store.HitPage, error) {
	c.count("Search")
	return c.Reader.Search(ctx, q, f, p)
}

func (c *counting) Neighbors(ctx context.Context, ids []string, f store.RelationFilter, p store.Page) ([]store.EdgePage, error) {
	c.count("Neighbors")
	return c.Reader.Neighbors(ctx, ids, f, p)
}

func (c *counting) Paths(ctx context.Context, q store.PathQuery) (store.PathAnswer, error) {
	c.count("Paths")
	return c.Reader.Paths(ctx, q)
}

func (c *counting) Walk(ctx context.Context, q store.WalkQuery) (store.WalkAnswer, error) {
	c.count("Walk")
	return c.Reader.Walk(ctx, q)
}

func (c *counting) Generation(ctx context.Context) (store.Generation, error) {
	c.count("Generation")
	return c.Reader.Generation(ctx)
}

func (c *counting) Dump(ctx context.Context, visit func(ecosystem.Graph) error) error {
	c.count("Dump")
	return c.Reader.Dump(ctx, visit)
}
