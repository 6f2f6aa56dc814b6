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

// BenchmarkStores asks six questions of the shipped graph: of the embedded
// store, of the Neo4j store, and once more with the very statements that the
// Neo4j store sends, bare through the driver. scripts/bench.sh prints ratios.
func BenchmarkStores(b *testing.B) {
	b.Run("embedded", func(b *testing.B) {
		storetest.Benchmark(b, func(b *testing.B) store.Store { return shippedStore(b, memory.New()) })
	})
	server := neo4jtest.Open(b)
	server.Wipe(b)
	var sent neo4jtest.Recording
	db, err := neo4j.Open(b.Context(), neo4j.Config{URI: server.URI, User: server.User, Password: server.Password, Trace: sent.Note})
	if err != nil {
		b.Fatal(err)
	}
	shippedStore(b, db)
	benchmarkNeo4j(b, db, &sent, server.Bare(b))
}

func shippedStore(b *testing.B, s store.Store) store.Store {
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

// arguments is how many different arguments of a question are replayed; the
// workload repeats them after no more than that many.
const arguments = 256

// benchmarkNeo4j times each question through the store, and what the store sent
// for it bare. The recording warms up the server for both.
func benchmarkNeo4j(b *testing.B, db store.Store, sent *neo4jtest.Recording, bare *neo4jtest.Bare) {
	w, err := storetest.NewWorkload(b.Context(), db)
	if err != nil {
		b.Fatal(err)
	}
	for _, q := range w.Questions(db) {
		recorded := make([][]neo4jtest.Statement, arguments)
		sent.Take()
		for i := range recorded {
			if err := q.Ask(b.Context(), i); err != nil {
				b.Fatal(err)
			}
			recorded[i] = sent.Take()
		}
		b.Run("neo4j/"+q.Name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if err := q.Ask(b.Context(), i%arguments); err != nil {
					b.Fatal(err)
				}
				sent.Take() // or it would grow without end
			}
		})
		b.Run("bare/"+q.Name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if err := bare.Play(b.Context(), recorded[i%arguments]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
