package memory

import (
	"context"
	"errors"

	"github.com/innograph/innograph/ecosystem"
)

// begin is the first check of an operation: a context that is over comes before
// what is wrong with the arguments.
func begin(ctx context.Context, bad error) error {
	if err := stopped(ctx); err != nil {
		return err
	}
	return bad
}

// stopped gives the error of a context that is over its code.
func stopped(ctx context.Context) error {
	switch err := ctx.Err(); {
	case err == nil:
		return nil
	case errors.Is(err, context.DeadlineExceeded):
		return ecosystem.Wrap(err, ecosystem.CodeTimeout, "the request took longer than it may; ask for less (fewer hops, a narrower filter)")
	default:
		return ecosystem.Wrap(err, ecosystem.CodeTimeout, "the request was given up before it was answered")
	}
}

// watch looks at a context now and then, for loops whose rounds are short.
type watch struct {
	ctx   context.Context
	round int
}

// tick is called in every round; it returns the error of a context that is over.
func (w *watch) tick() error {
	w.round++
	if w.round%1024 != 0 {
		return nil
	}
	return stopped(w.ctx)
}
