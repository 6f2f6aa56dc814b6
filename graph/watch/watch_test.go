package watch_test

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/apierror"
	"github.com/innograph/innograph/graph/watch"
	"github.com/innograph/innograph/store"
)

type source struct {
	mu    sync.Mutex
	now   int64
	err   error
	looks int
}

func (s *source) Generation(context.Context) (store.Generation, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.looks++
	return store.Generation{Number: s.now}, s.err
}

// looked tells how often it was asked since the last call.
func (s *source) looked() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.looks
	s.looks = 0
	return n
}

func (s *source) set(now int64, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now, s.err = now, err
}

func newWatch(s *source, most, each int) *watch.Watch {
	return watch.New(s, time.Second, watch.NewCrowd("subscriptions", most, each), slog.New(slog.DiscardHandler))
}

func subscribe(ctx context.Context, t *testing.T, w *watch.Watch) <-chan int64 {
	t.Helper()
	events, err := watch.Subscribe(ctx, w, func(g store.Generation) int64 { return g.Number })
	if err != nil {
		t.Fatal(err)
	}
	return events
}

// next fails unless this is the next event; 0: there is none.
func next(t *testing.T, events <-chan int64, want int64) {
	t.Helper()
	synctest.Wait()
	select {
	case got := <-events:
		if got != want {
			t.Errorf("generation %d, want %d", got, want)
		}
	default:
		if want != 0 {
			t.Errorf("no event, want generation %d", want)
		}
	}
}

func TestCurrentGenerationThenEachNewOne(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &source{now: 7}
		w := newWatch(s, 0, 0)
		ctx, cancel := context.WithCancel(t.Context())
		first := subscribe(ctx, t, w)
		next(t, first, 7)
		time.Sleep(5 * time.Second)
		next(t, first, 0)
		s.set(8, nil)
		second := subscribe(ctx, t, w) // has seen it before the watch has
		next(t, second, 8)
		time.Sleep(time.Second)
		next(t, first, 8)
		next(t, second, 0)
		s.set(0, errors.New("away"))
		time.Sleep(3 * time.Second)
		next(t, first, 0)
		s.set(9, nil)
		time.Sleep(time.Second)
		next(t, first, 9)
		next(t, second, 9)
		cancel()
		synctest.Wait()
	})
}

func TestSlowSubscriberGetsTheNewest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &source{now: 1}
		w := newWatch(s, 0, 0)
		ctx, cancel := context.WithCancel(t.Context())
		slow, quick := subscribe(ctx, t, w), subscribe(ctx, t, w)
		next(t, quick, 1)
		for g := int64(2); g <= 5; g++ {
			s.set(g, nil)
			time.Sleep(time.Second)
			next(t, quick, g) // who does not read holds nobody up
		}
		next(t, slow, 5)
		next(t, slow, 0)
		cancel()
		synctest.Wait()
	})
}

func TestNobodyIsAskedForNobody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &source{now: 1}
		w := newWatch(s, 0, 0)
		for range 2 { // the watch begins again after an end
			ctx, cancel := context.WithCancel(t.Context())
			s.looked()
			for range 3 {
				subscribe(ctx, t, w)
			}
			time.Sleep(10500 * time.Millisecond)
			if n := s.looked(); n != 3+10 {
				t.Errorf("%d looks, want one for each subscription and one a second for all", n)
			}
			cancel()
			synctest.Wait()
			s.looked()
			time.Sleep(time.Minute)
			if n := s.looked(); n != 0 {
				t.Errorf("%d looks without a subscriber", n)
			}
		}
	})
}

func TestBounds(t *testing.T) {
	s := &source{now: 1}
	w := newWatch(s, 3, 2)
	asked := func(client string) (context.CancelFunc, error) {
		ctx, cancel := context.WithCancel(watch.WithClient(t.Context(), client))
		_, err := watch.Subscribe(ctx, w, func(g store.Generation) int64 { return g.Number })
		return cancel, err
	}
	code := func(client string, want ecosystem.Code) {
		t.Helper()
		if _, err := asked(client); err == nil || ecosystem.CodeOf(err) != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	first, err := asked("a")
	if err != nil {
		t.Fatal(err)
	}
	s.set(1, errors.New("away")) // who is not served takes no place
	for range 5 {
		if _, err := asked("b"); err == nil || err.Error() != "away" {
			t.Fatalf("%v, want what the store says", err)
		}
	}
	s.set(1, nil)
	if _, err := asked("a"); err != nil {
		t.Fatal(err)
	}
	code("a", ecosystem.CodeLimitExceeded)
	if _, err := asked("b"); err != nil {
		t.Fatal(err)
	}
	code("b", apierror.CodeOverloaded)
	first()
	for { // the place is given back in a moment
		if _, err := asked("b"); err == nil {
			return
		}
	}
}
