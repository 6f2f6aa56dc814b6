package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// TestAttack runs the whole program against a server that was just built, shortly.
func TestAttack(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and attacks a server")
	}
	program := filepath.Join(t.TempDir(), "innograph")
	build := exec.CommandContext(t.Context(), "go", "build", "-o", program, "../innograph")
	build.Env = append(build.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	s, err := startServer(t.Context(), program, "256MiB", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer s.stop()
	// Every attack reaches the server, and the server is there afterwards.
	for _, name := range attackNames() {
		var out strings.Builder
		if err := beAttacker(t.Context(), options{attack: name, target: s.base, duration: 300 * time.Millisecond}, &out); err != nil {
			t.Fatal(err)
		}
		if out.String() == "0 answered, 0 refused, 0 cut" {
			t.Errorf("%s: nothing came of it", name)
		}
		if s.ended() {
			t.Fatalf("%s: the server ended", name)
		}
	}
	seen := bePolite(t.Context(), s.base, 20, time.Second)
	if seen.asked() != 20 || seen.errorShare() != 0 {
		t.Errorf("afterwards: %d asked, %v wrong: %q", seen.asked(), seen.errorShare(), seen.examples())
	}
	if s.peak() == "?" || s.goMemory(t.Context()) == "?" {
		t.Errorf("memory: %s, %s", s.peak(), s.goMemory(t.Context()))
	}
}

func TestPoliteClientCountsWhatIsWrong(t *testing.T) {
	var n atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		switch n.Add(1) % 4 {
		case 0:
			w.WriteHeader(http.StatusServiceUnavailable)
			_, _ = io.WriteString(w, `{"errors": [{"message": "busy"}]}`)
		case 1:
			_, _ = io.WriteString(w, `half`)
		case 2:
			panic(http.ErrAbortHandler)
		default:
			_, _ = io.WriteString(w, `{"data": {}}`)
		}
	}))
	defer server.Close()
	seen := bePolite(t.Context(), server.URL, 200, 200*time.Millisecond)
	if seen.asked() != 40 || seen.errorShare() != 0.75 {
		t.Errorf("%d asked, %v wrong: %q", seen.asked(), seen.errorShare(), seen.examples())
	}
}

func TestQuantiles(t *testing.T) {
	s := &sight{wrong: map[string]int{}}
	if s.quantile(0.5) != 0 {
		t.Error("of nothing")
	}
	for i := 100; i > 0; i-- {
		s.add(time.Duration(i), nil)
	}
	for q, want := range map[float64]time.Duration{0: 1, 0.5: 51, 0.99: 100, 1: 100} {
		if got := s.quantile(q); got != want {
			t.Errorf("%v: %d, want %d", q, got, want)
		}
	}
}
