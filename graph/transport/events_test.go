package transport

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/innograph/innograph/graph/watch"
)

// askEvents asks for the events of an executor.
func askEvents(t *testing.T, s EventStream, e graphql.GraphExecutor) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/graphql?query=x", nil)
	r.Header.Set("Accept", eventStream)
	w := httptest.NewRecorder()
	s.Do(w, r, e)
	return w
}

func newEventStream() EventStream {
	return EventStream{NewStreamConfig(New(Config{}), Messages{}, watch.NewCrowd("connections", 0, 0))}
}

// TestEndOfEvents tries the ways in which a subscription may end by itself.
func TestEndOfEvents(t *testing.T) {
	const one = "event: next\ndata: {\"data\":{\"a\":\"<&>\"}}\n\n"
	for name, test := range map[string]struct {
		second func() *graphql.Response
		want   string
	}{
		"no more":  {func() *graphql.Response { return nil }, one + "event: complete\ndata:\n\n"},
		"a panic":  {func() *graphql.Response { panic("boom") }, one + "event: next\ndata: {\"errors\":[{\"message\":\"the server failed"},
		"an error": {func() *graphql.Response { return &graphql.Response{Errors: gqlerror.List{{Message: "failed"}}} }, one + "event: next\ndata: {\"errors\":[{\"message\":\"failed\""},
	} {
		t.Run(name, func(t *testing.T) {
			calls := 0
			w := askEvents(t, newEventStream(), executor{ast.Subscription, func(ctx context.Context) *graphql.Response {
				switch calls++; calls {
				case 1:
					return fine(ctx)
				case 2:
					return test.second()
				default:
					return nil
				}
			}})
			if body := w.Body.String(); !strings.HasPrefix(body, test.want) || !strings.HasSuffix(body, "event: complete\ndata:\n\n") {
				t.Errorf("got %s, want %s…", body, test.want)
			}
		})
	}
}

// checker holds documents while they are checked.
type checker struct {
	executor
	checking, release chan struct{}
}

func (c *checker) CreateOperationContext(ctx context.Context, p *graphql.RawParams) (*graphql.OperationContext, gqlerror.List) {
	c.checking <- struct{}{}
	<-c.release
	return c.executor.CreateOperationContext(ctx, p)
}

// TestStreamsShareTheChecking asks while as many documents are checked as may be: by
// an event stream, and by a message over a WebSocket.
func TestStreamsShareTheChecking(t *testing.T) {
	queries := New(Config{Shares: Shares{Reading: 1}})
	s := EventStream{NewStreamConfig(queries, Messages{}, watch.NewCrowd("connections", 0, 0))}
	c := &checker{executor{ast.Subscription, fine}, make(chan struct{}), make(chan struct{})}
	c.execute = func(context.Context) *graphql.Response { return nil }
	left := make(chan struct{})
	go func() {
		askEvents(t, s, c)
		close(left)
	}()
	<-c.checking
	if w := askEvents(t, s, c); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
		t.Errorf("an event stream: %d %s, want 503", w.Code, w.Body)
	}
	message := sharing{c, queries}
	if _, errs := message.CreateOperationContext(t.Context(), &graphql.RawParams{}); len(errs) != 1 || errs[0].Extensions["code"] != "OVERLOADED" {
		t.Errorf("a message: %v, want OVERLOADED", errs)
	}
	close(c.release)
	<-left
	go func() { <-c.checking }()
	if _, errs := message.CreateOperationContext(t.Context(), &graphql.RawParams{}); len(errs) > 0 {
		t.Errorf("afterwards: %v", errs)
	}
}

func TestStreams(t *testing.T) {
	for _, test := range []struct {
		upgrade, accept string
		want            bool
	}{
		{"", "text/event-stream", true},
		{"", "text/event-stream; charset=utf-8", true},
		{"", "text/event-stream, application/json;q=0", true},
		{"", "text/event-stream, application/json", false},
		{"", "text/event-stream, */*", false},
		{"", "application/json", false},
		{"", "", false},
		{"websocket", "", true},
		{"h2c, WebSocket", "*/*", true},
		{"h2c", "*/*", false},
	} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/graphql", nil)
		r.Header.Set("Upgrade", test.upgrade)
		if test.accept != "" {
			r.Header.Set("Accept", test.accept)
		}
		if got := Streams(r); got != test.want {
			t.Errorf("Upgrade %q, Accept %q: %v, want %v", test.upgrade, test.accept, got, test.want)
		}
	}
}

// TestResponsesKeepTheirData: gqlgen answers all of a subscription from one buffer,
// which is written anew while the answer before is still on its way.
func TestResponsesKeepTheirData(t *testing.T) {
	buffer, asked := []byte(`{"n":0}`), make(chan struct{}, 3)
	e := executor{operation: ast.Subscription}
	responses := pull(t.Context(), e, func(context.Context) *graphql.Response {
		buffer[5]++
		asked <- struct{}{}
		return &graphql.Response{Data: buffer}
	})
	<-asked
	first := <-responses
	<-asked // the second has been written by now
	if got := string(first.Data); got != `{"n":1}` {
		t.Errorf("the first answer became %s", got)
	}
}
