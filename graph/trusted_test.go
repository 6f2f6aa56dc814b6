package graph_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/trusted"
	"github.com/innograph/innograph/store"
)

const (
	oneNode  = `query OneNode($id: ID!) { node(id: $id) { id } }`
	otherDoc = `{ generation { number } }`
)

// trustedClient serves a manifest with one document, under its hash and a name.
func trustedClient(t *testing.T, r store.Reader, only bool) client {
	t.Helper()
	manifest := filepath.Join(t.TempDir(), "documents.json")
	text, err := json.Marshal(map[string]string{trusted.Hash(oneNode): oneNode, "one-node": oneNode})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(manifest, text, 0o600); err != nil {
		t.Fatal(err)
	}
	set, err := graph.ReadTrusted(limits.Default(), nil, manifest)
	if err != nil {
		t.Fatal(err)
	}
	return client{graph.NewHandler(graph.Config{Reader: r, Trusted: set, TrustedOnly: only})}
}

func persisted(text string) object {
	sum := sha256.Sum256([]byte(text))
	return object{"persistedQuery": object{"version": 1, "sha256Hash": hex.EncodeToString(sum[:])}}
}

// TestTrustedDocuments asks in every way a server that has some, and one that runs
// nothing else.
func TestTrustedDocuments(t *testing.T) {
	v := object{"id": "org:zju"}
	const found = `{"node":{"id":"org:zju"}}`
	refusedBy := func(status int, code string) [2]any { return [2]any{status, code} }
	fine := [2]any{200, ""}
	for _, test := range []struct {
		name      string
		body      object
		also      [2]any // where the documents are served beside others
		only      [2]any // where nothing else runs
		otherwise bool   // the answer is another
	}{
		{"by hash", object{"documentId": trusted.Hash(oneNode), "variables": v}, fine, fine, false},
		{"by name", object{"documentId": "one-node", "variables": v}, fine, fine, false},
		{"by name, with null for what is missing", object{"documentId": "one-node", "variables": v, "query": nil, "operationName": nil, "extensions": nil}, fine, fine, false},
		{"by the hash that Apollo sends", object{"extensions": persisted(oneNode), "variables": v}, fine, fine, false},
		{"an operation of it", object{"documentId": "one-node", "variables": v, "operationName": "OneNode"}, fine, fine, false},
		{"another operation", object{"documentId": "one-node", "variables": v, "operationName": "Other"}, refusedBy(400, "GRAPHQL_VALIDATION_FAILED"), refusedBy(400, "GRAPHQL_VALIDATION_FAILED"), false},
		{"a missing variable", object{"documentId": "one-node"}, refusedBy(400, "GRAPHQL_VALIDATION_FAILED"), refusedBy(400, "GRAPHQL_VALIDATION_FAILED"), false},
		{"the text", object{"query": oneNode, "variables": v}, fine, refusedBy(403, "DOCUMENTS_ONLY"), false},
		{"another text", object{"query": otherDoc}, fine, refusedBy(403, "DOCUMENTS_ONLY"), true},
		{"an unknown hash", object{"documentId": trusted.Hash(otherDoc)}, refusedBy(404, "UNKNOWN_DOCUMENT"), refusedBy(404, "UNKNOWN_DOCUMENT"), false},
		{"an unknown name", object{"documentId": "two-nodes"}, refusedBy(404, "UNKNOWN_DOCUMENT"), refusedBy(404, "UNKNOWN_DOCUMENT"), false},
		{"no id at all", object{"documentId": ""}, refusedBy(404, "UNKNOWN_DOCUMENT"), refusedBy(404, "UNKNOWN_DOCUMENT"), false},
		{"an id of another type", object{"documentId": 7}, refusedBy(400, "BAD_INPUT"), refusedBy(400, "BAD_INPUT"), false},
		{"nothing", object{"variables": v}, refusedBy(400, "BAD_INPUT"), refusedBy(400, "BAD_INPUT"), false},
		{"id and text", object{"documentId": "one-node", "query": oneNode, "variables": v}, refusedBy(400, "BAD_INPUT"), refusedBy(403, "DOCUMENTS_ONLY"), false},
		{"id and hash", object{"documentId": "one-node", "extensions": persisted(oneNode), "variables": v}, refusedBy(400, "BAD_INPUT"), refusedBy(400, "BAD_INPUT"), false},
		{"an unregistered hash", object{"extensions": persisted(otherDoc)}, refusedBy(404, "PERSISTED_QUERY_NOT_FOUND"), refusedBy(403, "DOCUMENTS_ONLY"), false},
		{"registering", object{"query": otherDoc, "extensions": persisted(otherDoc)}, fine, refusedBy(403, "DOCUMENTS_ONLY"), true},
		{"a registered hash", object{"extensions": persisted(otherDoc)}, fine, refusedBy(403, "DOCUMENTS_ONLY"), true},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, server := range []struct {
				name string
				only bool
				want [2]any
			}{{"beside others", false, test.also}, {"alone", true, test.only}} {
				counted := newCounting(loaded(t))
				c := trustedClient(t, counted, server.only)
				if test.name == "a registered hash" {
					c.send(t, object{"query": otherDoc, "extensions": persisted(otherDoc)})
				}
				status, a := c.send(t, test.body)
				if diff := cmp.Diff(server.want, [2]any{status, strings.Join(a.codes(), " ")}); diff != "" {
					t.Errorf("%s (-want +got):\n%s%+v", server.name, diff, a)
				}
				if status == 200 && !test.otherwise && string(a.Data) != found {
					t.Errorf("%s: data %s", server.name, a.Data)
				}
				if status != 200 && (a.Data != nil || len(counted.calls) > 0 || len(a.Errors) != 1) {
					t.Errorf("%s: refused, but with data %s, calls %v, errors %v", server.name, a.Data, counted.calls, a.Errors)
				}
			}
		})
	}
}

// TestTrustedDocumentsByGET names them in the address, and asks again with the tag.
func TestTrustedDocumentsByGET(t *testing.T) {
	counted := newCounting(loaded(t))
	c := trustedClient(t, counted, true)
	for _, id := range []string{"one-node", trusted.Hash(oneNode)} {
		address := "/graphql?" + url.Values{"documentId": {id}, "variables": {`{"id":"org:zju"}`}}.Encode()
		get := func(tag string) *httptest.ResponseRecorder {
			r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
			r.Header.Set("If-None-Match", tag)
			w := httptest.NewRecorder()
			c.handler.ServeHTTP(w, r)
			return w
		}
		first := get("")
		tag := first.Header().Get("ETag")
		if first.Code != 200 || tag == "" || !strings.Contains(first.Body.String(), "org:zju") || first.Header().Get("Cache-Control") != "no-cache" {
			t.Fatalf("%s: %d %v %s", id, first.Code, first.Header(), first.Body)
		}
		clear(counted.calls)
		if again := get(tag); again.Code != http.StatusNotModified || counted.calls["Entities"] > 0 {
			t.Errorf("%s with its tag: %d, calls %v", id, again.Code, counted.calls)
		}
	}
	for name, parameters := range map[string]url.Values{
		"UNKNOWN_DOCUMENT": {"documentId": {"nothing"}}, "DOCUMENTS_ONLY": {"query": {otherDoc}},
		"BAD_INPUT": {"documentId": {"one-node"}, "extensions": {`{"persistedQuery": {"version": 1, "sha256Hash": "` + strings.Repeat("a", 64) + `"}}`}},
	} {
		if _, a := c.fetch(t, parameters); !cmp.Equal(a.codes(), []string{name}) {
			t.Errorf("%v: %+v", parameters, a)
		}
	}
}

// TestAutomaticPersistedQueries goes the way of Apollo's clients, by GET too.
func TestAutomaticPersistedQueries(t *testing.T) {
	l := limits.Default()
	l.PersistedQueries, l.PersistedQueryBytes = 2, 100
	c := client{graph.NewHandler(graph.Config{Reader: loaded(t), Limits: &l})}
	ask := func(text string, extensions object) string {
		body := object{"extensions": extensions}
		if text != "" {
			body["query"] = text
		}
		_, a := c.send(t, body)
		return strings.Join(a.codes(), " ")
	}
	const unknown = "PERSISTED_QUERY_NOT_FOUND"
	long := otherDoc + strings.Repeat(" ", 100)
	for i, step := range []struct {
		text       string
		extensions object
		want       string
	}{
		{"", persisted("{ a }"), unknown},
		{otherDoc, persisted(otherDoc), ""},
		{"", persisted(otherDoc), ""},
		{long, persisted(long), ""},
		{"", persisted(long), unknown}, // too long to be kept
		{otherDoc, persisted(oneNode), "BAD_INPUT"},
		{"", persisted(oneNode), unknown},
		{otherDoc + " ", persisted(otherDoc + " "), ""},
		{"", persisted(otherDoc), ""},
		{otherDoc + "  ", persisted(otherDoc + "  "), ""},
		{"", persisted(otherDoc + " "), unknown}, // the one used least had to go
		{"", persisted(otherDoc), ""},
		{otherDoc, object{"persistedQuery": object{"version": 2, "sha256Hash": strings.Repeat("a", 64)}}, "BAD_INPUT"},
		{otherDoc, object{"persistedQuery": object{"version": 1, "sha256Hash": "abc"}}, "BAD_INPUT"},
		{otherDoc, object{"persistedQuery": "abc"}, "BAD_INPUT"},
		{otherDoc, object{"persistedQuery": nil}, ""},
	} {
		if got := ask(step.text, step.extensions); got != step.want {
			t.Errorf("step %d: %q, want %q", i, got, step.want)
		}
	}
	text, err := json.Marshal(persisted(otherDoc))
	if err != nil {
		t.Fatal(err)
	}
	if status, a := c.fetch(t, url.Values{"extensions": {string(text)}}); status != 200 || len(a.Data) == 0 {
		t.Errorf("by GET: %d %+v", status, a)
	}

	l.PersistedQueries = 0
	c = client{graph.NewHandler(graph.Config{Reader: loaded(t), Limits: &l})}
	if got := ask(otherDoc, persisted(otherDoc)); got != "" {
		t.Errorf("a server that keeps none: %s", got)
	}
	if got := ask("", persisted(otherDoc)); got != unknown {
		t.Errorf("a server that keeps none gives %q", got)
	}
}
