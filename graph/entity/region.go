package entity

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/store"
)

// Region is a region of GB/T 2260, or a named one.
type Region struct{ Base }

// Parent is the region that it is a part of.
func (r Region) Parent(ctx context.Context) (*Region, error) {
	return first[*Region](ctx, r.Base, out(ecosystem.Region, ecosystem.PartOf))
}

// Children are regions that are parts of it.
func (r Region) Children(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RegionConnection, error) {
	return follow[RegionConnection](ctx, r.Base, in(ecosystem.Region, ecosystem.PartOf), only{filter, where}, page.Args{First: first, After: after})
}

// Organizations are organizations that name this very region.
func (r Region) Organizations(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*OrganizationConnection, error) {
	return follow[OrganizationConnection](ctx, r.Base, inOrganizations(ecosystem.LocatedIn), only{filter, where}, page.Args{First: first, After: after})
}

// Platforms are platforms that name this very region.
func (r Region) Platforms(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*PlatformConnection, error) {
	return follow[PlatformConnection](ctx, r.Base, in(ecosystem.Platform, ecosystem.LocatedIn), only{filter, where}, page.Args{First: first, After: after})
}

// Clusters are clusters that name this very region.
func (r Region) Clusters(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*IndustryClusterConnection, error) {
	return follow[IndustryClusterConnection](ctx, r.Base, in(ecosystem.IndustryCluster, ecosystem.LocatedIn), only{filter, where}, page.Args{First: first, After: after})
}

// Projects are key projects that name this very region.
func (r Region) Projects(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*KeyProjectConnection, error) {
	return follow[KeyProjectConnection](ctx, r.Base, in(ecosystem.KeyProject, ecosystem.LocatedIn), only{filter, where}, page.Args{First: first, After: after})
}
