package auth

import (
	"net/http"
	"strings"
)

// maxCredential bounds what is looked at; tokens with many groups reach some KB.
const maxCredential = 16 << 10

// bearer finds the credential of a request in its Authorization header (RFC 6750,
// section 2.1). It is taken from nowhere else: addresses end up in logs and
// histories, and cookies would let other sites' pages use them.
func bearer(h http.Header) (credential string, given bool, err error) {
	values := h.Values("Authorization")
	switch len(values) {
	case 0:
		return "", false, nil
	case 1:
	default:
		return "", true, Denied("several Authorization headers")
	}
	scheme, credential, _ := strings.Cut(values[0], " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return "", true, Denied("not a Bearer credential")
	}
	credential = strings.Trim(credential, " ")
	if len(credential) > maxCredential {
		return "", true, Denied("too long a credential")
	}
	if !isToken68(credential) {
		return "", true, Denied("a malformed credential")
	}
	return credential, true, nil
}

// isToken68 tells whether a text has the form of a Bearer credential: letters,
// digits and -._~+/, then any number of equals signs.
func isToken68(text string) bool {
	body := strings.TrimRight(text, "=")
	if body == "" {
		return false
	}
	for _, c := range []byte(body) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-._~+/", c) >= 0:
		default:
			return false
		}
	}
	return true
}
