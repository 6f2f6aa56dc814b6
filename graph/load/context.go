package load

import "context"

type contextKey struct{}

// WithLoaders puts the loaders into the context of their operation.
func WithLoaders(ctx context.Context, l *Loaders) context.Context {
	return context.WithValue(ctx, contextKey{}, l)
}

// From returns the loaders of the operation. Every operation has them: see
// graph.NewHandler.
func From(ctx context.Context) *Loaders {
	return ctx.Value(contextKey{}).(*Loaders)
}
