package graph_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/store"
)

// answer is the response to one document.
type answer struct {
	Data   json.RawMessage
	Errors []struct {
		Message    string
		Path       []any
		Extensions struct{ Code, RequestID string }
	}
	Extensions map[string]json.RawMessage
}

// client asks an endpoint.
type client struct{ handler http.Handler }

func newClient(r store.Reader) client {
	return client{graph.NewHandler(graph.Config{Reader: r})}
}

type variables map[string]any

// ask sends a document by POST.
func (c client) ask(t testing.TB, document string, v variables) answer {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": document, "variables": v})
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", strings.NewReader(string(body)))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	c.handler.ServeHTTP(w, r)
	var a answer
	if err := json.Unmarshal(w.Body.Bytes(), &a); err != nil {
		t.Fatalf("%s: the answer is no JSON: %v\n%s", document, err, w.Body)
	}
	return a
}

// data sends a document that must succeed and decodes its answer.
func data[T any](t testing.TB, c client, document string, v variables) (out T) {
	t.Helper()
	a := c.ask(t, document, v)
	if len(a.Errors) > 0 {
		t.Fatalf("%s\nfailed: %+v", document, a.Errors)
	}
	if err := json.Unmarshal(a.Data, &out); err != nil {
		t.Fatalf("%s\nanswered %s: %v", document, a.Data, err)
	}
	return out
}

// sameJSON compares an answer to the wanted JSON.
func sameJSON(t testing.TB, got json.RawMessage, want string) {
	t.Helper()
	var g, w any
	if err := json.Unmarshal([]byte(want), &w); err != nil {
		t.Fatalf("the wanted answer is no JSON: %v", err)
	}
	if err := json.Unmarshal(got, &g); err != nil {
		t.Fatalf("the answer is no JSON: %v\n%s", err, got)
	}
	if diff := cmp.Diff(w, g); diff != "" {
		t.Errorf("wrong answer (-want +got):\n%s\ngot %s", diff, got)
	}
}

// codes are the distinct codes of the errors.
func (a answer) codes() []string {
	var codes []string
	for _, e := range a.Errors {
		if len(codes) == 0 || codes[len(codes)-1] != e.Extensions.Code {
			codes = append(codes, e.Extensions.Code)
		}
	}
	return codes
}

type object = map[string]any

const newType = "application/graphql-response+json"

// send sends a body by POST, asking for the newer media type.
func (c client) send(t testing.TB, body any) (int, answer) {
	t.Helper()
	return c.sendAs(t, body, newType)
}

// sendAs sends a body by POST, asking for a media type.
func (c client) sendAs(t testing.TB, body any, accept string) (int, answer) {
	t.Helper()
	text, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", strings.NewReader(string(text)))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", accept)
	return c.serve(t, r)
}

// fetch asks by GET with parameters, for the newer media type.
func (c client) fetch(t testing.TB, parameters url.Values) (int, answer) {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/graphql?"+parameters.Encode(), nil)
	r.Header.Set("Accept", newType)
	return c.serve(t, r)
}

func (c client) serve(t testing.TB, r *http.Request) (int, answer) {
	t.Helper()
	w := httptest.NewRecorder()
	c.handler.ServeHTTP(w, r)
	var a answer
	if err := json.Unmarshal(w.Body.Bytes(), &a); err != nil {
		t.Fatalf("no JSON: %s", w.Body)
	}
	return w.Code, a
}
