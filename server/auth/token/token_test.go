package token

import (
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/MicahParks/jwkset"
	"github.com/golang-jwt/jwt/v5"

	"github.com/innograph/innograph/server/auth"
)

func TestGoodTokens(t *testing.T) {
	rs, ps, es, ed := rsaSigner(t, "rs", jwt.SigningMethodRS256), rsaSigner(t, "ps", jwt.SigningMethodPS512), ecSigner(t, "es"), edSigner(t, "ed")
	v := newProvider(t, serving(t, rs, ps, es, ed)).open(t)
	now := time.Now()
	for name, c := range map[string]struct {
		token string
		role  auth.Role
	}{
		"RS256":                   {rs.sign(t, good(nil), nil), auth.Reader},
		"PS512":                   {ps.sign(t, good(nil), nil), auth.Reader},
		"ES256":                   {es.sign(t, good(nil), nil), auth.Reader},
		"EdDSA":                   {ed.sign(t, good(nil), nil), auth.Reader},
		"no key id":               {es.sign(t, good(nil), map[string]any{"kid": nil}), auth.Reader},
		"several audiences":       {es.sign(t, good(jwt.MapClaims{"aud": []string{"x", audience}}), nil), auth.Reader},
		"no begin":                {es.sign(t, good(jwt.MapClaims{"nbf": nil}), nil), auth.Reader},
		"our clock goes fast":     {es.sign(t, good(jwt.MapClaims{"exp": now.Add(-leeway / 2).Unix()}), nil), auth.Reader},
		"our clock goes slow":     {es.sign(t, good(jwt.MapClaims{"nbf": now.Add(leeway / 2).Unix()}), nil), auth.Reader},
		"an operator":             {es.sign(t, good(jwt.MapClaims{"roles": []string{"x", "reader", "operator"}}), nil), auth.Operator},
		"no role":                 {es.sign(t, good(jwt.MapClaims{"roles": nil}), nil), ""},
		"roles that we know not":  {es.sign(t, good(jwt.MapClaims{"roles": []any{"admin", 7, "Operator"}}), nil), ""},
		"a role of another claim": {es.sign(t, good(jwt.MapClaims{"roles": nil, "role": "operator"}), nil), ""},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := v.Verify(t.Context(), c.token)
			if want := (auth.Principal{Name: "subject:zhang@example.cn", Role: c.role}); err != nil || got != want {
				t.Errorf("got %+v, %v", got, err)
			}
		})
	}
}

func TestRolesMayStandElsewhere(t *testing.T) {
	claims := map[string]any{
		"scope": "openid operator", "realm_access": map[string]any{"roles": []any{"reader"}},
		"https://example.cn/roles": []any{"operator"}, "number": 7.0, "deep": map[string]any{"operator": "x"},
	}
	for claim, want := range map[string]auth.Role{
		"scope": auth.Operator, "realm_access.roles": auth.Reader, "https://example.cn/roles": auth.Operator,
		"number": "", "deep": "", "realm_access": "", "realm_access.roles.reader": "", "none": "", "": "",
	} {
		if got := roleIn(claims, claim); got != want {
			t.Errorf("%q gives %q, want %q", claim, got, want)
		}
	}
}

func TestBadTokens(t *testing.T) {
	rs, es := rsaSigner(t, "rs", jwt.SigningMethodRS256), ecSigner(t, "es")
	enc, own := ecSigner(t, "enc"), ecSigner(t, "es") // own: an attacker's key under a known name
	p := newProvider(t, set(t, public(t, rs, jwkset.UseSig), public(t, es, jwkset.UseSig), public(t, enc, jwkset.UseEnc),
		public(t, signer{"secret", jwt.SigningMethodHS256, []byte("a secret that stands in the set too")}, "")))
	v := p.open(t)
	right := es.sign(t, good(nil), nil)
	none := signer{"es", jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType}
	now := time.Now()
	for name, c := range map[string]struct{ token, reason string }{
		"no token":                       {"abc", "no well-formed token"},
		"four parts":                     {right + ".x", "no well-formed token"},
		"no JSON":                        {"YQ.YQ.YQ", "no well-formed token"},
		"another audience":               {es.sign(t, good(jwt.MapClaims{"aud": "other"}), nil), "for another audience"},
		"no audience":                    {es.sign(t, good(jwt.MapClaims{"aud": nil}), nil), "required claim"},
		"another issuer":                 {es.sign(t, good(jwt.MapClaims{"iss": issuer + "/"}), nil), "another issuer"},
		"no issuer":                      {es.sign(t, good(jwt.MapClaims{"iss": nil}), nil), "required claim"},
		"no end":                         {es.sign(t, good(jwt.MapClaims{"exp": nil}), nil), "required claim"},
		"holds later":                    {es.sign(t, good(jwt.MapClaims{"nbf": now.Add(2 * leeway).Unix()}), nil), "holds later"},
		"over, and for another audience": {es.sign(t, good(jwt.MapClaims{"exp": now.Add(-time.Hour).Unix(), "aud": "other"}), nil), "another audience"},
		"no subject":                     {es.sign(t, good(jwt.MapClaims{"sub": nil}), nil), "usable subject"},
		"an endless subject":             {es.sign(t, good(jwt.MapClaims{"sub": strings.Repeat("a", maxSubject+1)}), nil), "usable subject"},
		"a subject that is no text":      {es.sign(t, good(jwt.MapClaims{"sub": 7}), nil), "usable subject"},
		"another content":                {tampered(t, right), "wrong signature"},
		"no signature":                   {right[:strings.LastIndex(right, ".")+1], "wrong signature"},
		"another's key, a known name":    {own.sign(t, good(nil), nil), "wrong signature"},
		"another's key, no name":         {own.sign(t, good(nil), map[string]any{"kid": nil}), "wrong signature"},
		"alg none":                       {none.sign(t, good(nil), nil), "wrong signature or algorithm"},
		"alg None, without signature":    {none.sign(t, good(nil), map[string]any{"alg": "None"}), "cannot be verified"},
		"no alg":                         {es.sign(t, good(nil), map[string]any{"alg": nil}), "cannot be verified"},
		"HS256 with the public key":      {signer{"rs", jwt.SigningMethodHS256, pemOf(t, rs)}.sign(t, good(nil), nil), "wrong signature or algorithm"},
		"HS256 with the modulus":         {signer{"rs", jwt.SigningMethodHS256, rs.key.(*rsa.PrivateKey).N.Bytes()}.sign(t, good(nil), nil), "wrong signature or algorithm"},
		"HS256 with a secret of the set": {signer{"secret", jwt.SigningMethodHS256, []byte("a secret that stands in the set too")}.sign(t, good(nil), nil), "wrong signature or algorithm"},
		"a key of another kind":          {signer{"rs", jwt.SigningMethodES256, es.key}.sign(t, good(nil), nil), "wrong signature"},
		"a key for encryption":           {enc.sign(t, good(nil), nil), "unknown key"},
		"the key comes with the token":   {own.sign(t, good(nil), map[string]any{"jwk": public(t, own, jwkset.UseSig)}), "wrong signature"},
		"rules that we do not know":      {es.sign(t, good(nil), map[string]any{"crit": []string{"b64"}}), "cannot be verified"},
		"an endless key id":              {es.sign(t, good(nil), map[string]any{"kid": strings.Repeat("k", maxKeyID+1)}), "unknown key"},
	} {
		t.Run(name, func(t *testing.T) {
			who, err := v.Verify(t.Context(), c.token)
			var denial *auth.Denial
			if !errors.As(err, &denial) || who != (auth.Principal{}) {
				t.Fatalf("let through as %+v, %v", who, err)
			}
			if !strings.Contains(denial.Reason, c.reason) || denial.Expired {
				t.Errorf("the reason is %q (expired: %t), want %q", denial.Reason, denial.Expired, c.reason)
			}
		})
	}
	if p.fetched() != 1 {
		t.Errorf("the set was fetched %d times", p.fetched())
	}
	_, err := v.Verify(t.Context(), es.sign(t, good(jwt.MapClaims{"exp": now.Add(-2 * leeway).Unix()}), nil))
	var denial *auth.Denial
	if !errors.As(err, &denial) || !denial.Expired {
		t.Errorf("a token that was good: %v", err)
	}
}

// tampered makes an operator of a reader without signing anew.
func tampered(t *testing.T, token string) string {
	t.Helper()
	parts := strings.Split(token, ".")
	claims, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(claims), `"reader"`, `"operator"`, 1)
	if changed == string(claims) {
		t.Fatal("nothing was changed")
	}
	parts[1] = base64.RawURLEncoding.EncodeToString([]byte(changed))
	return strings.Join(parts, ".")
}

func pemOf(t *testing.T, s signer) []byte {
	t.Helper()
	der, err := x509.MarshalPKIXPublicKey(&s.key.(*rsa.PrivateKey).PublicKey)
	if err != nil {
		t.Fatal(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})
}
