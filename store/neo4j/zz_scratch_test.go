package neo4j_test

import (
	"context"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/neo4j"
)

func TestScratchLoad(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("SCRATCH_N"))
	if n == 0 {
		t.Skip("scratch")
	}
	g := seededGraph(n, 10*n)
	last, lastName := time.Now(), "start"
	spent := map[string]time.Duration{}
	s, err := neo4j.Open(context.Background(), neo4j.Config{OnStatement: func(name string) {
		spent[lastName] += time.Since(last)
		last, lastName = time.Now(), name
	}, URI: os.Getenv("INNOGRAPH_TEST_NEO4J_URI"), Password: os.Getenv("INNOGRAPH_TEST_NEO4J_PASSWORD")})
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	start := time.Now()
	l, err := s.Begin(ctx, store.Size{})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Apply(ctx, g); err != nil {
		t.Fatal(err)
	}
	gen, ch, err := l.Commit(ctx)
	t.Logf("%v: %d %+v %v", time.Since(start), gen.Number, ch, err)
	spent[lastName] += time.Since(last)
	for n, d := range spent {
		t.Logf("%-20s %v", n, d.Round(time.Millisecond))
	}
}
