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
	const oldType, newType = "application/json; charset=utf-8", "application/graphql-response+json; charset=utf-8"
	const newest = "application/graphql-response+json"
	for _, test := range []struct {
		name, method, target, contentType, accept, body string
		status                                          int
		answers, code                                   string // content type, error code
	}{
		{"post", http.MethodPost, "/graphql", "application/json", "", ok, 200, oldType, ""},
		{"post with a charset", http.MethodPost, "/graphql", "application/json; charset=UTF-8", "application/json", ok, 200, oldType, ""},
		{"post for the new type", http.MethodPost, "/graphql", "application/json", newest, ok, 200, newType, ""},
		{"get", http.MethodGet, get("query=" + url.QueryEscape("{ generation { number } }")), "", "", "", 200, oldType, ""},
		{"get with variables", http.MethodGet, get("query=" + url.QueryEscape("query ($id: ID!) { node(id: $id) { id } }") + "&variables=" + url.QueryEscape(`{"id": "org:zju"}`)), "", "", "", 200, oldType, ""},
		{"get of a named operation", http.MethodGet, get("operationName=B&query=" + url.QueryEscape("query A { __typename } query B { generation { number } }")), "", "", "", 200, oldType, ""},
		{"a large integer as an id", http.MethodPost, "/graphql", "application/json", "", `{"query": "query ($id: ID!) { node(id: $id) { id } generation { number } }", "variables": {"id": 12345678901234567890}}`, 200, oldType, ""},

		{"a bad document", http.MethodPost, "/graphql", "application/json", "", `{"query": "{"}`, 200, oldType, "GRAPHQL_PARSE_FAILED"},
		{"a bad document for the new type", http.MethodPost, "/graphql", "application/json", newest, `{"query": "{"}`, 400, newType, "GRAPHQL_PARSE_FAILED"},
		{"an invalid document", http.MethodPost, "/graphql", "application/json", "", `{"query": "mutation { drop }"}`, 200, oldType, "GRAPHQL_VALIDATION_FAILED"},
		{"an invalid document for the new type", http.MethodPost, "/graphql", "application/json", newest, `{"query": "mutation { drop }"}`, 400, newType, "GRAPHQL_VALIDATION_FAILED"},
		{"a mutation by get", http.MethodGet, get("query=" + url.QueryEscape("mutation { drop }")), "", newest, "", 400, newType, "GRAPHQL_VALIDATION_FAILED"},
		{"a wrong variable for the new type", http.MethodPost, "/graphql", "application/json", newest, `{"query": "query ($n: Int!) { entities(first: $n) { totalCount } }", "variables": {"n": "x"}}`, 400, newType, "GRAPHQL_VALIDATION_FAILED"},
		{"an unknown operation for the new type", http.MethodPost, "/graphql", "application/json", newest, `{"query": "query A { __typename }", "operationName": "B"}`, 400, newType, "GRAPHQL_VALIDATION_FAILED"},
		{"too many tokens for the new type", http.MethodPost, "/graphql", "application/json", newest, `{"query": "{ ` + strings.Repeat("id ", 5000) + `}"}`, 400, newType, "TOKEN_LIMIT"},
		{"too deep for the new type", http.MethodPost, "/graphql", "application/json", newest, `{"query": "{ ` + strings.Repeat("a { ", 50) + "b" + strings.Repeat(" }", 51) + `"}`, 400, newType, "DEPTH_LIMIT"},
		{"too large a page for the new type", http.MethodPost, "/graphql", "application/json", newest, `{"query": "{ entities(first: 100000) { nodes { id } } }"}`, 400, newType, "LIMIT_EXCEEDED"},
		{"too large a page", http.MethodPost, "/graphql", "application/json", "", `{"query": "{ entities(first: 100000) { nodes { id } } }"}`, 200, oldType, "LIMIT_EXCEEDED"},

		{"another method", http.MethodPut, "/graphql", "application/json", "", ok, 405, oldType, "BAD_INPUT"},
		{"a form, as any page could send it", http.MethodPost, "/graphql", "application/x-www-form-urlencoded", "", "query=%7B__typename%7D", 415, oldType, "BAD_INPUT"},
		{"a form with parts", http.MethodPost, "/graphql", "multipart/form-data; boundary=x", "", "--x\r\nContent-Disposition: form-data; name=\"query\"\r\n\r\n{ __typename }\r\n--x--", 415, oldType, "BAD_INPUT"},
		{"plain text", http.MethodPost, "/graphql", "text/plain", "", ok, 415, oldType, "BAD_INPUT"},
		{"no type", http.MethodPost, "/graphql", "", "", ok, 415, oldType, "BAD_INPUT"},
		{"JSON of another charset", http.MethodPost, "/graphql", "application/json; charset=utf-16", "", ok, 415, oldType, "BAD_INPUT"},
		{"a query in the address of a post", http.MethodPost, get("query=%7B__typename%7D"), "application/json", "", "{}", 400, oldType, "BAD_INPUT"},
		{"nothing that we answer", http.MethodPost, "/graphql", "application/json", "text/html", ok, 406, oldType, "BAD_INPUT"},
		{"no JSON", http.MethodPost, "/graphql", "application/json", "", `{"query": secret`, 400, oldType, "BAD_INPUT"},
		{"no JSON for the new type", http.MethodPost, "/graphql", "application/json", newest, `{"query": secret`, 400, newType, "BAD_INPUT"},
		{"no body", http.MethodPost, "/graphql", "application/json", "", "", 400, oldType, "BAD_INPUT"},
		{"no query", http.MethodPost, "/graphql", "application/json", newest, `{"variables": {}}`, 400, newType, "BAD_INPUT"},
		{"no query by get", http.MethodGet, "/graphql", "", "", "", 400, oldType, "BAD_INPUT"},
		{"an address that is none", http.MethodGet, get("query=%zz"), "", "", "", 400, oldType, "BAD_INPUT"},
		{"two requests in one body", http.MethodPost, "/graphql", "application/json", "", ok + ok, 400, oldType, "BAD_INPUT"},
		{"a batch", http.MethodPost, "/graphql", "application/json", "", " [" + ok + "]", 400, oldType, "BAD_INPUT"},
		{"variables that are a list", http.MethodPost, "/graphql", "application/json", "", `{"query": "{ __typename }", "variables": [1]}`, 400, oldType, "BAD_INPUT"},
		{"get with variables that are none", http.MethodGet, get("query=%7B__typename%7D&variables=secret"), "", "", "", 400, oldType, "BAD_INPUT"},
		{"a body too large", http.MethodPost, "/graphql", "application/json", "", `{"query": "` + strings.Repeat(" ", 30000) + `"}`, 413, oldType, "LIMIT_EXCEEDED"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := httptest.NewRequestWithContext(t.Context(), test.method, test.target, strings.NewReader(test.body))
			r.Header.Set("Content-Type", test.contentType)
			if test.accept != "" {
				r.Header.Set("Accept", test.accept)
			}
			w := httptest.NewRecorder()
			r.Body = http.MaxBytesReader(w, r.Body, 20000)
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
			if test.code != "" && (a.Data != nil || w.Header().Get("Cache-Control") != "no-store") {
				t.Errorf("nothing was executed, but there is data or it may be cached: %v %s", w.Header(), w.Body)
			}
		})
	}
}

// TestABatchIsRefusedInWords wants a client that batches to learn what to do.
func TestABatchIsRefusedInWords(t *testing.T) {
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", strings.NewReader(`[{"query": "{ __typename }"}]`))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	newClient(loaded(t)).handler.ServeHTTP(w, r)
	if !strings.Contains(w.Body.String(), "send one request for each operation") {
		t.Errorf("got %s", w.Body)
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
