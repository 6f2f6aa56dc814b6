package replica_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/replica"
	"github.com/innograph/innograph/store/storetest"
)

// record is a graph of record that can go away.
type record struct {
	*memory.Store
	mu     sync.Mutex
	away   error
	looks  int
	dumped func() // called in the middle of each dump
	closed bool
}

func newRecord() *record { return &record{Store: memory.New()} }

func (r *record) goAway(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.away = err
}

func (r *record) state() (dumped func(), away error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.dumped, r.away
}

func (r *record) Generation(ctx context.Context) (store.Generation, error) {
	_, away := r.state()
	r.mu.Lock()
	r.looks++
	r.mu.Unlock()
	if away != nil {
		return store.Generation{}, away
	}
	return r.Store.Generation(ctx)
}

func (r *record) Dump(ctx context.Context, visit func(ecosystem.Graph) error) error {
	dumped, away := r.state()
	if away != nil {
		return away
	}
	return r.Store.Dump(ctx, func(part ecosystem.Graph) error {
		if dumped != nil {
			dumped()
		}
		return visit(part)
	})
}

func (r *record) Close(ctx context.Context) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.closed = true
	return r.Store.Close(ctx)
}

// load makes the record a graph of one university, whose name tells which.
func (r *record) load(t *testing.T, n int) {
	t.Helper()
	g := ecosystem.Graph{Entities: []ecosystem.Entity{{ID: "org:a", Kind: ecosystem.University, Name: name(n)}}}
	if _, _, err := storetest.LoadAll(t.Context(), r.Store, g); err != nil {
		t.Fatal(err)
	}
}

func name(n int) string { return fmt.Sprintf("第%d大学", n) }

// holds fails unless a reader holds that university.
func holds(t *testing.T, r store.Reader, n int) {
	t.Helper()
	got, err := r.Entities(t.Context(), []string{"org:a"})
	if err != nil || got[0] == nil || got[0].Name != name(n) {
		t.Errorf("%+v, %v, want %s", got, err, name(n))
	}
}

func refresh(t *testing.T, s *replica.Store, want bool) {
	t.Helper()
	if changed, err := s.Refresh(t.Context()); err != nil || changed != want {
		t.Fatalf("refresh: changed is %v, %v, want %v", changed, err, want)
	}
}

func TestFollowsTheRecord(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRecord()
		r.load(t, 1)
		s := replica.New(r, replica.Config{Interval: time.Second})
		refresh(t, s, true)
		s.Watch()
		held := s.Pin()
		r.load(t, 2)
		holds(t, s, 1)
		time.Sleep(1100 * time.Millisecond)
		synctest.Wait()
		holds(t, s, 2)
		holds(t, held, 1) // who began with the old graph ends with it
		want, _ := r.Store.Generation(t.Context())
		if got, err := s.Generation(t.Context()); err != nil || !got.Same(want) || len(got.History) != 2 {
			t.Errorf("generation %+v, %v, want that of the record: %+v", got, err, want)
		}
		if err := s.Close(t.Context()); err != nil || !r.closed {
			t.Errorf("close: %v, the record is closed: %v", err, r.closed)
		}
		looks := r.looks
		time.Sleep(time.Minute)
		if r.looks != looks {
			t.Errorf("the closed replica looked %d times at the record", r.looks-looks)
		}
	})
}

func TestGoesOnWithoutTheRecord(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRecord()
		r.load(t, 1)
		var log bytes.Buffer
		s := replica.New(r, replica.Config{Interval: time.Second, Logger: slog.New(slog.NewTextHandler(&log, nil))})
		if f, _ := s.Freshness(); !f.Stale || !f.Checked.IsZero() {
			t.Errorf("before the first look: %+v, want stale", f)
		}
		refresh(t, s, true)
		s.Watch()
		time.Sleep(5500 * time.Millisecond)
		synctest.Wait()
		seen, _ := s.Freshness()
		if seen.Stale || time.Since(seen.Checked) > time.Second {
			t.Errorf("checked %s ago, stale is %v", time.Since(seen.Checked), seen.Stale)
		}
		r.goAway(errors.New("connection refused"))
		time.Sleep(5 * time.Second)
		if f, _ := s.Freshness(); f.Stale {
			t.Errorf("stale after %s", time.Since(f.Checked))
		}
		time.Sleep(10 * time.Second)
		holds(t, s, 1)
		if f, _ := s.Freshness(); !f.Stale || !f.Checked.Equal(seen.Checked) {
			t.Errorf("%+v, want stale, and last checked %s", f, seen.Checked)
		}
		r.goAway(nil)
		r.load(t, 2)
		time.Sleep(1100 * time.Millisecond)
		synctest.Wait()
		holds(t, s, 2)
		if f, _ := s.Freshness(); f.Stale {
			t.Errorf("still stale: %+v", f)
		}
		if err := s.Close(t.Context()); err != nil {
			t.Error(err)
		}
		if n := strings.Count(log.String(), "cannot follow"); n != 1 || !strings.Contains(log.String(), "follows the graph of record again") {
			t.Errorf("one outage, %d lines in the log:\n%s", n, &log)
		}
	})
}

// A load that overtakes the copy leaves the replica as it was; the next look
// copies again.
func TestLoadDuringTheCopy(t *testing.T) {
	r := newRecord()
	r.load(t, 1)
	s := replica.New(r, replica.Config{})
	refresh(t, s, true)
	r.load(t, 2)
	r.dumped = sync.OnceFunc(func() { r.load(t, 3) })
	if _, err := s.Refresh(t.Context()); ecosystem.CodeOf(err) != ecosystem.CodeBusy {
		t.Errorf("%v, want BUSY", err)
	}
	holds(t, s, 1)
	refresh(t, s, true)
	holds(t, s, 3)
	refresh(t, s, false)
}

// Nobody fails while the graph is swapped, and each answer is of one generation.
func TestReadersDuringSwaps(t *testing.T) {
	const readers, swaps = 4, 30
	r := newRecord()
	r.load(t, 0)
	s := replica.New(r, replica.Config{})
	refresh(t, s, true)
	done := make(chan struct{})
	var wait sync.WaitGroup
	for range readers {
		wait.Go(func() {
			for {
				pinned := s.Pin()
				g, err := pinned.Generation(t.Context())
				if err != nil {
					t.Error(err)
					return
				}
				holds(t, pinned, int(g.Number)-1)
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	for n := 1; n <= swaps; n++ {
		r.load(t, n)
		refresh(t, s, true)
	}
	close(done)
	wait.Wait()
}

func TestRefusesLoads(t *testing.T) {
	s := replica.New(newRecord(), replica.Config{})
	if _, err := s.Begin(t.Context(), store.Size{}); ecosystem.CodeOf(err) != ecosystem.CodeNotSupported {
		t.Errorf("%v, want NOT_SUPPORTED", err)
	}
}
