package transport

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/innograph/innograph/store"
)

type clientKey struct{}

func clientOf(ctx context.Context) string { name, _ := ctx.Value(clientKey{}).(string); return name }

// ask sends a body as a client.
func ask(t *testing.T, transport Transport, e executor, client string, body io.Reader) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(context.WithValue(t.Context(), clientKey{}, client), http.MethodPost, "/graphql", body)
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	transport.Do(w, r, e)
	return w
}

func query(comment int) io.Reader {
	return strings.NewReader(`{"query": "x #` + strings.Repeat("x", comment) + `"}`)
}

// TestAClientLeavesRoomForOthers: one client fills its share of the slots, another is
// answered.
func TestAClientLeavesRoomForOthers(t *testing.T) {
	transport := New(Config{Generation: down, Concurrent: 4, Shares: Shares{Client: clientOf}})
	entered, release, left := make(chan struct{}), make(chan struct{}), make(chan int)
	held := executor{ast.Query, func(context.Context) *graphql.Response {
		entered <- struct{}{}
		<-release
		return fine(t.Context())
	}}
	for range 2 {
		go func() { left <- ask(t, transport, held, "greedy", query(0)).Code }()
		<-entered
	}
	w := ask(t, transport, executor{ast.Query, fine}, "greedy", query(0))
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") != "1" || !strings.Contains(w.Body.String(), "leaves room for others") {
		t.Errorf("a third of the same client: %d %v %s", w.Code, w.Header(), w.Body)
	}
	if w := ask(t, transport, executor{ast.Query, fine}, "polite", query(0)); w.Code != http.StatusOK {
		t.Errorf("another client: %d %s", w.Code, w.Body)
	}
	close(release)
	for range 2 {
		if code := <-left; code != http.StatusOK {
			t.Errorf("in flight: %d", code)
		}
	}
	if used := transport.pools.slots.Used(); used != 0 {
		t.Errorf("%d slots are still taken", used)
	}
}

// TestLongBodiesShareBytes tries bodies of announced and of unknown length.
func TestLongBodiesShareBytes(t *testing.T) {
	transport := New(Config{Generation: down, RequestBytes: 1 << 20, Shares: Shares{Client: clientOf, Bytes: 200 << 10}})
	during := -1
	look := executor{ast.Query, func(context.Context) *graphql.Response {
		during = transport.pools.bytes.Used()
		return fine(t.Context())
	}}
	for name, c := range map[string]struct {
		body  io.Reader
		taken int
	}{
		"short":             {query(1000), 0},
		"long":              {query(50_000), 50_000 + len(`{"query": "x #"}`) + 1 - short},
		"of unknown length": {struct{ io.Reader }{query(50_000)}, short + 2*short},
	} {
		t.Run(name, func(t *testing.T) {
			w := ask(t, transport, look, "a", c.body)
			if w.Code != http.StatusOK || during != c.taken {
				t.Errorf("%d, %d bytes are taken, want %d", w.Code, during, c.taken)
			}
			if used := transport.pools.bytes.Used(); used != 0 {
				t.Errorf("afterwards %d bytes are taken", used)
			}
		})
	}
	leave, _ := transport.pools.bytes.Take(t.Context(), "a", 100<<10, 0)
	defer leave()
	for name, body := range map[string]io.Reader{"long": query(110_000), "of unknown length": struct{ io.Reader }{query(110_000)}} {
		if w := ask(t, transport, look, "a", body); w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "leaves room for others") {
			t.Errorf("a %s body beyond the share: %d %s", name, w.Code, w.Body)
		}
	}
	if w := ask(t, transport, look, "b", query(60_000)); w.Code != http.StatusOK {
		t.Errorf("a long body of another client: %d %s", w.Code, w.Body)
	}
}

// TestLongAnswersShareBytes also wants the slot to be free while one is written.
func TestLongAnswersShareBytes(t *testing.T) {
	transport := New(Config{Generation: down, Concurrent: 1, Shares: Shares{Client: clientOf, Bytes: 100 << 10}})
	long := executor{ast.Query, func(context.Context) *graphql.Response {
		return &graphql.Response{Data: fmt.Appendf(nil, `{"a":%q}`, bytes.Repeat([]byte("x"), 60<<10))}
	}}
	w := &looking{ResponseRecorder: httptest.NewRecorder(), look: func() {
		if slots, taken := transport.pools.slots.Used(), transport.pools.bytes.Used(); slots != 0 || taken < 60<<10 {
			t.Errorf("while a long answer is written %d slots and %d bytes are taken", slots, taken)
		}
		if w := ask(t, transport, long, "a", query(0)); w.Code != http.StatusServiceUnavailable || len(w.Body.String()) > 1000 {
			t.Errorf("a second long answer: %d with %d bytes", w.Code, w.Body.Len())
		}
		if w := ask(t, transport, executor{ast.Query, fine}, "a", query(0)); w.Code != http.StatusOK {
			t.Errorf("a short one: %d %s", w.Code, w.Body)
		}
	}}
	r := httptest.NewRequestWithContext(context.WithValue(t.Context(), clientKey{}, "a"), http.MethodPost, "/graphql", query(0))
	r.Header.Set("Content-Type", "application/json")
	transport.Do(w, r, long)
	if w.Code != http.StatusOK || w.Body.Len() < 60<<10 || transport.pools.bytes.Used() != 0 {
		t.Errorf("%d with %d bytes, %d taken", w.Code, w.Body.Len(), transport.pools.bytes.Used())
	}
}

// looking looks around when the answer is written.
type looking struct {
	*httptest.ResponseRecorder
	look func()
}

func (l *looking) Write(p []byte) (int, error) {
	l.look()
	return l.ResponseRecorder.Write(p)
}

// TestNobodyKeepsARefusal: what a busy server says instead of a cacheable answer is
// not to be kept.
func TestNobodyKeepsARefusal(t *testing.T) {
	transport := New(Config{
		Generation: func(context.Context) (store.Generation, error) { return store.Generation{Number: 1}, nil },
		Shares:     Shares{Client: clientOf, Bytes: 100 << 10},
	})
	leave, _ := transport.pools.bytes.Take(t.Context(), "somebody", 90<<10, 0)
	defer leave()
	long := executor{ast.Query, func(context.Context) *graphql.Response {
		return &graphql.Response{Data: fmt.Appendf(nil, `{"a":%q}`, bytes.Repeat([]byte("x"), 60<<10))}
	}}
	w := httptest.NewRecorder()
	transport.Do(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/graphql?query=x", nil), long)
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("ETag") != "" || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
}

func TestTooLongABodyIsToldSo(t *testing.T) {
	transport := New(Config{Generation: down, RequestBytes: 1 << 20, Shares: Shares{Bytes: 8 << 20}})
	for name, body := range map[string]io.Reader{"announced": query(2 << 20), "of unknown length": struct{ io.Reader }{query(2 << 20)}} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", body)
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		r.Body = http.MaxBytesReader(w, r.Body, 1<<20) // as the server around has it
		transport.Do(w, r, executor{ast.Query, fine})
		if w.Code != http.StatusRequestEntityTooLarge {
			t.Errorf("%s: %d %s", name, w.Code, w.Body)
		}
	}
}

func TestBrokenBodiesStayBroken(t *testing.T) {
	transport := New(Config{Generation: down, Shares: Shares{Bytes: 100 << 10}})
	if w := ask(t, transport, executor{ast.Query, fine}, "a", io.MultiReader(query(0), &broken{})); w.Code != http.StatusBadRequest {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

type broken struct{}

func (*broken) Read([]byte) (int, error) { return 0, errors.New("the line went dead") }
