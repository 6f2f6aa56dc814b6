package entity

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/store"
)

// Discipline is a discipline of the national catalogue.
type Discipline struct{ Base }

// Fields are the technology fields that it applies to.
func (d Discipline) Fields(ctx context.Context) ([]*TechnologyField, error) {
	return all[*TechnologyField](ctx, d.Base, out(ecosystem.TechnologyField, ecosystem.AppliesTo))
}

// Applications are edges to the fields that it applies to.
func (d Discipline) Applications(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*TechnologyFieldConnection, error) {
	return follow[TechnologyFieldConnection](ctx, d.Base, out(ecosystem.TechnologyField, ecosystem.AppliesTo), only{filter, where}, page.Args{First: first, After: after})
}

// Universities are universities that are strong in it.
func (d Discipline) Universities(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*UniversityConnection, error) {
	return follow[UniversityConnection](ctx, d.Base, in(ecosystem.University, ecosystem.StrongIn), only{filter, where}, page.Args{First: first, After: after})
}

// Institutes are institutes that are strong in it.
func (d Discipline) Institutes(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*ResearchInstituteConnection, error) {
	return follow[ResearchInstituteConnection](ctx, d.Base, in(ecosystem.ResearchInstitute, ecosystem.StrongIn), only{filter, where}, page.Args{First: first, After: after})
}
