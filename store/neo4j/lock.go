package neo4j

import (
	"context"
	"crypto/rand"
	"errors"
	"sync"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/ecosystem"
)

// lockWait is how long Begin waits for the lock before it says BUSY.
const lockWait = 2 * time.Second

// lock keeps other loads out, in this process and in any other: a transaction
// that has written to the lock node and stays open for the time of the load. The
// server releases it when the loader ends, however it ends.
type lock struct {
	store   *Store
	session driver.SessionWithContext
	tx      driver.ExplicitTransaction
	holder  string     // tells this load from all others
	busy    sync.Mutex // writers ask it in turn
}

func (s *Store) acquire(ctx context.Context) (*lock, error) {
	l := &lock{store: s, session: s.session(ctx, driver.AccessModeWrite), holder: rand.Text()}
	err := l.take(ctx)
	if err == nil {
		err = l.takeWriters(ctx)
	}
	if err != nil {
		return nil, errors.Join(s.coded(ctx, err), l.release(ctx))
	}
	return l, nil
}

func (l *lock) take(ctx context.Context) error {
	tx, err := l.session.BeginTransaction(ctx, bounded(context.WithoutCancel(ctx), "load lock", l.store.config.LoadTimeout)...)
	if err != nil {
		return err
	}
	l.tx = tx
	st := statement{
		name: "load lock", text: cypherLock(),
		params: map[string]any{"id": lockID, "since": now()},
	}
	// Planned beforehand: what is waited for then is nothing but the lock.
	if err := l.run(ctx, statement{"plan load lock", "EXPLAIN " + st.text, st.params}); err != nil {
		return err
	}
	waiting, cancel := context.WithTimeout(ctx, lockWait)
	defer cancel()
	err = l.run(waiting, st)
	if err != nil && waiting.Err() != nil && ctx.Err() == nil {
		return ecosystem.Wrap(err, ecosystem.CodeBusy, "another load is running; wait until it is done and try again")
	}
	return err
}

// takeWriters waits until the last transactions of an earlier load are over: a
// loader that was killed may have left the server at work on them. From then on
// that load writes nothing more, even if it lives and has only lost its lock.
func (l *lock) takeWriters(ctx context.Context) error {
	ids := make([]string, writers)
	for i := range ids {
		ids[i] = writerID(i)
	}
	return l.store.write(ctx, statement{"take writers", cypherTakeWriters(), map[string]any{"ids": ids, "holder": l.holder}})
}

func now() string { return time.Now().UTC().Format(time.RFC3339) }

// run runs a statement in the transaction of the lock.
func (l *lock) run(ctx context.Context, st statement) error {
	return l.stream(ctx, st, func(*driver.Record) error { return nil })
}

// stream also hands the records on, one by one. With the lock it reads what the
// load before has left.
func (l *lock) stream(ctx context.Context, st statement, each func(*driver.Record) error) error {
	return l.store.stream(ctx, l.tx, st, each)
}

// check fails when the server has ended the transaction, and with it the lock.
func (l *lock) check(ctx context.Context) error {
	l.busy.Lock()
	defer l.busy.Unlock()
	err := l.run(ctx, statement{name: "check load lock", text: "RETURN 1"})
	return l.lost(ctx, err)
}

// lost explains an error of the transaction of the lock.
func (l *lock) lost(ctx context.Context, err error) error {
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return over(ctx, err)
	default:
		return ecosystem.Wrap(err, ecosystem.CodeUnavailable, "the load lost its lock (it took too long, or Neo4j was stopped); what it has not written yet is not written, run it again")
	}
}

// release gives the lock back, also when ctx is over. It may be called again.
func (l *lock) release(ctx context.Context) error {
	if l.session == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), connectTime)
	defer cancel()
	session := l.session
	l.session = nil
	return session.Close(ctx) // rolls the open transaction back
}

// session opens a session that takes part in the bookmarks of all reads.
func (s *Store) session(ctx context.Context, mode driver.AccessMode) driver.SessionWithContext {
	return s.driver.NewSession(ctx, driver.SessionConfig{
		AccessMode: mode, DatabaseName: s.config.Database, BookmarkManager: s.driver.ExecuteQueryBookmarkManager(),
	})
}
