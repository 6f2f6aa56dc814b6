package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// generations answers Generation only; any other call of a test is a mistake.
type generations struct {
	store.Reader
	generation store.Generation
	err        error
}

func (g generations) Generation(context.Context) (store.Generation, error) {
	return g.generation, g.err
}

// journal is a log that is read while the server may still write.
type journal struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (j *journal) Write(p []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.Write(p)
}

func (j *journal) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.String()
}

func start(t *testing.T, config Config) (base string, log *journal) {
	t.Helper()
	log = &journal{}
	config.Logger = slog.New(slog.NewJSONHandler(log, nil))
	if config.GraphQL == nil {
		config.GraphQL = http.NotFoundHandler()
	}
	s, err := New(config)
	if err != nil {
		t.Fatal(err)
	}
	ts := httptest.NewServer(s.Handler())
	t.Cleanup(ts.Close)
	return ts.URL, log
}

func send(t *testing.T, method, url, body string, header ...string) (*http.Response, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
		if header[i] == "Host" {
			req.Host = header[i+1]
		}
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
	return resp, string(text)
}

// probe asks a handler from this machine.
func probe(t *testing.T, h http.Handler, path, authorization string) *httptest.ResponseRecorder {
	t.Helper()
	w, r := httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "http://localhost:8080"+path, nil)
	if authorization != "" {
		r.Header.Set("Authorization", authorization)
	}
	h.ServeHTTP(w, r)
	return w
}

func TestHealthAndReadiness(t *testing.T) {
	loaded := store.Generation{Number: 3, Loaded: "2026-01-02T03:04:05Z"}
	for name, c := range map[string]struct {
		reader       store.Reader
		path, status string
		code         int
	}{
		"alive without a store": {generations{err: errors.New("down")}, "/healthz", "ok", 200},
		"store down":            {generations{err: errors.New("secret driver text")}, "/readyz", "unavailable", 503},
		"nothing loaded":        {generations{}, "/readyz", "empty", 503},
		"loaded":                {generations{generation: loaded}, "/readyz", "ready", 200},
	} {
		t.Run(name, func(t *testing.T) {
			base, _ := start(t, Config{Reader: c.reader})
			resp, text := send(t, http.MethodGet, base+c.path, "")
			var body struct{ Status string }
			if err := json.Unmarshal([]byte(text), &body); err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			if resp.StatusCode != c.code || body.Status != c.status {
				t.Errorf("got %d %q, want %d %q", resp.StatusCode, body.Status, c.code, c.status)
			}
			if later := resp.Header.Get("Retry-After") != ""; later != (c.code == 503) {
				t.Errorf("Retry-After is %q", resp.Header.Get("Retry-After"))
			}
			if strings.Contains(text, "secret") {
				t.Errorf("the store's own words reach a stranger: %s", text)
			}
		})
	}
}

// copied answers from a copy of the graph of record.
type copied struct {
	generations
	freshness store.Freshness
}

func (c copied) Freshness() (store.Freshness, bool) { return c.freshness, true }

func TestReadinessOfACopyTellsItsAge(t *testing.T) {
	at := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	base, _ := start(t, Config{Reader: copied{generations{generation: store.Generation{Number: 3, Loaded: "2026-01-01T00:00:00Z"}}, store.Freshness{Checked: at, Stale: true}}})
	resp, text := send(t, http.MethodGet, base+"/readyz", "")
	if resp.StatusCode != http.StatusOK || !strings.Contains(text, `"checked":"2026-01-02T03:04:05Z"`) || !strings.Contains(text, `"stale":true`) {
		t.Errorf("got %d %s, want 200 and the age", resp.StatusCode, text)
	}
}

func TestEveryAnswerIsGuardedAndHasARequestID(t *testing.T) {
	base, log := start(t, Config{Reader: generations{}})
	for _, path := range []string{"/", "/healthz", "/nowhere"} {
		resp, _ := send(t, http.MethodGet, base+path, "", requestIDHeader, "bad id\twith blanks")
		if got := resp.Header.Get("X-Content-Type-Options"); got != "nosniff" {
			t.Errorf("%s: X-Content-Type-Options is %q", path, got)
		}
		if id := resp.Header.Get(requestIDHeader); len(id) != 16 {
			t.Errorf("%s: a made-up request id was expected, got %q", path, id)
		}
	}
	resp, _ := send(t, http.MethodGet, base+"/healthz", "", requestIDHeader, "client-id-0001")
	if got := resp.Header.Get(requestIDHeader); got != "client-id-0001" {
		t.Errorf("the client's request id became %q", got)
	}
	for _, want := range []string{`"request_id":"client-id-0001"`, `"path":"/nowhere"`, `"status":404`} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("the log lacks %s:\n%s", want, log)
		}
	}
}

func TestPanicBecomesAnErrorAndTheServerGoesOn(t *testing.T) {
	calls := 0
	base, log := start(t, Config{Reader: generations{}, GraphQL: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if calls++; calls == 1 {
			panic("boom")
		}
		_, _ = w.Write([]byte("fine"))
	})})
	resp, text := send(t, http.MethodPost, base+"/graphql", "{}")
	var body struct {
		Errors []struct {
			Extensions struct{ Code, RequestID string }
		}
	}
	if err := json.Unmarshal([]byte(text), &body); err != nil || len(body.Errors) != 1 {
		t.Fatalf("got %q (%v), want one error", text, err)
	}
	id := resp.Header.Get(requestIDHeader)
	got := body.Errors[0].Extensions
	if resp.StatusCode != http.StatusInternalServerError || strings.Contains(text, "boom") || got.Code != "INTERNAL" || got.RequestID != id {
		t.Errorf("got %d %q, want 500 with code and request id and without the cause", resp.StatusCode, text)
	}
	for _, want := range []string{`"panic":"boom"`, `"stack":`, `"request_id":"` + id + `"`, `"status":500`} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("the log lacks %s:\n%s", want, log)
		}
	}
	if _, text := send(t, http.MethodPost, base+"/graphql", "{}"); text != "fine" {
		t.Errorf("after the panic: %q", text)
	}
}

func TestHalfAnAnswerIsCutOff(t *testing.T) {
	base, log := start(t, Config{Reader: generations{}, GraphQL: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, strings.Repeat("x", 1<<20))
		panic("boom")
	})})
	resp, err := http.Get(base + "/graphql")
	if err == nil {
		_, err = io.ReadAll(resp.Body)
		_ = resp.Body.Close()
	}
	if err == nil {
		t.Error("the answer looks whole")
	}
	if !strings.Contains(log.String(), "boom") {
		t.Errorf("the log does not tell the cause:\n%s", log)
	}
}

func TestAccessLog(t *testing.T) {
	base, log := start(t, Config{Reader: generations{}})
	resp, text := send(t, http.MethodGet, base+"/healthz", "", "User-Agent", "a browser", "Accept-Encoding", "identity")
	want := map[string]any{
		"msg": "request", "level": "INFO", "request_id": resp.Header.Get(requestIDHeader), "client": "127.0.0.1", "method": "GET",
		"path": "/healthz", "status": 200.0, "bytes": float64(len(text)), "user_agent": "a browser", "who": "", "refused": "",
	}
	var got map[string]any
	if err := json.Unmarshal([]byte(log.String()), &got); err != nil {
		t.Fatalf("%v\n%s", err, log)
	}
	if _, ok := got["took"]; !ok {
		t.Errorf("the line does not tell the time: %v", got)
	}
	delete(got, "time")
	delete(got, "took")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the line (-want +got):\n%s", diff)
	}
}

func TestBodyAndTimeAreBounded(t *testing.T) {
	base, _ := start(t, Config{Reader: generations{}, MaxBody: 10, RequestTimeout: 20 * time.Millisecond, GraphQL: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := io.ReadAll(r.Body); err != nil {
			http.Error(w, "too large", http.StatusRequestEntityTooLarge)
			return
		}
		<-r.Context().Done()
		http.Error(w, r.Context().Err().Error(), http.StatusServiceUnavailable)
	})})
	if resp, _ := send(t, http.MethodPost, base+"/graphql", strings.Repeat("x", 11)); resp.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("a body of 11 bytes gave %d", resp.StatusCode)
	}
	if _, text := send(t, http.MethodPost, base+"/graphql", "x"); !strings.Contains(text, context.DeadlineExceeded.Error()) {
		t.Errorf("a slow request ended with %q", text)
	}
}

func TestCrossOrigin(t *testing.T) {
	const asked, other = "https://explorer.example.cn", "https://evil.example"
	for name, c := range map[string]struct {
		origins []string
		origin  string
		allowed string
	}{
		"named":            {[]string{asked}, asked, asked},
		"not named":        {[]string{asked}, other, ""},
		"none by default":  {nil, asked, ""},
		"no suffix tricks": {[]string{asked}, asked + ".evil.example", ""},
	} {
		t.Run(name, func(t *testing.T) {
			base, _ := start(t, Config{Reader: generations{}, Origins: c.origins})
			resp, _ := send(t, http.MethodOptions, base+"/graphql", "", "Origin", c.origin,
				"Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type")
			if got := resp.Header.Get("Access-Control-Allow-Origin"); got != c.allowed {
				t.Errorf("Access-Control-Allow-Origin is %q, want %q", got, c.allowed)
			}
		})
	}
	for _, bad := range []string{"*", "example.cn", "ftp://example.cn", "https://example.cn/path", "https://*"} {
		if _, err := New(Config{Origins: []string{bad}}); ecosystem.CodeOf(err) != ecosystem.CodeBadInput || err == nil {
			t.Errorf("origin %q: got %v, want BAD_INPUT", bad, err)
		}
	}
}

func TestListenSaysWhatIsWrong(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = taken.Close() }()
	for listen, want := range map[string]string{
		taken.Addr().String(): "another program listens on",
		"127.0.0.1":           "write host:port",
		"127.0.0.1:x":         "write host:port",
	} {
		s, err := New(Config{Listen: listen})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Listen(t.Context()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("listen on %s: got %v, want %q", listen, err, want)
		}
	}
}

func TestServeLetsRequestsInFlightFinish(t *testing.T) {
	entered, release := make(chan struct{}), make(chan struct{})
	s, err := New(Config{Listen: "127.0.0.1:0", Reader: generations{}, GraphQL: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(entered)
		<-release
		_, _ = w.Write([]byte("done"))
	})})
	if err != nil {
		t.Fatal(err)
	}
	listener, err := s.Listen(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error, 1)
	go func() { served <- s.Serve(ctx, listener) }()
	answer := make(chan string, 1)
	go func() {
		resp, err := http.Post("http://"+listener.Addr().String()+"/graphql", "application/json", nil)
		if err != nil {
			answer <- err.Error()
			return
		}
		defer func() { _ = resp.Body.Close() }()
		text, _ := io.ReadAll(resp.Body)
		answer <- string(text)
	}()
	<-entered
	stop()
	close(release)
	if got := <-answer; got != "done" {
		t.Errorf("the request in flight ended with %q", got)
	}
	if err := <-served; err != nil {
		t.Errorf("Serve: %v", err)
	}
}
