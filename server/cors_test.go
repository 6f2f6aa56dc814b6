package server

import (
	"net/http"
	"strings"
	"testing"
)

// TestPreflight asks as a browser does before it lets a page send JSON.
func TestPreflight(t *testing.T) {
	const page = "https://explorer.example.cn"
	asked := 0
	base, _ := start(t, Config{Reader: generations{}, Origins: []string{page}, GraphQL: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked++
		w.Header().Set("ETag", `W/"x"`)
		_, _ = w.Write([]byte("{}"))
	})})
	for name, c := range map[string]struct {
		origin, method, headers string
		allowed                 bool
	}{
		"JSON by POST":      {page, "POST", "content-type", true},
		"with a key":        {page, "POST", "authorization,content-type", true},
		"cached, by GET":    {page, "GET", "if-none-match", true},
		"an id of its own":  {page, "POST", "content-type,x-request-id", true},
		"another method":    {page, "DELETE", "content-type", false},
		"another header":    {page, "POST", "content-type,x-secret", false},
		"another origin":    {"https://evil.example", "POST", "content-type", false},
		"another port":      {page + ":8443", "POST", "content-type", false},
		"without TLS":       {"http://explorer.example.cn", "POST", "content-type", false},
		"no origin at all":  {"null", "POST", "content-type", false},
		"a file of its own": {"file://", "POST", "content-type", false},
	} {
		t.Run(name, func(t *testing.T) {
			resp, body := send(t, http.MethodOptions, base+"/graphql", "", "Origin", c.origin,
				"Access-Control-Request-Method", c.method, "Access-Control-Request-Headers", c.headers)
			h := resp.Header
			allowed := h.Get("Access-Control-Allow-Origin") == c.origin && h.Get("Access-Control-Allow-Methods") == c.method &&
				h.Get("Access-Control-Allow-Headers") == c.headers && h.Get("Access-Control-Max-Age") == "600"
			if allowed != c.allowed || resp.StatusCode != http.StatusNoContent || body != "" {
				t.Errorf("%d %v", resp.StatusCode, h)
			}
			if !c.allowed && h.Get("Access-Control-Allow-Origin") != "" {
				t.Errorf("%s may come in", h.Get("Access-Control-Allow-Origin"))
			}
			if h.Get("Access-Control-Allow-Credentials") != "" {
				t.Error("cookies are invited")
			}
			if vary := strings.Join(h.Values("Vary"), ","); !strings.Contains(vary, "Origin") {
				t.Errorf("Vary is %q: a cache may give one page's answer to another", vary)
			}
		})
	}
	if asked != 0 {
		t.Errorf("%d preflights were executed", asked)
	}
	resp, _ := send(t, http.MethodPost, base+"/graphql", "{}", "Origin", page, "Content-Type", "application/json")
	if h := resp.Header; h.Get("Access-Control-Allow-Origin") != page || !strings.Contains(strings.ToLower(h.Get("Access-Control-Expose-Headers")), "etag") {
		t.Errorf("the request itself: %v", h)
	}
}

// TestOnlyTheAPIIsForOtherPages: what tells of the inside of the server stays with
// pages of its own host.
func TestOnlyTheAPIIsForOtherPages(t *testing.T) {
	const page = "https://explorer.example.cn"
	base, _ := start(t, Config{Reader: generations{}, Origins: []string{page}, Metrics: http.NotFoundHandler()})
	for path, want := range map[string]string{"/graphql": page, "/schema.graphql": page, "/metrics": "", "/readyz": "", "/healthz": "", "/graphiql/": ""} {
		if resp, _ := send(t, http.MethodGet, base+path, "", "Origin", page); resp.Header.Get("Access-Control-Allow-Origin") != want {
			t.Errorf("%s: %v", path, resp.Header)
		}
	}
}
