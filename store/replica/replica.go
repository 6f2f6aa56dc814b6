package replica

import (
	"cmp"
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
)

// Record is the graph of record.
type Record interface {
	store.Reader
	Close(ctx context.Context) error
}

// Config says how a record is watched. Zero durations mean the defaults.
type Config struct {
	Interval time.Duration // between two looks at the record; 2 s when zero
	// LookTimeout bounds one look, CopyTimeout one copy.
	LookTimeout time.Duration // 5 s when zero
	CopyTimeout time.Duration // 30 min when zero
	// StaleAfter is how long the record may not have been seen to hold the same
	// graph before answers pass for stale; three intervals, but at least 10 s, when zero.
	StaleAfter time.Duration
	Logger     *slog.Logger
}

func (c Config) withDefaults() Config {
	c.Interval = cmp.Or(c.Interval, 2*time.Second)
	c.LookTimeout = cmp.Or(c.LookTimeout, 5*time.Second)
	c.CopyTimeout = cmp.Or(c.CopyTimeout, 30*time.Minute)
	c.StaleAfter = cmp.Or(c.StaleAfter, max(3*c.Interval, 10*time.Second))
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	return c
}

// Store is a replica. Make one with New.
type Store struct {
	store.Reader // the copy
	config       Config
	record       Record
	copy         *memory.Store
	checked      atomic.Pointer[time.Time] // see store.Freshness; nil: never
	looking      sync.Mutex                // one look at a time

	end     context.CancelFunc // of the watch
	watched sync.WaitGroup
}

var (
	_ store.Store  = (*Store)(nil)
	_ store.Pinner = (*Store)(nil)
	_ store.Copy   = (*Store)(nil)
	_ store.Copy   = pinned{}
)

// New makes a replica that is empty until the first Refresh. It closes the record
// when it is closed.
func New(record Record, c Config) *Store {
	copied := memory.New()
	return &Store{Reader: copied, config: c.withDefaults(), record: record, copy: copied, end: func() {}}
}

// Begin refuses: the record takes the loads.
func (s *Store) Begin(context.Context, store.Size) (store.Load, error) {
	return nil, ecosystem.Errorf(ecosystem.CodeNotSupported, "a replica takes no loads; load into the graph of record, and the replica follows")
}

// pinned is the copy as it was, and how old it was then.
type pinned struct {
	store.Reader
	freshness store.Freshness
}

// Pin returns a reader of the current graph.
func (s *Store) Pin() store.Reader {
	freshness, _ := s.Freshness() // first: it may be older than the graph, but not newer
	return pinned{s.copy.Pin(), freshness}
}

// Freshness tells how old the answers were when the graph was pinned.
func (p pinned) Freshness() (store.Freshness, bool) { return p.freshness, true }

// Freshness tells how old the answers may be.
func (s *Store) Freshness() (store.Freshness, bool) {
	at := s.checked.Load()
	if at == nil {
		return store.Freshness{Stale: true}, true
	}
	return store.Freshness{Checked: *at, Stale: time.Since(*at) > s.config.StaleAfter}, true
}

// Refresh looks at the record and copies it if it is of another generation;
// changed says that it was. With an error the replica goes on with what it has.
func (s *Store) Refresh(ctx context.Context) (changed bool, err error) {
	s.looking.Lock()
	defer s.looking.Unlock()
	at := time.Now()
	there, err := s.look(ctx)
	if err != nil {
		return false, err
	}
	here, err := s.copy.Generation(ctx)
	if err != nil {
		return false, err
	}
	if here.Same(there) {
		s.checked.Store(&at)
		return false, nil
	}
	ctx, cancel := context.WithTimeout(ctx, s.config.CopyTimeout)
	defer cancel()
	copied, err := s.copy.Copy(ctx, s.record)
	if err != nil {
		return false, err
	}
	s.checked.Store(&at)
	s.config.Logger.InfoContext(ctx, "the replica has copied a new generation", "generation", copied.Number, "loaded", copied.Loaded, "took", time.Since(at))
	return true, nil
}

func (s *Store) look(ctx context.Context) (store.Generation, error) {
	ctx, cancel := context.WithTimeout(ctx, s.config.LookTimeout)
	defer cancel()
	return s.record.Generation(ctx)
}

// Watch begins to follow the record, until the replica is closed. It must be
// called once at most.
func (s *Store) Watch() {
	ctx, cancel := context.WithCancel(context.Background())
	s.end = cancel
	s.watched.Go(func() { s.follow(ctx) })
}

func (s *Store) follow(ctx context.Context) {
	ticker := time.NewTicker(s.config.Interval)
	defer ticker.Stop()
	failing := false
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		_, err := s.Refresh(ctx)
		switch {
		case ctx.Err() != nil:
			return
		case err != nil && !failing:
			s.config.Logger.WarnContext(ctx, "the replica cannot follow the graph of record and goes on with what it has", "error", err, "checked", s.checked.Load())
		case err == nil && failing:
			s.config.Logger.InfoContext(ctx, "the replica follows the graph of record again")
		}
		failing = err != nil
	}
}

// Close ends the watch and closes the record.
func (s *Store) Close(ctx context.Context) error {
	s.end()
	s.watched.Wait()
	return s.record.Close(ctx)
}
