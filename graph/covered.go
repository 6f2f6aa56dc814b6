package graph

import (
	"github.com/innograph/innograph/coverage"
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/digest"
)

// covered counts how complete each generation is. A larger graph is refused: the
// whole of it has to be read.
func covered(maxEntities int) *digest.Digests[*coverage.Coverage] {
	return digest.New(digest.Kind[*coverage.Coverage]{
		What: "the figures of the graph",
		Check: func(entities int) error {
			if entities <= maxEntities {
				return nil
			}
			return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "the graph has %d entities; its coverage is told for at most %d (serviceConfig.limits.maxCoveredEntities); use facets", entities, maxEntities)
		},
		Begin: func() (func(ecosystem.Graph), func() *coverage.Coverage) {
			var b coverage.Builder
			return b.Add, b.Coverage
		},
	})
}
