package main

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/coder/websocket"

	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/server"
	"github.com/innograph/innograph/server/auth"
	"github.com/innograph/innograph/server/ratelimit"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
)

// revocable is a verifier whose one key may be revoked.
type revocable struct{ revoked atomic.Bool }

func (r *revocable) Verify(context.Context, string) (auth.Principal, error) {
	if r.revoked.Load() {
		return auth.Principal{}, auth.Denied("an unknown API key")
	}
	return auth.Principal{Name: "key:a", Role: auth.Reader}, nil
}

// withKey sends a key with every request.
type withKey struct{ http.RoundTripper }

func (w withKey) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set("Authorization", "Bearer ink_a")
	return w.RoundTripper.RoundTrip(r)
}

// TestRevokedKeyEndsSubscriptions revokes the key of two subscriptions: both end, each
// so that its client knows whether to come back.
func TestRevokedKeyEndsSubscriptions(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, keys := newPipes(), &revocable{}
		srv := newServer(t, memory.New(), func(c *server.Config, _ *graph.Config) {
			c.Gate = auth.New(auth.Config{Keys: keys, Anonymous: auth.Refused})
		})
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() { ended <- srv.Serve(ctx, p) }()
		c := p.client()
		c.Transport = withKey{c.Transport}
		const endpoint = "http://localhost/graphql"
		ws := openSocket(t, c, endpoint)
		ws.ask(t, "1", generationChanged)
		ws.next(t).told(t)
		es := openStream(t, c, http.MethodGet, endpoint, generationChanged)
		if e, _ := es.next(); e.told(t).Number != 0 {
			t.Errorf("first event %+v", e)
		}
		keys.revoked.Store(true)
		start := time.Now()
		if e := ws.next(t); e.Type != "closed" || !strings.Contains(string(e.Data), "4401") || !strings.Contains(string(e.Data), "no longer hold") {
			t.Errorf("the WebSocket: %s %s, want it closed with 4401", e.Type, e.Data)
		}
		for e, ok := es.next(); ok; e, ok = es.next() {
			if e.Type != "ping" {
				t.Errorf("the event stream: %s %s, want its end", e.Type, e.Data)
			}
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("the end came after %v, want it within 10 s", took)
		}
		again := openStream(t, c, http.MethodGet, endpoint, generationChanged)
		if again.response.StatusCode != http.StatusUnauthorized {
			t.Errorf("who comes back: %d, want 401", again.response.StatusCode)
		}
		_ = again.response.Body.Close()
		_ = es.response.Body.Close()
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the server ended with %v", err)
		}
		c.Transport.(withKey).RoundTripper.(*http.Transport).CloseIdleConnections()
	})
}

// TestDocumentsOverAWebSocketCountInTheRate sends more than a client may.
func TestDocumentsOverAWebSocketCountInTheRate(t *testing.T) {
	limiter, err := ratelimit.New(ratelimit.Config{Rate: 0.001, Burst: 3})
	if err != nil {
		t.Fatal(err)
	}
	endpoint := serveHTTP(t, newServer(t, memory.New(), func(c *server.Config, _ *graph.Config) { c.Limiter = limiter }))
	ws := openSocket(t, http.DefaultClient, endpoint) // the first of three
	for i, want := range []string{"next", "next", "RATE_LIMITED"} {
		ws.ask(t, strconv.Itoa(i), generationChanged)
		if e := ws.next(t); e.Type != "next" || want != "next" && !strings.Contains(string(e.Data), want) {
			t.Errorf("document %d: %s %s, want %s", i, e.Type, e.Data, want)
		}
	}
	if e := ws.next(t); e.Type != "complete" {
		t.Errorf("then %s %s", e.Type, e.Data)
	}
	if status, answer := post(t, endpoint, `{ generation { number } }`, nil); status != http.StatusTooManyRequests || answer.code() != "RATE_LIMITED" {
		t.Errorf("a query of the same client: %d %+v", status, answer)
	}
}

// TestMessagesOverAWebSocketArePaced sends pings as fast as the server takes them.
func TestMessagesOverAWebSocketArePaced(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPipes()
		srv := newServer(t, memory.New(), nil)
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() { ended <- srv.Serve(ctx, p) }()
		c := p.client()
		ws := openSocket(t, c, "http://localhost/graphql")
		const messages, aSecond, atOnce = 1000, 50, 200
		start := time.Now()
		go func() {
			for range messages {
				if ws.Write(ctx, websocket.MessageText, []byte(`{"type":"ping"}`)) != nil {
					return
				}
			}
		}()
		for pongs := 0; pongs < messages; {
			switch e := ws.next(t); e.Type {
			case "pong":
				pongs++
			case "closed":
				t.Fatalf("%d pongs, then %s", pongs, e.Data)
			}
		}
		if took, least := time.Since(start), time.Second*(messages-atOnce)/aSecond; took < least {
			t.Errorf("%d messages were taken within %v, want %v or more", messages, took, least)
		}
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the server ended with %v", err)
		}
		c.CloseIdleConnections()
	})
}

// TestWhoReadsNothingOfAWebSocketIsCutOff sends what must be answered, and shows
// beforehand that it is alive, so that no missing pong ends the connection.
func TestWhoReadsNothingOfAWebSocketIsCutOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPipes()
		var log bytes.Buffer
		srv := newServer(t, memory.New(), func(c *server.Config, _ *graph.Config) {
			c.Logger = slog.New(slog.NewTextHandler(&log, nil))
		})
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() { ended <- srv.Serve(ctx, p) }()
		c := p.client()
		ws := openSocket(t, c, "http://localhost/graphql")
		ws.send(t, `{"type":"pong"}`)
		ws.send(t, `{"type":"ping"}`)
		time.Sleep(time.Minute)
		synctest.Wait()
		if !strings.Contains(log.String(), "msg=request ") {
			t.Error("the connection is still open")
		}
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the server ended with %v", err)
		}
		_ = ws.CloseNow()
		c.CloseIdleConnections()
	})
}

// holdingGeneration answers Generation when it is released.
type holdingGeneration struct {
	store.Store
	release chan struct{}
}

func (h holdingGeneration) Generation(ctx context.Context) (store.Generation, error) {
	select {
	case <-h.release:
		return h.Store.Generation(ctx)
	case <-ctx.Done():
		return store.Generation{}, ctx.Err()
	}
}

// TestSubscriptionsBeginInSlots begins more of them than are executed at once, while
// the store does not answer; those that have begun leave their slots to others.
func TestSubscriptionsBeginInSlots(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		db, p := holdingGeneration{memory.New(), make(chan struct{})}, newPipes()
		srv := newServer(t, db, func(_ *server.Config, g *graph.Config) {
			l := limits.Default()
			l.Concurrent = 2 // and of one client one
			g.Limits = &l
		})
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() { ended <- srv.Serve(ctx, p) }()
		c := p.client()
		const endpoint = "http://localhost/graphql"
		ws := openSocket(t, c, endpoint)
		ws.ask(t, "1", generationChanged)
		synctest.Wait()
		ws.ask(t, "2", generationChanged)
		if e := ws.next(t); !strings.Contains(string(e.Data), "OVERLOADED") {
			t.Errorf("over the WebSocket: %s %s, want OVERLOADED", e.Type, e.Data)
		}
		if e := ws.next(t); e.Type != "complete" {
			t.Errorf("then %s %s", e.Type, e.Data)
		}
		es := openStream(t, c, http.MethodGet, endpoint, generationChanged)
		if es.response.StatusCode != http.StatusServiceUnavailable || es.response.Header.Get("Retry-After") == "" {
			t.Errorf("as events: %d %v, want 503", es.response.StatusCode, es.response.Header)
		}
		_ = es.response.Body.Close()
		close(db.release)
		ws.next(t).told(t)
		for _, id := range []string{"3", "4", "5"} { // open ones hold no slot
			ws.ask(t, id, generationChanged)
			ws.next(t).told(t)
		}
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the server ended with %v", err)
		}
		c.CloseIdleConnections()
	})
}
