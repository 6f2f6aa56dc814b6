package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// output is what a program writes, read while it still may write.
type output struct {
	mu   sync.Mutex
	text bytes.Buffer
	new  chan struct{}
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	select {
	case o.new <- struct{}{}:
	default:
	}
	return o.text.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// serving runs "innograph serve" with these arguments, as a user would, until stop is
// called or the test ends. base is where it answers, log what it prints.
func serving(t *testing.T, args ...string) (base string, log *output, stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	log = &output{new: make(chan struct{}, 1)}
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, append([]string{"innograph", "serve", "--listen", "127.0.0.1:0"}, args...), io.Discard, log)
	}()
	stop = sync.OnceFunc(func() {
		cancel()
		if code := <-ended; code != exitDone {
			t.Errorf("serve ended with %d:\n%s", code, log)
		}
	})
	t.Cleanup(stop)
	address := regexp.MustCompile(`at (http://\S+)/graphql`)
	for deadline := time.After(time.Minute); ; {
		if found := address.FindStringSubmatch(log.String()); found != nil {
			return found[1], log, stop
		}
		select {
		case <-log.new:
		case code := <-ended:
			ended <- code
			t.Fatalf("serve ended:\n%s", log)
		case <-deadline:
			t.Fatalf("serve does not begin:\n%s", log)
		}
	}
}

// request sends a request and gives the answer with its whole body.
func request(t *testing.T, client *http.Client, method, url, body string, header ...string) (*http.Response, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	resp, err := client.Do(req)
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
