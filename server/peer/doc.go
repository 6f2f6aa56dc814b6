// Package peer tells which machine a request comes from: the other end of the
// connection or, behind a proxy that is trusted, the address that the proxy gives.
package peer
