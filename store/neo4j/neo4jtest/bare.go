package neo4jtest

import (
	"context"
	"fmt"
	"maps"
	"sync"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"golang.org/x/sync/errgroup"
)

// Statement is one Cypher text with its parameters.
type Statement struct {
	Text   string
	Params map[string]any
}

// Recording collects statements; its Note is a Trace of the store's Config.
type Recording struct {
	mu         sync.Mutex
	statements []Statement
}

// Note adds a statement.
func (r *Recording) Note(text string, params map[string]any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.statements = append(r.statements, Statement{text, maps.Clone(params)})
}

// Take hands out what was noted since the last time.
func (r *Recording) Take() []Statement {
	r.mu.Lock()
	defer r.mu.Unlock()
	taken := r.statements
	r.statements = nil
	return taken
}

// Bare sends statements through the driver alone, into plain records. What a
// store takes longer for the same statements is what the store costs.
type Bare struct{ driver neo4j.DriverWithContext }

// Bare connects to the server.
func (s Server) Bare(t testing.TB) *Bare {
	t.Helper()
	driver, err := neo4j.NewDriverWithContext(s.URI, neo4j.BasicAuth(s.User, s.Password, ""))
	if err != nil {
		t.Fatalf("connect: %v", err)
	}
	t.Cleanup(func() { _ = driver.Close(context.WithoutCancel(t.Context())) })
	return &Bare{driver}
}

// Play sends statements that read, one after the other, and takes in all of
// their records.
func (b *Bare) Play(ctx context.Context, statements []Statement) error {
	return b.PlayAtOnce(ctx, statements, 1)
}

// PlayAtOnce is Play with that many statements on their way at the same time. None
// waits for another whose answer it was made from.
func (b *Bare) PlayAtOnce(ctx context.Context, statements []Statement, atOnce int) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	for _, s := range statements {
		group.Go(func() error { return b.play(ctx, s) })
	}
	return group.Wait()
}

func (b *Bare) play(ctx context.Context, s Statement) error {
	_, err := neo4j.ExecuteQuery(ctx, b.driver, s.Text, s.Params, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithReadersRouting())
	if err != nil {
		return fmt.Errorf("play a bare statement: %w", err)
	}
	return nil
}

// Compare times a question as a store answers it (name/neo4j), and what the
// store sends for it bare (name/bare). sent is the store's Trace; the question is
// asked with that many different arguments, which are recorded first, so that
// the server has planned every text before the clock starts.
func (b *Bare) Compare(tb *testing.B, sent *Recording, arguments int, name string, ask func(ctx context.Context, i int) error) {
	tb.Helper()
	recorded := make([][]Statement, arguments)
	sent.Take()
	for i := range recorded {
		if err := ask(tb.Context(), i); err != nil {
			tb.Fatalf("%s: %v", name, err)
		}
		recorded[i] = sent.Take()
	}
	tb.Run(name+"/neo4j", func(tb *testing.B) {
		for i := 0; tb.Loop(); i++ {
			if err := ask(tb.Context(), i%arguments); err != nil {
				tb.Fatal(err)
			}
			sent.Take() // or it would grow without end
		}
	})
	tb.Run(name+"/bare", func(tb *testing.B) {
		for i := 0; tb.Loop(); i++ {
			if err := b.Play(tb.Context(), recorded[i%arguments]); err != nil {
				tb.Fatal(err)
			}
		}
	})
}
