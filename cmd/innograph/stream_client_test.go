package main

import (
	"bufio"
	"context"
	"encoding/json"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

const generationChanged = `subscription { generationChanged { number stale changes { entities { created updated removed } } } }`

// told is what a subscriber is told of a generation.
type told struct {
	Number  int
	Stale   bool
	Changes *struct {
		Entities struct{ Created, Updated, Removed int }
	}
}

// event is an event of either transport.
type event struct {
	Type string // next, error, complete, ping …
	Data json.RawMessage
}

func (e event) told(t *testing.T) told {
	t.Helper()
	var body struct {
		Data struct{ GenerationChanged told }
	}
	if err := json.Unmarshal(e.Data, &body); err != nil || e.Type != "next" {
		t.Fatalf("got %s %s, want an event: %v", e.Type, e.Data, err)
	}
	return body.Data.GenerationChanged
}

// stream is a client of an event stream.
type stream struct {
	response *http.Response
	lines    *bufio.Scanner
}

// openStream asks for events: by GET, as the EventSource of a browser does, or by
// POST. Header holds names and values in turn.
func openStream(t *testing.T, c *http.Client, method, endpoint, document string, header ...string) *stream {
	t.Helper()
	var r *http.Request
	var err error
	if method == http.MethodGet {
		r, err = http.NewRequestWithContext(t.Context(), method, endpoint+"?query="+url.QueryEscape(document), nil)
	} else {
		body, _ := json.Marshal(map[string]string{"query": document})
		r, err = http.NewRequestWithContext(t.Context(), method, endpoint, strings.NewReader(string(body)))
	}
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept", "text/event-stream")
	r.Header.Set("Content-Type", "application/json")
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	response, err := c.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = response.Body.Close() })
	return &stream{response, bufio.NewScanner(response.Body)}
}

// next reads up to the end of an event; ok is false at the end of the stream.
func (s *stream) next() (e event, ok bool) {
	for s.lines.Scan() {
		line := s.lines.Text()
		name, value, _ := strings.Cut(line, ": ")
		switch {
		case line == "" && e.Type != "":
			return e, true
		case name == "event":
			e.Type = value
		case name == "data":
			e.Data = json.RawMessage(value)
		case line == ": ping":
			e.Type = "ping"
		}
	}
	return event{}, false
}

// socket is a client of a WebSocket.
type socket struct {
	*websocket.Conn
	ctx context.Context
}

func dial(ctx context.Context, c *http.Client, endpoint, origin string) (*websocket.Conn, *http.Response, error) {
	header := http.Header{}
	if origin != "" {
		header.Set("Origin", origin)
	}
	return websocket.Dial(ctx, endpoint, &websocket.DialOptions{
		HTTPClient: c, Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: header,
	})
}

func openSocket(t *testing.T, c *http.Client, endpoint string) *socket {
	t.Helper()
	conn, _, err := dial(t.Context(), c, endpoint, "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.CloseNow() })
	s := &socket{conn, t.Context()}
	s.send(t, `{"type":"connection_init"}`)
	if e := s.next(t); e.Type != "connection_ack" {
		t.Fatalf("got %s %s, want connection_ack", e.Type, e.Data)
	}
	return s
}

func (s *socket) send(t *testing.T, message string) {
	t.Helper()
	if err := s.Write(s.ctx, websocket.MessageText, []byte(message)); err != nil {
		t.Fatal(err)
	}
}

func (s *socket) ask(t *testing.T, id, document string) {
	t.Helper()
	payload, _ := json.Marshal(map[string]string{"query": document})
	s.send(t, `{"type":"subscribe","id":"`+id+`","payload":`+string(payload)+`}`)
}

// next answers pings and gives the next message of another sort.
func (s *socket) next(t *testing.T) event {
	t.Helper()
	for {
		var message struct {
			Type    string
			Payload json.RawMessage
		}
		if err := wsjson.Read(s.ctx, s.Conn, &message); err != nil {
			return event{Type: "closed", Data: json.RawMessage(err.Error())}
		}
		if message.Type != "ping" {
			return event{message.Type, message.Payload}
		}
		s.send(t, `{"type":"pong"}`)
	}
}

// pipes is a listener whose connections hold nothing back: a write waits until the
// other side reads.
type pipes struct {
	conns chan net.Conn
	over  chan struct{}
	close func()
}

func newPipes() *pipes {
	over := make(chan struct{})
	return &pipes{make(chan net.Conn), over, sync.OnceFunc(func() { close(over) })}
}

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.conns:
		return c, nil
	case <-p.over:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error   { p.close(); return nil }
func (p *pipes) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8080} }

func (p *pipes) client() *http.Client {
	return &http.Client{Transport: &http.Transport{DialContext: func(context.Context, string, string) (net.Conn, error) {
		near, far := net.Pipe()
		select {
		case p.conns <- far:
			return near, nil
		case <-p.over:
			return nil, net.ErrClosed
		}
	}}}
}
