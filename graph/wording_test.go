package graph_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestMessagesNameWhatIsMeant wants a person who reads only the message to know what
// to mend, also where the library leaves it to the path.
func TestMessagesNameWhatIsMeant(t *testing.T) {
	c := newClient(loaded(t))
	for _, test := range []struct {
		request map[string]any
		want    string
	}{
		{map[string]any{"query": `query ($id: ID!) { node(id: $id) { id } }`}, "variable $id: must be defined"},
		{map[string]any{"query": `query ($id: ID!) { node(id: $id) { id } }`, "variables": variables{"id": nil}}, "variable $id: cannot be null"},
		{map[string]any{"query": `query ($f: EntityFilter) { entities(filter: $f) { totalCount } }`, "variables": variables{"f": variables{"kindz": []string{}}}}, "variable $f.kindz: unknown field"},
		{map[string]any{"query": `query ($k: [Kind!]) { entities(filter: {kinds: $k}) { totalCount } }`, "variables": variables{"k": []string{"AGENCY", "CASTLE"}}}, "variable $k[1]: CASTLE is not a valid Kind"},
		{map[string]any{"query": `query ($n: Int) { entities(first: $n) { totalCount } }`, "variables": variables{"n": 1.5}}, "variable $n: the value is no Int"},
		{map[string]any{"query": ``}, "the document has no operation: write one, such as { generation { number } }"},
		{map[string]any{"query": `query A { generation { number } } query B { generation { number } }`}, "the document has 2 operations: say in operationName which of them is meant: A, B"},
		{map[string]any{"query": `query A { generation { number } }`, "operationName": "C"}, `the document has no operation of the name "C" that operationName gives; it has: A`},
	} {
		body, err := json.Marshal(test.request)
		if err != nil {
			t.Fatal(err)
		}
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		c.handler.ServeHTTP(w, r)
		var a answer
		if err := json.Unmarshal(w.Body.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		if len(a.Errors) != 1 || a.Errors[0].Message != test.want || a.Errors[0].Extensions.Code != "GRAPHQL_VALIDATION_FAILED" {
			t.Errorf("%s: %+v, want %q", body, a.Errors, test.want)
		}
	}
}

// TestBodiesThatAreNoRequests wants whoever wrote one to learn which part is wrong,
// without a word of what was sent.
func TestBodiesThatAreNoRequests(t *testing.T) {
	c := newClient(loaded(t))
	for _, test := range []struct {
		body, coding string
		status       int
		want         string
	}{
		{`{"query": "{ __typename }", "variables": "{}"}`, "", 400, "variables must be a JSON object"},
		{`{"query": "{ __typename }", "extensions": [1]}`, "", 400, "extensions must be a JSON object"},
		{`{"query": 3}`, "", 400, "query must be a text"},
		{`{"query": "{ __typename }", "operationName": {}}`, "", 400, "operationName must be a text"},
		{`"{ __typename }"`, "", 400, `the request body must be one JSON object such as {"query": "…", "variables": {…}}`},
		{"\x1f\x8b", "gzip", 415, "the body must not be compressed: leave Content-Encoding out"},
		{`{"query": 3}`, "identity", 400, "query must be a text"},
	} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", strings.NewReader(test.body))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Content-Encoding", test.coding)
		w := httptest.NewRecorder()
		c.handler.ServeHTTP(w, r)
		var a answer
		if err := json.Unmarshal(w.Body.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		if w.Code != test.status || len(a.Errors) != 1 || a.Errors[0].Message != test.want || a.Errors[0].Extensions.Code != "BAD_INPUT" {
			t.Errorf("%q: %d %+v, want %d %q", test.body, w.Code, a.Errors, test.status, test.want)
		}
	}
}
