package auth

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/innograph/innograph/ecosystem"
)

// Throughout is RequireRole for answers that stay open: it looks at the credentials
// again every so often, and ends the context of the request when they no longer give
// the role. The cause of that end (context.Cause) has the code UNAUTHENTICATED or
// FORBIDDEN. Who gave no credentials has none to lose.
func (g *Gate) Throughout(role Role, every time.Duration, next http.Handler) http.Handler {
	return RequireRole(role, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if From(r.Context()).Name == "" {
			next.ServeHTTP(w, r)
			return
		}
		ctx, end := context.WithCancelCause(r.Context())
		defer end(nil)
		go func() { end(g.whenLost(ctx, r, role, every)) }()
		next.ServeHTTP(w, r.WithContext(ctx))
		if lost := (*lostError)(nil); errors.As(context.Cause(ctx), &lost) {
			recordOf(ctx).Refused = lost.reason
		}
	}))
}

// whenLost waits until the credentials of a request no longer give a role, or ctx is
// over.
func (g *Gate) whenLost(ctx context.Context, r *http.Request, role Role, every time.Duration) error {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-tick.C:
		}
		found := g.look(r)
		switch {
		case found.refusal != nil:
			return &lostError{found.refusal.reason, ecosystem.Errorf(ecosystem.CodeUnauthorized, "the credentials no longer hold")}
		case !found.principal.Role.Includes(role):
			return &lostError{"no longer a " + string(role), ecosystem.Errorf(ecosystem.CodeForbidden, "the credentials no longer give the role %s", role)}
		}
	}
}

// lostError says that credentials which were good are so no more.
type lostError struct {
	reason string // for the log
	error
}

// Unwrap gives what clients may read.
func (l *lostError) Unwrap() error { return l.error }
