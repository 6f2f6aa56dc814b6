package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/ecosystem"
)

// coded gives an error of the driver its domain code and a message that says
// what to do; the driver's own text stays the wrapped cause, for logs only.
// Errors that have a code keep it.
func (s *Store) coded(ctx context.Context, err error) error {
	var known *ecosystem.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known):
		return err
	case ctx.Err() != nil:
		return over(ctx, err)
	}
	if errors.Is(err, errTorn) {
		return ecosystem.Wrap(err, ecosystem.CodeInvalidData, "a row in Neo4j does not hold what a load writes; was it written by hand? Load the data again")
	}
	var refused *driver.Neo4jError
	if errors.As(lastAttempt(err), &refused) {
		return s.refusal(refused, err)
	}
	var lost *driver.ConnectivityError
	if errors.As(lastAttempt(err), &lost) {
		return s.unavailable(err)
	}
	return ecosystem.Wrap(err, ecosystem.CodeInternal, "the Neo4j store failed")
}

// over is the error of a context that has ended.
func over(ctx context.Context, err error) error {
	if err != nil && !errors.Is(err, ctx.Err()) {
		err = fmt.Errorf("%w: %w", ctx.Err(), err)
	} else {
		err = ctx.Err()
	}
	return ecosystem.Wrap(err, ecosystem.CodeTimeout, "the request was over before Neo4j answered")
}

// refusal is for errors that the server itself reports.
func (s *Store) refusal(refused *driver.Neo4jError, err error) error {
	switch code := refused.Code; {
	case strings.HasPrefix(code, "Neo.ClientError.Security.AuthenticationRateLimit"):
		return ecosystem.Wrap(err, ecosystem.CodeUnauthorized, fmt.Sprintf("Neo4j at %s refuses user %q for a while after several wrong passwords; check the password and wait a few seconds", s.config.URI, s.config.User))
	case strings.HasPrefix(code, "Neo.ClientError.Security.Forbidden"):
		return ecosystem.Wrap(err, ecosystem.CodeUnauthorized, fmt.Sprintf("Neo4j user %q may not do this; a load needs a user who may write, and the first start one who may create indexes", s.config.User))
	case refused.HasSecurityCode():
		return ecosystem.Wrap(err, ecosystem.CodeUnauthorized, fmt.Sprintf("Neo4j at %s refused user %q; check the user name and INNOGRAPH_NEO4J_PASSWORD", s.config.URI, s.config.User))
	case code == "Neo.ClientError.Database.DatabaseNotFound":
		return ecosystem.Wrap(err, ecosystem.CodeUnavailable, fmt.Sprintf("Neo4j at %s has no database %q; create it or choose another one", s.config.URI, s.config.Database))
	case timedOut(refused):
		return ecosystem.Wrap(err, ecosystem.CodeTimeout, "Neo4j was stopped because the question took too long; ask for less (fewer hops, a narrower filter)")
	case outOfMemory(refused):
		return ecosystem.Wrap(err, ecosystem.CodeLimitExceeded, "the question needs more memory than Neo4j has for its transactions at the moment; ask for less (a narrower filter, fewer fields), or let whoever runs the server give it a larger heap (server.memory.heap.max_size)")
	case refused.IsRetriable(), strings.HasPrefix(code, "Neo.TransientError."), strings.HasPrefix(code, "Neo.DatabaseError."):
		return s.unavailable(err)
	default:
		return ecosystem.Wrap(err, ecosystem.CodeInternal, "Neo4j refused a statement of the store")
	}
}

// outOfMemory tells that a server has not the room for a transaction.
func outOfMemory(err error) bool {
	var refused *driver.Neo4jError
	return errors.As(err, &refused) && strings.HasSuffix(refused.Code, "OutOfMemoryError")
}

// inTheWay tells that nothing but other transactions kept one from being done: the
// server gave it up so that another could go on, or the commit before it took longer
// to appear than a server on a slow disk waits (30 s, more than the driver tries for).
func inTheWay(err error) bool {
	var refused *driver.Neo4jError
	if !errors.As(lastAttempt(err), &refused) {
		return false
	}
	return refused.Code == "Neo.TransientError.Transaction.DeadlockDetected" ||
		refused.Code == "Neo.TransientError.Transaction.BookmarkTimeout"
}

// timedOut tells the ways in which a server ends a transaction for its age. A
// transaction that waits for a lock is told so by its lock client.
func timedOut(refused *driver.Neo4jError) bool {
	switch refused.Code {
	case "Neo.ClientError.Transaction.TransactionTimedOut",
		"Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
		"Neo.ClientError.Transaction.Terminated",
		"Neo.ClientError.Transaction.LockClientStopped",
		"Neo.TransientError.Transaction.LockAcquisitionTimeout":
		return true
	default:
		return false
	}
}

func (s *Store) unavailable(err error) error {
	return ecosystem.Wrap(err, ecosystem.CodeUnavailable, fmt.Sprintf("Neo4j at %s does not answer; check that the server runs and that the address is right", s.config.URI))
}

func badAddress(uri string, err error) error {
	return ecosystem.Wrap(err, ecosystem.CodeBadInput, fmt.Sprintf("%q is no address of a Neo4j server; write bolt://host:7687, or neo4j://host:7687 for a cluster", uri))
}

// lastAttempt unpacks the error of a managed transaction that the driver gave
// up after several attempts.
func lastAttempt(err error) error {
	var limit *driver.TransactionExecutionLimit
	if errors.As(err, &limit) && len(limit.Errors) > 0 {
		return limit.Errors[len(limit.Errors)-1]
	}
	return err
}
