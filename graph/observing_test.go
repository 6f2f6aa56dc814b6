package graph_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/graph/operation"
)

// TestObserverIsToldOfEachRequest tries each way in which a request can end.
func TestObserverIsToldOfEachRequest(t *testing.T) {
	var seen []operation.Operation
	c := client{graph.NewHandler(graph.Config{Reader: loaded(t), Observe: func(ctx context.Context, op *operation.Operation) (context.Context, func()) {
		return ctx, func() { seen = append(seen, *op) }
	}})}
	pages := `relations(first: 100) { nodes { relations(first: 100) { nodes { relations(first: 100) { nodes { id } } } } } }`
	for name, test := range map[string]struct {
		document string
		want     operation.Operation
	}{
		"answered":       {`query Mine { entities(first: 2) { nodes { id } } }`, operation.Operation{Name: "Mine", Type: "query", Cost: 4, Executed: true}},
		"anonymous":      {`{ generation { number } }`, operation.Operation{Type: "query", Cost: 2, Executed: true}},
		"no GraphQL":     {`{`, operation.Operation{Codes: []ecosystem.Code{"GRAPHQL_PARSE_FAILED"}}},
		"not in the SDL": {`query Bad { nothing }`, operation.Operation{Codes: []ecosystem.Code{"GRAPHQL_VALIDATION_FAILED"}}},
		"too dear":       {`query Dear { node(id: "a") { id ... on University { ` + pages + ` } } }`, operation.Operation{Name: "Dear", Type: "query", Cost: 1020204, Codes: []ecosystem.Code{"COMPLEXITY_LIMIT"}}},
		"failed inside":  {`query Inside { a: entities(first: 1, after: "x") { nodes { id } } b: node(id: "") { id } }`, operation.Operation{Name: "Inside", Type: "query", Cost: 5, Executed: true, Codes: []ecosystem.Code{"INVALID_CURSOR"}}},
	} {
		t.Run(name, func(t *testing.T) {
			seen = nil
			c.ask(t, test.document, nil)
			if len(seen) != 1 || seen[0].Bytes == 0 {
				t.Fatalf("seen %+v", seen)
			}
			test.want.Document, test.want.Bytes = test.document, seen[0].Bytes
			if diff := cmp.Diff(test.want, seen[0]); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	get := func(header ...string) *httptest.ResponseRecorder {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/graphql?query="+url.QueryEscape(`query Held { generation { number } }`), nil)
		if len(header) > 0 {
			r.Header.Set("If-None-Match", header[0])
		}
		w := httptest.NewRecorder()
		c.handler.ServeHTTP(w, r)
		return w
	}
	tag := get().Header().Get("ETag")
	seen = nil
	if w := get(tag); w.Code != http.StatusNotModified || len(seen) != 1 || seen[0].Executed {
		t.Errorf("an answer that is held already: %d %+v", w.Code, seen)
	}
}
