// Package fair shares what a server has little of (slots, work, bytes, connections)
// among its clients, so that none of them can take it all.
package fair

import (
	"context"
	"slices"
	"sync"
	"time"
)

// Pool is an amount of something. A client may hold as much as is free after it took
// its part: alone it gets half of the pool, of two that want all each gets a third,
// and so on. So something is always left for one that comes new, however much the
// others want, and no share has to be set in advance. It is the rule of dynamic
// thresholds that switches share their packet memory by (Choudhury and Hahne, 1998,
// with α = 1).
//
// A client that holds nothing gets what it asks for if there is so much. The empty
// client is nobody in particular: it has no share to keep to.
//
// A Pool is safe for concurrent use.
type Pool struct {
	total, mostWaiting int

	mu      sync.Mutex
	used    int
	held    map[string]int // by clients that hold or wait
	queue   map[string]int // how many wait, likewise
	waiting []*waiter      // in the order of coming
}

type waiter struct {
	client   string
	amount   int
	admitted chan struct{} // closed when it is its turn
}

// NewPool makes a pool of so much, for which so many may wait.
func NewPool(total, mostWaiting int) *Pool {
	return &Pool{total: total, mostWaiting: mostWaiting, held: map[string]int{}, queue: map[string]int{}}
}

// Take takes an amount for a client; leave gives it back and must be called once. If
// there is not so much for this client it waits, at most as long as patience and ctx
// allow, unless too many wait already: ok is false then, and leave nil. More than the
// pool has counts as the whole pool.
func (p *Pool) Take(ctx context.Context, client string, amount int, patience time.Duration) (leave func(), ok bool) {
	amount = min(amount, p.total)
	w, ok := p.begin(client, amount, patience)
	if !ok || w != nil && !p.wait(ctx, w, patience) {
		return nil, false
	}
	return func() { p.give(client, amount) }, true
}

// Used is how much is taken.
func (p *Pool) Used() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.used
}

// begin takes the amount at once, or gives the waiter for it.
func (p *Pool) begin(client string, amount int, patience time.Duration) (w *waiter, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.fits(client, amount):
		p.take(client, amount)
		return nil, true
	case patience <= 0, !within(client, p.queue[client], 1, len(p.waiting), p.mostWaiting):
		return nil, false
	}
	w = &waiter{client, amount, make(chan struct{})}
	p.waiting = append(p.waiting, w)
	p.queue[client]++
	return w, true
}

func (p *Pool) wait(ctx context.Context, w *waiter, patience time.Duration) bool {
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-w.admitted:
		return true
	case <-timer.C:
	case <-ctx.Done():
	}
	return !p.giveUp(w)
}

// giveUp takes a waiter out of the queue; false when its turn has just come.
func (p *Pool) giveUp(w *waiter) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	at := slices.Index(p.waiting, w)
	if at < 0 {
		return false
	}
	p.waiting = slices.Delete(p.waiting, at, at+1)
	decrease(p.queue, w.client, 1)
	return true
}

func (p *Pool) fits(client string, amount int) bool {
	return within(client, p.held[client], amount, p.used, p.total)
}

// within is the rule: what a client would hold is at most what is free before.
func within(client string, held, amount, used, total int) bool {
	free := total - used
	return amount <= free && (client == "" || held == 0 || held+amount <= free)
}

func (p *Pool) take(client string, amount int) {
	p.used += amount
	p.held[client] += amount
}

// give takes an amount back and lets in whom there is room for now. Who must wait for
// a share of its own holds up nobody else.
func (p *Pool) give(client string, amount int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.used -= amount
	decrease(p.held, client, amount)
	p.waiting = slices.DeleteFunc(p.waiting, func(w *waiter) bool {
		if !p.fits(w.client, w.amount) {
			return false
		}
		p.take(w.client, w.amount)
		decrease(p.queue, w.client, 1)
		close(w.admitted)
		return true
	})
}

// decrease forgets clients that have nothing any more.
func decrease(counts map[string]int, client string, by int) {
	if counts[client] -= by; counts[client] <= 0 {
		delete(counts, client)
	}
}
