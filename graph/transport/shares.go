package transport

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/innograph/innograph/fair"
)

// Shares bound what all requests take together, so that they fit into the memory of
// the server, and share it among clients, so that one that asks for very much leaves
// room for the others; see fair.Pool.
type Shares struct {
	// Client tells whose request it is, e.g. an address; nil: nobody's in particular,
	// and there is nothing to share.
	Client func(context.Context) string
	// Again counts a further document that comes within a request, over a WebSocket;
	// what it refuses with a code is not looked at. Nil: any number may come.
	Again   func(context.Context) error
	Reading int // documents read and checked at once, which is work for the processor; zero: any
	Work    int // cost of the operations executed at once; zero: any
	Bytes   int // of long bodies and answers that are held at once; zero: any
	// Patience is how long a request waits in all until there is room; zero: it is
	// refused at once.
	Patience time.Duration
}

// short is the length, in bytes, of bodies and answers that ask for no share. What
// there can be of them is bounded by the number of connections.
const short = 16 << 10

// pools are what is shared; nil ones have no end.
type pools struct {
	most                        int // of slots
	reading, slots, work, bytes *fair.Pool
}

func newPools(c Config) pools {
	pool := func(total int) *fair.Pool {
		if total == 0 {
			return nil
		}
		return fair.NewPool(total, max(c.Concurrent, 1))
	}
	return pools{c.Concurrent, pool(c.Shares.Reading), pool(c.Concurrent), pool(c.Shares.Work), pool(c.Shares.Bytes)}
}

// holding is what one request has taken of the pools.
type holding struct {
	pools     pools
	ctx       context.Context
	client    string
	patience  time.Duration // that is left
	longest   int64         // that a body may be
	cpu       []func()      // give back the place among those that are read
	executing []func()      // give back slot and work
	memory    []func()      // give back bytes
}

func (t Transport) holding(ctx context.Context) *holding {
	h := &holding{pools: t.pools, ctx: ctx, patience: t.Shares.Patience, longest: t.RequestBytes}
	if t.Shares.Client != nil {
		h.client = t.Shares.Client(ctx)
	}
	return h
}

// take adds what it took to leaves.
func (h *holding) take(from *fair.Pool, amount int, leaves *[]func()) bool {
	if from == nil || amount == 0 {
		return true
	}
	start := time.Now()
	leave, ok := from.Take(h.ctx, h.client, amount, h.patience)
	h.patience -= time.Since(start)
	if ok {
		*leaves = append(*leaves, leave)
	}
	return ok
}

// begin is asked before a request is taken apart and its document is checked.
func (h *holding) begin() bool { return h.take(h.pools.reading, 1, &h.cpu) }

// execution is asked for when the cost of an operation is known.
func (h *holding) execution(cost int) *refusal {
	switch {
	case !h.take(h.pools.slots, 1, &h.executing):
		return overloaded(h.pools.most)
	case !h.take(h.pools.work, cost, &h.executing):
		return busy()
	default:
		return nil
	}
}

// bytes is asked for before so much is held until the request is over.
func (h *holding) bytes(n int) bool {
	return n <= short || h.take(h.pools.bytes, n, &h.memory)
}

func (h *holding) leaveCPU() { giveBack(&h.cpu) }

func (h *holding) leaveWork() { giveBack(&h.executing) }

func (h *holding) leave() {
	giveBack(&h.cpu)
	giveBack(&h.executing)
	giveBack(&h.memory)
}

func giveBack(leaves *[]func()) {
	for _, leave := range *leaves {
		leave()
	}
	*leaves = nil
}

var errNoRoom = errors.New("there is no room for a long body")

// body is the body of a request that asks for its share when it turns out to be long.
func (h *holding) body(r *http.Request) io.ReadCloser {
	return &sharedBody{ReadCloser: r.Body, held: h, length: int(min(r.ContentLength, h.longest)), room: short}
}

type sharedBody struct {
	io.ReadCloser
	held   *holding
	length int // as announced; -1: unknown
	read   int
	room   int // what may be read before more is asked for
}

// Read goes beyond a short length when it got room for all that was announced; for a
// body of unknown length it asks for as much again each time.
func (b *sharedBody) Read(p []byte) (int, error) {
	if b.read >= b.room {
		more := b.room
		if b.length >= b.room {
			more = b.length + 1 - b.room // the end is found behind the last byte
		}
		if !b.held.take(b.held.pools.bytes, more, &b.held.memory) {
			return 0, errNoRoom
		}
		b.room += more
	}
	n, err := b.ReadCloser.Read(p[:min(len(p), b.room-b.read)])
	b.read += n
	return n, err
}
