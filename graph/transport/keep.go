package transport

import (
	"context"
	"sync/atomic"
)

type momentKey struct{}

// KeepOut says that the answer under way tells something of this very moment, and
// not of a generation only, so that no cache may keep it.
func KeepOut(ctx context.Context) {
	if moment, ok := ctx.Value(momentKey{}).(*atomic.Bool); ok {
		moment.Store(true)
	}
}

// withMoment lets resolvers call KeepOut; moment tells whether one did.
func withMoment(ctx context.Context) (_ context.Context, moment *atomic.Bool) {
	moment = &atomic.Bool{}
	return context.WithValue(ctx, momentKey{}, moment), moment
}
