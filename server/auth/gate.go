package auth

import (
	"context"
	"errors"
	"net/http"
	"strings"
)

// Anonymous is what requests without credentials may do.
type Anonymous int

// What requests without credentials may do.
const (
	// Local lets people on the machine of the server do everything, and nobody
	// else anything. It is the zero value, because it is safe without settings.
	Local Anonymous = iota
	Refused
	Reads // everybody is a reader
)

// KeyPrefix begins every API key; what does not begin so is a token.
const KeyPrefix = "ink_"

// Config says how a Gate tells people apart. Without verifiers, credentials are not
// looked at.
type Config struct {
	Keys      Verifier // of API keys; nil: there are none
	Tokens    Verifier // of an identity provider; nil: none is trusted
	Anonymous Anonymous
}

// Gate finds out who sends a request.
type Gate struct{ config Config }

// New makes a gate.
func New(c Config) *Gate { return &Gate{c} }

// LocalOnly tells that the server must not be reached from other machines: it asks
// nobody for credentials, and nobody said that it should be so.
func (g *Gate) LocalOnly() bool { return g.config.Anonymous == Local }

// identity is what a Gate found out.
type identity struct {
	principal Principal
	refusal   *refusal // nil: the principal is who it says
	// accepts tells whether credentials would have been looked at.
	accepts bool
}

type identityKey struct{}

// identify reports nobody where no Gate stands in front: nothing is allowed then.
func identify(ctx context.Context) identity {
	found, ok := ctx.Value(identityKey{}).(identity)
	if !ok {
		return identity{refusal: missing()}
	}
	return found
}

// From is who sends the request that ctx belongs to; the zero Principal, who may do
// nothing, when that is not known.
func From(ctx context.Context) Principal {
	return identify(ctx).principal
}

// Identify finds out who sends a request and hands it on, also when the credentials
// are no good: RequireRole refuses, which lets what stands between count both.
func (g *Gate) Identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		found := g.look(r)
		recordOf(r.Context()).Who = found.principal.Name
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), identityKey{}, found)))
	})
}

func (g *Gate) look(r *http.Request) identity {
	accepts := g.config.Keys != nil || g.config.Tokens != nil
	if !accepts {
		return g.anonymous(r, accepts)
	}
	credential, given, err := bearer(r.Header)
	if err == nil && !given {
		return g.anonymous(r, accepts)
	}
	var who Principal
	if err == nil {
		who, err = g.verify(r.Context(), credential)
	}
	if err != nil {
		return identity{refusal: invalid(err), accepts: accepts}
	}
	return identity{principal: who, accepts: accepts}
}

func (g *Gate) verify(ctx context.Context, credential string) (Principal, error) {
	isKey := strings.HasPrefix(credential, KeyPrefix)
	switch {
	case isKey && g.config.Keys != nil:
		return g.config.Keys.Verify(ctx, credential)
	case isKey:
		return Principal{}, Denied("an API key, where there are none")
	case g.config.Tokens != nil:
		return g.config.Tokens.Verify(ctx, credential)
	default:
		return Principal{}, Denied("neither an API key nor a token that is accepted here")
	}
}

func (g *Gate) anonymous(r *http.Request, accepts bool) identity {
	switch g.config.Anonymous {
	case Reads:
		return identity{principal: Principal{Role: Reader}, accepts: accepts}
	case Local:
		if reason := cameFromElsewhere(r); reason != "" {
			return identity{refusal: notLocal(reason), accepts: accepts}
		}
		return identity{principal: Principal{Role: Operator}, accepts: accepts}
	default:
		return identity{refusal: missing(), accepts: accepts}
	}
}

// RequireRole lets through who has the role and refuses all others. A Gate must
// have identified them.
func RequireRole(role Role, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		found := identify(r.Context())
		refused := found.refusal
		if refused == nil && !found.principal.Role.Includes(role) {
			refused = insufficient(role, found)
		}
		if refused == nil {
			next.ServeHTTP(w, r)
			return
		}
		recordOf(r.Context()).Refused = refused.reason
		refused.answer(w, r)
	})
}

// asDenial finds the reason of a verifier; other errors tell nothing to strangers.
func asDenial(err error) *Denial {
	var d *Denial
	if errors.As(err, &d) {
		return d
	}
	return &Denial{Reason: "the credentials could not be checked"}
}
