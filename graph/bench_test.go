package graph_test

import (
	"testing"

	"github.com/innograph/innograph/store/memory"
)

// BenchmarkQueries measures the edge itself: documents asked in process, the
// store in memory.
func BenchmarkQueries(b *testing.B) {
	s := memory.New()
	load(b, s, wideWorld(b))
	c := newClient(s)
	for name, document := range map[string]string{
		"node":                   `{ node(id: "org:1") { id ... on Entity { name } } }`,
		"node with its region":   `{ node(id: "org:1") { id ... on Entity { name region { name } } } }`,
		"list of 20":             `{ entities(filter: {kinds: [PLATFORM]}, first: 20) { nodes { id name } } }`,
		"list of 20, two hops":   `{ entities(filter: {kinds: [PLATFORM]}, first: 20) { nodes { id name ... on Platform { hosts { nodes { name region { name } } } } } } }`,
		"search":                 `{ search(query: "储能大学", first: 10) { nodes { id name } } }`,
		"neighborhood of two":    `{ neighborhood(ids: ["org:1"], depth: 2) { nodes { id name } edges { from to relation } } }`,
		"paths with their edges": `{ paths(from: "platform:0", to: "platform:8") { paths { steps { relation node { name } sources { document { title } } } } } }`,
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				c.ask(b, document, nil)
			}
		})
	}
}
