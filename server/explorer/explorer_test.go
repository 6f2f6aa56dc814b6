package explorer

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

const index = `<html><base href="./" /><meta nonce="NONCE-OF-THIS-ANSWER"><script src="./assets/a-1.js" nonce="NONCE-OF-THIS-ANSWER"></script></html>`

func built() fstest.MapFS {
	return fstest.MapFS{
		"index.html":          {Data: []byte(index)},
		"icon.svg":            {Data: []byte("<svg/>")},
		"assets/a-1.js":       {Data: []byte("run()")},
		".keep":               {},
		".vite/manifest.json": {Data: []byte("{}")},
	}
}

func TestFiles(t *testing.T) {
	h, err := New(built())
	if err != nil {
		t.Fatal(err)
	}
	if len(h.Files) != 2 {
		t.Fatalf("got files %v, want the icon and the script: what begins with a point is not served", h.Files)
	}
	for address, want := range map[string][2]string{
		"/icon.svg":      {"image/svg+xml", "no-cache"},
		"/assets/a-1.js": {"text/javascript; charset=utf-8", "public, max-age=31536000, immutable"},
	} {
		w := httptest.NewRecorder()
		h.Files[address].ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
		got := [2]string{w.Header().Get("Content-Type"), w.Header().Get("Cache-Control")}
		if w.Code != http.StatusOK || got != want || w.Body.Len() == 0 {
			t.Errorf("%s: %d %v, want %v", address, w.Code, got, want)
		}
		again := httptest.NewRequest(http.MethodGet, address, nil)
		again.Header.Set("If-None-Match", w.Header().Get("ETag"))
		w = httptest.NewRecorder()
		if h.Files[address].ServeHTTP(w, again); w.Code != http.StatusNotModified {
			t.Errorf("%s asked again: %d", address, w.Code)
		}
	}
}

// TestPage wants the way back to the root, and in each answer a nonce of its own that
// the policy names.
func TestPage(t *testing.T) {
	h, err := New(built())
	if err != nil {
		t.Fatal(err)
	}
	nonces := map[string]bool{}
	for address, base := range map[string]string{"/": "./", "/search?q=/a/": "./", "/entity/org:zju": "../", "/entity/a%2Fb": "../", "/a/b/c": "../../"} {
		w := httptest.NewRecorder()
		h.Page.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
		text, policy := w.Body.String(), w.Header().Get("Content-Security-Policy")
		if !strings.Contains(text, `<base href="`+base+`" />`) {
			t.Errorf("%s: want base %s in %s", address, base, text)
		}
		nonce := regexp.MustCompile(`'nonce-([A-Z2-7]{26})'`).FindStringSubmatch(policy)
		if nonce == nil || strings.Count(text, `nonce="`+nonce[1]+`"`) != 2 || nonces[nonce[1]] {
			t.Fatalf("%s: policy %s does not fit %s, or was given before", address, policy, text)
		}
		nonces[nonce[1]] = true
		if strings.Contains(policy, "unsafe") || !strings.Contains(policy, "default-src 'none'; script-src 'self';") {
			t.Errorf("policy: %s", policy)
		}
		if w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("a nonce may be kept: %v", w.Header())
		}
	}
}

func TestUnfitBuilds(t *testing.T) {
	for name, change := range map[string]func(fstest.MapFS){
		"no index":        func(f fstest.MapFS) { delete(f, "index.html") },
		"no base":         func(f fstest.MapFS) { f["index.html"] = &fstest.MapFile{Data: []byte("NONCE-OF-THIS-ANSWER")} },
		"no nonce":        func(f fstest.MapFS) { f["index.html"] = &fstest.MapFile{Data: []byte(baseTag)} },
		"an unknown type": func(f fstest.MapFS) { f["a.exe"] = &fstest.MapFile{} },
	} {
		files := built()
		change(files)
		if _, err := New(files); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
