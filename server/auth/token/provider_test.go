package token

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/MicahParks/jwkset"
	"github.com/golang-jwt/jwt/v5"
)

const (
	issuer   = "https://id.example.cn"
	audience = "innograph"
)

// provider is an identity provider on this machine whose keys a test changes.
type provider struct {
	*httptest.Server
	mu      sync.Mutex
	answer  http.HandlerFunc
	fetches int
	log     bytes.Buffer // of the verifier
}

// signer is a private key with its name in the set.
type signer struct {
	id     string
	method jwt.SigningMethod
	key    any
}

func newProvider(t *testing.T, answer http.HandlerFunc) *provider {
	t.Helper()
	p := &provider{answer: answer}
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.mu.Lock()
		answer := p.answer
		p.fetches++
		p.mu.Unlock()
		answer(w, r)
	}))
	t.Cleanup(p.Close)
	return p
}

func (p *provider) change(answer http.HandlerFunc) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.answer = answer
}

func (p *provider) fetched() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.fetches
}

func (p *provider) open(t *testing.T) *Verifier {
	t.Helper()
	v, err := Open(t.Context(), p.config())
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func (p *provider) config() Config {
	return Config{JWKS: p.URL + "/keys", Issuer: issuer, Audiences: []string{"another", audience}, RoleClaim: "roles", Logger: slog.New(slog.NewTextHandler(&p.log, nil))}
}

// serving answers with the public keys of signers.
func serving(t *testing.T, signers ...signer) http.HandlerFunc {
	t.Helper()
	var keys []json.RawMessage
	for _, s := range signers {
		keys = append(keys, public(t, s, jwkset.UseSig))
	}
	return set(t, keys...)
}

func set(t *testing.T, keys ...json.RawMessage) http.HandlerFunc {
	t.Helper()
	text, err := json.Marshal(map[string]any{"keys": append([]json.RawMessage{}, keys...)})
	if err != nil {
		t.Fatal(err)
	}
	return func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(text) }
}

func public(t *testing.T, s signer, use jwkset.USE) json.RawMessage {
	t.Helper()
	key := s.key
	if private, ok := key.(crypto.Signer); ok {
		key = private.Public()
	}
	j, err := jwkset.NewJWKFromKey(key, jwkset.JWKOptions{
		Marshal:  jwkset.JWKMarshalOptions{Private: true}, // for symmetric ones
		Metadata: jwkset.JWKMetadataOptions{KID: s.id, USE: use},
	})
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(j.Marshal())
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func rsaSigner(t *testing.T, id string, method jwt.SigningMethod) signer {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	return signer{id, method, key}
}

func ecSigner(t *testing.T, id string) signer {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return signer{id, jwt.SigningMethodES256, key}
}

func edSigner(t *testing.T, id string) signer {
	t.Helper()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return signer{id, jwt.SigningMethodEdDSA, key}
}

// good are the claims of a token that is right; changes replace some, nil removes.
func good(changes jwt.MapClaims) jwt.MapClaims {
	claims := jwt.MapClaims{
		"iss": issuer, "aud": audience, "sub": "zhang@example.cn", "roles": []string{"reader"},
		"exp": time.Now().Add(time.Hour).Unix(), "nbf": time.Now().Add(-time.Minute).Unix(),
	}
	for name, value := range changes {
		if claims[name] = value; value == nil {
			delete(claims, name)
		}
	}
	return claims
}

func (s signer) sign(t *testing.T, claims jwt.MapClaims, header map[string]any) string {
	t.Helper()
	token := jwt.NewWithClaims(s.method, claims)
	token.Header["kid"] = s.id
	for name, value := range header {
		if token.Header[name] = value; value == nil {
			delete(token.Header, name)
		}
	}
	text, err := token.SignedString(s.key)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
