package neo4j_test

import (
	"io"
	"net"
	"strings"
	"sync"
	"testing"
)

// line is a network connection to a server that a test can cut, as when a
// process is killed or a cable is pulled.
type line struct {
	address, server string
	mu              sync.Mutex
	listener        net.Listener
	open            []net.Conn
}

func newLine(t *testing.T, uri string) *line {
	t.Helper()
	_, server, _ := strings.Cut(uri, "://")
	l := &line{address: "127.0.0.1:0", server: server}
	l.mend(t)
	t.Cleanup(l.cut)
	return l
}

func (l *line) uri() string { return "bolt://" + l.address }

// mend takes connections (again).
func (l *line) mend(t *testing.T) {
	t.Helper()
	listener, err := net.Listen("tcp", l.address)
	if err != nil {
		t.Fatal(err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.listener, l.address = listener, listener.Addr().String()
	go l.accept(listener)
}

func (l *line) accept(listener net.Listener) {
	for {
		near, err := listener.Accept()
		if err != nil {
			return
		}
		far, err := net.Dial("tcp", l.server)
		if err != nil {
			_ = near.Close()
			continue
		}
		l.mu.Lock()
		l.open = append(l.open, near, far)
		l.mu.Unlock()
		go copyAndClose(near, far)
		go copyAndClose(far, near)
	}
}

func copyAndClose(to, from net.Conn) {
	_, _ = io.Copy(to, from)
	_ = to.Close()
}

// cut ends all connections and takes no new ones.
func (l *line) cut() {
	l.mu.Lock()
	defer l.mu.Unlock()
	_ = l.listener.Close()
	for _, c := range l.open {
		_ = c.Close()
	}
	l.open = nil
}
