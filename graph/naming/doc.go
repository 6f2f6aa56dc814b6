// Package naming keeps the resolver of names that belongs to the current
// generation of a store. It is made once per generation from a dump of the graph,
// by one caller for all; callers wait for it, since the answers of the generation
// before may be wrong by then. It knows no GraphQL.
package naming
