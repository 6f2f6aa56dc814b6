package naming

import (
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/digest"
	"github.com/innograph/innograph/loader/resolve"
)

// Resolvers gives the resolver of a generation and keeps the newest. It is safe for
// concurrent use.
type Resolvers = digest.Digests[*resolve.Resolver]

// New makes the resolvers of graphs of at most so many entities; the names of larger
// ones would take too much memory.
func New(maxEntities int) *Resolvers {
	return digest.New(digest.Kind[*resolve.Resolver]{
		What: "the names of the graph",
		Check: func(entities int) error {
			if entities <= maxEntities {
				return nil
			}
			return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "the graph has %d entities; which of them a name means is told for at most %d (serviceConfig.limits.maxNamedEntities); use search", entities, maxEntities)
		},
		Begin: func() (func(ecosystem.Graph), func() *resolve.Resolver) {
			var b resolve.Builder
			return b.Add, b.Resolver
		},
	})
}
