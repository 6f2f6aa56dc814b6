package graph_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
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
