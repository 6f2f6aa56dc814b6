package ecosystem

import (
	"errors"
	"fmt"
)

// Code is a domain error code. The list is closed: clients may switch on it.
type Code string

// The error codes.
const (
	CodeBadInput      Code = "BAD_INPUT"       // an argument that makes no sense
	CodeInvalidData   Code = "INVALID_DATA"    // tables that break a rule of the vocabulary
	CodeUnknownID     Code = "UNKNOWN_ID"      // nothing has this id
	CodeInvalidCursor Code = "INVALID_CURSOR"  // not a cursor, or one of another list
	CodeStaleCursor   Code = "STALE_CURSOR"    // the data changed since the cursor was given
	CodeLimitExceeded Code = "LIMIT_EXCEEDED"  // more work than the server takes on
	CodeTimeout       Code = "TIMEOUT"         // the time bound was hit
	CodeBusy          Code = "BUSY"            // another load is running
	CodeUnavailable   Code = "UNAVAILABLE"     // the store does not answer
	CodeUnauthorized  Code = "UNAUTHENTICATED" // the store or server refused the credentials
	CodeForbidden     Code = "FORBIDDEN"       // the credentials hold, but do not allow this
	CodeRateLimited   Code = "RATE_LIMITED"    // this client asks too often
	CodeNotSupported  Code = "NOT_SUPPORTED"   // this mode cannot do it
	CodeInternal      Code = "INTERNAL"        // our fault
)

// Codes lists all error codes.
func Codes() []Code {
	return []Code{
		CodeBadInput, CodeInvalidData, CodeUnknownID, CodeInvalidCursor, CodeStaleCursor, CodeLimitExceeded,
		CodeTimeout, CodeBusy, CodeUnavailable, CodeUnauthorized, CodeForbidden, CodeRateLimited,
		CodeNotSupported, CodeInternal,
	}
}

// Error is an error with a code and a message that may be shown to users.
// What it wraps is for logs only.
type Error struct {
	Code    Code
	Message string
	Err     error
}

// Errorf makes an Error whose whole text may be shown to users.
func Errorf(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

// Wrap gives err a code and a message for users.
func Wrap(err error, code Code, message string) *Error {
	return &Error{Code: code, Message: message, Err: err}
}

// Error gives the message and, for logs, the cause.
func (e *Error) Error() string {
	if e.Err == nil {
		return e.Message
	}
	return e.Message + ": " + e.Err.Error()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// CodeOf finds the code of an error chain; CodeInternal when there is none.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return CodeInternal
}
