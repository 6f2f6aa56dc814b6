// Package neo4jtest gives a test the Neo4j server it runs against.
//
// It starts nothing: scripts/test.sh (make test) and scripts/neo4j.sh (make
// neo4j-start) start a server and say where it is through the environment.
//
//	INNOGRAPH_TEST_NEO4J_URI        bolt://127.0.0.1:23456
//	INNOGRAPH_TEST_NEO4J_USER       neo4j, if not set
//	INNOGRAPH_TEST_NEO4J_PASSWORD
//	INNOGRAPH_TEST_NEO4J            off: leave these tests out, and say so
//	CI                              true: a missing server is a failure, whatever else is set
//
// A test that needs a server and has none fails: left out silently, a second
// backend rots. Only someone who said off gets a skip, and never in CI.
//
// The tests own the server: [Server.Wipe] deletes every node in it. Never point
// INNOGRAPH_TEST_NEO4J_URI at a database that somebody needs.
//
// Community Edition has one user database, so packages that import this one run
// one after another (go test -p 1), and so do their tests: only what reads within
// one test, as the contract suite does, may call t.Parallel.
package neo4jtest
