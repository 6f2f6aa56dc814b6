package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/coder/websocket"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/server"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
	"github.com/innograph/innograph/store/replica"
	"github.com/innograph/innograph/store/storetest"
)

// loadUniversities makes a store hold so many universities.
func loadUniversities(t *testing.T, s store.Store, n int) {
	t.Helper()
	var g ecosystem.Graph
	for i := range n {
		g.Entities = append(g.Entities, ecosystem.Entity{ID: fmt.Sprintf("org:%03d", i), Kind: ecosystem.University, Name: fmt.Sprintf("第%d大学", i)})
	}
	if _, _, err := storetest.LoadAll(t.Context(), s, g); err != nil {
		t.Fatal(err)
	}
}

// newServer is all that innograph serve has around a store.
func newServer(t *testing.T, db store.Reader, change func(*server.Config, *graph.Config)) *server.Server {
	t.Helper()
	g := graph.Config{Reader: db, Watch: 20 * time.Millisecond}
	c := server.Config{Reader: db, Streams: graph.Streams, RequestTimeout: time.Second}
	if change != nil {
		change(&c, &g)
	}
	c.GraphQL = newGraphQL(g, 1<<20, c.RequestTimeout)
	srv, err := server.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return srv
}

func serveHTTP(t *testing.T, srv *server.Server) (endpoint string) {
	t.Helper()
	ts := httptest.NewServer(srv.Handler())
	t.Cleanup(ts.Close)
	return ts.URL + "/graphql"
}

func TestSubscriptionsEmbedded(t *testing.T) {
	s := memory.New()
	testSubscriptions(t, s, s)
}

func TestSubscriptionsReplica(t *testing.T) {
	s := memory.New()
	testSubscriptions(t, follow(t, s), s)
}

// The loader is another handle, as another process would be.
func TestSubscriptionsNeo4j(t *testing.T) {
	n := neo4jtest.Open(t)
	n.Wipe(t)
	testSubscriptions(t, openTestNeo4j(t, n), openTestNeo4j(t, n))
}

func TestSubscriptionsReplicaOverNeo4j(t *testing.T) {
	n := neo4jtest.Open(t)
	n.Wipe(t)
	testSubscriptions(t, follow(t, openTestNeo4j(t, n)), openTestNeo4j(t, n))
}

func openTestNeo4j(t *testing.T, n neo4jtest.Server) *neo4j.Store {
	t.Helper()
	s, err := neo4j.Open(t.Context(), neo4j.Config{URI: n.URI, User: n.User, Password: n.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close(context.Background()) })
	return s
}

func follow(t *testing.T, record replica.Record) *replica.Store {
	t.Helper()
	s := replica.New(record, replica.Config{Interval: 20 * time.Millisecond})
	s.Watch()
	t.Cleanup(func() { _ = s.Close(context.Background()) })
	return s
}

// testSubscriptions subscribes in three ways, and loads.
func testSubscriptions(t *testing.T, served store.Reader, loader store.Store) {
	endpoint := serveHTTP(t, newServer(t, served, nil))
	c := http.DefaultClient
	ws := openSocket(t, c, endpoint)
	ws.ask(t, "1", generationChanged)
	next := []func() event{func() event { return ws.next(t) }}
	for _, method := range []string{http.MethodGet, http.MethodPost} {
		s := openStream(t, c, method, endpoint, generationChanged, "Accept-Encoding", "gzip, zstd")
		if got := s.response.Header.Get("Content-Type"); got != "text/event-stream" || s.response.Header.Get("Content-Encoding") != "" {
			t.Fatalf("%s: %d %v", method, s.response.StatusCode, s.response.Header)
		}
		next = append(next, func() event { e, _ := s.next(); return e })
	}
	for _, n := range next {
		if got := n().told(t); got.Number != 0 || got.Changes != nil {
			t.Errorf("first event %+v, want the generation before the first load", got)
		}
	}
	before := 0
	for number, universities := range []int{3, 5, 1} {
		loadUniversities(t, loader, universities)
		for i, n := range next {
			got := n().told(t)
			if got.Number != number+1 || got.Stale || got.Changes == nil ||
				got.Changes.Entities.Created-got.Changes.Entities.Removed != universities-before {
				t.Errorf("subscriber %d was told %+v of load %d, which changed %d to %d universities", i, got, number+1, before, universities)
			}
		}
		before = universities
	}
	// Another handle sees the same history.
	_, answer := post(t, endpoint, `{ generation { number changesSince(generation: 1) { entities { created updated removed } } never: changesSince(generation: 99) { entities { created } } } }`, nil)
	if want := `{"generation":{"number":3,"changesSince":{"entities":{"created":2,"updated":0,"removed":4}},"never":null}}`; string(answer.Data) != want {
		t.Errorf("got %s %v, want %s", answer.Data, answer.Errors, want)
	}
}

func TestWhatIsNoSubscription(t *testing.T) {
	endpoint := serveHTTP(t, newServer(t, memory.New(), nil))
	c := http.DefaultClient
	for name, test := range map[string]struct {
		document string
		header   []string
		status   int
		code     string
	}{
		"a query for events":         {`{ generation { number } }`, nil, 400, "BAD_INPUT"},
		"a document that is none":    {`subscription {`, nil, 400, "GRAPHQL_PARSE_FAILED"},
		"an unknown field":           {`subscription { nothing }`, nil, 400, "GRAPHQL_VALIDATION_FAILED"},
		"too many aliases":           {`subscription { generationChanged { ` + strings.Repeat("a: number ", 200) + `} }`, nil, 400, "ALIAS_LIMIT"},
		"a form":                     {generationChanged, []string{"Content-Type", "text/plain"}, 415, "BAD_INPUT"},
		"a subscription for JSON":    {generationChanged, []string{"Accept", "application/json"}, 200, "BAD_INPUT"},
		"a subscription for GraphQL": {generationChanged, []string{"Accept", "application/graphql-response+json"}, 400, "BAD_INPUT"},
		// What urql sends with queries.
		"a subscription for anything": {generationChanged, []string{"Accept", "application/graphql-response+json, application/json, text/event-stream, multipart/mixed"}, 400, "BAD_INPUT"},
	} {
		t.Run(name, func(t *testing.T) {
			s := openStream(t, c, http.MethodPost, endpoint, test.document, test.header...)
			var answer reply
			if err := json.NewDecoder(s.response.Body).Decode(&answer); err != nil {
				t.Fatal(err)
			}
			if s.response.StatusCode != test.status || answer.code() != test.code || answer.Data != nil {
				t.Errorf("got %d %+v, want %d %s and no data", s.response.StatusCode, answer, test.status, test.code)
			}
		})
	}
	ws := openSocket(t, c, endpoint)
	for _, test := range []struct{ document, want string }{
		{`{ entities { totalCount } }`, "BAD_INPUT"},
		{`subscription { nothing }`, "GRAPHQL_VALIDATION_FAILED"},
		{`subscription`, "GRAPHQL_PARSE_FAILED"},
	} {
		ws.ask(t, "x", test.document)
		if got := ws.next(t); !strings.Contains(string(got.Data), test.want) {
			t.Errorf("%s: %s %s, want %s", test.document, got.Type, got.Data, test.want)
		}
		if got := ws.next(t); got.Type != "complete" {
			t.Errorf("%s: then %s %s", test.document, got.Type, got.Data)
		}
	}
	ws.ask(t, "x", strings.Repeat("#", 1<<17))
	if got := ws.next(t); got.Type != "closed" {
		t.Errorf("a message that is too long: %s %s", got.Type, got.Data)
	}
}

func TestOnlyTheRightProtocol(t *testing.T) {
	endpoint := serveHTTP(t, newServer(t, memory.New(), nil))
	for _, protocol := range []string{"", "graphql-ws"} {
		_, response, err := websocket.Dial(t.Context(), endpoint, &websocket.DialOptions{Subprotocols: []string{protocol}})
		if err == nil || response.StatusCode != http.StatusBadRequest {
			t.Errorf("subprotocol %q: %v, %+v", protocol, err, response)
		}
	}
}

func TestPagesOfOtherSitesMayNotSubscribe(t *testing.T) {
	const asked = "https://explorer.example.cn"
	endpoint := serveHTTP(t, newServer(t, memory.New(), func(c *server.Config, _ *graph.Config) { c.Origins = []string{asked} }))
	own := strings.TrimSuffix(endpoint, "/graphql")
	for origin, want := range map[string]bool{
		asked: true, own: true, "": true, // no browser
		"https://evil.example": false, "null": false, asked + ".evil.example": false, "http://explorer.example.cn": false, "%": false,
	} {
		conn, response, err := dial(t.Context(), http.DefaultClient, endpoint, origin)
		if err == nil {
			_ = conn.CloseNow()
		}
		if (err == nil) != want || !want && response.StatusCode != http.StatusForbidden {
			t.Errorf("WebSocket from %q: %v, want allowed %v", origin, err, want)
		}
		s := openStream(t, http.DefaultClient, http.MethodGet, endpoint, generationChanged, "Origin", origin)
		if got := s.response.StatusCode; (got == http.StatusOK) != want || !want && got != http.StatusForbidden {
			t.Errorf("event stream from %q: %d, want allowed %v", origin, got, want)
		}
		_ = s.response.Body.Close()
	}
	blind := openStream(t, http.DefaultClient, http.MethodGet, endpoint, generationChanged, "Sec-Fetch-Site", "cross-site")
	if blind.response.StatusCode != http.StatusForbidden {
		t.Errorf("a page that asks blindly: %d", blind.response.StatusCode)
	}
}

func TestTooManySubscriptions(t *testing.T) {
	endpoint := serveHTTP(t, newServer(t, memory.New(), func(_ *server.Config, g *graph.Config) {
		l := limits.Default()
		l.Subscriptions, l.ClientSubscriptions = 10, 2
		g.Limits = &l
	}))
	c := http.DefaultClient
	ws := openSocket(t, c, endpoint)
	ws.ask(t, "1", generationChanged)
	if e := ws.next(t); e.Type != "next" {
		t.Fatalf("%s %s", e.Type, e.Data)
	}
	first := openStream(t, c, http.MethodGet, endpoint, generationChanged)
	if _, ok := first.next(); !ok {
		t.Fatal("the second subscription was refused")
	}
	refused := func() (status int, answer reply) {
		s := openStream(t, c, http.MethodGet, endpoint, generationChanged)
		if s.response.StatusCode != http.StatusOK {
			_ = json.NewDecoder(s.response.Body).Decode(&answer)
		}
		_ = s.response.Body.Close()
		return s.response.StatusCode, answer
	}
	if status, answer := refused(); status != http.StatusTooManyRequests || answer.code() != "LIMIT_EXCEEDED" {
		t.Errorf("a third connection: %d %+v", status, answer)
	}
	ws.ask(t, "2", generationChanged) // over a connection that is open
	if e := ws.next(t); !strings.Contains(string(e.Data), "LIMIT_EXCEEDED") {
		t.Errorf("a third subscription: %s %s", e.Type, e.Data)
	}
	if _, answer := post(t, endpoint, `{ serviceConfig { limits { maxClientSubscriptions } } }`, nil); !strings.Contains(string(answer.Data), "2") {
		t.Errorf("queries go on: %+v", answer)
	}
	_ = first.response.Body.Close()
	for status := 0; status != http.StatusOK; status, _ = refused() { // the place is free in a moment
	}
}

// TestStreamsLast keeps two subscriptions open for an hour without an event: no
// timeout of the server cuts them, signs of life come, and the event after it does.
func TestStreamsLast(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, p := memory.New(), newPipes()
		srv := newServer(t, s, func(_ *server.Config, g *graph.Config) { g.Watch = time.Second })
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() { ended <- srv.Serve(ctx, p) }()
		c := p.client()
		ws := openSocket(t, c, "http://localhost/graphql")
		ws.ask(t, "1", generationChanged)
		es := openStream(t, c, http.MethodGet, "http://localhost/graphql", generationChanged)
		var pings atomic.Int64
		sockets, events := make(chan event), make(chan event)
		go func() {
			for e := ws.next(t); ; e = ws.next(t) {
				sockets <- e
				if e.Type == "closed" {
					return
				}
			}
		}()
		go func() {
			defer close(events)
			for e, ok := es.next(); ok; e, ok = es.next() {
				if e.Type == "ping" {
					pings.Add(1)
					continue
				}
				events <- e
			}
		}()
		(<-sockets).told(t)
		(<-events).told(t)
		time.Sleep(time.Hour)
		if n := pings.Load(); n < 100 {
			t.Errorf("%d signs of life in an hour", n)
		}
		loadUniversities(t, s, 2)
		if a, b := (<-sockets).told(t), (<-events).told(t); a.Number != 1 || b.Number != 1 {
			t.Errorf("told %+v and %+v, want generation 1", a, b)
		}
		stop()
		if e := <-sockets; e.Type != "closed" || !strings.Contains(string(e.Data), "StatusGoingAway") {
			t.Errorf("at the end of the server: %s %s, want it to say that it goes away", e.Type, e.Data)
		}
		if e, ok := <-events; ok {
			t.Errorf("at the end of the server: %s %s, want the end of the stream, so that clients come back", e.Type, e.Data)
		}
		if err := <-ended; err != nil {
			t.Errorf("the server ended with %v", err)
		}
		c.CloseIdleConnections()
	})
}

// TestSlowSubscriber does not read for several loads: then it is told of the newest
// soon, nobody else waited, and who does not read at all is cut off.
func TestSlowSubscriber(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, p := memory.New(), newPipes()
		var log bytes.Buffer
		srv := newServer(t, s, func(c *server.Config, g *graph.Config) {
			g.Watch = 100 * time.Millisecond
			c.Logger = slog.New(slog.NewTextHandler(&log, nil))
		})
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() { ended <- srv.Serve(ctx, p) }()
		c := p.client()
		const endpoint = "http://localhost/graphql"
		slow := openStream(t, c, http.MethodGet, endpoint, generationChanged)
		quick := openStream(t, c, http.MethodGet, endpoint, generationChanged)
		for _, st := range []*stream{slow, quick} {
			if e, _ := st.next(); e.told(t).Number != 0 {
				t.Errorf("first event %+v", e)
			}
		}
		const loads = 8
		for n := 1; n <= loads; n++ {
			loadUniversities(t, s, n)
			if e, _ := quick.next(); e.told(t).Number != n {
				t.Errorf("the quick one was told %s of load %d", e.Data, n)
			}
		}
		seen := 0
		for last := 0; last != loads; seen++ {
			e, ok := slow.next()
			if !ok || e.told(t).Number <= last {
				t.Fatalf("after generation %d: %+v, %v", last, e, ok)
			}
			last = e.told(t).Number
		}
		if seen >= loads {
			t.Errorf("the slow one was told of all %d loads", seen)
		}
		time.Sleep(10 * time.Minute) // both read nothing, not even signs of life
		synctest.Wait()
		if n := strings.Count(log.String(), "msg=request "); n != 2 {
			t.Errorf("%d of 2 requests have ended:\n%s", n, &log)
		}
		_, _ = slow.response.Body.Close(), quick.response.Body.Close()
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the server ended with %v", err)
		}
	})
}
