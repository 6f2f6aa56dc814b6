package reply

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

func TestError(t *testing.T) {
	for name, c := range map[string]struct{ accept, id, mediaType, body string }{
		"says nothing":     {"", "", "application/json", `{"errors":[{"extensions":{"code":"FORBIDDEN"},"message":"no"}]}`},
		"with an id":       {"*/*", "r-1", "application/json", `{"errors":[{"extensions":{"code":"FORBIDDEN","requestId":"r-1"},"message":"no"}]}`},
		"knows the type":   {"application/json;q=0.9, application/graphql-response+json", "", graphqlResponse, ""},
		"wants it less":    {"application/graphql-response+json;q=0.1", "", graphqlResponse, ""},
		"does not want it": {"application/graphql-response+json;q=0.0", "", "application/json", ""},
	} {
		t.Run(name, func(t *testing.T) {
			w, r := httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/graphql", nil)
			r.Header.Set("Accept", c.accept)
			Error(w, r, http.StatusForbidden, ecosystem.Errorf(ecosystem.CodeForbidden, "no"), c.id)
			if got := w.Header().Get("Content-Type"); got != c.mediaType+"; charset=utf-8" {
				t.Errorf("the type is %s", got)
			}
			if diff := cmp.Diff(c.body+"\n", w.Body.String()); c.body != "" && diff != "" {
				t.Error(diff)
			}
			if w.Code != http.StatusForbidden || w.Header().Get("Cache-Control") != "no-store" {
				t.Errorf("status %d, %v", w.Code, w.Header())
			}
		})
	}
}
