package entity

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/store"
)

// Policy is a policy or plan.
type Policy struct{ Base }

// Issuers are agencies that issued it.
func (p Policy) Issuers(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*OrganizationConnection, error) {
	return follow[OrganizationConnection](ctx, p.Base, outOrganizations(ecosystem.IssuedBy), only{filter, where}, page.Args{First: first, After: after})
}

// Implementers are organizations and clusters that carry it out.
func (p Policy) Implementers(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, p.Base, inAny(ecosystem.Implements), only{filter, where}, page.Args{First: first, After: after})
}

// Indicators are indicators that it targets.
func (p Policy) Indicators(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*IndicatorConnection, error) {
	return follow[IndicatorConnection](ctx, p.Base, out(ecosystem.Indicator, ecosystem.Targets), only{filter, where}, page.Args{First: first, After: after})
}

// Programmes are programmes that it supports or promotes.
func (p Policy) Programmes(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*ProgrammeConnection, error) {
	return follow[ProgrammeConnection](ctx, p.Base, out(ecosystem.Programme, ecosystem.Supports, ecosystem.Promotes), only{filter, where}, page.Args{First: first, After: after})
}

// Projects are key projects that it supports or promotes.
func (p Policy) Projects(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*KeyProjectConnection, error) {
	return follow[KeyProjectConnection](ctx, p.Base, out(ecosystem.KeyProject, ecosystem.Supports, ecosystem.Promotes), only{filter, where}, page.Args{First: first, After: after})
}

// Platforms are platforms that it supports or promotes.
func (p Policy) Platforms(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*PlatformConnection, error) {
	return follow[PlatformConnection](ctx, p.Base, out(ecosystem.Platform, ecosystem.Supports, ecosystem.Promotes), only{filter, where}, page.Args{First: first, After: after})
}

// Clusters are clusters that it supports or promotes.
func (p Policy) Clusters(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*IndustryClusterConnection, error) {
	return follow[IndustryClusterConnection](ctx, p.Base, out(ecosystem.IndustryCluster, ecosystem.Supports, ecosystem.Promotes), only{filter, where}, page.Args{First: first, After: after})
}

// Supports are what it supports or pushes to be built.
func (p Policy) Supports(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, p.Base, outAny(ecosystem.Supports, ecosystem.Promotes), only{filter, where}, page.Args{First: first, After: after})
}

// SupportedBy are policies and programmes that support or promote it.
func (p Policy) SupportedBy(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, p.Base, inAny(ecosystem.Supports, ecosystem.Promotes), only{filter, where}, page.Args{First: first, After: after})
}
