// Package naming keeps the resolver of names that belongs to the current
// generation of a store, see package digest.
package naming
