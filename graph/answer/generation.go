package answer

import (
	"context"

	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/store"
)

// Generation is one state of the graph.
type Generation struct{ g store.Generation }

// CurrentGeneration is the current state.
func CurrentGeneration(ctx context.Context) (*Generation, error) {
	g, err := load.From(ctx).Generation()
	return &Generation{g}, err
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

func sum[K comparable](counts map[K]int) (total int) {
	for _, n := range counts {
		total += n
	}
	return total
}
