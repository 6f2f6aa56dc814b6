package auth_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/server/auth"
)

// one is a verifier of one credential.
type one struct{ state atomic.Pointer[state] }

type state struct {
	who auth.Principal
	err error
}

func (o *one) Verify(context.Context, string) (auth.Principal, error) {
	now := o.state.Load()
	return now.who, now.err
}

// TestWhatStaysOpenEndsWithItsCredentials lets credentials be good for an hour, then
// changes what is known of them.
func TestWhatStaysOpenEndsWithItsCredentials(t *testing.T) {
	reader := auth.Principal{Name: "key:a", Role: auth.Reader}
	for name, c := range map[string]struct {
		later   state
		want    ecosystem.Code // empty: it goes on
		refused string
	}{
		"still good":      {state{who: auth.Principal{Name: "key:a", Role: auth.Operator}}, "", ""},
		"revoked":         {state{err: auth.Denied("an unknown API key")}, ecosystem.CodeUnauthorized, "an unknown API key"},
		"expired":         {state{err: auth.Expired("the token has expired")}, ecosystem.CodeUnauthorized, "the token has expired"},
		"without a role":  {state{who: auth.Principal{Name: "key:a"}}, ecosystem.CodeForbidden, "no longer a reader"},
		"another's, good": {state{who: auth.Principal{Name: "key:b", Role: auth.Reader}}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				verifier := &one{}
				verifier.state.Store(&state{who: reader})
				gate := auth.New(auth.Config{Keys: verifier, Anonymous: auth.Refused})
				const every = 5 * time.Second
				var ended error
				var lasted time.Duration
				h := gate.Identify(gate.Throughout(auth.Reader, every, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
					start := time.Now()
					<-r.Context().Done()
					ended, lasted = context.Cause(r.Context()), time.Since(start)
				})))
				ctx, record := auth.WithRecord(t.Context())
				ctx, leave := context.WithTimeout(ctx, 2*time.Hour)
				defer leave()
				r := httptest.NewRequestWithContext(ctx, http.MethodGet, "/", nil)
				r.Header.Set("Authorization", "Bearer ink_a")
				time.AfterFunc(time.Hour, func() { verifier.state.Store(&c.later) })
				h.ServeHTTP(httptest.NewRecorder(), r)
				if c.want == "" {
					if lasted != 2*time.Hour || record.Refused != "" {
						t.Errorf("ended after %v: %v, %q", lasted, ended, record.Refused)
					}
					return
				}
				if lasted < time.Hour || lasted > time.Hour+every || ecosystem.CodeOf(ended) != c.want || record.Refused != c.refused {
					t.Errorf("ended after %v: %v, refused %q; want %s, %q", lasted, ended, record.Refused, c.want, c.refused)
				}
				synctest.Wait() // nothing is left behind
			})
		})
	}
}

// TestWhoGaveNoCredentialsHasNoneToLose asks where everybody may read.
func TestWhoGaveNoCredentialsHasNoneToLose(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		verifier := &one{}
		verifier.state.Store(&state{err: auth.Denied("an unknown API key")})
		gate := auth.New(auth.Config{Keys: verifier, Anonymous: auth.Reads})
		ctx, leave := context.WithTimeout(t.Context(), time.Hour)
		defer leave()
		start := time.Now()
		gate.Identify(gate.Throughout(auth.Reader, time.Second, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			<-r.Context().Done()
		}))).ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(ctx, http.MethodGet, "/", nil))
		if lasted := time.Since(start); lasted != time.Hour {
			t.Errorf("ended after %v", lasted)
		}
	})
}
