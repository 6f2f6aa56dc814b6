package graph_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/graph/limits"
)

// get asks by GET; header holds names and values in turn.
func (c client) get(t testing.TB, document string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/graphql?query="+url.QueryEscape(document), nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	c.handler.ServeHTTP(w, r)
	return w
}

const threeNames = `{ entities(first: 3) { nodes { name } } }`

// TestEntityTags asks again with the tag of an answer: it holds as long as the
// generation does, and nothing but the generation is asked of the store.
func TestEntityTags(t *testing.T) {
	db := loaded(t)
	counted := newCounting(db)
	c := newClient(counted)
	first := c.get(t, threeNames)
	tag := first.Header().Get("ETag")
	if first.Code != 200 || !strings.HasPrefix(tag, `W/"`) || first.Header().Get("Cache-Control") != "no-cache" || first.Header().Get("Vary") != "Accept" {
		t.Fatalf("got %d %v %s", first.Code, first.Header(), first.Body)
	}
	for _, held := range []string{tag, `"other", ` + tag, strings.TrimPrefix(tag, "W/")} {
		clear(counted.calls)
		again := c.get(t, threeNames, "If-None-Match", held)
		if again.Code != http.StatusNotModified || again.Body.Len() > 0 || again.Header().Get("ETag") != tag {
			t.Errorf("with %s: %d %v %s", held, again.Code, again.Header(), again.Body)
		}
		if diff := cmp.Diff(map[string]int{"Generation": 1}, counted.calls); diff != "" {
			t.Errorf("with %s: calls of the store (-want +got):\n%s", held, diff)
		}
	}

	small := limits.Default()
	small.Page.Max = 50
	for name, other := range map[string]*httptest.ResponseRecorder{
		"another document":   c.get(t, threeNames+" ", "If-None-Match", tag),
		"another media type": c.get(t, threeNames, "If-None-Match", tag, "Accept", "application/graphql-response+json"),
		"another tag":        c.get(t, threeNames, "If-None-Match", `W/"x"`),
		"any tag":            c.get(t, threeNames, "If-None-Match", "*"),
		"other settings":     client{graph.NewHandler(graph.Config{Reader: db, Limits: &small})}.get(t, threeNames, "If-None-Match", tag),
	} {
		if other.Code != 200 || other.Body.Len() == 0 {
			t.Errorf("%s: %d %s", name, other.Code, other.Body)
		}
	}

	g := world(t)
	g.Entities = g.Entities[:len(g.Entities)-1]
	g.Relations = nil
	load(t, db, g)
	if after := c.get(t, threeNames, "If-None-Match", tag); after.Code != 200 || after.Header().Get("ETag") == tag {
		t.Errorf("after a load: %d %v", after.Code, after.Header())
	}
}

// TestWhatIsNotCached wants errors, also beside data, and answers to POST out of
// all caches.
func TestWhatIsNotCached(t *testing.T) {
	broken := newClient(failing{loaded(t), func() error { return errors.New("broken") }})
	c := newClient(loaded(t))
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", strings.NewReader(`{"query": "{ __typename }"}`))
	r.Header.Set("Content-Type", "application/json")
	posted := httptest.NewRecorder()
	c.handler.ServeHTTP(posted, r)
	for name, w := range map[string]*httptest.ResponseRecorder{
		"a refused document": c.get(t, `{ nothing }`),
		"a failed field":     broken.get(t, `{ generation { number } node(id: "org:zju") { ... on Entity { relations { totalCount } } } }`),
		"a post":             posted,
	} {
		if w.Code != 200 || w.Header().Get("ETag") != "" || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %v %s", name, w.Code, w.Header(), w.Body)
		}
	}
}
