package answer

import (
	"context"
	"time"

	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/transport"
	"github.com/innograph/innograph/graph/watch"
	"github.com/innograph/innograph/store"
)

// Generation is one state of the graph, read from a store.
type Generation struct {
	g  store.Generation
	of store.Reader
}

// CurrentGeneration is the current state.
func CurrentGeneration(ctx context.Context) (*Generation, error) {
	l := load.From(ctx)
	g, err := l.Generation()
	return &Generation{g, l.Reader}, err
}

// Generations gives the current state and each new one, as long as ctx lasts.
func Generations(ctx context.Context, w *watch.Watch) (<-chan *Generation, error) {
	reader := load.From(ctx).Reader
	return watch.Subscribe(ctx, w, func(g store.Generation) *Generation { return &Generation{g, reader} })
}

// Number counts up with each load that changes something.
func (g Generation) Number() int { return int(g.g.Number) }

// LoadedAt is when the state was loaded.
func (g Generation) LoadedAt() (string, bool) { return g.g.Loaded, g.g.Loaded != "" }

// Documents is the number of source documents.
func (g Generation) Documents() int { return g.g.Documents }

// Entities is the number of entities.
func (g Generation) Entities() int { return sum(g.g.Entities) }

// Relations is the number of relations.
func (g Generation) Relations() int { return sum(g.g.Relations) }

// Changes tells what the load of the state changed; nil: nobody knows.
func (g Generation) Changes() *store.Changes { return g.ChangesSince(g.Number() - 1) }

// ChangesSince tells what the loads after an earlier state changed; nil: nobody
// knows.
func (g Generation) ChangesSince(generation int) *store.Changes {
	changes, ok := g.g.ChangesSince(int64(generation))
	if !ok {
		return nil
	}
	return &changes
}

// CheckedAt is when a copy was last known to be what the graph of record is.
func (g Generation) CheckedAt(ctx context.Context) (string, bool) {
	transport.KeepOut(ctx)
	f, ok := store.FreshnessOf(g.of)
	if !ok || f.Checked.IsZero() {
		return "", false
	}
	return f.Checked.UTC().Format(time.RFC3339), true
}

// Stale reports that a copy may be out of date.
func (g Generation) Stale(ctx context.Context) bool {
	transport.KeepOut(ctx)
	f, _ := store.FreshnessOf(g.of)
	return f.Stale
}

func sum[K comparable](counts map[K]int) (total int) {
	for _, n := range counts {
		total += n
	}
	return total
}
