package entity

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/store"
)

// step is the part of a relation filter that a shortcut fixes; the zero step
// fixes nothing.
type step struct {
	types     []ecosystem.RelationType
	direction store.Direction
	kinds     []ecosystem.Kind
}

func out(far ecosystem.Kind, types ...ecosystem.RelationType) step {
	return step{types, store.Out, []ecosystem.Kind{far}}
}

func in(far ecosystem.Kind, types ...ecosystem.RelationType) step {
	return step{types, store.In, []ecosystem.Kind{far}}
}

func outOrganizations(types ...ecosystem.RelationType) step {
	return step{types, store.Out, ecosystem.OrganizationKinds()}
}

func inOrganizations(types ...ecosystem.RelationType) step {
	return step{types, store.In, ecosystem.OrganizationKinds()}
}

func outAny(types ...ecosystem.RelationType) step { return step{types, store.Out, nil} }

func inAny(types ...ecosystem.RelationType) step { return step{types, store.In, nil} }

func either(types ...ecosystem.RelationType) step { return step{types, store.Both, nil} }

// only is what the arguments of a field add to its step.
type only struct {
	Edges *store.RelationFilter
	Where *store.Filter
}

// filter joins both. A step with relation types takes the place of those of the
// arguments, which the SDL does not offer there.
func (s step) filter(o only) store.RelationFilter {
	var f store.RelationFilter
	if o.Edges != nil {
		f = *o.Edges
	}
	if s.types != nil {
		f.Types, f.Direction, f.Kinds = s.types, s.direction, s.kinds
	}
	f.Far = o.Where
	return f
}

// follow gives a page of the edges of an entity as the connection C.
func follow[C ~struct{ Connection[E, N] }, E ~struct{ Edge[N] }, N any](ctx context.Context, from Base, s step, o only, args page.Args) (*C, error) {
	filter := s.filter(o)
	if err := CheckEdges(ctx, filter); err != nil {
		return nil, err
	}
	l := load.From(ctx)
	p, scope, err := args.Open(edgeList{from.e.ID, filter}, Wanted(ctx), l.Lists())
	if err != nil {
		return nil, err
	}
	edges, err := from.at.Neighbors(ctx, from.e.ID, filter, p)
	if err != nil {
		return nil, err
	}
	return &C{Connection[E, N]{edges, scope}}, nil
}

// edgeList is what cursors of edges are bound to.
type edgeList struct {
	Edges  string
	Filter store.RelationFilter
}
