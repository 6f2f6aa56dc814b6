package graph_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/store"
)

// held answers lists only when it is released.
type held struct {
	store.Reader
	asked, release chan struct{}
}

func (h held) List(ctx context.Context, f store.Filter, o store.Order, p store.Page) (store.EntityPage, error) {
	h.asked <- struct{}{}
	<-h.release
	return h.Reader.List(ctx, f, o, p)
}

// TestOverload holds the only slot while it asks a second time.
func TestOverload(t *testing.T) {
	l := limits.Default()
	l.Concurrent = 1
	slow := held{loaded(t), make(chan struct{}), make(chan struct{})}
	c := client{graph.NewHandler(graph.Config{Reader: slow, Limits: &l})}
	first := make(chan answer)
	go func() { first <- c.ask(t, `{ entities(first: 1) { nodes { id } } }`, nil) }()
	<-slow.asked
	if diff := cmp.Diff([]string{"OVERLOADED"}, c.ask(t, `{ generation { number } }`, nil).codes()); diff != "" {
		t.Errorf("codes (-want +got):\n%s", diff)
	}
	close(slow.release)
	if a := <-first; len(a.Errors) > 0 {
		t.Errorf("the request in flight: %+v", a.Errors)
	}
	if a := c.ask(t, `{ generation { number } }`, nil); len(a.Errors) > 0 {
		t.Errorf("afterwards: %+v", a.Errors)
	}
}

func TestTooLargeAnAnswer(t *testing.T) {
	l := limits.Default()
	l.ResponseBytes = 100
	c := client{graph.NewHandler(graph.Config{Reader: loaded(t), Limits: &l})}
	a := c.ask(t, `{ entities(first: 20) { nodes { id name } } }`, nil)
	if diff := cmp.Diff([]string{"RESPONSE_LIMIT"}, a.codes()); diff != "" || a.Data != nil || !strings.Contains(a.Errors[0].Message, "at most 100") {
		t.Errorf("codes (-want +got):\n%s%+v", diff, a)
	}
	if a := c.ask(t, `{ entities(first: 1) { nodes { id } } }`, nil); len(a.Errors) > 0 {
		t.Errorf("a small one: %+v", a.Errors)
	}
}
