package fair

import (
	"context"
	"math/rand/v2"
	"strconv"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// greedy takes one after the other until it gets no more.
func greedy(t *testing.T, p *Pool, client string, amount int) (got int) {
	t.Helper()
	for {
		if _, ok := p.Take(t.Context(), client, amount, 0); !ok {
			return got
		}
		got += amount
	}
}

func TestSharesOfTheGreedy(t *testing.T) {
	p := NewPool(100, 0)
	if got := greedy(t, p, "a", 1); got != 50 {
		t.Errorf("alone a client gets %d of 100, want half", got)
	}
	if got := greedy(t, p, "b", 1); got != 25 {
		t.Errorf("the second gets %d, want half of the rest", got)
	}
	if leave, ok := p.Take(t.Context(), "c", 25, 0); !ok {
		t.Error("a new client does not get all that is left")
	} else {
		leave()
	}
	if _, ok := p.Take(t.Context(), "c", 26, 0); ok {
		t.Error("there is more than there is")
	}
	if p.Used() != 75 {
		t.Errorf("%d are used", p.Used())
	}
}

func TestNobodyInParticularHasNoShare(t *testing.T) {
	p := NewPool(100, 0)
	if got := greedy(t, p, "", 1); got != 100 {
		t.Errorf("%d of 100", got)
	}
}

func TestMoreThanThereIs(t *testing.T) {
	p := NewPool(10, 0)
	leave, ok := p.Take(t.Context(), "a", 1000, 0)
	if !ok || p.Used() != 10 {
		t.Fatalf("%v, %d are used", ok, p.Used())
	}
	if _, ok := p.Take(t.Context(), "b", 1, 0); ok {
		t.Error("something is left of the whole")
	}
	leave()
	if p.Used() != 0 || len(p.held) != 0 {
		t.Errorf("%d are used, %d clients remembered", p.Used(), len(p.held))
	}
}

func TestWaiting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewPool(2, 10)
		leave, _ := p.Take(t.Context(), "a", 2, 0)
		order := make(chan string, 10)
		var all sync.WaitGroup
		for _, client := range []string{"b", "c", "d"} {
			all.Go(func() {
				leave, ok := p.Take(t.Context(), client, 2, time.Minute)
				if !ok {
					t.Errorf("%s got nothing", client)
					return
				}
				order <- client
				time.Sleep(time.Second)
				leave()
			})
			synctest.Wait() // until it waits
		}
		leave()
		all.Wait()
		for _, want := range []string{"b", "c", "d"} {
			if got := <-order; got != want {
				t.Errorf("the turn of %s, want %s", got, want)
			}
		}
		if p.Used() != 0 || len(p.held)+len(p.queue)+len(p.waiting) != 0 {
			t.Errorf("something is left: %+v", p)
		}
	})
}

func TestPatienceEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewPool(1, 10)
		leave, _ := p.Take(t.Context(), "a", 1, 0)
		start := time.Now()
		if _, ok := p.Take(t.Context(), "b", 1, 3*time.Second); ok || time.Since(start) != 3*time.Second {
			t.Errorf("%v after %v", ok, time.Since(start))
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		start = time.Now()
		if _, ok := p.Take(ctx, "b", 1, time.Hour); ok || time.Since(start) != time.Second {
			t.Errorf("a client that left: %v after %v", ok, time.Since(start))
		}
		leave()
		if len(p.waiting)+len(p.queue)+len(p.held) != 0 {
			t.Errorf("something is left: %+v", p)
		}
	})
}

// TestOneWhoWaitsHoldsUpNobody: what "a" waits for is its own share.
func TestOneWhoWaitsHoldsUpNobody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewPool(10, 4)
		leave, _ := p.Take(t.Context(), "a", 5, 0)
		go func() {
			if leave, ok := p.Take(t.Context(), "a", 5, time.Minute); ok {
				leave()
			}
		}()
		synctest.Wait()
		if leave, ok := p.Take(t.Context(), "b", 3, 0); !ok {
			t.Error("b gets nothing because a waits")
		} else {
			leave()
		}
		leave()
	})
}

// TestTheQueueIsShared as the pool itself is.
func TestTheQueueIsShared(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewPool(1, 8)
		leave, _ := p.Take(t.Context(), "z", 1, 0)
		ctx, cancel := context.WithCancel(t.Context())
		for range 100 {
			go func() { _, _ = p.Take(ctx, "a", 1, time.Minute) }()
		}
		synctest.Wait()
		if p.queue["a"] != 4 {
			t.Errorf("%d of one client wait in a queue of 8", p.queue["a"])
		}
		cancel()
		synctest.Wait()
		leave()
	})
}

// TestManyAtOnce looks that nothing is lost or made of nothing.
func TestManyAtOnce(t *testing.T) {
	p := NewPool(50, 20)
	var all sync.WaitGroup
	for i := range 40 {
		all.Go(func() {
			client := strconv.Itoa(i % 5)
			for range 200 {
				leave, ok := p.Take(t.Context(), client, 1+rand.IntN(20), time.Millisecond)
				if used := p.Used(); used > 50 || used < 0 {
					t.Errorf("%d of 50 are used", used)
				}
				if ok {
					leave()
				}
			}
		})
	}
	all.Wait()
	if p.Used() != 0 || len(p.held)+len(p.queue)+len(p.waiting) != 0 {
		t.Errorf("something is left: %+v", p)
	}
}
