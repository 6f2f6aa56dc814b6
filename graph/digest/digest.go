package digest

import (
	"context"
	"sync"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/apierror"
	"github.com/innograph/innograph/store"
)

// Source is what a digest is made from: a store, or the graph that an operation has
// pinned.
type Source interface {
	Generation(ctx context.Context) (store.Generation, error)
	Dump(ctx context.Context, visit func(ecosystem.Graph) error) error
}

// Bounds on the making of a digest.
const (
	makingTime = 2 * time.Minute
	attempts   = 3 // with a load in between that changes the graph
)

// Kind says what is made of a graph.
type Kind[V any] struct {
	// What names it in messages, e.g. "the names of the graph".
	What string
	// Check refuses a graph that is too large, by its number of entities.
	Check func(entities int) error
	// Begin gives what takes the parts of one dump, and what makes the digest of them.
	Begin func() (add func(part ecosystem.Graph), made func() V)
}

// Digests gives the digest of a generation and keeps the newest. It is safe for
// concurrent use.
type Digests[V any] struct {
	kind Kind[V]

	mu     sync.Mutex
	newest *making[V] // nil before the first
}

// state tells two generations apart, also when a store was emptied and counts
// from 1 again.
type state struct {
	number int64
	loaded string
}

func stateOf(g store.Generation) state { return state{g.Number, g.Loaded} }

// making is a digest that is made or being made.
type making[V any] struct {
	done  chan struct{} // closed when the rest is set
	of    state
	value V
	err   error
}

// New makes digests of one kind.
func New[V any](kind Kind[V]) *Digests[V] { return &Digests[V]{kind: kind} }

// At gives the digest of a generation that the caller has read from source, or of a
// newer one when a load has overtaken the caller. It waits until the digest is made;
// the making goes on when the caller leaves, since the next one will want it.
func (d *Digests[V]) At(ctx context.Context, source Source, g store.Generation) (none V, err error) {
	if made, ok := d.made(stateOf(g)); ok {
		return made, nil
	}
	for range attempts {
		// Read anew: the caller's generation may be out of date.
		now, err := source.Generation(ctx)
		if err != nil {
			return none, err
		}
		if err := d.check(now); err != nil {
			return none, err
		}
		m := d.begin(ctx, source, stateOf(now))
		select {
		case <-m.done:
		case <-ctx.Done():
			return none, ecosystem.Wrap(ctx.Err(), ecosystem.CodeTimeout, d.kind.What+" are still being prepared; ask again in a moment")
		}
		if m.err != nil || m.of == stateOf(now) {
			return m.value, m.err
		}
	}
	return none, d.overtaken()
}

// check refuses a graph that is too large.
func (d *Digests[V]) check(g store.Generation) error {
	entities := 0
	for _, n := range g.Entities {
		entities += n
	}
	return d.kind.Check(entities)
}

func (d *Digests[V]) overtaken() error {
	return ecosystem.Errorf(ecosystem.CodeBusy, "loads change the graph faster than %s can be read; ask again when they are done", d.kind.What)
}

// made is the digest of a state if it is there.
func (d *Digests[V]) made(want state) (value V, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.newest == nil {
		return value, false
	}
	select {
	case <-d.newest.done:
		if d.newest.err == nil && d.newest.of == want {
			return d.newest.value, true
		}
	default:
	}
	return value, false
}

// begin gives the making that runs, whatever it is of, or the one that is done
// and of the wanted state; else it starts one.
func (d *Digests[V]) begin(ctx context.Context, source Source, want state) *making[V] {
	d.mu.Lock()
	defer d.mu.Unlock()
	if m := d.newest; m != nil {
		select {
		case <-m.done:
			if m.err == nil && m.of == want {
				return m
			}
		default:
			return m
		}
	}
	m := &making[V]{done: make(chan struct{})}
	d.newest = m // the one before is let go, so that two need not be held
	go d.make(context.WithoutCancel(ctx), source, m)
	return m
}

func (d *Digests[V]) make(ctx context.Context, source Source, m *making[V]) {
	ctx, cancel := context.WithTimeout(ctx, makingTime)
	defer cancel()
	defer close(m.done)
	defer func() {
		if cause := recover(); cause != nil { // it would end the server
			m.err = apierror.FromPanic(cause)
		}
	}()
	m.of, m.value, m.err = d.read(ctx, source)
}

// read makes a digest of what the source holds now.
func (d *Digests[V]) read(ctx context.Context, source Source) (at state, value V, err error) {
	for range attempts {
		before, err := source.Generation(ctx)
		if err != nil {
			return at, value, err
		}
		if err := d.check(before); err != nil {
			return at, value, err
		}
		add, made := d.kind.Begin()
		err = source.Dump(ctx, func(part ecosystem.Graph) error {
			add(part)
			return nil
		})
		if err != nil {
			return at, value, err
		}
		after, err := source.Generation(ctx)
		if err != nil {
			return at, value, err
		}
		if stateOf(before) == stateOf(after) {
			return stateOf(after), made(), nil
		}
	}
	return at, value, d.overtaken()
}
