package kept_test

import (
	"context"
	"fmt"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/kept"
)

// far is a store whose entities are named after the generation; it counts what it is asked.
type far struct {
	store.Reader // nothing else is asked
	number       atomic.Int64
	looks, asks  atomic.Int64
	mu           sync.Mutex
	ids          []string            // of the last call
	during       func()              // happens while the store is asked
	hold         func() error        // happens while the generation is read
	missing      map[string]bool     // ids that nothing has
	entities     []*ecosystem.Entity // of List
}

func (f *far) Generation(context.Context) (store.Generation, error) {
	f.looks.Add(1)
	g := store.Generation{Number: f.number.Load()}
	if f.hold != nil {
		if err := f.hold(); err != nil {
			return store.Generation{}, err
		}
	}
	return g, nil
}

func (f *far) Entities(_ context.Context, ids []string) ([]*ecosystem.Entity, error) {
	f.asks.Add(1)
	f.mu.Lock()
	f.ids = ids
	f.mu.Unlock()
	out := make([]*ecosystem.Entity, len(ids))
	for i, id := range ids {
		if !f.missing[id] {
			out[i] = &ecosystem.Entity{ID: id, Name: strconv.FormatInt(f.number.Load(), 10)}
		}
	}
	if f.during != nil {
		f.during()
	}
	return out, nil
}

func (f *far) List(context.Context, store.Filter, store.Order, store.Page) (store.EntityPage, error) {
	f.asks.Add(1)
	return store.EntityPage{Entities: f.entities}, nil
}

func (f *far) names(t *testing.T, r store.Reader, ids ...string) []string {
	t.Helper()
	found, err := r.Entities(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range found {
		if e == nil {
			names = append(names, "")
			continue
		}
		names = append(names, e.Name)
	}
	return names
}

func wantNames(t *testing.T, got []string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestOperations: each looks once, only what is not kept is asked for, and nothing that
// was kept outlives a load that was committed before the operation began.
func TestOperations(t *testing.T) {
	f := &far{}
	r := kept.New(kept.Config{Reader: f})
	wantNames(t, f.names(t, r.Pin(), "a", "b"), "0", "0")
	operation := r.Pin()
	wantNames(t, f.names(t, operation, "b", "c", "a"), "0", "0", "0")
	wantNames(t, f.ids, "c")
	wantNames(t, f.names(t, operation, "c", "a", "a"), "0", "0", "0")
	if f.asks.Load() != 2 || f.looks.Load() != 2 {
		t.Errorf("two operations asked %d times and looked %d times, want 2 and 2", f.asks.Load(), f.looks.Load())
	}
	f.number.Store(1)
	asked := make(chan struct{})
	f.during = sync.OnceFunc(func() { close(asked) })
	f.hold = func() error { <-asked; return nil }
	wantNames(t, f.names(t, r.Pin(), "a", "d"), "1", "1")
	wantNames(t, f.ids, "a", "d") // d at first, and both when a turned out to be of the old graph
	f.hold = nil
	wantNames(t, f.names(t, r.Pin(), "b", "c", "d"), "1", "1", "1")
	wantNames(t, f.ids, "b", "c", "d")
	if f.asks.Load() != 5 {
		t.Errorf("the store was asked %d times, want 5", f.asks.Load())
	}
}

// TestLoadDuringAnOperation: what a load put in between was read too late for the shelf
// it lands on, and is gone with it.
func TestLoadDuringAnOperation(t *testing.T) {
	f := &far{}
	r := kept.New(kept.Config{Reader: f})
	operation := r.Pin()
	g, err := operation.Generation(t.Context())
	if err != nil || g.Number != 0 {
		t.Fatalf("generation %d, %v", g.Number, err)
	}
	f.number.Store(1)
	wantNames(t, f.names(t, operation, "a"), "1") // as from the store itself
	if g, err = operation.Generation(t.Context()); err != nil || g.Number != 1 {
		t.Errorf("asked again, the generation is %d, %v", g.Number, err)
	}
	f.number.Store(2)
	wantNames(t, f.names(t, r.Pin(), "a"), "2")
}

// TestListsFollowLoads: an answer that is kept as one is given as long as the graph is the
// same, and no longer, however late the operation learns of a load.
func TestListsFollowLoads(t *testing.T) {
	f := &far{}
	r := kept.New(kept.Config{Reader: f})
	first := func() string {
		t.Helper()
		page, err := r.Pin().List(t.Context(), store.Filter{}, store.Order{}, store.Page{Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		return page.Entities[0].ID
	}
	for number, id := range []string{"org:old", "org:new"} {
		f.entities = []*ecosystem.Entity{{ID: id}}
		f.number.Store(int64(number))
		f.hold = func() error { time.Sleep(time.Millisecond); return nil } // after the shelf was looked at
		asks := f.asks.Load()
		if a, b := first(), first(); a != id || b != id {
			t.Errorf("generation %d: the list begins with %s and then %s, want %s", number, a, b, id)
		}
		if f.asks.Load() != asks+1 {
			t.Errorf("generation %d: the store was asked %d times, want 1", number, f.asks.Load()-asks)
		}
	}
}

// TestNothingIsKeptOfTheUnknown: whatever is asked for, it does not fill the shelf.
func TestNothingIsKeptOfTheUnknown(t *testing.T) {
	f := &far{missing: map[string]bool{"x": true}}
	r := kept.New(kept.Config{Reader: f})
	for range 2 {
		wantNames(t, f.names(t, r.Pin(), "a", "x"), "0", "")
	}
	wantNames(t, f.ids, "x")
}

func TestBound(t *testing.T) {
	f := &far{}
	r := kept.New(kept.Config{Reader: f, Rows: 2})
	f.names(t, r.Pin(), "a", "b")
	f.names(t, r.Pin(), "a") // b was not asked for longer
	f.names(t, r.Pin(), "c")
	asks := f.asks.Load()
	f.names(t, r.Pin(), "a", "c")
	if f.asks.Load() != asks {
		t.Errorf("what was asked for last was not kept")
	}
	f.names(t, r.Pin(), "b")
	if f.asks.Load() != asks+1 {
		t.Errorf("three rows are kept where two may be")
	}
	f.entities = []*ecosystem.Entity{{ID: "a"}, {ID: "b"}, {ID: "c"}}
	for range 2 {
		if _, err := r.Pin().List(t.Context(), store.Filter{}, store.Order{}, store.Page{Limit: 3}); err != nil {
			t.Fatal(err)
		}
	}
	if f.asks.Load() != asks+3 {
		t.Errorf("an answer of more rows than may be kept was kept")
	}
}

// TestAnswersAreApart: who changes the list that he got changes nobody else's.
func TestAnswersAreApart(t *testing.T) {
	f := &far{entities: []*ecosystem.Entity{{ID: "a"}, {ID: "b"}}}
	r := kept.New(kept.Config{Reader: f})
	for range 3 {
		page, err := r.Pin().List(t.Context(), store.Filter{}, store.Order{}, store.Page{Limit: 2})
		if err != nil {
			t.Fatal(err)
		}
		if page.Entities[0] == nil || page.Entities[0].ID != "a" {
			t.Fatalf("the list begins with %v", page.Entities[0])
		}
		page.Entities[0] = nil
	}
}

// TestStoreIsAway: nothing that was kept is given when nobody can tell whether it still
// holds, and the reason is told.
func TestStoreIsAway(t *testing.T) {
	f := &far{}
	r := kept.New(kept.Config{Reader: f})
	f.names(t, r.Pin(), "a")
	for name, hold := range map[string]func() error{
		"away":   func() error { return ecosystem.Errorf(ecosystem.CodeUnavailable, "away") },
		"panics": func() error { panic("broken") },
	} {
		f.hold = hold
		_, err := r.Pin().Entities(t.Context(), []string{"a"})
		want := map[string]ecosystem.Code{"away": ecosystem.CodeUnavailable, "panics": ecosystem.CodeInternal}[name]
		if err == nil || ecosystem.CodeOf(err) != want {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
		if _, err = r.Pin().Generation(t.Context()); ecosystem.CodeOf(err) != want {
			t.Errorf("%s: the generation is refused with %v, want %s", name, err, want)
		}
	}
	f.hold = nil
	wantNames(t, f.names(t, r.Pin(), "a"), "0")
}

// TestLooksAreShared: of many operations that begin while the generation is being read,
// one reads it for all, and only after they began.
func TestLooksAreShared(t *testing.T) {
	f := &far{}
	r := kept.New(kept.Config{Reader: f})
	f.names(t, r.Pin(), "a")
	reading, enough := make(chan struct{}), make(chan struct{})
	f.hold = func() error {
		reading <- struct{}{}
		<-enough
		return nil
	}
	var all sync.WaitGroup
	all.Go(func() { f.names(t, r.Pin(), "a") })
	<-reading // of generation 0
	f.number.Store(1)
	begun := make(chan struct{}, 20)
	for range cap(begun) {
		all.Go(func() {
			o := r.Pin()
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			if _, err := o.Generation(ctx); ecosystem.CodeOf(err) != ecosystem.CodeTimeout { // begins the look, and does not wait
				t.Errorf("who cannot wait is refused with %v", err)
			}
			begun <- struct{}{}
			wantNames(t, f.names(t, o, "a"), "1")
		})
	}
	for range cap(begun) {
		<-begun
	}
	close(enough)
	<-reading
	all.Wait()
	if f.looks.Load() != 3 {
		t.Errorf("the generation was read %d times, want 3", f.looks.Load())
	}
}

// TestObserve: it is told of each call whether it was answered from what was kept.
func TestObserve(t *testing.T) {
	var seen []string
	f := &far{}
	r := kept.New(kept.Config{Reader: f, Observe: func(call string, kept bool) { seen = append(seen, fmt.Sprint(call, " ", kept)) }})
	f.names(t, r.Pin(), "a")
	f.names(t, r.Pin(), "a")
	f.names(t, r.Pin(), "a", "b")
	wantNames(t, seen, "Entities false", "Entities true", "Entities false")
}
