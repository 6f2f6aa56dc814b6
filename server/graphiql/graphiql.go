package graphiql

import (
	"bytes"
	"embed"
	"encoding/json"
	"io/fs"
	"net/http"
	"path"

	"github.com/innograph/innograph/server/static"
)

//go:embed dist
var dist embed.FS

// Tab is a document that stands ready in the editor.
type Tab struct {
	Query     string `json:"query"`
	Variables string `json:"variables"` // JSON
}

// The page runs scripts of this server only and talks to this server only. Its
// libraries put styles into the page, hence unsafe-inline for these.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Handler serves the page at its root: mount it with http.StripPrefix on an
// address that ends in a slash and lies beside the endpoint /graphql.
func Handler(tabs []Tab) (http.Handler, error) {
	ready, err := json.Marshal(indented(tabs))
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /tabs.json", static.Handler("application/json", ready))
	names, err := fs.Glob(dist, "dist/*")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		content, err := dist.ReadFile(name)
		if err != nil {
			return nil, err
		}
		mux.Handle("GET /"+address(path.Base(name)), static.Handler(contentType(name), content))
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		mux.ServeHTTP(w, r)
	}), nil
}

func address(file string) string {
	if file == "index.html" {
		return "{$}"
	}
	return file
}

// contentType does not ask the machine, which may know other types or none.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".html":
		return "text/html; charset=utf-8"
	default:
		return "text/plain; charset=utf-8"
	}
}

// indented writes variables as a person would. What is no JSON stays as it is.
func indented(tabs []Tab) []Tab {
	out := make([]Tab, len(tabs))
	for i, tab := range tabs {
		var b bytes.Buffer
		if json.Indent(&b, []byte(tab.Variables), "", "  ") == nil {
			tab.Variables = b.String()
		}
		out[i] = tab
	}
	return out
}
