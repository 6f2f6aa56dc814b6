package naming

import (
	"context"
	"sync"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/apierror"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/store"
)

// Source is what a resolver is made from: a store, or the graph that an operation
// has pinned.
type Source interface {
	Generation(ctx context.Context) (store.Generation, error)
	Dump(ctx context.Context, visit func(ecosystem.Graph) error) error
}

// Bounds on the making of a resolver.
const (
	makingTime = 2 * time.Minute
	attempts   = 3 // with a load in between that changes the graph
)

// Resolvers gives the resolver of a generation and keeps the newest. It is safe
// for concurrent use.
type Resolvers struct {
	maxEntities int

	mu     sync.Mutex
	newest *making // nil before the first
}

// state tells two generations apart, also when a store was emptied and counts
// from 1 again.
type state struct {
	number int64
	loaded string
}

func stateOf(g store.Generation) state { return state{g.Number, g.Loaded} }

// making is a resolver that is made or being made.
type making struct {
	done     chan struct{} // closed when the rest is set
	of       state
	resolver *resolve.Resolver
	err      error
}

// New makes the resolvers of graphs of at most so many entities; larger ones are
// refused.
func New(maxEntities int) *Resolvers {
	return &Resolvers{maxEntities: maxEntities}
}

// At gives the resolver of a generation that the caller has read from source, or
// of a newer one when a load has overtaken the caller. It waits until the resolver
// is made; the making goes on when the caller leaves, since the next one will want
// it.
func (r *Resolvers) At(ctx context.Context, source Source, g store.Generation) (*resolve.Resolver, error) {
	if made := r.made(stateOf(g)); made != nil {
		return made, nil
	}
	for range attempts {
		// Read anew: the caller's generation may be out of date.
		now, err := source.Generation(ctx)
		if err != nil {
			return nil, err
		}
		if err := r.check(now); err != nil {
			return nil, err
		}
		m := r.begin(ctx, source, stateOf(now))
		select {
		case <-m.done:
		case <-ctx.Done():
			return nil, ecosystem.Wrap(ctx.Err(), ecosystem.CodeTimeout, "the names of the graph are still being prepared; ask again in a moment")
		}
		if m.err != nil || m.of == stateOf(now) {
			return m.resolver, m.err
		}
	}
	return nil, overtaken()
}

// check refuses a graph whose names would take too much memory.
func (r *Resolvers) check(g store.Generation) error {
	entities := 0
	for _, n := range g.Entities {
		entities += n
	}
	if entities <= r.maxEntities {
		return nil
	}
	return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "the graph has %d entities; which of them a name means is told for at most %d (serviceConfig.limits.maxNamedEntities); use search", entities, r.maxEntities)
}

func overtaken() error {
	return ecosystem.Errorf(ecosystem.CodeBusy, "loads change the graph faster than its names can be read; ask again when they are done")
}

// made is the resolver of a state if it is there.
func (r *Resolvers) made(want state) *resolve.Resolver {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.newest == nil {
		return nil
	}
	select {
	case <-r.newest.done:
		if r.newest.err == nil && r.newest.of == want {
			return r.newest.resolver
		}
	default:
	}
	return nil
}

// begin gives the making that runs, whatever it is of, or the one that is done
// and of the wanted state; else it starts one.
func (r *Resolvers) begin(ctx context.Context, source Source, want state) *making {
	r.mu.Lock()
	defer r.mu.Unlock()
	if m := r.newest; m != nil {
		select {
		case <-m.done:
			if m.err == nil && m.of == want {
				return m
			}
		default:
			return m
		}
	}
	m := &making{done: make(chan struct{})}
	r.newest = m // the one before is let go, so that two need not be held
	go r.make(context.WithoutCancel(ctx), source, m)
	return m
}

func (r *Resolvers) make(ctx context.Context, source Source, m *making) {
	ctx, cancel := context.WithTimeout(ctx, makingTime)
	defer cancel()
	defer close(m.done)
	defer func() {
		if cause := recover(); cause != nil { // it would end the server
			m.err = apierror.FromPanic(cause)
		}
	}()
	m.of, m.resolver, m.err = r.read(ctx, source)
}

// read makes a resolver of what the source holds now.
func (r *Resolvers) read(ctx context.Context, source Source) (state, *resolve.Resolver, error) {
	for range attempts {
		before, err := source.Generation(ctx)
		if err != nil {
			return state{}, nil, err
		}
		if err := r.check(before); err != nil {
			return state{}, nil, err
		}
		var b resolve.Builder
		err = source.Dump(ctx, func(part ecosystem.Graph) error {
			b.Add(part)
			return nil
		})
		if err != nil {
			return state{}, nil, err
		}
		after, err := source.Generation(ctx)
		if err != nil {
			return state{}, nil, err
		}
		if stateOf(before) == stateOf(after) {
			return stateOf(after), b.Resolver(), nil
		}
	}
	return state{}, nil, overtaken()
}
