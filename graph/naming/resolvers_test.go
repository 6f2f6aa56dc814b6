package naming_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/naming"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/store"
)

// source is a store of one university, whose name tells the generation.
type source struct {
	mu         sync.Mutex
	generation store.Generation
	name       string
	dumps      int
	fail       error
	dumping    func() // called within each dump
}

func (s *source) load(number int64, name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.generation = store.Generation{Number: number, Loaded: name, Entities: map[ecosystem.Kind]int{ecosystem.University: 1}}
	s.name = name
}

func (s *source) Generation(context.Context) (store.Generation, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.generation, nil
}

func (s *source) Dump(_ context.Context, visit func(ecosystem.Graph) error) error {
	s.mu.Lock()
	s.dumps++
	fail, dumping := s.fail, s.dumping
	e := ecosystem.Entity{ID: "org:a", Kind: ecosystem.University, Name: s.name}
	s.mu.Unlock()
	if dumping != nil {
		dumping()
	}
	if fail != nil {
		return fail
	}
	return visit(ecosystem.Graph{Entities: []ecosystem.Entity{e}})
}

func (s *source) now(t *testing.T) store.Generation {
	t.Helper()
	g, err := s.Generation(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// knows fails the test unless the resolver was made of the university of this
// name.
func knows(t *testing.T, r *resolve.Resolver, err error, name string) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if r.Resolve(name, resolve.Options{}).Chosen == nil {
		t.Errorf("the resolver does not know %s: it is of another generation", name)
	}
}

func newSource() *source {
	var s source
	s.load(1, "甲乙大学")
	return &s
}

func TestOneDumpPerGeneration(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSource()
		release := make(chan struct{})
		s.dumping = func() { <-release }
		names := naming.New(10)
		var wg sync.WaitGroup
		for range 50 {
			wg.Go(func() {
				r, err := names.At(t.Context(), s, s.now(t))
				knows(t, r, err, "甲乙大学")
			})
		}
		synctest.Wait() // all of them wait for the first
		close(release)
		wg.Wait()
		if _, err := names.At(t.Context(), s, s.now(t)); err != nil || s.dumps != 1 {
			t.Errorf("%d dumps (%v), want 1 for all callers of a generation", s.dumps, err)
		}
		old := s.now(t)
		s.load(2, "丙丁大学")
		r, err := names.At(t.Context(), s, s.now(t))
		knows(t, r, err, "丙丁大学")
		r, err = names.At(t.Context(), s, old) // a caller that the load has overtaken
		knows(t, r, err, "丙丁大学")
		if s.dumps != 2 {
			t.Errorf("%d dumps, want 2 for two generations", s.dumps)
		}
		s.load(1, "戊己大学") // a store that was emptied counts from 1 again
		r, err = names.At(t.Context(), s, s.now(t))
		knows(t, r, err, "戊己大学")
	})
}

// The making goes on when the one who began it leaves.
func TestCallerThatLeaves(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSource()
		release := make(chan struct{})
		s.dumping = func() { <-release }
		names := naming.New(10)
		ctx, cancel := context.WithCancel(t.Context())
		left := make(chan error)
		go func() {
			_, err := names.At(ctx, s, s.now(t))
			left <- err
		}()
		synctest.Wait()
		cancel()
		if err := <-left; ecosystem.CodeOf(err) != ecosystem.CodeTimeout {
			t.Errorf("the caller that left got %v, want TIMEOUT", err)
		}
		close(release)
		r, err := names.At(t.Context(), s, s.now(t))
		knows(t, r, err, "甲乙大学")
		if s.dumps != 1 {
			t.Errorf("%d dumps, want the first to have gone on", s.dumps)
		}
	})
}

// A load during the dump leads to another dump, and never to a resolver that
// passes for one of a generation that it is not of.
func TestLoadDuringTheDump(t *testing.T) {
	s := newSource()
	s.dumping = sync.OnceFunc(func() { s.load(2, "丙丁大学") })
	names := naming.New(10)
	r, err := names.At(t.Context(), s, s.now(t))
	knows(t, r, err, "丙丁大学")
	if s.dumps != 2 {
		t.Errorf("%d dumps, want 2", s.dumps)
	}
}

func TestLoadsWithoutEnd(t *testing.T) {
	s := newSource()
	number := int64(1)
	s.dumping = func() { number++; s.load(number, "丙丁大学") }
	if _, err := naming.New(10).At(t.Context(), s, s.now(t)); ecosystem.CodeOf(err) != ecosystem.CodeBusy || s.dumps > 10 {
		t.Errorf("%v after %d dumps, want BUSY after a few", err, s.dumps)
	}
}

func TestFailureIsNotKept(t *testing.T) {
	s := newSource()
	s.fail = errors.New("the store is away")
	names := naming.New(10)
	if _, err := names.At(t.Context(), s, s.now(t)); !errors.Is(err, s.fail) {
		t.Fatalf("%v, want what the dump failed with", err)
	}
	s.fail = nil
	r, err := names.At(t.Context(), s, s.now(t))
	knows(t, r, err, "甲乙大学")

	s.load(2, "丙丁大学")
	s.dumping = func() { panic("broken") }
	if _, err := names.At(t.Context(), s, s.now(t)); ecosystem.CodeOf(err) != ecosystem.CodeInternal {
		t.Errorf("a panic gives %v, want INTERNAL", err)
	}
}

func TestTooLargeGraphIsNotRead(t *testing.T) {
	s := newSource()
	s.generation.Entities = map[ecosystem.Kind]int{ecosystem.University: 6, ecosystem.Platform: 5}
	if _, err := naming.New(10).At(t.Context(), s, s.now(t)); ecosystem.CodeOf(err) != ecosystem.CodeLimitExceeded || s.dumps > 0 {
		t.Errorf("%v after %d dumps, want LIMIT_EXCEEDED before any", err, s.dumps)
	}
}

// Who has pinned a graph gets the resolver of that graph, whatever others have
// had made meanwhile.
func TestPinnedGraph(t *testing.T) {
	now, pinned := newSource(), newSource()
	now.load(2, "丙丁大学")
	names := naming.New(10)
	for range 2 {
		r, err := names.At(t.Context(), now, now.now(t))
		knows(t, r, err, "丙丁大学")
		r, err = names.At(t.Context(), pinned, pinned.now(t))
		knows(t, r, err, "甲乙大学")
	}
}
