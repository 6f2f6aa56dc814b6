// Package operation says what is known of one request to the GraphQL endpoint, for
// those who watch it: metrics, traces, the access log. It knows no library of
// theirs.
package operation

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
)

// Operation is one request. It is filled in on the way: what is not known yet, or
// never will be because the request was refused, is empty.
type Operation struct {
	Name     string // of a well-formed document's operation; empty too when it has none
	Type     string // query, mutation or subscription
	Document string // its text, as the client sent it; no variables
	Cost     int    // what it may cost at most, in the unit of maxComplexity
	// Executed: it passed every check and its execution began.
	Executed bool
	Codes    []ecosystem.Code // of the errors of the answer, each once, the first one first
	Bytes    int              // of the answer, uncompressed
}

// Observer is told of a request before anything is read. The request is answered in
// the context that it returns; done is called once, with op complete. It must be
// safe for concurrent use, and within the context others may read Name, Type,
// Document and Cost from the moment of execution on.
type Observer func(ctx context.Context, op *Operation) (within context.Context, done func())

// Join is one observer made of several, the first one outermost; nil ones are left
// out. It is nil when there are none.
func Join(observers ...Observer) Observer {
	var joined Observer
	for _, o := range observers {
		switch {
		case o == nil:
		case joined == nil:
			joined = o
		default:
			joined = both(joined, o)
		}
	}
	return joined
}

func both(outer, inner Observer) Observer {
	return func(ctx context.Context, op *Operation) (context.Context, func()) {
		ctx, outerDone := outer(ctx, op)
		ctx, innerDone := inner(ctx, op)
		return ctx, func() {
			innerDone()
			outerDone()
		}
	}
}
