package entity

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/store"
)

// Indicator is an indicator with base and target values.
type Indicator struct{ Base }

// Targets are policies and programmes that target it.
func (i Indicator) Targets(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, i.Base, inAny(ecosystem.Targets), only{filter, where}, page.Args{First: first, After: after})
}
