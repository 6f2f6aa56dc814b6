package entity

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/store"
)

// Node is anything with an id.
type Node interface{ ID() string }

// Entity is the SDL's interface Entity.
type Entity interface {
	Node
	Kind() ecosystem.Kind
	Name() string
	Relations(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string, last *int, before *string) (*RelationConnection, error)
}

// Organization is the SDL's interface Organization, of six kinds. Other entities
// have shortcuts of the same names, so it is told apart by a method of its own.
type Organization interface {
	Entity
	isOrganization()
}

// Of gives an entity the type of its kind; at is the level that it was read with.
func Of(e *ecosystem.Entity, at *load.Level) Entity {
	base := Base{e, at}
	org := OrganizationBase{base}
	switch e.Kind {
	case ecosystem.University:
		return &University{org}
	case ecosystem.ResearchInstitute:
		return &ResearchInstitute{org}
	case ecosystem.Enterprise:
		return &Enterprise{org}
	case ecosystem.Hospital:
		return &Hospital{org}
	case ecosystem.Agency:
		return &Agency{org}
	case ecosystem.Association:
		return &Association{org}
	default:
		return ofOther(base)
	}
}

// ofOther is Of for what is no organization.
func ofOther(base Base) Entity {
	switch base.e.Kind {
	case ecosystem.Platform:
		return &Platform{base}
	case ecosystem.IndustryCluster:
		return &IndustryCluster{base}
	case ecosystem.KeyProject:
		return &KeyProject{base}
	case ecosystem.TechnologyField:
		return &TechnologyField{base}
	case ecosystem.Discipline:
		return &Discipline{base}
	case ecosystem.Region:
		return &Region{base}
	case ecosystem.Programme:
		return &Programme{base}
	case ecosystem.Indicator:
		return &Indicator{base}
	case ecosystem.Policy:
		return &Policy{base}
	default:
		panic("entity: kind " + base.e.Kind + " has no GraphQL type")
	}
}

// AllOf is Of for all entities of a level.
func AllOf(entities []*ecosystem.Entity, at *load.Level) []Entity {
	all := make([]Entity, len(entities))
	for i, e := range entities {
		all[i] = Of(e, at)
	}
	return all
}

// as gives an entity the type N, one of this package's; nil when it is of another
// kind.
func as[N any](e *ecosystem.Entity, at *load.Level) N {
	n, _ := any(Of(e, at)).(N)
	return n
}
