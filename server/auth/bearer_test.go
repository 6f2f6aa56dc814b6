package auth

import (
	"net/http"
	"strings"
	"testing"
)

func TestBearer(t *testing.T) {
	for name, c := range map[string]struct {
		values     []string
		credential string
		given      bool
		reason     string
	}{
		"none":                {nil, "", false, ""},
		"a key":               {[]string{"Bearer ink_ABC"}, "ink_ABC", true, ""},
		"in another case":     {[]string{"bEARER abc"}, "abc", true, ""},
		"more blanks":         {[]string{"Bearer   abc "}, "abc", true, ""},
		"all characters":      {[]string{"Bearer aZ09-._~+/=="}, "aZ09-._~+/==", true, ""},
		"twice":               {[]string{"Bearer a", "Bearer a"}, "", true, "several"},
		"another scheme":      {[]string{"Basic YTpi"}, "", true, "not a Bearer"},
		"no scheme":           {[]string{"ink_ABC"}, "", true, "not a Bearer"},
		"empty":               {[]string{""}, "", true, "not a Bearer"},
		"nothing behind":      {[]string{"Bearer"}, "", true, "malformed"},
		"only equals signs":   {[]string{"Bearer =="}, "", true, "malformed"},
		"equals signs inside": {[]string{"Bearer a=b"}, "", true, "malformed"},
		"two words":           {[]string{"Bearer a b"}, "", true, "malformed"},
		"a tab":               {[]string{"Bearer a\tb"}, "", true, "malformed"},
		"Chinese":             {[]string{"Bearer 密钥"}, "", true, "malformed"},
		"as long as allowed":  {[]string{"Bearer " + strings.Repeat("a", maxCredential)}, strings.Repeat("a", maxCredential), true, ""},
		"too long":            {[]string{"Bearer " + strings.Repeat("a", maxCredential+1)}, "", true, "too long"},
	} {
		t.Run(name, func(t *testing.T) {
			got, given, err := bearer(http.Header{"Authorization": c.values})
			if given != c.given || (err == nil) != (c.reason == "") || err != nil && !strings.Contains(err.Error(), c.reason) {
				t.Fatalf("given %t, %v", given, err)
			}
			if err == nil && got != c.credential {
				t.Errorf("got %q", got)
			}
		})
	}
}

// FuzzBearer looks for a header that gives a credential of another form, or is
// repeated in a reason.
func FuzzBearer(f *testing.F) {
	for _, seed := range []string{"", "Bearer ink_ABC", "bearer a.b.c==", "Basic YTpi", "Bearer  a b", "Bearer\ta", "Bearer =", "密 钥"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, value string) {
		credential, given, err := bearer(http.Header{"Authorization": {value}})
		if !given {
			t.Fatal("a header that is there is not seen")
		}
		if err != nil {
			reason := err.Error()
			for _, known := range []string{"not a Bearer credential", "too long a credential", "a malformed credential"} {
				if reason == known {
					return
				}
			}
			t.Fatalf("the reason %q is not one of the fixed ones", reason)
		}
		if len(credential) == 0 || len(credential) > maxCredential || !strings.HasSuffix(strings.TrimRight(value, " "), credential) {
			t.Fatalf("%q became %q", value, credential)
		}
		if strings.ContainsFunc(credential, func(c rune) bool { return c <= ' ' || c > '~' }) {
			t.Fatalf("%q has characters that no credential has", credential)
		}
	})
}
