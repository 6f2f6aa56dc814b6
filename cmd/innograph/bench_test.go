package main

import (
	"context"
	"testing"

	"github.com/innograph/innograph/data"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
	"github.com/innograph/innograph/store/storetest"
)

// BenchmarkStores asks seven questions of the shipped graph: of the embedded
// store, of the Neo4j store, and once more with the very statements that the
// Neo4j store sends, bare through the driver. scripts/bench.sh prints ratios.
func BenchmarkStores(b *testing.B) {
	storetest.Benchmark(b, func(b *testing.B) store.Store { return shippedStore(b, memory.New()) })
	server := neo4jtest.Open(b)
	server.Wipe(b)
	var sent neo4jtest.Recording
	db, err := neo4j.Open(b.Context(), neo4j.Config{URI: server.URI, User: server.User, Password: server.Password, Trace: sent.Note})
	if err != nil {
		b.Fatal(err)
	}
	shippedStore(b, db)
	w, err := storetest.NewWorkload(b.Context(), db)
	if err != nil {
		b.Fatal(err)
	}
	const arguments = 256 // the workload repeats itself after no more
	bare := server.Bare(b)
	for _, q := range w.Questions(db) {
		bare.Compare(b, &sent, arguments, q.Name, q.Ask)
	}
}

func shippedStore(b testing.TB, s store.Store) store.Store {
	b.Helper()
	g, err := loader.Read(shippedTables(data.FS()))
	if err != nil {
		b.Fatal(err)
	}
	if _, _, err := loader.Write(b.Context(), s, g, nil); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close(context.WithoutCancel(b.Context())) })
	return s
}
