package server

import (
	"context"
	"net"
	"net/netip"
	"sync"
	"sync/atomic"

	"github.com/innograph/innograph/fair"
	"github.com/innograph/innograph/server/peer"
)

// connections bounds how many connections are open, and shares them among the
// addresses that they come from: each takes memory before anything is asked.
type connections struct {
	net.Listener
	pool    *fair.Pool
	refused *atomic.Int64
}

// Accept closes connections beyond the share of their address at once: whoever opens
// so many does not read what we would say.
func (c connections) Accept() (net.Conn, error) {
	for {
		conn, err := c.Listener.Accept()
		if err != nil {
			return nil, err
		}
		leave, ok := c.pool.Take(context.Background(), origin(conn.RemoteAddr().String()), 1, 0)
		if ok {
			return &counted{Conn: conn, leave: sync.OnceFunc(leave)}, nil
		}
		c.refused.Add(1)
		_ = conn.Close()
	}
}

// counted gives its place back when it is closed.
type counted struct {
	net.Conn
	leave func()
}

func (c *counted) Close() error {
	defer c.leave()
	return c.Conn.Close()
}

// origin is what the address of a connection counts as.
func origin(remote string) string {
	at, err := netip.ParseAddrPort(remote)
	if err != nil { // no TCP
		return remote
	}
	return peer.Network(at.Addr().Unmap())
}
