package neo4j_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
	"github.com/innograph/innograph/store/storetest"
)

// TestObserverSeesStatements has each way of sending a statement watched.
func TestObserverSeesStatements(t *testing.T) {
	type key struct{}
	var mu sync.Mutex
	var seen []string
	s := openEmpty(t, neo4jtest.Open(t), neo4j.Config{Observe: func(ctx context.Context, name, text string) (context.Context, func(int, error)) {
		asker, _ := ctx.Value(key{}).(string)
		return ctx, func(rows int, err error) {
			mu.Lock()
			defer mu.Unlock()
			if text == "" {
				t.Errorf("%s has no text", name)
			}
			code := ecosystem.Code("")
			if err != nil {
				code = ecosystem.CodeOf(err)
			}
			seen = append(seen, strings.TrimSpace(fmt.Sprintln(asker, name, rows, code)))
		}
	}})
	take := func() []string {
		mu.Lock()
		defer mu.Unlock()
		defer func() { seen = nil }()
		return seen
	}
	if took := take(); len(took) == 0 { // constraints and indexes
		t.Error("nothing was seen of the opening")
	}
	g := seededGraph(100)
	if _, _, err := storetest.LoadAll(t.Context(), s, g); err != nil {
		t.Fatal(err)
	}
	if took := take(); !slices.ContainsFunc(took, func(line string) bool { return strings.HasPrefix(line, "finish load") }) {
		t.Errorf("the load was seen as %q", took)
	}
	ctx := context.WithValue(t.Context(), key{}, "asker")
	if _, err := s.Entities(ctx, []string{g.Entities[0].ID, g.Entities[1].ID, "org:nobody"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Dump(ctx, func(ecosystem.Graph) error { return nil }); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"asker entities 2", "asker generation 1", fmt.Sprintf("asker dump documents %d", len(g.Documents)),
		fmt.Sprintf("asker dump entities %d", len(g.Entities)), fmt.Sprintf("asker dump relations %d", len(g.Relations)), "asker generation 1",
	}
	if diff := cmp.Diff(want, take()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	late, cancel := context.WithTimeout(ctx, 1)
	defer cancel()
	<-late.Done()
	if _, err := s.List(late, store.Filter{}, store.Order{By: store.ByID}, store.Page{Limit: 1}); ecosystem.CodeOf(err) != ecosystem.CodeTimeout {
		t.Errorf("late: %v", err)
	}
	if took := take(); took != nil {
		t.Errorf("a statement that was not sent was seen: %q", took)
	}
}

// TestObserverSeesFailures ends a statement while it runs.
func TestObserverSeesFailures(t *testing.T) {
	ended := make(chan error, 1)
	ctx, cancel := context.WithCancel(t.Context())
	s := openEmpty(t, neo4jtest.Open(t), neo4j.Config{Observe: func(ctx context.Context, name, _ string) (context.Context, func(int, error)) {
		if name != "forever" {
			return ctx, func(int, error) {}
		}
		cancel()
		return ctx, func(_ int, err error) { ended <- err }
	}})
	_ = s.RunForever(ctx)
	if err := <-ended; ecosystem.CodeOf(err) != ecosystem.CodeTimeout || err == nil {
		t.Errorf("the observer was told %v", err)
	}
}
