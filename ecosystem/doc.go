// Package ecosystem holds the nouns of the knowledge graph: entity kinds,
// relation types and the ends they allow, statuses, sources, identifiers,
// validation rules and the domain's error codes.
//
// The vocabulary is declared once, here, as data. The GraphQL schema, the
// storage backends and the table format are held against it by tests.
//
// The package imports the standard library only; everything else may import it.
package ecosystem
