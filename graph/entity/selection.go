package entity

import (
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"github.com/innograph/innograph/graph/page"
)

// Wanted looks ahead at what the client selected of the connection that is being
// resolved.
func Wanted(ctx context.Context) (w page.Want) {
	operation, field := graphql.GetOperationContext(ctx), graphql.GetFieldContext(ctx).Field
	for _, f := range selected(operation, field) {
		switch f.Name {
		case "totalCount":
			w.Total = true
		case "nodes", "truncated":
			w.Rows = true
		case "edges", "pageInfo":
			w.Rows = true
			w.Cursors = w.Cursors || slices.ContainsFunc(selected(operation, f), isCursor)
		}
	}
	return w
}

// selected are the fields selected of an object, fragments put in.
func selected(operation *graphql.OperationContext, of graphql.CollectedField) []graphql.CollectedField {
	return graphql.CollectFields(operation, of.Selections, []string{of.Definition.Type.Name(), "Relationship"})
}

func isCursor(f graphql.CollectedField) bool {
	return f.Name == "cursor" || f.Name == "startCursor" || f.Name == "endCursor"
}
