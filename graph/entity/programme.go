package entity

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/store"
)

// Programme is a programme, scheme or action of a plan.
type Programme struct{ Base }

// Parent is the programme that it is a part of.
func (p Programme) Parent(ctx context.Context) (*Programme, error) {
	return first[*Programme](ctx, p.Base, out(ecosystem.Programme, ecosystem.PartOf))
}

// Parts are programmes that are parts of it.
func (p Programme) Parts(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*ProgrammeConnection, error) {
	return follow[ProgrammeConnection](ctx, p.Base, in(ecosystem.Programme, ecosystem.PartOf), only{filter, where}, page.Args{First: first, After: after})
}

// Builders are organizations that carry it out.
func (p Programme) Builders(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*OrganizationConnection, error) {
	return follow[OrganizationConnection](ctx, p.Base, outOrganizations(ecosystem.BuiltBy), only{filter, where}, page.Args{First: first, After: after})
}

// Indicators are indicators that it targets.
func (p Programme) Indicators(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*IndicatorConnection, error) {
	return follow[IndicatorConnection](ctx, p.Base, out(ecosystem.Indicator, ecosystem.Targets), only{filter, where}, page.Args{First: first, After: after})
}

// Supports are what it supports or pushes to be built.
func (p Programme) Supports(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, p.Base, outAny(ecosystem.Supports, ecosystem.Promotes), only{filter, where}, page.Args{First: first, After: after})
}

// SupportedBy are policies and programmes that support or promote it.
func (p Programme) SupportedBy(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, p.Base, inAny(ecosystem.Supports, ecosystem.Promotes), only{filter, where}, page.Args{First: first, After: after})
}
