// Package digest keeps what is made of a whole graph, once per generation of a
// store and by one caller for all: from a dump, in parts. Callers wait for it, since
// the answers of the generation before may be wrong by then. It knows no GraphQL.
package digest
