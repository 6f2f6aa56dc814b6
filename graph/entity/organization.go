package entity

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/store"
)

// OrganizationBase is what organizations of all kinds have.
type OrganizationBase struct{ Base }

func (o OrganizationBase) isOrganization() {}

// Parent is the organization that it is a part of.
func (o OrganizationBase) Parent(ctx context.Context) (Organization, error) {
	return first[Organization](ctx, o.Base, outOrganizations(ecosystem.PartOf))
}

// Parts are organizations that are parts of it.
func (o OrganizationBase) Parts(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*OrganizationConnection, error) {
	return follow[OrganizationConnection](ctx, o.Base, inOrganizations(ecosystem.PartOf), only{filter, where}, page.Args{First: first, After: after})
}

// Clusters are clusters, parks and zones that it lies in.
func (o OrganizationBase) Clusters(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*IndustryClusterConnection, error) {
	return follow[IndustryClusterConnection](ctx, o.Base, out(ecosystem.IndustryCluster, ecosystem.LocatedIn), only{filter, where}, page.Args{First: first, After: after})
}

// HostedPlatforms are platforms that it hosts.
func (o OrganizationBase) HostedPlatforms(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*PlatformConnection, error) {
	return follow[PlatformConnection](ctx, o.Base, in(ecosystem.Platform, ecosystem.HostedBy), only{filter, where}, page.Args{First: first, After: after})
}

// BuiltPlatforms are platforms that it helps to build.
func (o OrganizationBase) BuiltPlatforms(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*PlatformConnection, error) {
	return follow[PlatformConnection](ctx, o.Base, in(ecosystem.Platform, ecosystem.BuiltBy), only{filter, where}, page.Args{First: first, After: after})
}

// HostedInstitutes are institutes that it founded or leads.
func (o OrganizationBase) HostedInstitutes(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*ResearchInstituteConnection, error) {
	return follow[ResearchInstituteConnection](ctx, o.Base, in(ecosystem.ResearchInstitute, ecosystem.HostedBy), only{filter, where}, page.Args{First: first, After: after})
}

// Projects are key projects that it leads or carries out.
func (o OrganizationBase) Projects(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*KeyProjectConnection, error) {
	return follow[KeyProjectConnection](ctx, o.Base, in(ecosystem.KeyProject, ecosystem.HostedBy, ecosystem.BuiltBy), only{filter, where}, page.Args{First: first, After: after})
}

// Partners are cooperations, real and planned.
func (o OrganizationBase) Partners(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, o.Base, either(ecosystem.CooperatesWith), only{filter, where}, page.Args{First: first, After: after})
}

// ReliedOnBy are clusters, fields, platforms and projects that rely on it.
func (o OrganizationBase) ReliedOnBy(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, o.Base, inAny(ecosystem.ReliesOn), only{filter, where}, page.Args{First: first, After: after})
}

// Policies are policies that it carries out.
func (o OrganizationBase) Policies(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*PolicyConnection, error) {
	return follow[PolicyConnection](ctx, o.Base, out(ecosystem.Policy, ecosystem.Implements), only{filter, where}, page.Args{First: first, After: after})
}
