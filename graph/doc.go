// Package graph is the GraphQL edge: it binds the SDL in schema/ to the store.
//
// A request passes through four stages. limits refuses documents that are too
// deep, too long or too costly, before anything runs. The resolvers, of one line
// each, hand over to entity and answer, whose types are the SDL's object types.
// load turns what the rows of a level ask for into one call of the store. apierror
// gives every error a code and keeps what is not for clients in the log.
//
// Packages generated and model are written by gqlgen: "go run ./graph/generate".
package graph
