package entity

// The connections of the SDL, each with its edge, by what they lead to.

// RelationEdge is one edge to entities of any kind.
type RelationEdge struct{ Edge[Entity] }

// RelationConnection is a page of edges to entities of any kind.
type RelationConnection struct {
	Connection[RelationEdge, Entity]
}

// OrganizationEdge is one edge to organizations.
type OrganizationEdge struct{ Edge[Organization] }

// OrganizationConnection is a page of edges to organizations.
type OrganizationConnection struct {
	Connection[OrganizationEdge, Organization]
}

// UniversityEdge is one edge to universities.
type UniversityEdge struct{ Edge[*University] }

// UniversityConnection is a page of edges to universities.
type UniversityConnection struct {
	Connection[UniversityEdge, *University]
}

// ResearchInstituteEdge is one edge to research institutes.
type ResearchInstituteEdge struct{ Edge[*ResearchInstitute] }

// ResearchInstituteConnection is a page of edges to research institutes.
type ResearchInstituteConnection struct {
	Connection[ResearchInstituteEdge, *ResearchInstitute]
}

// PlatformEdge is one edge to platforms.
type PlatformEdge struct{ Edge[*Platform] }

// PlatformConnection is a page of edges to platforms.
type PlatformConnection struct {
	Connection[PlatformEdge, *Platform]
}

// IndustryClusterEdge is one edge to clusters.
type IndustryClusterEdge struct{ Edge[*IndustryCluster] }

// IndustryClusterConnection is a page of edges to clusters.
type IndustryClusterConnection struct {
	Connection[IndustryClusterEdge, *IndustryCluster]
}

// KeyProjectEdge is one edge to key projects.
type KeyProjectEdge struct{ Edge[*KeyProject] }

// KeyProjectConnection is a page of edges to key projects.
type KeyProjectConnection struct {
	Connection[KeyProjectEdge, *KeyProject]
}

// TechnologyFieldEdge is one edge to technology fields.
type TechnologyFieldEdge struct{ Edge[*TechnologyField] }

// TechnologyFieldConnection is a page of edges to technology fields.
type TechnologyFieldConnection struct {
	Connection[TechnologyFieldEdge, *TechnologyField]
}

// DisciplineEdge is one edge to disciplines.
type DisciplineEdge struct{ Edge[*Discipline] }

// DisciplineConnection is a page of edges to disciplines.
type DisciplineConnection struct {
	Connection[DisciplineEdge, *Discipline]
}

// RegionEdge is one edge to regions.
type RegionEdge struct{ Edge[*Region] }

// RegionConnection is a page of edges to regions.
type RegionConnection struct {
	Connection[RegionEdge, *Region]
}

// ProgrammeEdge is one edge to programmes.
type ProgrammeEdge struct{ Edge[*Programme] }

// ProgrammeConnection is a page of edges to programmes.
type ProgrammeConnection struct {
	Connection[ProgrammeEdge, *Programme]
}

// IndicatorEdge is one edge to indicators.
type IndicatorEdge struct{ Edge[*Indicator] }

// IndicatorConnection is a page of edges to indicators.
type IndicatorConnection struct {
	Connection[IndicatorEdge, *Indicator]
}

// PolicyEdge is one edge to policies.
type PolicyEdge struct{ Edge[*Policy] }

// PolicyConnection is a page of edges to policies.
type PolicyConnection struct {
	Connection[PolicyEdge, *Policy]
}
