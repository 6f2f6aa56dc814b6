package neo4j_test

import (
	"context"
	"flag"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/innograph/innograph/loader/synthetic"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
	"github.com/innograph/innograph/store/storetest"
)

var benchEntities = flag.Int("bench-entities", 1000, "entities of the graph that is asked; it has ten relations for each; BENCH_ENTITIES is the same for scripts/test.sh, which takes no such flags")

// askedStore holds the graph that benchmarks ask, and notes what it sends.
func askedStore(b *testing.B, server neo4jtest.Server, sent *neo4jtest.Recording) *neo4j.Store {
	b.Helper()
	n := *benchEntities
	if given := os.Getenv("BENCH_ENTITIES"); given != "" {
		var err error
		if n, err = strconv.Atoi(given); err != nil {
			b.Fatalf("BENCH_ENTITIES: %v", err)
		}
	}
	g, err := synthetic.New(synthetic.Options{Entities: n, Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	s := open(b, server, neo4j.Config{Trace: sent.Note, ReadTimeout: planning})
	server.Fill(b, s, n, g.Parts(10_000))
	return s
}

// BenchmarkQueries asks the seven questions of a workload of a made-up graph of any
// size: of the store, and once more with the statements that it sends, bare
// through the driver.
func BenchmarkQueries(b *testing.B) {
	const arguments = 64 // different ones for each question
	server := neo4jtest.Open(b)
	bare := server.Bare(b)
	var sent neo4jtest.Recording
	s := askedStore(b, server, &sent)
	workload, err := storetest.NewWorkload(b.Context(), s)
	if err != nil {
		b.Fatalf("workload: %v", err)
	}
	for _, q := range workload.Questions(s) {
		bare.Compare(b, &sent, arguments, q.Name, q.Ask)
	}
}

// mostWalked is the largest graph of which walks of three steps are asked: at a million
// entities those from common fields are refused, after half a minute each, for want of
// memory. Matching has none.
const mostWalked = 100_000

// BenchmarkWalk asks for the walks of a workload alone: of the store, and of the
// driver.
func BenchmarkWalk(b *testing.B) {
	server := neo4jtest.Open(b)
	bare := server.Bare(b)
	var sent neo4jtest.Recording
	s := askedStore(b, server, &sent)
	workload, err := storetest.NewWorkload(b.Context(), s)
	if err != nil {
		b.Fatalf("workload: %v", err)
	}
	generation, err := s.Generation(b.Context())
	if err != nil {
		b.Fatalf("generation: %v", err)
	}
	if generation.Size().Entities > mostWalked {
		b.Log("without walks of three steps")
		workload.Walks = slices.DeleteFunc(workload.Walks, func(q store.WalkQuery) bool { return len(q.Steps) > 2 })
	}
	bare.Compare(b, &sent, len(workload.Walks), "walk", func(ctx context.Context, i int) error {
		_, err := s.Walk(ctx, workload.Walks[i])
		return err
	})
}
