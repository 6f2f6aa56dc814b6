package entity

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/store"
)

// TechnologyField is a field of the two-level taxonomy.
type TechnologyField struct{ Base }

// Parent is the field above it.
func (t TechnologyField) Parent(ctx context.Context) (*TechnologyField, error) {
	return first[*TechnologyField](ctx, t.Base, out(ecosystem.TechnologyField, ecosystem.PartOf))
}

// Children are fields below it.
func (t TechnologyField) Children(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*TechnologyFieldConnection, error) {
	return follow[TechnologyFieldConnection](ctx, t.Base, in(ecosystem.TechnologyField, ecosystem.PartOf), only{filter, where}, page.Args{First: first, After: after})
}

// Disciplines are disciplines that apply to it, the most applicable first.
func (t TechnologyField) Disciplines(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*DisciplineConnection, error) {
	return follow[DisciplineConnection](ctx, t.Base, in(ecosystem.Discipline, ecosystem.AppliesTo), only{filter, where}, page.Args{First: first, After: after})
}

// Platforms are platforms in it.
func (t TechnologyField) Platforms(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*PlatformConnection, error) {
	return follow[PlatformConnection](ctx, t.Base, in(ecosystem.Platform, ecosystem.InField), only{filter, where}, page.Args{First: first, After: after})
}

// Projects are key projects in it.
func (t TechnologyField) Projects(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*KeyProjectConnection, error) {
	return follow[KeyProjectConnection](ctx, t.Base, in(ecosystem.KeyProject, ecosystem.InField), only{filter, where}, page.Args{First: first, After: after})
}

// Clusters are clusters in it.
func (t TechnologyField) Clusters(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*IndustryClusterConnection, error) {
	return follow[IndustryClusterConnection](ctx, t.Base, in(ecosystem.IndustryCluster, ecosystem.InField), only{filter, where}, page.Args{First: first, After: after})
}

// Organizations are organizations in it.
func (t TechnologyField) Organizations(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*OrganizationConnection, error) {
	return follow[OrganizationConnection](ctx, t.Base, inOrganizations(ecosystem.InField), only{filter, where}, page.Args{First: first, After: after})
}

// Programmes are programmes in it.
func (t TechnologyField) Programmes(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*ProgrammeConnection, error) {
	return follow[ProgrammeConnection](ctx, t.Base, in(ecosystem.Programme, ecosystem.InField), only{filter, where}, page.Args{First: first, After: after})
}

// ReliesOn are organizations, platforms and clusters that it relies on.
func (t TechnologyField) ReliesOn(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, t.Base, outAny(ecosystem.ReliesOn), only{filter, where}, page.Args{First: first, After: after})
}

// Partners are cooperations, real and planned.
func (t TechnologyField) Partners(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, t.Base, either(ecosystem.CooperatesWith), only{filter, where}, page.Args{First: first, After: after})
}

// SupportedBy are policies and programmes that support or promote it.
func (t TechnologyField) SupportedBy(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, t.Base, inAny(ecosystem.Supports, ecosystem.Promotes), only{filter, where}, page.Args{First: first, After: after})
}
