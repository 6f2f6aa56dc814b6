package token

import (
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/golang-jwt/jwt/v5"

	"github.com/innograph/innograph/ecosystem"
)

// TestRotation: a new key is found at once, by all who come with it, the old one
// ends with the set that lacks it, and strangers cannot make us ask again and again.
func TestRotation(t *testing.T) {
	before, after := ecSigner(t, "2026"), ecSigner(t, "2027")
	p := newProvider(t, serving(t, before))
	v := p.open(t)
	p.change(serving(t, after))
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			if _, err := v.Verify(t.Context(), after.sign(t, good(nil), nil)); err != nil {
				t.Errorf("the new key: %v", err)
			}
		})
	}
	all.Wait()
	if got := p.fetched(); got != 2 {
		t.Errorf("the set was fetched %d times, want once at the start and once for the new key", got)
	}
	for _, id := range []string{"2026", "x", "y", "z"} {
		if _, err := v.Verify(t.Context(), signer{id, before.method, before.key}.sign(t, good(nil), nil)); err == nil || !strings.Contains(err.Error(), "unknown key") {
			t.Errorf("key %s: %v", id, err)
		}
	}
	if got := p.fetched(); got != 2 {
		t.Errorf("unknown keys made %d fetches", got-2)
	}
}

// TestAProviderThatIsAway: the keys stay as they were.
func TestAProviderThatIsAway(t *testing.T) {
	s := ecSigner(t, "a")
	p := newProvider(t, serving(t, s))
	v := p.open(t)
	p.change(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) })
	if _, err := v.Verify(t.Context(), ecSigner(t, "b").sign(t, good(nil), nil)); err == nil {
		t.Error("an unknown key is accepted")
	}
	if p.fetched() != 2 || !strings.Contains(p.log.String(), "was not fetched") {
		t.Errorf("%d fetches, the log has %s", p.fetched(), p.log.String())
	}
	if _, err := v.Verify(t.Context(), s.sign(t, good(nil), nil)); err != nil {
		t.Errorf("a known key: %v", err)
	}
}

func TestSetsThatCannotBeHad(t *testing.T) {
	es := ecSigner(t, "a")
	secret := signer{"s", jwt.SigningMethodHS256, []byte("a symmetric key, which signs nothing here")}
	text := func(s string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(s)) }
	}
	elsewhere := newProvider(t, serving(t, es))
	for name, c := range map[string]struct {
		answer http.HandlerFunc
		want   string
	}{
		"not found":      {http.NotFound, "cannot be had"},
		"a page":         {text("<html>"), "cannot be had"},
		"no set":         {text(`{"issuer":"x","jwks_uri":"y"}`), "no public key"},
		"an empty set":   {set(t), "no public key"},
		"only secrets":   {set(t, public(t, secret, "")), "no public key"},
		"a broken key":   {text(`{"keys":[{"kty":"RSA","n":"?","e":"AQAB"}]}`), "cannot be had"},
		"another place":  {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, elsewhere.URL, http.StatusFound) }, "cannot be had"},
		"an endless one": {text(`{"keys":[` + strings.Repeat(" ", maxSetBytes) + `]}`), "cannot be had"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Open(t.Context(), newProvider(t, c.answer).config())
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
	if elsewhere.fetched() != 0 {
		t.Error("a redirection was followed")
	}
	gone := newProvider(t, serving(t, es))
	gone.Close()
	if _, err := Open(t.Context(), gone.config()); ecosystem.CodeOf(err) != ecosystem.CodeUnavailable || !strings.Contains(err.Error(), "is the identity provider running?") {
		t.Errorf("nobody listens: %v", err)
	}
}

func TestSettingsThatAreNotSafe(t *testing.T) {
	p := newProvider(t, serving(t, ecSigner(t, "a")))
	for name, change := range map[string]func(*Config){
		"no issuer":        func(c *Config) { c.Issuer = "" },
		"no audience":      func(c *Config) { c.Audiences = nil },
		"no TLS":           func(c *Config) { c.JWKS = "http://id.example.cn/keys" },
		"a password":       func(c *Config) { c.JWKS = "https://u:SECRET@id.example.cn/keys" },
		"no address":       func(c *Config) { c.JWKS = "id.example.cn/keys" },
		"a file":           func(c *Config) { c.JWKS = "file:///etc/keys" },
		"a name like ours": func(c *Config) { c.JWKS = "http://localhost.example.cn/keys" },
	} {
		c := p.config()
		change(&c)
		if _, err := Open(t.Context(), c); ecosystem.CodeOf(err) != ecosystem.CodeBadInput || strings.Contains(err.Error(), "SECRET") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if p.fetched() != 0 {
		t.Errorf("%d fetches", p.fetched())
	}
}
