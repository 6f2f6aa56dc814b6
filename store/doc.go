// Package store is the storage contract: what every backend answers, in which
// order, within which bounds, and with which errors.
//
// There are two backends: store/memory (embedded) and store/neo4j. Both run the
// suite in store/storetest without an exception list; a visible difference
// between them is a bug.
//
// All operations are batched, take a context, and speak domain types
// (ecosystem.Entity, ecosystem.Relation), never GraphQL models. Returned values
// are shared with the store and must not be changed.
//
// Errors are *ecosystem.Error with a code: BAD_INPUT for arguments that make no
// sense, LIMIT_EXCEEDED for more than Limits allows, TIMEOUT for a context that
// is over (it wraps the context's error), UNAVAILABLE.
package store
