package apierror

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/innograph/innograph/ecosystem"
)

// Reporter presents errors to clients and logs those that need an operator.
type Reporter struct{ Logger *slog.Logger }

// Present gives an error its code and the message that clients may see.
func (r Reporter) Present(ctx context.Context, err error) *gqlerror.Error {
	shown := &gqlerror.Error{Path: graphql.GetPath(ctx)}
	var located *gqlerror.Error
	if errors.As(err, &located) {
		shown.Path, shown.Locations = located.Path, located.Locations
		if located.Extensions["code"] != nil { // from the parser, the validator or the limits
			shown.Message, shown.Extensions = worded(ctx, located), located.Extensions
			return shown
		}
		if located.Err != nil {
			err = located.Err // without the path, so that one error of many fields is told as one
		}
	}
	known := classify(err)
	if ofStore(known) {
		// Where the store is, and as whom the server logs in, is nobody's business.
		known = ecosystem.Wrap(known, ecosystem.CodeUnavailable, "the store does not answer; try again later; the request id helps the operator to find out why")
	}
	shown.Message = known.Message
	shown.Extensions = map[string]any{"code": string(known.Code)}
	if userCanFix(known.Code) {
		return shown
	}
	o := operationOf(ctx)
	if o.requestID != "" {
		shown.Extensions["requestId"] = o.requestID
	}
	// A failed batch fails many fields with one and the same error; a client that
	// left is nobody's fault.
	if o.firstTime(known) && !errors.Is(err, context.Canceled) {
		r.log(ctx, o.requestID, known)
	}
	return shown
}

// Recover turns a panic into an error that carries the stack to the log.
func (r Reporter) Recover(_ context.Context, cause any) error {
	return FromPanic(cause)
}

// FromPanic is the error for a recovered panic. It must be called where the
// panic was recovered, for the sake of the stack.
func FromPanic(cause any) error {
	return internal(&panicError{cause, debug.Stack()})
}

func internal(cause error) *ecosystem.Error {
	return ecosystem.Wrap(cause, ecosystem.CodeInternal, "the server failed to answer this; the request id helps the operator to find out why")
}

type panicError struct {
	cause any
	stack []byte
}

func (p *panicError) Error() string { return fmt.Sprintf("panic: %v", p.cause) }

// classify finds the domain error in a chain. What carries no code is ours.
func classify(err error) *ecosystem.Error {
	var known *ecosystem.Error
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return ecosystem.Wrap(err, ecosystem.CodeTimeout, "the time for this request is over; ask for less")
	default:
		return internal(err)
	}
}

// ofStore tells a failure to reach or to enter the store: one that wraps what a
// driver said, unlike a refusal of a client's own credentials.
func ofStore(err *ecosystem.Error) bool {
	return err.Err != nil && (err.Code == ecosystem.CodeUnavailable || err.Code == ecosystem.CodeUnauthorized)
}

func userCanFix(code ecosystem.Code) bool {
	switch code {
	case ecosystem.CodeInternal, ecosystem.CodeUnavailable, ecosystem.CodeTimeout, ecosystem.CodeInvalidData:
		return false
	default:
		return true
	}
}

func (r Reporter) log(ctx context.Context, requestID string, err *ecosystem.Error) {
	level := slog.LevelWarn
	if err.Code == ecosystem.CodeInternal {
		level = slog.LevelError
	}
	attrs := []slog.Attr{
		slog.String("code", string(err.Code)),
		slog.String("error", err.Error()),
		slog.String("request_id", requestID),
		slog.String("path", graphql.GetPath(ctx).String()),
	}
	var p *panicError
	if errors.As(err, &p) {
		attrs = append(attrs, slog.String("stack", string(p.stack)))
	}
	r.Logger.LogAttrs(ctx, level, "a query failed", attrs...)
}
