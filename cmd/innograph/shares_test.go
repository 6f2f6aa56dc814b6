package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"github.com/innograph/innograph/fair"
	"github.com/innograph/innograph/server"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/observed"
)

// standing answers Generation when it is released.
type standing struct {
	store.Reader
	running, most atomic.Int64
	release       chan struct{}
}

func (s *standing) Generation(ctx context.Context) (store.Generation, error) {
	n := s.running.Add(1)
	defer s.running.Add(-1)
	s.most.Store(max(s.most.Load(), n))
	select {
	case <-s.release:
		return store.Generation{}, nil
	case <-ctx.Done():
		return store.Generation{}, ctx.Err()
	}
}

// contextOf is the context of a request from an address.
func contextOf(t *testing.T, address string) context.Context {
	t.Helper()
	var request *http.Request
	srv, err := server.New(server.Config{GraphQL: http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		request = r
	})})
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", nil)
	r.RemoteAddr, r.Host = address+":1234", "localhost"
	srv.Handler().ServeHTTP(httptest.NewRecorder(), r)
	return context.WithoutCancel(request.Context())
}

func TestCallsTakeTurns(t *testing.T) {
	greedy, polite := contextOf(t, "127.0.0.1"), contextOf(t, "127.0.0.2")
	synctest.Test(t, func(t *testing.T) {
		db := &standing{release: make(chan struct{})}
		pool := fair.NewPool(4, 1<<30)
		r := observed.Wrap(db, takingTurns(pool))
		ask := func(ctx context.Context) {
			if _, err := r.Generation(ctx); err != nil {
				t.Error(err)
			}
		}
		for range 100 {
			go ask(greedy)
		}
		synctest.Wait()
		if n := db.running.Load(); n != 2 {
			t.Errorf("%d calls of one client run, want 2 of 4", n)
		}
		go ask(polite)
		synctest.Wait()
		if n := db.running.Load(); n != 3 {
			t.Errorf("with a call of another client %d run, want 3", n)
		}
		late, cancel := context.WithCancel(greedy)
		cancel()
		if _, err := r.Generation(late); err == nil {
			t.Error("a request that is over got an answer")
		}
		close(db.release)
		synctest.Wait()
		if used := pool.Used(); used != 0 || db.most.Load() > 4 {
			t.Errorf("%d turns are still taken, %d calls ran at once", used, db.most.Load())
		}
	})
}
