package limits

import (
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/apierror"
	"github.com/innograph/innograph/graph/page"
)

// plainListRows is what a list without a page argument (sources, aliases,
// steps of a path) is taken to hold.
const plainListRows = 4

// gapWants is how many projects and clusters a gap shows.
const gapWants = 10

// What a match shows: the parts of a score, reasons in one sense, and what one reason
// rests on.
const (
	matchComponents = 5
	matchReasons    = 8
	reasonEvidence  = 1
)

// pricer counts what a valid operation may cost: each field costs 1 plus what is
// below it, times the number of rows that the page arguments ask for, plus the work
// that it makes however little of it is selected. The rows of a connection are
// counted in its edges and nodes only, not in pageInfo.
type pricer struct {
	limits    Limits
	schema    *ast.Schema
	variables map[string]any
	known     map[place]int
	lists     map[string]int  // of introspection; nil until they are needed
	err       *gqlerror.Error // the first argument that is out of bounds
}

// place is a fragment under a field that gives this many rows.
type place struct {
	fragment string
	rows     int
}

// price counts what an operation costs. It refuses page sizes out of bounds
// anywhere in it.
func (l Limits) price(schema *ast.Schema, op *ast.OperationDefinition, variables map[string]any) (int, *gqlerror.Error) {
	p := pricer{limits: l, schema: schema, variables: variables, known: map[place]int{}}
	cost := p.selection(op.SelectionSet, 0)
	return cost, p.err
}

// checkCost refuses operations that cost too much.
func (l Limits) checkCost(op *ast.OperationDefinition, cost int) *gqlerror.Error {
	if cost <= l.Complexity {
		return nil
	}
	return refuse(op.Position, apierror.CodeComplexityLimit, "the document costs %d, at most %d are allowed; ask for smaller pages or fewer fields", cost, l.Complexity)
}

func (p *pricer) selection(set ast.SelectionSet, rows int) (cost int) {
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			cost = add(cost, p.field(selection, rows))
		case *ast.InlineFragment:
			cost = add(cost, p.selection(selection.SelectionSet, rows))
		case *ast.FragmentSpread:
			cost = add(cost, p.fragment(selection, rows))
		}
	}
	return cost
}

func (p *pricer) fragment(spread *ast.FragmentSpread, rows int) int {
	at := place{spread.Name, rows}
	if cost, ok := p.known[at]; ok {
		return cost
	}
	p.known[at] = p.selection(spread.Definition.SelectionSet, rows)
	return p.known[at]
}

// field counts one field; rows is how many rows the field above it gives, 0 when
// it gives none.
func (p *pricer) field(f *ast.Field, rows int) int {
	switch {
	case f.Name == "__typename":
		return 1
	case strings.HasPrefix(f.Name, "__"):
		return p.introspection(f)
	}
	if f.Definition.Arguments.ForName("names") != nil {
		return p.names(f)
	}
	size := p.size(f)
	own := add(1, p.work(f, size))
	if f.Definition.Type.Elem == nil {
		return add(own, p.selection(f.SelectionSet, size))
	}
	if size == 0 {
		size = p.length(f.Name, rows)
	}
	return add(own, multiply(size, p.selection(f.SelectionSet, 0)))
}

// names counts the readings of several names with their matches.
func (p *pricer) names(f *ast.Field) int {
	values := f.ArgumentMap(p.variables)
	names, _ := values["names"].([]any)
	matches := p.checked(f)(page.Bounded("first", integer(values["first"]), p.limits.Matches))
	each := add(workOfName, p.selection(f.SelectionSet, matches))
	return add(1, multiply(max(1, len(names)), each))
}

// length is how many rows a list without an argument for it may have.
func (p *pricer) length(field string, rows int) int {
	switch {
	case rows > 0 && (isWrapper(field) || field == "paths" || field == "matches" || field == "rows"):
		return rows // the arguments of the field above bound it
	case field == "cells" || field == "columns":
		return p.limits.MatrixColumns
	case field == "wants":
		return gapWants
	case field == "components":
		return matchComponents
	case field == "reasonsFor" || field == "reasonsAgainst":
		return matchReasons
	case field == "evidence":
		return reasonEvidence
	case field == "buckets" || field == "byDocument":
		return p.limits.Store.Buckets
	default:
		return plainListRows
	}
}

// size is how many rows the arguments of a field ask for; 0 when it has no such
// argument.
func (p *pricer) size(f *ast.Field) int {
	defined := f.Definition.Arguments
	values := f.ArgumentMap(p.variables)
	switch {
	case defined.ForName("name") != nil && defined.ForName("first") != nil:
		return p.checked(f)(page.Bounded("first", integer(values["first"]), p.limits.Matches))
	case defined.ForName("prefix") != nil:
		return p.checked(f)(page.Bounded("first", integer(values["first"]), p.limits.Suggestions))
	case defined.ForName("columns") != nil:
		return p.checked(f)(page.Bounded("first", integer(values["first"]), p.limits.MatrixRows))
	case f.Name == "evidence" && defined.ForName("first") != nil:
		return p.checked(f)(page.Bounded("first", integer(values["first"]), p.limits.MatchEvidence))
	case defined.ForName("first") != nil:
		return p.checked(f)(page.Args{First: integer(values["first"]), Last: integer(values["last"])}.Limit(p.limits.Page))
	case defined.ForName("ids") != nil:
		ids, _ := values["ids"].([]any)
		if limit := defined.ForName("limit"); limit != nil {
			return p.checked(f)(page.Bounded("limit", integer(values["limit"]), p.limits.NeighborhoodEdges))
		}
		return max(1, len(ids))
	case defined.ForName("k") != nil:
		return p.checked(f)(page.Bounded("k", integer(values["k"]), p.limits.Paths))
	case defined.ForName("dimensions") != nil:
		dimensions, _ := values["dimensions"].([]any)
		return max(1, len(dimensions))
	default:
		return 0
	}
}

// checked takes a size or, when it is out of bounds, its error, of which the first
// becomes that of the operation.
func (p *pricer) checked(f *ast.Field) func(size int, err error) int {
	return func(size int, err error) int {
		if err != nil && p.err == nil {
			p.err = refuse(f.Position, ecosystem.CodeOf(err), "%s: %v", f.Name, err)
		}
		return max(1, size)
	}
}

// integer reads an argument; nil when it was left out or is no number, which the
// validator has refused before.
func integer(value any) *int {
	if value == nil {
		return nil
	}
	n, err := graphql.UnmarshalInt(value)
	if err != nil {
		return nil
	}
	return &n
}
