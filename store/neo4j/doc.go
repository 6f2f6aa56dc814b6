// Package neo4j keeps the graph in a Neo4j server: the graph of record, which
// people may also query by hand.
//
// # What lies in the database
//
// Every entity is a node with two labels, :Entity and that of its kind
// (ecosystem.KindInfo.Label); every relation is a relationship whose type is the
// RelationType. Documents are :Document nodes. One :Meta node tells the
// generation, one :LoadLock node is what a load holds on to.
//
// Properties that people use carry plain values: id, kind, name, name_en,
// aliases, former_names, status, and the declared properties with their own
// types. `sources` holds each source as JSON, `documents` and `places` the same
// sources for filters, `tokens` what search finds, `sort_name` the pinyin order,
// `hash` the fingerprint, and `gen` the generation that wrote the row last.
//
// # How it is asked
//
// One statement per operation. Statement texts are made by pure functions in
// cypher_*.go from the vocabulary and from which parts of a filter are present;
// values travel only as parameters. So the texts of one operation are few, and
// the server plans each once. Reads go through driver.ExecuteQuery with routing,
// writes through managed transactions; both share one bookmark manager, so that
// a caller sees its own loads in a cluster too.
//
// No other package imports the driver.
package neo4j
