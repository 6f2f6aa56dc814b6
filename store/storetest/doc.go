// Package storetest is the one contract suite of package store. Every backend
// runs all of it through [Run]; there is no list of exceptions, and a guard
// fails when the suite learns which backend it talks to.
//
// Three kinds of tests check each other:
//
//   - Cases as data: an input and the answer worked out by hand, on a small
//     graph with the real vocabulary (fixture.go).
//   - An oracle: the simplest correct implementation of store.Reader, plain
//     loops over an ecosystem.Graph, asked the same random questions about the
//     same seeded random graphs as the backend.
//   - Laws that hold whatever the data: pages joined are the list, a batch is
//     its singles, a filter and its Not partition the list.
//
// [LoadAll] fills a store with a graph, and [Benchmark] times seven queries over
// any loaded store.
package storetest
