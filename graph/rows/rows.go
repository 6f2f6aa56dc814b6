package rows

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Waiting are the fields that may wait for the store, by type and name. A field of an
// interface waits if that of one of its types does.
type Waiting map[string]map[string]bool

// Marshal resolves the rows of a list of which sel is selected, each by marshal, whose
// context holds the index of the row. A row whose marshal panics is null and leaves an
// error, as with gqlgen.
func (w Waiting) Marshal(ctx context.Context, sel ast.SelectionSet, rows int, marshal func(ctx context.Context, row int) graphql.Marshaler) graphql.Array {
	if rows > 1 && w.within(sel, nil) {
		return graphql.MarshalSliceConcurrently(ctx, rows, 0, false, marshal)
	}
	all := make(graphql.Array, rows)
	for row := range all {
		all[row] = one(graphql.WithFieldContext(ctx, &graphql.FieldContext{Index: &row}), row, marshal)
	}
	return all
}

func one(ctx context.Context, row int, marshal func(context.Context, int) graphql.Marshaler) (marshaled graphql.Marshaler) {
	defer func() {
		if cause := recover(); cause != nil {
			graphql.AddError(ctx, graphql.Recover(ctx, cause))
			marshaled = graphql.Null
		}
	}()
	return marshal(ctx, row)
}

// within tells whether something in a selection may wait, however deep. Fragments
// that were looked at are not looked at again: a document may name one in many places.
func (w Waiting) within(sel ast.SelectionSet, seen map[*ast.FragmentDefinition]bool) bool {
	for _, selected := range sel {
		switch s := selected.(type) {
		case *ast.Field:
			if s.ObjectDefinition != nil && w[s.ObjectDefinition.Name][s.Name] || w.within(s.SelectionSet, seen) {
				return true
			}
		case *ast.InlineFragment:
			if w.within(s.SelectionSet, seen) {
				return true
			}
		case *ast.FragmentSpread:
			if seen[s.Definition] {
				continue
			}
			if seen == nil {
				seen = map[*ast.FragmentDefinition]bool{}
			}
			seen[s.Definition] = true
			if w.within(s.Definition.SelectionSet, seen) {
				return true
			}
		}
	}
	return false
}
