package rows

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Leaf resolves a field without fields of its own whose value is at hand, as gqlgen's
// ResolveField does, but without the context that tells where in the answer it stands:
// nobody below asks for that, and making it took longer than all the rest. When something
// goes wrong, ResolveField does it again, and says where. No field interceptor
// (AroundFields) sees a leaf.
func Leaf[T any](
	ctx context.Context,
	operation *graphql.OperationContext,
	field graphql.CollectedField,
	initialize func(context.Context, graphql.CollectedField) (*graphql.FieldContext, error),
	resolve func(context.Context) (any, error),
	middleware func(context.Context, graphql.Resolver) graphql.Resolver,
	marshal func(context.Context, ast.SelectionSet, T) graphql.Marshaler,
	recovers, nonNull bool,
) graphql.Marshaler {
	if marshaled, ok := atHand(ctx, resolve, marshal, nonNull); ok {
		return marshaled
	}
	return graphql.ResolveField(ctx, operation, field, initialize, resolve, middleware, marshal, recovers, nonNull)
}

func atHand[T any](
	ctx context.Context, resolve func(context.Context) (any, error), marshal func(context.Context, ast.SelectionSet, T) graphql.Marshaler, nonNull bool,
) (marshaled graphql.Marshaler, ok bool) {
	defer func() {
		if recover() != nil { // it happens again, where it is told
			marshaled, ok = nil, false
		}
	}()
	value, err := resolve(ctx)
	if err != nil {
		return nil, false
	}
	if value == nil {
		return graphql.Null, !nonNull
	}
	typed, ok := value.(T)
	if !ok {
		return nil, false
	}
	return marshal(ctx, nil, typed), true
}

// Deferred is graphql.NewDeferredGroup where one of the fields of an object is deferred.
// Where none is, the group stays empty, and its path in the answer need not be found.
func Deferred(ctx context.Context, fields []graphql.CollectedField) graphql.DeferredGroup {
	for _, f := range fields {
		if len(f.Deferrables) > 0 {
			return graphql.NewDeferredGroup(ctx)
		}
	}
	return graphql.DeferredGroup{}
}
