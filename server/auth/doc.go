// Package auth decides who may do what: it finds out who sends a request (Gate) and
// lets through who has the role that a route asks for (RequireRole).
//
// Credentials are checked by verifiers: apikey for keys of our own, token for those
// of an identity provider. What a refusal tells is the same whatever was wrong,
// except that credentials are out of date, which only their holder can learn. The
// reason stands in the access log, in fixed words; credentials stand nowhere.
package auth
