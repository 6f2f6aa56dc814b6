// Package neo4j keeps the graph in a Neo4j server: the graph of record, which
// people may also query by hand.
//
// # What lies in the database
//
// Every entity is a node with two labels, :Entity and that of its kind
// (ecosystem.KindInfo.Label); every relation is a relationship whose type is the
// RelationType. Documents are :Document nodes. One :Meta node tells the
// generation, :LoadLock nodes are what a load and its writers hold on to.
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
// # How it is written
//
// A load goes through a stage on this machine (stage.go): a temporary file for
// what the rows say, some bytes of memory for each. Commit reads the fingerprints
// of the database as a stream, settles the fate of every row, and writes what
// differs: in one transaction if that is little, otherwise in batches, two at a
// time. A load that is killed leaves whole rows; run again, it finds what is left
// to do. Two locks keep others out: one for the time of the load, and one that
// each batch takes and that a new load takes over (lock.takeWriters), so that
// not even a server still at work for a dead loader writes behind its back.
//
// WriteImport makes files of the same rows for neo4j-admin, for databases too
// large to be loaded.
//
// No other package imports the driver.
package neo4j
