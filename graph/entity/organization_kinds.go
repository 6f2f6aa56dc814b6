package entity

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/store"
)

// University is a university or college.
type University struct{ OrganizationBase }

// Disciplines are disciplines that it is strong in.
func (u University) Disciplines(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*DisciplineConnection, error) {
	return follow[DisciplineConnection](ctx, u.Base, out(ecosystem.Discipline, ecosystem.StrongIn), only{filter, where}, page.Args{First: first, After: after})
}

// ResearchInstitute is a body with its own legal person that does research.
type ResearchInstitute struct{ OrganizationBase }

// Disciplines are disciplines that it is strong in.
func (r ResearchInstitute) Disciplines(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*DisciplineConnection, error) {
	return follow[DisciplineConnection](ctx, r.Base, out(ecosystem.Discipline, ecosystem.StrongIn), only{filter, where}, page.Args{First: first, After: after})
}

// Hosts are organizations that founded or lead it.
func (r ResearchInstitute) Hosts(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*OrganizationConnection, error) {
	return follow[OrganizationConnection](ctx, r.Base, outOrganizations(ecosystem.HostedBy), only{filter, where}, page.Args{First: first, After: after})
}

// Enterprise is a firm.
type Enterprise struct{ OrganizationBase }

// Hospital is a hospital.
type Hospital struct{ OrganizationBase }

// Association is an association or alliance.
type Association struct{ OrganizationBase }

// Agency is a government body.
type Agency struct{ OrganizationBase }

// IssuedPolicies are policies that it issued.
func (a Agency) IssuedPolicies(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string) (*PolicyConnection, error) {
	return follow[PolicyConnection](ctx, a.Base, in(ecosystem.Policy, ecosystem.IssuedBy), only{filter, where}, page.Args{First: first, After: after})
}
