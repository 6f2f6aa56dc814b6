package main

import (
	"context"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
)

// TestCursorKeyIsASecret looks for the key in the places where a password may
// stand, and not among the flags.
func TestCursorKeyIsASecret(t *testing.T) {
	const key, other = "0123456789012345678901234567890a", "0123456789012345678901234567890b"
	file := writeFile(t, filepath.Join(t.TempDir(), "settings.yaml"), "cursor-key: "+key+"\n")
	if got, err := cursorKey(&settings{}); got != "" || err != nil {
		t.Errorf("without one: %q %v", got, err)
	}
	if got, err := cursorKey(&settings{path: file}); got != key || err != nil {
		t.Errorf("from the file: %q %v", got, err)
	}
	t.Setenv("INNOGRAPH_CURSOR_KEY", other)
	if got, err := cursorKey(&settings{path: file}); got != other || err != nil {
		t.Errorf("from the environment: %q %v", got, err)
	}
	if code, _, stderr := command(t, "serve", "--cursor-key", key); code != exitUsage || !strings.Contains(stderr, "cursor-key") {
		t.Errorf("as a flag: exit %d, %s", code, stderr)
	}
	t.Setenv("INNOGRAPH_CURSOR_KEY", "tooshort")
	code, stdout, stderr := command(t, "serve", "--listen", "127.0.0.1:0")
	if code != exitUsage || !strings.Contains(stderr, "take 32 or more") || strings.Contains(stdout+stderr, "tooshort") {
		t.Errorf("a short one: exit %d, %s%s", code, stdout, stderr)
	}
}

// odd is a store that misbehaves when lists are asked for. It cannot be pinned, or the
// store within would answer.
type odd struct {
	store.Store
	list func(context.Context) error
}

func (o odd) List(ctx context.Context, _ store.Filter, _ store.Order, _ store.Page) (store.EntityPage, error) {
	return store.EntityPage{}, o.list(ctx)
}

// TestTimeAndPanicsThroughHTTP wants a code, a status and the id of the request for
// what takes too long and for what fails, and the server to go on.
func TestTimeAndPanicsThroughHTTP(t *testing.T) {
	for name, test := range map[string]struct {
		list   func(context.Context) error
		status int
		code   string
	}{
		"a slow store": {func(ctx context.Context) error {
			<-ctx.Done()
			return ctx.Err()
		}, http.StatusServiceUnavailable, "TIMEOUT"},
		"a panic": {func(context.Context) error { panic("boom") }, http.StatusOK, "INTERNAL"},
	} {
		t.Run(name, func(t *testing.T) {
			endpoint := serveAround(t, odd{memory.New(), test.list}, graph.Config{}, 50*time.Millisecond)
			for _, accept := range []string{"application/json", "application/graphql-response+json"} {
				req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, endpoint, strings.NewReader(`{"query": "{ entities { nodes { id } } }"}`))
				if err != nil {
					t.Fatal(err)
				}
				req.Header.Set("Content-Type", "application/json")
				req.Header.Set("Accept", accept)
				resp, answer := exchange(t, req)
				if resp.StatusCode != test.status || answer.code() != test.code {
					t.Errorf("as %s: %d %+v", accept, resp.StatusCode, answer)
				}
				if id := answer.Errors[0].Extensions.RequestID; id == "" || id != resp.Header.Get("X-Request-Id") {
					t.Errorf("as %s: request id %q, in the header %q", accept, id, resp.Header.Get("X-Request-Id"))
				}
			}
			if status, answer := post(t, endpoint, `{ generation { number } }`, nil); status != http.StatusOK || answer.code() != "" {
				t.Errorf("afterwards: %d %+v", status, answer)
			}
		})
	}
}
