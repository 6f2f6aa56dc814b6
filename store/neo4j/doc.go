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
// The property `record` holds the whole row, and answers are made of it alone
// (record.go says why). Beside it stands what people and filters look for,
// as plain values: id, kind, name, name_en, aliases, former_names, status, the
// declared properties with their own types, weight, label, year; and what is
// derived: `tokens` for search, `sort_name` for the pinyin order, `documents` and
// `sections` of the sources, `within` and `fields_above` for the trees. `hash` is
// the fingerprint, `gen` the generation that wrote the row last. Only loads write;
// what somebody changes by hand is lost or ignored.
//
// # How it is asked
//
// One statement per operation. Statement texts are made by pure functions in
// cypher_*.go from the vocabulary and from how a question is built; values travel
// only as parameters. So the texts of one operation are few, and the server plans
// each once. Reads go through driver.ExecuteQuery with routing,
// writes through managed transactions; both share one bookmark manager, so that
// a caller sees its own loads in a cluster too.
//
// No other package imports the driver.
package neo4j
