// Package server is the HTTP side of the service: routes, cross-origin rules,
// who may ask and how often, timeouts on every phase, body limit, compression,
// request ids, an access log, health and readiness, the schema, GraphiQL, and a
// graceful end. What clients may rely on stands in docs/http.md and docs/auth.md.
//
// It knows the GraphQL endpoint as an http.Handler and the store as a
// store.Reader; it knows no backend.
package server
