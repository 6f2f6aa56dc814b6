package watch

import (
	"context"
	"sync"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/apierror"
)

// Crowd bounds what is open at a time, in all and for each client, so that one
// client cannot take the places of all others.
type Crowd struct {
	what       string // in the plural, for messages
	most, each int

	mu  sync.Mutex
	all int
	of  map[string]int // by client; only those who have something open
}

// NewCrowd makes an empty crowd of at most so many; zero: any number.
func NewCrowd(what string, most, each int) *Crowd {
	return &Crowd{what: what, most: most, each: each, of: map[string]int{}}
}

// Enter takes a place, which leave gives back. OVERLOADED: there is none left;
// LIMIT_EXCEEDED: there is none left for this client.
func (c *Crowd) Enter(client string) (leave func(), err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.most > 0 && c.all >= c.most:
		return nil, ecosystem.Errorf(apierror.CodeOverloaded, "%d %s are open, more the server does not take on: try again later, or ask for generation now and then", c.all, c.what)
	case c.each > 0 && c.of[client] >= c.each:
		return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%d %s of yours are open, more are not allowed: end one, or share one among all views", c.of[client], c.what)
	}
	c.all++
	c.of[client]++
	return sync.OnceFunc(func() { c.leave(client) }), nil
}

func (c *Crowd) leave(client string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.all--
	if c.of[client]--; c.of[client] == 0 {
		delete(c.of, client)
	}
}

type clientKey struct{}

// WithClient says who subscribes within ctx.
func WithClient(ctx context.Context, client string) context.Context {
	return context.WithValue(ctx, clientKey{}, client)
}

// clientOf is who subscribes within ctx; empty where nobody said.
func clientOf(ctx context.Context) string {
	client, _ := ctx.Value(clientKey{}).(string)
	return client
}
