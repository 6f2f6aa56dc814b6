package entity

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/store"
)

// KeyProject is a key project of a plan.
type KeyProject struct{ Base }

// Field is the technology field that it is in first of all.
func (k KeyProject) Field(ctx context.Context) (*TechnologyField, error) {
	return first[*TechnologyField](ctx, k.Base, out(ecosystem.TechnologyField, ecosystem.InField))
}

// Hosts are organizations that lead it.
func (k KeyProject) Hosts(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*OrganizationConnection, error) {
	return follow[OrganizationConnection](ctx, k.Base, outOrganizations(ecosystem.HostedBy), only{filter, where}, page.Args{First: first, After: after})
}

// Builders are organizations that carry it out.
func (k KeyProject) Builders(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*OrganizationConnection, error) {
	return follow[OrganizationConnection](ctx, k.Base, outOrganizations(ecosystem.BuiltBy), only{filter, where}, page.Args{First: first, After: after})
}

// Platforms are platforms that it relies on or cooperates with.
func (k KeyProject) Platforms(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*PlatformConnection, error) {
	return follow[PlatformConnection](ctx, k.Base, out(ecosystem.Platform, ecosystem.ReliesOn, ecosystem.CooperatesWith), only{filter, where}, page.Args{First: first, After: after})
}

// ReliesOn are organizations, platforms and clusters that it relies on.
func (k KeyProject) ReliesOn(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, k.Base, outAny(ecosystem.ReliesOn), only{filter, where}, page.Args{First: first, After: after})
}

// Partners are cooperations, real and planned.
func (k KeyProject) Partners(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, k.Base, either(ecosystem.CooperatesWith), only{filter, where}, page.Args{First: first, After: after})
}

// SupportedBy are policies and programmes that support or promote it.
func (k KeyProject) SupportedBy(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, k.Base, inAny(ecosystem.Supports, ecosystem.Promotes), only{filter, where}, page.Args{First: first, After: after})
}
