package profile

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
)

func TestOnlyThisMachine(t *testing.T) {
	for _, address := range []string{":6060", "0.0.0.0:6060", "[::]:6060", "192.168.1.2:6060", "example.cn:6060", "localhost.evil.example:6060", "6060", "127.0.0.1", ""} {
		s, err := Listen(t.Context(), address)
		if err == nil {
			_ = s.Close()
		}
		if ecosystem.CodeOf(err) != ecosystem.CodeBadInput || err == nil || !strings.Contains(err.Error(), "--pprof 127.0.0.1:6060") {
			t.Errorf("%q: %v", address, err)
		}
	}
}

func TestProfiles(t *testing.T) {
	s, err := Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Listen(t.Context(), s.listener.Addr().String()); ecosystem.CodeOf(err) != ecosystem.CodeUnavailable {
		t.Errorf("a port in use: %v", err)
	}
	served := make(chan error, 1)
	go func() { served <- s.Serve() }()
	get := func(path, host string) (int, string) {
		t.Helper()
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, strings.TrimSuffix(s.Address(), "/debug/pprof/")+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		if host != "" {
			req.Host = host
		}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = resp.Body.Close() }()
		text, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		return resp.StatusCode, string(text)
	}
	for path, want := range map[string]string{"/debug/pprof/": "goroutine", "/debug/pprof/goroutine?debug=1": "TestProfiles", "/debug/pprof/heap": "\x1f\x8b"} {
		if status, text := get(path, ""); status != http.StatusOK || !strings.Contains(text, want) {
			t.Errorf("%s: %d without %q", path, status, want)
		}
	}
	if status, _ := get("/debug/pprof/heap", "evil.example:6060"); status != http.StatusForbidden {
		t.Errorf("by another name: %d", status)
	}
	if status, _ := get("/graphql", ""); status != http.StatusNotFound {
		t.Errorf("something else: %d", status)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if err := <-served; err != nil {
		t.Errorf("after the end: %v", err)
	}
}
