package token

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/server/auth"
)

// Config is what a Verifier needs to know of the identity provider.
type Config struct {
	JWKS      string   // the address of its key set
	Issuer    string   // what iss must be
	Audiences []string // aud must hold one of these
	// RoleClaim holds the roles, see rolesIn.
	RoleClaim string
	Logger    *slog.Logger
	// Client fetches the key set; nil: one that trusts the machine's authorities.
	Client *http.Client
}

// Verifier checks tokens. It is an auth.Verifier, safe for any number of goroutines.
type Verifier struct {
	parser    *jwt.Parser
	keys      *keySet
	roleClaim string
}

var _ auth.Verifier = (*Verifier)(nil)

// leeway is how far the clocks of the provider and ours may be apart.
const leeway = 30 * time.Second

// algorithms are all asymmetric ones. With none, anybody could sign; with HS256 and
// the like, anybody who knows the public key.
func algorithms() []string {
	return []string{"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"}
}

// Open fetches the key set, and again from time to time until ctx ends. A set that
// cannot be had at the start is an error; later, the keys stay as they were.
func Open(ctx context.Context, c Config) (*Verifier, error) {
	if c.Issuer == "" || len(c.Audiences) == 0 {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "tokens need an issuer and an audience: without them, a token that was made for another service would open this one")
	}
	keys, err := openKeySet(ctx, c)
	if err != nil {
		return nil, err
	}
	return &Verifier{keys: keys, roleClaim: c.RoleClaim, parser: jwt.NewParser(
		jwt.WithValidMethods(algorithms()), jwt.WithIssuer(c.Issuer), jwt.WithAudience(c.Audiences...),
		jwt.WithExpirationRequired(), jwt.WithLeeway(leeway), jwt.WithStrictDecoding(),
	)}, nil
}

// maxSubject is the longest subject of OpenID Connect.
const maxSubject = 255

// Verify checks a token and finds out whose it is and what it allows.
func (v *Verifier) Verify(_ context.Context, credential string) (auth.Principal, error) {
	claims := jwt.MapClaims{}
	if _, err := v.parser.ParseWithClaims(credential, claims, v.keys.find); err != nil {
		return auth.Principal{}, denial(err)
	}
	subject, err := claims.GetSubject()
	if err != nil || subject == "" || len(subject) > maxSubject {
		return auth.Principal{}, auth.Denied("a token without a usable subject")
	}
	return auth.Principal{Name: "subject:" + subject, Role: roleIn(claims, v.roleClaim)}, nil
}

// denial names the fault for the log. Only a token that is right in all else is
// told to be out of date.
func denial(err error) error {
	for _, fault := range []struct {
		is     error
		reason string
	}{
		{jwt.ErrTokenMalformed, "no well-formed token"},
		{errUnknownKey, "a token signed with an unknown key"},
		{jwt.ErrTokenSignatureInvalid, "a token with a wrong signature or algorithm"},
		{jwt.ErrTokenUnverifiable, "a token that cannot be verified"},
		{jwt.ErrTokenInvalidIssuer, "a token of another issuer"},
		{jwt.ErrTokenInvalidAudience, "a token for another audience"},
		{jwt.ErrTokenRequiredClaimMissing, "a token without a required claim"},
		{jwt.ErrTokenNotValidYet, "a token that holds later"},
	} {
		if errors.Is(err, fault.is) {
			return auth.Denied(fault.reason)
		}
	}
	if errors.Is(err, jwt.ErrTokenExpired) {
		return auth.Expired("the token has expired")
	}
	return auth.Denied("a token that is not valid")
}
