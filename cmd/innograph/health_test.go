package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

// TestHealthAsksAServer asks one that serves, in the ways that a container would.
func TestHealthAsksAServer(t *testing.T) {
	base, _, stop := serving(t)
	port := base[strings.LastIndex(base, ":"):]
	for name, args := range map[string][]string{
		"by its address":            {"health", base + "/readyz"},
		"by its process":            {"health", base + "/healthz"},
		"by what it listens on":     {"health", "--listen", strings.TrimPrefix(base, "http://")},
		"by all machines":           {"health", "--listen", "0.0.0.0" + port},
		"by an empty host":          {"health", "--listen", port},
		"by all machines, IPv6 too": {"health", "--listen", "[::]" + port},
	} {
		if code, stdout, stderr := command(t, args...); code != exitDone || !strings.Contains(stdout, `"status"`) {
			t.Errorf("%s: exit %d, %s%s", name, code, stdout, stderr)
		}
	}
	t.Setenv("INNOGRAPH_LISTEN", "0.0.0.0"+port)
	if code, stdout, stderr := command(t, "health"); code != exitDone || !strings.Contains(stdout, "ready") {
		t.Errorf("by the environment: exit %d, %s%s", code, stdout, stderr)
	}
	stop()
	if code, stdout, stderr := command(t, "health"); code != exitFailed || stdout != "" || !strings.Contains(stderr, "no server answers") {
		t.Errorf("a server that ended: exit %d, %s%s", code, stdout, stderr)
	}
}

// TestHealthOfAServerThatIsNotWell wants the exit code 1 and what the server said.
func TestHealthOfAServerThatIsNotWell(t *testing.T) {
	answers := map[string]http.HandlerFunc{
		"/empty": func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusServiceUnavailable)
			_, _ = io.WriteString(w, `{"status":"empty"}`)
		},
		"/breaks": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			_, _ = io.WriteString(w, "{")
		},
	}
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { answers[r.URL.Path](w, r) }))
	defer ts.Close()
	for path, want := range map[string]string{"/empty": "empty", "/breaks": "breaks off"} {
		if code, stdout, stderr := command(t, "health", ts.URL+path); code != exitFailed || stdout != "" || !strings.Contains(stderr, want) {
			t.Errorf("%s: exit %d, %s%s", path, code, stdout, stderr)
		}
	}
	for want, args := range map[string][]string{
		"one URL":           {"health", "a", "b"},
		"write http://":     {"health", "127.0.0.1:8080"},
		"write host:port":   {"health", "--listen", "8080"},
		"health http://a b": {"health", "http://a b/"},
	} {
		if code, _, stderr := command(t, args...); code != exitUsage || !strings.Contains(stderr, want) {
			t.Errorf("%v: exit %d, %s", args, code, stderr)
		}
	}
}

func TestVersion(t *testing.T) {
	defer func(was string) { release = was }(release)
	release = "1.2.3-test"
	code, stdout, stderr := command(t, "version")
	if code != exitDone || !regexp.MustCompile(`^innograph 1\.2\.3-test \(revision \w+, go\S+, \w+/\w+\), with(out)? the explorer\n$`).MatchString(stdout) {
		t.Errorf("exit %d, %s%s", code, stdout, stderr)
	}
	if version, _ := build(); version != "1.2.3-test" {
		t.Errorf("the server would tell the version %q", version)
	}
	release = ""
	if version, _ := build(); version == "" {
		t.Error("without a release the version is empty")
	}
	if code, _, _ := command(t, "version", "now"); code != exitUsage {
		t.Errorf("with an argument: exit %d", code)
	}
}
