package replica_test

import (
	"context"
	"testing"

	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
	"github.com/innograph/innograph/store/replica"
	"github.com/innograph/innograph/store/storetest"
)

// The whole contract: readers ask the replica, loads go into the record.
func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return follow(t, memory.New()) })
}

func TestContractOverNeo4j(t *testing.T) {
	server := neo4jtest.Open(t)
	storetest.Run(t, func(t *testing.T) store.Store {
		server.Wipe(t)
		return follow(t, openNeo4j(t, server))
	})
}

func openNeo4j(t testing.TB, server neo4jtest.Server) *neo4j.Store {
	t.Helper()
	s, err := neo4j.Open(t.Context(), neo4j.Config{URI: server.URI, User: server.User, Password: server.Password})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// followed is a replica whose loads go into the record; when they are committed,
// the replica has followed.
type followed struct {
	*replica.Store
	record store.Store
}

func follow(t *testing.T, record store.Store) followed {
	t.Helper()
	f := followed{replica.New(record, replica.Config{}), record}
	t.Cleanup(func() {
		if err := f.Close(context.Background()); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return f
}

func (f followed) Begin(ctx context.Context, size store.Size) (store.Load, error) {
	l, err := f.record.Begin(ctx, size)
	if err != nil {
		return nil, err
	}
	return load{l, f.Store}, nil
}

type load struct {
	store.Load
	replica *replica.Store
}

func (l load) Commit(ctx context.Context) (store.Generation, store.Changes, error) {
	g, changes, err := l.Load.Commit(ctx)
	if err != nil {
		return g, changes, err
	}
	_, err = l.replica.Refresh(ctx)
	return g, changes, err
}
