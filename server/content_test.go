package server

import (
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"github.com/innograph/innograph/server/graphiql"
)

func TestSchemaIsServedAndRevalidated(t *testing.T) {
	const sdl = "type Query { 名: String }\n"
	base, _ := start(t, Config{Reader: generations{}, Schema: sdl})
	resp, text := send(t, http.MethodGet, base+"/schema.graphql", "")
	tag := resp.Header.Get("ETag")
	if text != sdl || resp.Header.Get("Content-Type") != "text/plain; charset=utf-8" || tag == "" || resp.Header.Get("Cache-Control") != "no-cache" {
		t.Errorf("got %q %v", text, resp.Header)
	}
	if resp, text := send(t, http.MethodGet, base+"/schema.graphql", "", "If-None-Match", tag); resp.StatusCode != http.StatusNotModified || text != "" {
		t.Errorf("asked again: %d %q", resp.StatusCode, text)
	}
	if resp, _ := send(t, http.MethodHead, base+"/schema.graphql", ""); resp.StatusCode != http.StatusOK || resp.Header.Get("ETag") != tag {
		t.Errorf("HEAD: %d %v", resp.StatusCode, resp.Header)
	}
	other, _ := start(t, Config{Reader: generations{}, Schema: sdl + "#"})
	if resp, _ := send(t, http.MethodGet, other+"/schema.graphql", "", "If-None-Match", tag); resp.StatusCode != http.StatusOK {
		t.Errorf("another schema has the same tag: %d", resp.StatusCode)
	}
}

func TestCompression(t *testing.T) {
	long := strings.Repeat("浙江大学 ", 1000)
	base, _ := start(t, Config{Reader: generations{}, Schema: long, GraphQL: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/graphql-response+json; charset=utf-8")
		_, _ = io.WriteString(w, long)
	})})
	for _, path := range []string{"/schema.graphql", "/graphql"} {
		for accept, want := range map[string]string{"gzip": "gzip", "zstd": "zstd", "gzip, deflate, br, zstd": "gzip", "identity": ""} {
			resp, text := send(t, http.MethodGet, base+path, "", "Accept-Encoding", accept)
			if got := resp.Header.Get("Content-Encoding"); got != want {
				t.Errorf("%s, Accept-Encoding %s: got %q, want %q", path, accept, got, want)
			}
			if !strings.Contains(strings.Join(resp.Header.Values("Vary"), ","), "Accept-Encoding") {
				t.Errorf("%s: Vary is %q", path, resp.Header.Values("Vary"))
			}
			if unpack(t, want, text) != long {
				t.Errorf("%s, Accept-Encoding %s: another content", path, accept)
			}
		}
	}
	if resp, _ := send(t, http.MethodGet, base+"/healthz", "", "Accept-Encoding", "gzip"); resp.Header.Get("Content-Encoding") != "" {
		t.Error("a few bytes are compressed")
	}
}

func unpack(t *testing.T, encoding, text string) string {
	t.Helper()
	var r io.Reader = strings.NewReader(text)
	var err error
	switch encoding {
	case "gzip":
		r, err = gzip.NewReader(r)
	case "zstd":
		var d *zstd.Decoder
		if d, err = zstd.NewReader(r); err == nil {
			defer d.Close()
			r = d
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(all)
}

func TestGraphiQL(t *testing.T) {
	base, _ := start(t, Config{Reader: generations{}, Tabs: []graphiql.Tab{{Query: "{ a }", Variables: `{"b":1}`}}})
	resp, page := send(t, http.MethodGet, base+"/graphiql", "")
	if !strings.HasSuffix(resp.Request.URL.Path, "/graphiql/") || resp.StatusCode != http.StatusOK || !strings.Contains(page, "graphiql.js") {
		t.Fatalf("got %s %d %s", resp.Request.URL, resp.StatusCode, page)
	}
	if got := resp.Header.Get("Content-Security-Policy"); !strings.Contains(got, "default-src 'none'; script-src 'self';") || strings.Contains(got, "http") {
		t.Errorf("scripts or connections from elsewhere are allowed: %s", got)
	}
	for file, contentType := range map[string]string{
		"graphiql.js": "text/javascript; charset=utf-8", "graphiql.css": "text/css; charset=utf-8",
		"tabs.json": "application/json", "LICENSES.txt": "text/plain; charset=utf-8",
	} {
		resp, text := send(t, http.MethodGet, base+"/graphiql/"+file, "")
		if resp.StatusCode != http.StatusOK || resp.Header.Get("Content-Type") != contentType || resp.Header.Get("ETag") == "" || text == "" {
			t.Errorf("%s: %d %v", file, resp.StatusCode, resp.Header)
		}
	}
	if _, tabs := send(t, http.MethodGet, base+"/graphiql/tabs.json", ""); tabs != `[{"query":"{ a }","variables":"{\n  \"b\": 1\n}"}]` {
		t.Errorf("the tabs are %s", tabs)
	}
	if resp, _ := send(t, http.MethodGet, base+"/graphiql/index.html", ""); resp.StatusCode != http.StatusNotFound {
		t.Errorf("an address that is none: %d", resp.StatusCode)
	}
}
