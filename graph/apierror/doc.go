// Package apierror turns errors into what clients see: a message that says what
// to do, a path, and extensions.code from a closed list. What a driver or a
// panic says stays in the log, beside the request id that the client is given.
package apierror
