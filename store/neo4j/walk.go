package neo4j

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Walk is refused until it has its statement.
func (s *Store) Walk(ctx context.Context, q store.WalkQuery) (store.WalkAnswer, error) {
	if err := s.check(ctx, s.limits.CheckWalk(q)); err != nil {
		return store.WalkAnswer{}, err
	}
	return store.WalkAnswer{}, ecosystem.Errorf(ecosystem.CodeNotSupported, "the Neo4j store does not walk yet")
}
