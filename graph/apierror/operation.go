package apierror

import (
	"context"
	"sync"

	"github.com/innograph/innograph/ecosystem"
)

type operationKey struct{}

// operation is what the errors of one operation share.
type operation struct {
	requestID string
	logged    sync.Map // texts of errors
}

// WithOperation begins an operation: within it, all errors carry this request id
// and one error is logged once.
func WithOperation(ctx context.Context, requestID string) context.Context {
	return context.WithValue(ctx, operationKey{}, &operation{requestID: requestID})
}

func operationOf(ctx context.Context) *operation {
	if o, ok := ctx.Value(operationKey{}).(*operation); ok {
		return o
	}
	return &operation{}
}

// firstTime marks an error as logged and tells whether it was not before.
func (o *operation) firstTime(err *ecosystem.Error) bool {
	_, before := o.logged.LoadOrStore(err.Error(), true)
	return !before
}
