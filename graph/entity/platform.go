package entity

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/store"
)

// Platform is an innovation platform.
type Platform struct{ Base }

// Hosts are organizations that host it.
func (p Platform) Hosts(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*OrganizationConnection, error) {
	return follow[OrganizationConnection](ctx, p.Base, outOrganizations(ecosystem.HostedBy), only{filter, where}, page.Args{First: first, After: after})
}

// Builders are organizations that build it together.
func (p Platform) Builders(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*OrganizationConnection, error) {
	return follow[OrganizationConnection](ctx, p.Base, outOrganizations(ecosystem.BuiltBy), only{filter, where}, page.Args{First: first, After: after})
}

// Partners are cooperations, real and planned.
func (p Platform) Partners(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, p.Base, either(ecosystem.CooperatesWith), only{filter, where}, page.Args{First: first, After: after})
}

// ReliesOn are organizations, platforms and clusters that it relies on.
func (p Platform) ReliesOn(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, p.Base, outAny(ecosystem.ReliesOn), only{filter, where}, page.Args{First: first, After: after})
}

// ReliedOnBy are clusters, fields, platforms and projects that rely on it.
func (p Platform) ReliedOnBy(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, p.Base, inAny(ecosystem.ReliesOn), only{filter, where}, page.Args{First: first, After: after})
}

// Clusters are clusters, parks and zones that it is in.
func (p Platform) Clusters(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*IndustryClusterConnection, error) {
	return follow[IndustryClusterConnection](ctx, p.Base, out(ecosystem.IndustryCluster, ecosystem.LocatedIn, ecosystem.PartOf), only{filter, where}, page.Args{First: first, After: after})
}

// Parent is the platform that it is a part of.
func (p Platform) Parent(ctx context.Context) (*Platform, error) {
	return first[*Platform](ctx, p.Base, out(ecosystem.Platform, ecosystem.PartOf))
}

// Parts are platforms that are parts of it.
func (p Platform) Parts(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*PlatformConnection, error) {
	return follow[PlatformConnection](ctx, p.Base, in(ecosystem.Platform, ecosystem.PartOf), only{filter, where}, page.Args{First: first, After: after})
}

// SupportedBy are policies and programmes that support or promote it.
func (p Platform) SupportedBy(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, p.Base, inAny(ecosystem.Supports, ecosystem.Promotes), only{filter, where}, page.Args{First: first, After: after})
}
