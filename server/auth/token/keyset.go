package token

import (
	"context"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"errors"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"github.com/MicahParks/jwkset"
	"github.com/MicahParks/keyfunc/v3"
	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/sync/singleflight"
	"golang.org/x/time/rate"

	"github.com/innograph/innograph/ecosystem"
)

// When the key set is fetched. Providers announce new keys before they sign with
// them; where one does not, a token with an unknown key makes the set be fetched at
// once, but strangers cannot make us do it more often than unknownEvery.
const (
	refreshEvery = 10 * time.Minute
	unknownEvery = 30 * time.Second
	fetchTimeout = 5 * time.Second
	maxSetBytes  = 1 << 20
	maxKeyID     = 256 // bytes
)

var errUnknownKey = errors.New("unknown key")

// keySet finds the key that a token says it is signed with.
type keySet struct {
	set keyfunc.Keyfunc
	// asking lets requests with one new key wait for one fetch together; without it,
	// all but the first would be refused, since fetching is limited.
	asking singleflight.Group
}

func openKeySet(ctx context.Context, c Config) (*keySet, error) {
	if err := checkAddress(c.JWKS); err != nil {
		return nil, err
	}
	mustHave := false
	fetched, err := keyfunc.NewDefaultOverrideCtx(ctx, []string{c.JWKS}, keyfunc.Override{
		Client: bounded(c.Client), HTTPTimeout: fetchTimeout, NoErrorReturnFirstHTTPReq: &mustHave,
		RefreshInterval: refreshEvery, RefreshUnknownKID: rate.NewLimiter(rate.Every(unknownEvery), 1),
		// Covers the wait for the limit and the fetch: who comes too early is refused.
		RateLimitWaitMax: fetchTimeout,
		RefreshErrorHandlerFunc: func(string) func(context.Context, error) {
			return func(ctx context.Context, err error) {
				c.Logger.WarnContext(ctx, "the key set of the identity provider was not fetched: the keys stay as they were", "jwks", c.JWKS, "error", err)
			}
		},
	})
	if err != nil {
		return nil, ecosystem.Wrap(err, ecosystem.CodeUnavailable, "the key set at "+c.JWKS+" cannot be had; without it no token can be checked: is --jwks right, and is the identity provider running?")
	}
	if err := checkKeys(ctx, fetched.Storage(), c.JWKS); err != nil {
		return nil, err
	}
	set, err := keyfunc.New(keyfunc.Options{Ctx: ctx, Storage: fetched.Storage(), UseWhitelist: []jwkset.USE{jwkset.UseSig, ""}})
	if err != nil {
		return nil, ecosystem.Wrap(err, ecosystem.CodeInternal, "the key set could not be used")
	}
	return &keySet{set: set}, nil
}

// checkAddress wants TLS: whoever could change the set on its way could sign tokens.
func checkAddress(address string) error {
	u, err := url.Parse(address)
	if err == nil && u.Host != "" && u.User == nil && (u.Scheme == "https" || u.Scheme == "http" && isLoopback(u.Hostname())) {
		return nil
	}
	return ecosystem.Errorf(ecosystem.CodeBadInput, "--jwks must be an https:// address, without user and password (http:// on this machine only)")
}

func isLoopback(host string) bool {
	addr, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && addr.IsLoopback()
}

// checkKeys wants at least one key that a token may be signed with.
func checkKeys(ctx context.Context, set jwkset.Storage, address string) error {
	keys, err := set.KeyReadAll(ctx)
	if err != nil {
		return ecosystem.Wrap(err, ecosystem.CodeInternal, "the key set could not be read")
	}
	for _, key := range keys {
		switch key.Key().(type) {
		case *rsa.PublicKey, *ecdsa.PublicKey, ed25519.PublicKey:
			return nil
		}
	}
	return ecosystem.Errorf(ecosystem.CodeBadInput, "what %s gives has no public key for signatures: is it the address of a key set (jwks_uri)?", address)
}

// find is the key for a token. It is no matter of the request: a client that leaves
// must not stop a fetch that others need.
func (k *keySet) find(t *jwt.Token) (any, error) {
	if _, critical := t.Header["crit"]; critical { // rules that we do not know
		return nil, errors.New("the token has critical extensions")
	}
	id, _ := t.Header["kid"].(string)
	if len(id) > maxKeyID {
		return nil, errUnknownKey
	}
	key, err, _ := k.asking.Do(strings.Join([]string{t.Method.Alg(), id}, " "), func() (any, error) { return k.set.Keyfunc(t) })
	if err != nil {
		return nil, errors.Join(errUnknownKey, err)
	}
	return key, nil
}

// bounded fetches no more than a key set can have, and only from where it was told.
func bounded(c *http.Client) *http.Client {
	if c == nil {
		c = &http.Client{Transport: http.DefaultTransport}
	}
	return &http.Client{
		Transport:     boundedTransport{c.Transport},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

type boundedTransport struct{ http.RoundTripper }

// RoundTrip bounds the body of a response.
func (b boundedTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	response, err := b.RoundTripper.RoundTrip(r)
	if err == nil {
		response.Body = http.MaxBytesReader(nil, response.Body, maxSetBytes)
	}
	return response, err
}
