package transport

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/innograph/innograph/graph/apierror"
	"github.com/innograph/innograph/store"
)

// executor stands for gqlgen: operations of one type, executed by a function.
type executor struct {
	operation ast.Operation
	execute   func(context.Context) *graphql.Response
}

func (e executor) CreateOperationContext(context.Context, *graphql.RawParams) (*graphql.OperationContext, gqlerror.List) {
	return &graphql.OperationContext{Operation: &ast.OperationDefinition{Operation: e.operation}}, nil
}

func (e executor) DispatchOperation(ctx context.Context, _ *graphql.OperationContext) (graphql.ResponseHandler, context.Context) {
	return e.execute, ctx
}

func (e executor) DispatchError(ctx context.Context, errs gqlerror.List) *graphql.Response {
	reporter := apierror.Reporter{Logger: slog.New(slog.DiscardHandler)}
	for i, err := range errs {
		errs[i] = reporter.Present(ctx, err)
	}
	return &graphql.Response{Errors: errs}
}

func down(context.Context) (store.Generation, error) { return store.Generation{}, errors.New("down") }

func fine(context.Context) *graphql.Response { return &graphql.Response{Data: []byte(`{"a":"<&>"}`)} }

// TestStatus tries what no document of ours can cause.
func TestStatus(t *testing.T) {
	for _, test := range []struct {
		name, method string
		executor     executor
		expired      bool
		status       int
		body         string
	}{
		{"a mutation by post", http.MethodPost, executor{ast.Mutation, fine}, false, 200, `{"data":{"a":"<&>"}}`},
		{"a mutation by get", http.MethodGet, executor{ast.Mutation, nil}, false, 405, `{"errors":[{"message":"GET is for queries only`},
		{"a panic before execution", http.MethodPost, executor{ast.Query, func(context.Context) *graphql.Response { panic("boom") }}, false, 500, `{"errors":[{"message":"the server failed`},
		{"no time left", http.MethodPost, executor{ast.Query, func(context.Context) *graphql.Response { return nil }}, true, 503, `{"errors":[{"message":"the time for this request is over`},
		{"no data", http.MethodPost, executor{ast.Query, func(context.Context) *graphql.Response {
			return &graphql.Response{Data: []byte("null"), Errors: gqlerror.List{{Message: "failed"}}}
		}}, false, 200, `{"errors":[{"message":"failed"}],"data":null}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			if test.expired {
				cancel()
			}
			r := httptest.NewRequestWithContext(ctx, test.method, "/graphql?query=x", strings.NewReader(`{"query": "x"}`))
			r.Header.Set("Content-Type", "application/json")
			w := httptest.NewRecorder()
			New(Config{Generation: down}).Do(w, r, test.executor)
			if w.Code != test.status || !strings.HasPrefix(w.Body.String(), test.body) {
				t.Errorf("got %d %s, want %d %s…", w.Code, w.Body, test.status, test.body)
			}
			if w.Header().Get("ETag") != "" {
				t.Errorf("an entity tag without a generation: %v", w.Header())
			}
		})
	}
}

func post(t *testing.T, transport Transport, e executor, accept string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", strings.NewReader(`{"query": "x"}`))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", accept)
	w := httptest.NewRecorder()
	transport.Do(w, r, e)
	return w
}

// TestConcurrentRequestsAreBounded fills all slots, is refused, and is answered
// again when a slot is free, also when what held it panicked.
func TestConcurrentRequestsAreBounded(t *testing.T) {
	const most = 3
	transport := New(Config{Generation: down, Concurrent: most})
	entered, release, left := make(chan struct{}), make(chan struct{}), make(chan int)
	held := executor{ast.Query, func(context.Context) *graphql.Response {
		entered <- struct{}{}
		<-release
		panic("boom")
	}}
	for range most {
		go func() { left <- post(t, transport, held, applicationJSON).Code }()
		<-entered
	}
	refused := post(t, transport, executor{ast.Query, fine}, applicationJSON)
	if refused.Code != http.StatusServiceUnavailable || refused.Header().Get("Retry-After") != "1" || !strings.Contains(refused.Body.String(), "at most 3 requests at once") {
		t.Errorf("one too many: %d %v %s", refused.Code, refused.Header(), refused.Body)
	}
	close(release)
	for range most {
		if code := <-left; code != http.StatusInternalServerError {
			t.Errorf("a request that held a slot ended with %d", code)
		}
	}
	if w := post(t, transport, executor{ast.Query, fine}, applicationJSON); w.Code != http.StatusOK {
		t.Errorf("with all slots free: %d %s", w.Code, w.Body)
	}
}

func TestAnswersAreBounded(t *testing.T) {
	transport := New(Config{Generation: down, ResponseBytes: 11})
	for data, want := range map[string]map[string]int{
		`{"a":"123"}`:  {applicationJSON: 200, graphqlResponse: 200},
		`{"a":"1234"}`: {applicationJSON: 200, graphqlResponse: 400},
	} {
		for accept, status := range want {
			w := post(t, transport, executor{ast.Query, func(context.Context) *graphql.Response { return &graphql.Response{Data: []byte(data)} }}, accept)
			sent := strings.Contains(w.Body.String(), `"data":`)
			if w.Code != status || sent != (len(data) <= 11) || sent == strings.Contains(w.Body.String(), "12 bytes of data, at most 11") {
				t.Errorf("%s as %s: %d %s", data, accept, w.Code, w.Body)
			}
		}
	}
}
