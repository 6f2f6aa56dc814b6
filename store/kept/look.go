package kept

import (
	"context"
	"fmt"
	"sync"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// look is a read of the generation, done or under way.
type look struct {
	done  chan struct{} // closed when the rest is set
	shelf *shelf        // of that generation
	err   error
}

// looks are reads of the generation, one at a time: who comes while one is under way
// waits for the next, together with all others who do. Shelves change with them, in
// the order in which generations were seen.
type looks struct {
	generation func(context.Context) (store.Generation, error)
	rows       int // of a shelf

	mu      sync.Mutex
	running *look
	next    *look
	newest  *shelf // nil: nothing is known yet
}

// begin gives a look that begins after this call.
func (l *looks) begin(ctx context.Context) *look {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case l.running == nil:
		l.running = &look{done: make(chan struct{})}
		go l.run(context.WithoutCancel(ctx), l.running) // others wait for it, too
		return l.running
	case l.next == nil:
		l.next = &look{done: make(chan struct{})}
	}
	return l.next
}

// run looks, and again for those who came meanwhile.
func (l *looks) run(ctx context.Context, now *look) {
	for now != nil {
		generation, err := l.ask(ctx)
		l.mu.Lock()
		if err == nil && (l.newest == nil || !l.newest.of.Same(generation)) {
			l.newest = newShelf(generation, l.rows)
		}
		now.shelf, now.err = l.newest, err
		close(now.done)
		l.running, l.next = l.next, nil
		now = l.running
		l.mu.Unlock()
	}
}

// ask reads the generation; a panic would end the server.
func (l *looks) ask(ctx context.Context) (g store.Generation, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = ecosystem.Wrap(fmt.Errorf("%v", cause), ecosystem.CodeInternal, "the generation could not be read")
		}
	}()
	return l.generation(ctx)
}

// believed is the shelf of the newest generation that was seen, nil before the first.
func (l *looks) believed() *shelf {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.newest
}
