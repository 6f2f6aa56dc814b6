package entity

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/store"
)

// IndustryCluster is a cluster, base, park, corridor or carrier.
type IndustryCluster struct{ Base }

// Platforms are platforms in it.
func (i IndustryCluster) Platforms(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*PlatformConnection, error) {
	return follow[PlatformConnection](ctx, i.Base, in(ecosystem.Platform, ecosystem.LocatedIn, ecosystem.PartOf), only{filter, where}, page.Args{First: first, After: after})
}

// Organizations are organizations in it.
func (i IndustryCluster) Organizations(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*OrganizationConnection, error) {
	return follow[OrganizationConnection](ctx, i.Base, inOrganizations(ecosystem.LocatedIn), only{filter, where}, page.Args{First: first, After: after})
}

// Hosts are organizations that lead it.
func (i IndustryCluster) Hosts(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*OrganizationConnection, error) {
	return follow[OrganizationConnection](ctx, i.Base, outOrganizations(ecosystem.HostedBy), only{filter, where}, page.Args{First: first, After: after})
}

// Builders are organizations that build it.
func (i IndustryCluster) Builders(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*OrganizationConnection, error) {
	return follow[OrganizationConnection](ctx, i.Base, outOrganizations(ecosystem.BuiltBy), only{filter, where}, page.Args{First: first, After: after})
}

// Links are what it links or gathers, and what links it.
func (i IndustryCluster) Links(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, i.Base, either(ecosystem.Links), only{filter, where}, page.Args{First: first, After: after})
}

// ReliesOn are organizations, platforms and clusters that it relies on.
func (i IndustryCluster) ReliesOn(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, i.Base, outAny(ecosystem.ReliesOn), only{filter, where}, page.Args{First: first, After: after})
}

// Partners are cooperations, real and planned.
func (i IndustryCluster) Partners(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, i.Base, either(ecosystem.CooperatesWith), only{filter, where}, page.Args{First: first, After: after})
}

// Parent is the cluster that it is a part of.
func (i IndustryCluster) Parent(ctx context.Context) (*IndustryCluster, error) {
	return first[*IndustryCluster](ctx, i.Base, out(ecosystem.IndustryCluster, ecosystem.PartOf))
}

// Parts are clusters that are parts of it.
func (i IndustryCluster) Parts(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*IndustryClusterConnection, error) {
	return follow[IndustryClusterConnection](ctx, i.Base, in(ecosystem.IndustryCluster, ecosystem.PartOf), only{filter, where}, page.Args{First: first, After: after})
}

// SupportedBy are policies and programmes that support or promote it.
func (i IndustryCluster) SupportedBy(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, i.Base, inAny(ecosystem.Supports, ecosystem.Promotes), only{filter, where}, page.Args{First: first, After: after})
}
