package explorer

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"github.com/innograph/innograph/server/static"
)

// What index.html must hold for page to fill in.
const (
	baseTag = `<base href="./" />`
	nonce   = "NONCE-OF-THIS-ANSWER"
)

// policy lets the page run scripts of this server and talk to this server, nothing else.
// Styles that a library puts into the page need the nonce of the answer.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce + "'; img-src 'self' data: blob:; " +
	"font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'"

// Handlers is the application as handlers for a mux.
type Handlers struct {
	// Page answers with index.html.
	Page http.Handler
	// Files are the other files, by address.
	Files map[string]http.Handler
}

// New reads the built application.
func New(built fs.FS) (*Handlers, error) {
	index, err := fs.ReadFile(built, "index.html")
	if err != nil {
		return nil, err
	}
	if !bytes.Contains(index, []byte(baseTag)) || !bytes.Contains(index, []byte(nonce)) {
		return nil, fmt.Errorf("index.html of the explorer lacks %s or %s", baseTag, nonce)
	}
	h := &Handlers{Page: page(string(index)), Files: map[string]http.Handler{}}
	return h, fs.WalkDir(built, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasPrefix(path.Base(name), ".") || strings.HasPrefix(name, ".") || name == "index.html" {
			return err
		}
		content, err := fs.ReadFile(built, name)
		if err != nil {
			return err
		}
		kind, known := contentTypes()[path.Ext(name)]
		if !known {
			return errors.New("the explorer has a file of no known type: " + name)
		}
		h.Files["/"+name] = file(name, kind, content)
		return nil
	})
}

// page answers with the same page at every address. Its links are relative to <base>,
// which leads from the address back to the root, so that all this also works behind a
// proxy that serves it under a prefix.
func page(index string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		once := rand.Text()
		up := strings.Repeat("../", strings.Count(strings.TrimPrefix(r.URL.EscapedPath(), "/"), "/"))
		text := strings.ReplaceAll(index, nonce, once)
		if up != "" {
			text = strings.Replace(text, baseTag, `<base href="`+up+`" />`, 1)
		}
		h := w.Header()
		h.Set("Content-Type", "text/html; charset=utf-8")
		h.Set("Content-Security-Policy", strings.Replace(policy, nonce, once, 1))
		h.Set("Cache-Control", "no-store") // the nonce is for one answer
		h.Set("Vary", "Accept")
		_, _ = w.Write([]byte(text)) //nolint:gosec // the page is ours; if the client went away nobody is left to tell
	})
}

func file(name, kind string, content []byte) http.Handler {
	asked := static.Handler(kind, content)
	if !strings.HasPrefix(name, "assets/") {
		return asked
	}
	// The name holds a hash of the content.
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.ServeHTTP(lasting{w}, r)
	})
}

// lasting lets browsers keep an answer for good.
type lasting struct{ http.ResponseWriter }

func (l lasting) WriteHeader(status int) {
	if status < http.StatusBadRequest {
		l.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	l.ResponseWriter.WriteHeader(status)
}

// contentTypes does not ask the machine, which may know other types or none.
func contentTypes() map[string]string {
	return map[string]string{
		".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml",
		".json": "application/json", ".txt": "text/plain; charset=utf-8", ".woff2": "font/woff2", ".png": "image/png",
	}
}

// Wanted tells whether a request comes from a person who opens an address, rather than
// from a program.
func Wanted(r *http.Request) bool {
	return (r.Method == http.MethodGet || r.Method == http.MethodHead) && strings.Contains(r.Header.Get("Accept"), "text/html")
}
