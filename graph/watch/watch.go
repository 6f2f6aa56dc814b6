package watch

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/innograph/innograph/store"
)

// Source is what is watched.
type Source interface {
	Generation(ctx context.Context) (store.Generation, error)
}

// lookTimeout bounds one look at the source.
const lookTimeout = 5 * time.Second

// Watch tells subscribers of new generations of a source. It is safe for
// concurrent use.
type Watch struct {
	source   Source
	interval time.Duration
	crowd    *Crowd
	logger   *slog.Logger

	mu          sync.Mutex
	subscribers map[*subscriber]struct{}
	stop        context.CancelFunc // of the poller; nil while there is none
}

// subscriber is somebody who wants to know.
type subscriber struct {
	told  store.Generation
	offer func(store.Generation) // does not wait
}

// New makes a watch that looks at the source at this interval, while there are
// subscribers, and takes on as many of them as the crowd admits.
func New(source Source, interval time.Duration, crowd *Crowd, logger *slog.Logger) *Watch {
	return &Watch{source: source, interval: interval, crowd: crowd, logger: logger, subscribers: map[*subscriber]struct{}{}}
}

// Subscribe gives the current generation at once, then each new one, as what show
// makes of it, until ctx is over. Who is slow misses generations, but never the
// newest. The channel is never closed.
func Subscribe[T any](ctx context.Context, w *Watch, show func(store.Generation) T) (<-chan T, error) {
	leave, err := w.crowd.Enter(clientOf(ctx))
	if err != nil {
		return nil, err
	}
	now, err := w.look(ctx)
	if err != nil {
		leave()
		return nil, err
	}
	events := make(chan T, 1)
	s := &subscriber{offer: func(g store.Generation) {
		select {
		case <-events: // nobody has read the last one: it is out of date
		default:
		}
		events <- show(g) // there is room, since only the watch offers, one at a time
	}}
	w.add(s, now)
	context.AfterFunc(ctx, func() {
		w.remove(s)
		leave()
	})
	return events, nil
}

func (w *Watch) look(ctx context.Context) (store.Generation, error) {
	ctx, cancel := context.WithTimeout(ctx, lookTimeout)
	defer cancel()
	return w.source.Generation(ctx)
}

func (w *Watch) add(s *subscriber, now store.Generation) {
	w.mu.Lock()
	defer w.mu.Unlock()
	s.tell(now)
	w.subscribers[s] = struct{}{}
	if w.stop == nil {
		ctx, stop := context.WithCancel(context.Background())
		w.stop = stop
		go w.poll(ctx)
	}
}

func (w *Watch) remove(s *subscriber) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.subscribers, s)
	if len(w.subscribers) == 0 && w.stop != nil {
		w.stop()
		w.stop = nil
	}
}

func (s *subscriber) tell(g store.Generation) {
	s.told = g
	s.offer(g)
}

// poll looks at the source until ctx is over. A failure is logged once, until
// the source answers again.
func (w *Watch) poll(ctx context.Context) {
	ticker := time.NewTicker(w.interval)
	defer ticker.Stop()
	failing := false
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		g, err := w.look(ctx)
		if ctx.Err() != nil {
			return
		}
		if err != nil && !failing {
			w.logger.WarnContext(ctx, "subscribers are not told of new generations: the store does not say which it holds", "error", err)
		}
		if failing = err != nil; !failing {
			w.tell(g)
		}
	}
}

// tell tells those who do not know yet.
func (w *Watch) tell(g store.Generation) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for s := range w.subscribers {
		if !s.told.Same(g) {
			s.tell(g)
		}
	}
}
