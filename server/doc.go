// Package server is the HTTP side of the service: routes, cross-origin rules,
// timeouts on every phase, body limit, request ids, structured logs, health and
// readiness, and a graceful end.
//
// It knows the GraphQL endpoint as an http.Handler and the store as a
// store.Reader; it knows no backend.
package server
