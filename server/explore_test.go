package server

import (
	"net/http"
	"strings"
	"testing"
	"testing/fstest"
)

const page = "text/html,application/xhtml+xml,*/*;q=0.8"

func TestExplorerIsServedToPeople(t *testing.T) {
	base, log := start(t, Config{Reader: generations{}, Explorer: fstest.MapFS{
		"index.html":    {Data: []byte(`<base href="./" />NONCE-OF-THIS-ANSWER`)},
		"assets/a-1.js": {Data: []byte("run()")},
	}})
	for _, c := range []struct {
		method, path, accept string
		status               int
		want                 string
	}{
		{http.MethodGet, "/", page, 200, `<base href="./" />`},
		{http.MethodGet, "/", "*/*", 200, "POST /graphql"},
		{http.MethodGet, "/entity/org:zju", page, 200, `<base href="../" />`},
		{http.MethodGet, "/entity/org:zju", "application/json", 404, "404"},
		{http.MethodPost, "/entity/org:zju", page, 404, "404"},
		{http.MethodGet, "/assets/a-1.js", "*/*", 200, "run()"},
		{http.MethodGet, "/healthz", page, 200, "ok"},
		{http.MethodPost, "/healthz", page, 405, "Method"},
	} {
		resp, text := send(t, c.method, base+c.path, "", "Accept", c.accept)
		if resp.StatusCode != c.status || !strings.Contains(text, c.want) {
			t.Errorf("%s %s for %s: got %d %q, want %d with %q", c.method, c.path, c.accept, resp.StatusCode, text, c.status, c.want)
		}
		if resp.Header.Get("X-Content-Type-Options") != "nosniff" || resp.Header.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: headers %v", c.path, resp.Header)
		}
	}
	if !strings.Contains(log.String(), `"path":"/entity/org:zju","status":200`) {
		t.Errorf("the log lacks the page:\n%s", log)
	}
}

func TestWithoutExplorerTheRootTellsHowToGetIt(t *testing.T) {
	base, _ := start(t, Config{Reader: generations{}})
	resp, text := send(t, http.MethodGet, base+"/", "", "Accept", page)
	if resp.StatusCode != http.StatusOK || !strings.Contains(text, "make run") || !strings.Contains(text, "图形界面") || !strings.Contains(text, "POST /graphql") {
		t.Errorf("got %d %s", resp.StatusCode, text)
	}
	if resp, _ := send(t, http.MethodGet, base+"/entity/org:zju", "", "Accept", page); resp.StatusCode != http.StatusNotFound {
		t.Errorf("an address that leads nowhere: %d", resp.StatusCode)
	}
}
