package server

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"testing"
	"time"
)

// listening serves until the test ends.
func listening(t *testing.T, config Config) (s *Server, address string) {
	t.Helper()
	config.Listen = "127.0.0.1:0"
	s, err := New(config)
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
	t.Cleanup(func() {
		stop()
		if err := <-served; err != nil {
			t.Error(err)
		}
	})
	return s, listener.Addr().String()
}

// open opens a connection from an address of this machine and asks once; answered is
// false when the server closed it without a word.
func open(t *testing.T, from, to string) (conn net.Conn, answered bool) {
	t.Helper()
	dialer := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}}
	conn, err := dialer.DialContext(t.Context(), "tcp", to)
	if err != nil {
		t.Skipf("no connection from %s: %v", from, err) // only Linux has all of 127.0.0.0/8
	}
	t.Cleanup(func() { _ = conn.Close() })
	if err := conn.SetDeadline(time.Now().Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	_, _ = io.WriteString(conn, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n") // it may be closed already
	resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		return conn, false
	}
	_, _ = io.Copy(io.Discard, resp.Body)
	_ = resp.Body.Close()
	return conn, resp.StatusCode == http.StatusOK
}

func TestConnectionsAreSharedAmongAddresses(t *testing.T) {
	s, address := listening(t, Config{Reader: generations{}, MaxConnections: 8})
	var held []net.Conn
	for i := range 10 {
		conn, answered := open(t, "127.0.0.1", address)
		if want := i < 4; answered != want {
			t.Fatalf("connection %d of one address is answered: %v", i+1, answered)
		}
		held = append(held, conn)
	}
	if count, refused := s.Connections(); count != 4 || refused != 6 {
		t.Errorf("%d connections, %d refused; want 4 and 6", count, refused)
	}
	if _, answered := open(t, "127.0.0.2", address); !answered {
		t.Error("another address is not let in")
	}
	_ = held[0].Close()
	for range 1000 { // until the server has noticed
		if count, _ := s.Connections(); count < 5 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	if _, answered := open(t, "127.0.0.1", address); !answered {
		t.Error("a place that was left is not given again")
	}
}

// TestRequestsOnOneConnectionAreBounded sends more by HTTP/2 than connections allow.
func TestRequestsOnOneConnectionAreBounded(t *testing.T) {
	entered, release := make(chan struct{}), make(chan struct{})
	_, address := listening(t, Config{Reader: generations{}, MaxConnections: 8, H2C: true, GraphQL: http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		entered <- struct{}{}
		<-release
	})})
	protocols := &http.Protocols{}
	protocols.SetUnencryptedHTTP2(true)
	transport := &http.Transport{Protocols: protocols}
	defer transport.CloseIdleConnections()
	ask := func() int {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+address+"/graphql", nil)
		if err != nil {
			t.Error(err)
			return 0
		}
		resp, err := transport.RoundTrip(req)
		if err != nil {
			t.Error(err)
			return 0
		}
		_ = resp.Body.Close()
		return resp.StatusCode
	}
	left := make(chan int)
	for range 4 {
		go func() { left <- ask() }()
		<-entered
	}
	if code := ask(); code != http.StatusServiceUnavailable {
		t.Errorf("one too many: %d", code)
	}
	close(release)
	for range 4 {
		if code := <-left; code != http.StatusOK {
			t.Errorf("in flight: %d", code)
		}
	}
}

func TestOrigin(t *testing.T) {
	for remote, want := range map[string]string{
		"192.0.2.7:1234": "192.0.2.7", "[::ffff:192.0.2.7]:1": "192.0.2.7", "[2001:db8:1:2:3:4:5:6]:80": "2001:db8:1:2::/64",
		"[2001:db8:1:2:ffff::1]:81": "2001:db8:1:2::/64", "@": "@", "": "",
	} {
		if got := origin(remote); got != want {
			t.Errorf("%q counts as %q, want %q", remote, got, want)
		}
	}
}

func TestClientOfARequest(t *testing.T) {
	base, _ := start(t, Config{Reader: generations{}, GraphQL: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = fmt.Fprint(w, Client(r.Context()))
	})})
	if _, text := send(t, http.MethodPost, base+"/graphql", "{}"); text != "address:127.0.0.1" {
		t.Errorf("the client is %q", text)
	}
	if got := Client(t.Context()); got != "" {
		t.Errorf("outside of a request: %q", got)
	}
}
