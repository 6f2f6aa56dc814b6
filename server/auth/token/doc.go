// Package token checks bearer tokens of an identity provider: JSON Web Tokens
// (RFC 7519) signed with a key of the provider's key set (JWKS, RFC 7517).
//
// The rules are those of RFC 8725: the algorithms are fixed and all asymmetric,
// issuer, audience and end are required, and the set is asked over TLS.
package token
