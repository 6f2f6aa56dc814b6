package rows

import (
	"context"
	"errors"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"
)

// TestLeaf: whatever a resolver gives, the answer and its errors are those of gqlgen's own.
func TestLeaf(t *testing.T) {
	marshal := func(_ context.Context, _ ast.SelectionSet, v string) graphql.Marshaler {
		return graphql.MarshalString(v)
	}
	type resolver func(context.Context) (any, error)
	type function func(
		context.Context, *graphql.OperationContext, graphql.CollectedField,
		func(context.Context, graphql.CollectedField) (*graphql.FieldContext, error), func(context.Context) (any, error),
		func(context.Context, graphql.Resolver) graphql.Resolver, func(context.Context, ast.SelectionSet, string) graphql.Marshaler, bool, bool,
	) graphql.Marshaler
	ask := func(resolve resolver, nonNull bool, field function) (value graphql.Marshaler, errs []string) {
		operation := &graphql.OperationContext{
			ResolverMiddleware: func(ctx context.Context, next graphql.Resolver) (any, error) { return next(ctx) },
			RecoverFunc:        graphql.DefaultRecover,
		}
		ctx := graphql.WithResponseContext(graphql.WithOperationContext(t.Context(), operation), graphql.DefaultErrorPresenter, graphql.DefaultRecover)
		of := graphql.CollectedField{Field: &ast.Field{Name: "name", Alias: "called", Definition: &ast.FieldDefinition{Name: "name", Type: ast.NamedType("String", nil)}}}
		initialize := func(_ context.Context, f graphql.CollectedField) (*graphql.FieldContext, error) {
			return graphql.NewScalarFieldContext("Organ", f, true, false, "String")
		}
		value = field(ctx, operation, of, initialize, resolve, nil, marshal, true, nonNull)
		for _, e := range graphql.GetErrors(ctx) {
			errs = append(errs, e.Error())
		}
		return value, errs
	}
	for name, c := range map[string]struct {
		resolve resolver
		errors  bool // where it may not be null
	}{
		"a value":      {func(context.Context) (any, error) { return "heart", nil }, false},
		"none":         {func(context.Context) (any, error) { return nil, nil }, true}, //nolint:nilnil // as gqlgen's code gives none
		"an error":     {func(context.Context) (any, error) { return nil, errors.New("lost") }, true},
		"a panic":      {func(context.Context) (any, error) { panic("lost") }, true},
		"another type": {func(context.Context) (any, error) { return 1, nil }, true},
	} {
		for _, nonNull := range []bool{false, true} {
			got, errs := ask(c.resolve, nonNull, Leaf[string])
			want, wantErrs := ask(c.resolve, nonNull, graphql.ResolveField[string])
			if diff := cmp.Diff(wantErrs, errs); diff != "" || (got == graphql.Null) != (want == graphql.Null) {
				t.Errorf("%s, non-null %t: %v for %v, errors (-want +got):\n%s", name, nonNull, got, want, diff)
			}
			if nonNull && c.errors != (len(errs) == 1) {
				t.Errorf("%s: errors %v", name, errs)
			}
		}
	}
}

func TestDeferred(t *testing.T) {
	at := graphql.WithFieldContext(t.Context(), &graphql.FieldContext{Field: graphql.CollectedField{Field: &ast.Field{Alias: "organ"}}})
	if g := Deferred(at, []graphql.CollectedField{{}}); g.Defers != nil || g.Path != nil {
		t.Errorf("nothing is deferred, and the group is %+v", g)
	}
	if g := Deferred(at, []graphql.CollectedField{{}, {Deferrables: []*graphql.Deferrable{{Label: "later"}}}}); g.Defers == nil || g.Path.String() != "organ" {
		t.Errorf("a field is deferred, and the group is %+v", g)
	}
}
