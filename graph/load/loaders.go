package load

import (
	"context"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/innograph/innograph/coverage"
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/digest"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/naming"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store"
)

// Loaders are the batching readers of one operation.
type Loaders struct {
	Reader store.Reader // for lists, searches and paths, which do not batch
	Limits limits.Limits

	wait       time.Duration
	signer     store.Signer
	generation func() (store.Generation, error)
	names      *naming.Resolvers
	coverage   *digest.Digests[*coverage.Coverage]
	texts      *partners.TextCache
	year       func() int
	nodes      *Entities
	regions    *Entities
	documents  *Documents
}

// DefaultWait is how long an incomplete batch waits for more. A level knows how
// many of its members ask and sends a full batch at once, so that the wait is met
// only where a member never asks; on a crowded machine a shorter one would cut
// batches in pieces.
const DefaultWait = 20 * time.Millisecond

// Config is what the loaders of all operations share.
type Config struct {
	Reader   store.Reader
	Names    *naming.Resolvers
	Coverage *digest.Digests[*coverage.Coverage]
	Texts    *partners.TextCache
	Year     func() int // from which the age of ties is counted
	Limits   limits.Limits
	Wait     time.Duration // how long an incomplete batch waits for more
	Signer   store.Signer  // of cursors
}

// New makes the loaders of the operation that ctx belongs to.
func New(ctx context.Context, c Config) *Loaders {
	reader := c.Reader
	l := &Loaders{Reader: reader, Limits: c.Limits, wait: c.Wait, names: c.Names, coverage: c.Coverage, texts: c.Texts, signer: c.Signer}
	l.year = sync.OnceValue(c.Year)
	l.generation = sync.OnceValues(func() (store.Generation, error) { return reader.Generation(ctx) })
	asked := rootFields(ctx)
	l.nodes = l.Entities(asked["node"])
	l.regions = l.Entities(1)
	l.documents = l.Documents(asked["document"])
	return l
}

// rootFields counts the fields of the operation by name.
func rootFields(ctx context.Context) map[string]int {
	operation := graphql.GetOperationContext(ctx)
	count := map[string]int{}
	for _, f := range graphql.CollectFields(operation, operation.Operation.SelectionSet, []string{"Query"}) {
		count[f.Name]++
	}
	return count
}

// Generation is the generation of the graph, read once per operation.
func (l *Loaders) Generation() (store.Generation, error) { return l.generation() }

// Lists is what the lists of the operation share.
func (l *Loaders) Lists() page.Lists {
	return page.Lists{Sizes: l.Limits.Page, Signer: l.signer, Generation: l.Generation}
}

// Resolver tells what names mean in the current graph.
func (l *Loaders) Resolver(ctx context.Context) (*resolve.Resolver, error) {
	g, err := l.Generation()
	if err != nil {
		return nil, err
	}
	return l.names.At(ctx, l.Reader, g)
}

// Coverage tells how complete the current graph is.
func (l *Loaders) Coverage(ctx context.Context) (*coverage.Coverage, error) {
	g, err := l.Generation()
	if err != nil {
		return nil, err
	}
	return l.coverage.At(ctx, l.Reader, g)
}

// Texts reads texts as technology fields of the current graph.
func (l *Loaders) Texts() *partners.Texts { return l.texts.Of(l.Reader, l.generation) }

// Year is the year in which the operation is answered.
func (l *Loaders) Year() int { return l.year() }

// Node returns an entity that the query field node asks for.
func (l *Loaders) Node(ctx context.Context, id string) (Member, error) { return l.nodes.Load(ctx, id) }

// Region returns an entity that a filter of relations names as its region, read once
// for all filters of the operation that name it.
func (l *Loaders) Region(ctx context.Context, id string) (Member, error) {
	return l.regions.Load(ctx, id)
}

// Document returns a document that the query fields node and document ask for.
func (l *Loaders) Document(ctx context.Context, id string) (*ecosystem.Document, error) {
	return l.documents.Load(ctx, id)
}
