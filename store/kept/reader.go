package kept

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// DefaultRows is how many rows are kept: entities, relations, hits, ends of walks,
// buckets of facets, some 1 kB each.
const DefaultRows = 50_000

// Config says what is kept of which store.
type Config struct {
	Reader store.Reader
	// Generation reads the generation for all who wait for it; nil: the reader is asked.
	Generation func(context.Context) (store.Generation, error)
	// Rows bounds what is kept; 0 or less: DefaultRows.
	Rows int
	// Observe is told of each call of an operation whether it was answered from what
	// was kept. It must be safe for concurrent use; nil: nobody looks.
	Observe func(call string, kept bool)
}

// Reader asks a store. What an operation asks is kept: each begins with Pin. Whoever
// asks without Pin asks the store itself.
type Reader struct {
	store.Reader
	looks   *looks
	observe func(call string, kept bool)
}

var _ store.Pinner = (*Reader)(nil)

// New makes a reader that keeps nothing yet.
func New(c Config) *Reader {
	if c.Generation == nil {
		c.Generation = c.Reader.Generation
	}
	if c.Rows <= 0 {
		c.Rows = DefaultRows
	}
	if c.Observe == nil {
		c.Observe = func(string, bool) {}
	}
	return &Reader{c.Reader, &looks{generation: c.Generation, rows: c.Rows}, c.Observe}
}

// Freshness is that of the store.
func (r *Reader) Freshness() (store.Freshness, bool) { return store.FreshnessOf(r.Reader) }

// Pin begins an operation.
func (r *Reader) Pin() store.Reader {
	return &operation{Reader: store.Pin(r.Reader), kept: r}
}

// operation is one reader of many calls that belong together.
type operation struct {
	store.Reader // for what is not kept
	kept         *Reader

	begin sync.Once
	look  *look
	told  atomic.Bool // the generation of the look was asked for
}

// Freshness is that of the store.
func (o *operation) Freshness() (store.Freshness, bool) { return store.FreshnessOf(o.Reader) }

// began gives the look of the operation, which begins with its first call.
func (o *operation) began(ctx context.Context) *look {
	o.begin.Do(func() { o.look = o.kept.looks.begin(ctx) })
	return o.look
}

// believed is the shelf that the operation will most likely answer from.
func (o *operation) believed(ctx context.Context) *shelf {
	look := o.began(ctx)
	select {
	case <-look.done:
		return look.shelf
	default:
		return o.kept.looks.believed()
	}
}

// current is the shelf of the graph as it was at a moment after the operation began.
func (o *operation) current(ctx context.Context) (*shelf, error) {
	look := o.began(ctx)
	select {
	case <-look.done:
		return look.shelf, look.err
	case <-ctx.Done():
		return nil, ecosystem.Wrap(ctx.Err(), ecosystem.CodeTimeout, "the store has not said yet which graph it holds; ask again in a moment")
	}
}

// Generation is that of the graph that the operation began with. Whoever asks again
// asks whether it is still the same, and gets a new look.
func (o *operation) Generation(ctx context.Context) (store.Generation, error) {
	if o.told.Swap(true) {
		return o.kept.looks.generation(ctx)
	}
	s, err := o.current(ctx)
	if err != nil {
		return store.Generation{}, err
	}
	return s.of, nil
}
