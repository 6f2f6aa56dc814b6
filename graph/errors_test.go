package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/store"
)

// failing fails where it is asked for edges and lists.
type failing struct {
	store.Reader
	fail func() error
}

func (f failing) Neighbors(context.Context, []string, store.RelationFilter, store.Page) ([]store.EdgePage, error) {
	return nil, f.fail()
}

func (f failing) List(context.Context, store.Filter, store.Order, store.Page) (store.EntityPage, error) {
	return store.EntityPage{}, f.fail()
}

// TestFailures wants failures of the store to become coded errors that tell
// nothing of the inside, and one line of log each that tells everything.
func TestFailures(t *testing.T) {
	inside := errors.New("neo4j: dial tcp 10.0.0.7: password hunter2")
	for _, test := range []struct {
		name   string
		fail   func() error
		want   string
		logged bool
	}{
		{"a bare error", func() error { return inside }, "INTERNAL", true},
		{"a panic", func() error { panic(inside) }, "INTERNAL", true},
		{"an unavailable store", func() error {
			return ecosystem.Wrap(inside, ecosystem.CodeUnavailable, "the database at bolt://hunter2 does not answer")
		}, "UNAVAILABLE", true},
		{"a store that refuses the server", func() error {
			return ecosystem.Wrap(inside, ecosystem.CodeUnauthorized, "the database refused user hunter2")
		}, "UNAVAILABLE", true},
		{"a time bound", func() error {
			return ecosystem.Wrap(context.DeadlineExceeded, ecosystem.CodeTimeout, "the database took too long")
		}, "TIMEOUT", true},
		{"a bare time bound", func() error { return context.DeadlineExceeded }, "TIMEOUT", true},
		{"a client that left", func() error { return context.Canceled }, "TIMEOUT", false},
		{"a refusal", func() error { return ecosystem.Errorf(ecosystem.CodeBadInput, "this makes no sense") }, "BAD_INPUT", false},
	} {
		for what, document := range map[string]string{
			"in a resolver": `{ entities { nodes { id } } }`,
			"in a batch":    `{ search(query: "储能") { nodes { region { id } } } }`,
		} {
			t.Run(test.name+" "+what, func(t *testing.T) {
				var log bytes.Buffer
				c := client{graph.NewHandler(graph.Config{
					Reader:    failing{loaded(t), test.fail},
					Logger:    slog.New(slog.NewJSONHandler(&log, nil)),
					RequestID: func(context.Context) string { return "request-1" },
				})}
				a := c.ask(t, document, nil)
				if diff := cmp.Diff([]string{test.want}, a.codes()); diff != "" {
					t.Fatalf("codes (-want +got):\n%s", diff)
				}
				for _, e := range a.Errors {
					if strings.Contains(e.Message, "hunter2") || e.Message == "" || len(e.Path) == 0 {
						t.Errorf("the client sees %+v", e)
					}
				}
				lines := strings.Count(log.String(), "\n")
				if !test.logged {
					if lines != 0 {
						t.Errorf("logged: %s", log.String())
					}
					return
				}
				if lines != 1 || !strings.Contains(log.String(), `"request_id":"request-1"`) || a.Errors[0].Extensions.RequestID != "request-1" {
					t.Errorf("want one line of log with the request id that the client got, got %d:\n%s\n%+v", lines, log.String(), a.Errors)
				}
				if strings.Contains(test.name, "panic") != strings.Contains(log.String(), `"stack":`) {
					t.Errorf("want a stack in the log of panics only, got %s", log.String())
				}
			})
		}
	}
}

// TestTheServerGoesOn asks again after a panic.
func TestTheServerGoesOn(t *testing.T) {
	c := newClient(failing{loaded(t), func() error { panic("boom") }})
	if got := c.ask(t, `{ entities { totalCount } generation { number } }`, nil).codes(); len(got) != 1 {
		t.Fatalf("codes %v", got)
	}
	sameJSON(t, data[json.RawMessage](t, c, `{ generation { number } }`, nil), `{"generation": {"number": 1}}`)
}

// TestEachOperationHasARequestID asks twice without one from outside.
func TestEachOperationHasARequestID(t *testing.T) {
	c := newClient(failing{loaded(t), func() error { return errors.New("broken") }})
	first, second := c.ask(t, `{ entities { totalCount } }`, nil), c.ask(t, `{ entities { totalCount } }`, nil)
	a, b := first.Errors[0].Extensions.RequestID, second.Errors[0].Extensions.RequestID
	if a == "" || a == b {
		t.Errorf("request ids are %q and %q", a, b)
	}
}
