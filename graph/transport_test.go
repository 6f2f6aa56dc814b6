package graph_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql/introspection"
)

// TestTransport sends requests as HTTP has them.
func TestTransport(t *testing.T) {
	c := newClient(loaded(t))
	ok := `{"query": "{ generation { number } }"}`
	get := func(query string) string { return "/graphql?" + query }
	for _, test := range []struct {
		name, method, target, contentType, accept, body string
		status                                          int
		answers, code                                   string // content type, error code
	}{
		{"post", http.MethodPost, "/graphql", "application/json", "", ok, 200, "application/json", ""},
		{"post with a charset", http.MethodPost, "/graphql", "application/json; charset=utf-8", "application/json", ok, 200, "application/json", ""},
		{"post for the new type", http.MethodPost, "/graphql", "application/json", "application/graphql-response+json", ok, 200, "application/graphql-response+json", ""},
		{"a bad document for the new type", http.MethodPost, "/graphql", "application/json", "application/graphql-response+json", `{"query": "{"}`, 400, "application/graphql-response+json", "GRAPHQL_PARSE_FAILED"},
		{"get", http.MethodGet, get("query=" + url.QueryEscape("{ generation { number } }")), "", "", "", 200, "application/json", ""},
		{"get with variables", http.MethodGet, get("query=" + url.QueryEscape("query ($id: ID!) { node(id: $id) { id } }") + "&variables=" + url.QueryEscape(`{"id": "org:zju"}`)), "", "", "", 200, "application/json", ""},

		{"another method", http.MethodPut, "/graphql", "application/json", "", ok, 405, "application/json", "BAD_INPUT"},
		{"a form, as any page could send it", http.MethodPost, "/graphql", "application/x-www-form-urlencoded", "", "query=%7B__typename%7D", 415, "application/json", "BAD_INPUT"},
		{"plain text", http.MethodPost, "/graphql", "text/plain", "", ok, 415, "application/json", "BAD_INPUT"},
		{"no type", http.MethodPost, "/graphql", "", "", ok, 415, "application/json", "BAD_INPUT"},
		{"no JSON", http.MethodPost, "/graphql", "application/json", "", `{"query": secret`, 400, "application/json", "BAD_INPUT"},
		{"a batch", http.MethodPost, "/graphql", "application/json", "", "[" + ok + "]", 400, "application/json", "BAD_INPUT"},
		{"variables that are a list", http.MethodPost, "/graphql", "application/json", "", `{"query": "{ __typename }", "variables": [1]}`, 400, "application/json", "BAD_INPUT"},
		{"get with variables that are none", http.MethodGet, get("query=%7B__typename%7D&variables=secret"), "", "", "", 400, "application/json", "BAD_INPUT"},
		{"a mutation", http.MethodPost, "/graphql", "application/json", "", `{"query": "mutation { drop }"}`, 422, "application/json", "GRAPHQL_VALIDATION_FAILED"},
		{"a body too large", http.MethodPost, "/graphql", "application/json", "", `{"query": "` + strings.Repeat(" ", 3000) + `"}`, 413, "application/json", "LIMIT_EXCEEDED"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := httptest.NewRequestWithContext(t.Context(), test.method, test.target, strings.NewReader(test.body))
			r.Header.Set("Content-Type", test.contentType)
			if test.accept != "" {
				r.Header.Set("Accept", test.accept)
			}
			w := httptest.NewRecorder()
			r.Body = http.MaxBytesReader(w, r.Body, 2000)
			c.handler.ServeHTTP(w, r)
			var a answer
			if err := json.Unmarshal(w.Body.Bytes(), &a); err != nil {
				t.Fatalf("no JSON: %s", w.Body)
			}
			code := strings.Join(a.codes(), " ")
			if w.Code != test.status || w.Header().Get("Content-Type") != test.answers || code != test.code {
				t.Errorf("got %d %q %q, want %d %q %q", w.Code, w.Header().Get("Content-Type"), code, test.status, test.answers, test.code)
			}
			if strings.Contains(w.Body.String(), "secret") {
				t.Errorf("the answer repeats the request: %s", w.Body)
			}
			if test.code == "" && len(a.Data) < 10 {
				t.Errorf("no data: %s", w.Body)
			}
		})
	}
}

// TestIntrospection sends what tools send to learn the schema.
func TestIntrospection(t *testing.T) {
	got := data[struct {
		Schema struct{ Types []struct{ Name string } } `json:"__schema"`
	}](t, newClient(loaded(t)), introspection.Query, nil)
	for _, typ := range got.Schema.Types {
		if typ.Name == "University" {
			return
		}
	}
	t.Errorf("University is not among %d types", len(got.Schema.Types))
}
