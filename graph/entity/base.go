package entity

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/store"
)

// Base is what entities of all kinds have.
type Base struct {
	e  *ecosystem.Entity
	at *load.Level // what was read with it
}

// ID is the entity's id.
func (b Base) ID() string { return b.e.ID }

// Kind is what the entity is.
func (b Base) Kind() ecosystem.Kind { return b.e.Kind }

// Name is the canonical name.
func (b Base) Name() string { return b.e.Name }

// NameEn is the English name.
func (b Base) NameEn() (string, bool) { return known(b.e.NameEn) }

// Aliases are other and short names.
func (b Base) Aliases() []string { return list(b.e.Aliases) }

// FormerNames are names that the entity once had.
func (b Base) FormerNames() []string { return list(b.e.FormerNames) }

// PrintedName is what the surest source prints where that differs.
func (b Base) PrintedName() (string, bool) { return known(b.e.PrintedName()) }

// Status tells planned from real.
func (b Base) Status() (ecosystem.Status, bool) { return known(b.e.Status) }

// StatusDate is the date for which the status is known.
func (b Base) StatusDate() (string, bool) { return known(b.e.StatusDate) }

// ExternalIDs are identifiers that others gave.
func (b Base) ExternalIDs() []ecosystem.ExternalID { return list(b.e.ExternalIDs) }

// Sources tells where the entity stands.
func (b Base) Sources() []Source { return sources(b.e.Sources, b.at.Cited) }

// Claims are values in which sources contradict each other.
func (b Base) Claims() []Claim {
	claims := make([]Claim, len(b.e.Claims))
	for i, c := range b.e.Claims {
		claims[i] = Claim{Field: c.Field, Value: c.Value, Sources: sources(c.Sources, b.at.Cited)}
	}
	return claims
}

// Region is the region that the entity names.
func (b Base) Region(ctx context.Context) (*Region, error) {
	return first[*Region](ctx, b, out(ecosystem.Region, ecosystem.LocatedIn))
}

// Fields are the technology fields that the entity names.
func (b Base) Fields(ctx context.Context) ([]*TechnologyField, error) {
	return all[*TechnologyField](ctx, b, out(ecosystem.TechnologyField, ecosystem.InField))
}

// Relations are all relations that pass.
func (b Base) Relations(ctx context.Context, filter *store.RelationFilter, where *store.Filter, first *int, after *string, last *int, before *string) (*RelationConnection, error) {
	return follow[RelationConnection](ctx, b, step{}, only{filter, where}, page.Args{First: first, After: after, Last: last, Before: before})
}

// first is the far node of the first edge of a step, N's zero without one.
func first[N any](ctx context.Context, b Base, s step) (none N, err error) {
	edges, err := b.at.Neighbors(ctx, b.e.ID, s.filter(only{}), store.Page{Limit: 1})
	if err != nil || len(edges.Edges) == 0 {
		return none, err
	}
	return as[N](edges.Edges[0].Node, edges.Far), nil
}

// all are the far nodes of a step that has few edges by nature. More than a page
// is refused rather than cut off.
func all[N any](ctx context.Context, b Base, s step) ([]N, error) {
	limit := load.From(ctx).Limits.Page.Max
	edges, err := b.at.Neighbors(ctx, b.e.ID, s.filter(only{}), store.Page{Limit: limit})
	if err != nil {
		return nil, err
	}
	if edges.HasNext {
		return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%s has more than %d of these; ask for them page by page with relations", b.e.ID, limit)
	}
	nodes := make([]N, len(edges.Edges))
	for i, edge := range edges.Edges {
		nodes[i] = as[N](edge.Node, edges.Far)
	}
	return nodes, nil
}

// known tells an empty value, which is null in GraphQL, from a given one.
func known[T comparable](value T) (T, bool) {
	var none T
	return value, value != none
}

// list makes an empty list of nil, which would be null in GraphQL.
func list[T any](values []T) []T {
	if values == nil {
		return []T{}
	}
	return values
}
