// Package metrics counts and times what the server does and hands it out in
// Prometheus' text form. It watches requests by the hooks of their packages
// (operation.Observer, observed.Observer, …) and keeps a registry of its own.
//
// What a client can choose never makes the number of series grow without bound:
// names of operations are told apart up to a fixed number, the rest is "other".
// docs/operations.md lists the metrics.
package metrics
