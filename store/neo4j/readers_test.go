package neo4j_test

import (
	"context"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/neo4j"
)

// readers ask a store all the time while loads come and go.
type readers struct {
	t        *testing.T
	store    *neo4j.Store
	old, now bulk
	end      func() // lets ask return
	done     chan struct{}
	wait     sync.WaitGroup
	mu       sync.Mutex
	seen     map[string]int // entities, by the graph they are of
}

func startReaders(t *testing.T, s *neo4j.Store, old, now bulk) *readers {
	t.Helper()
	r := &readers{t: t, store: s, old: old, now: now, done: make(chan struct{}), seen: map[string]int{}}
	r.end = sync.OnceFunc(func() { close(r.done) })
	r.wait.Go(r.ask)
	t.Cleanup(func() { // also when the test has failed
		r.end()
		r.wait.Wait()
	})
	return r
}

// stop ends the readers, and holds that they have seen something.
func (r *readers) stop() {
	r.t.Helper()
	r.end()
	r.wait.Wait()
	r.t.Logf("entities that readers saw: %v", r.seen)
	if r.seen["old"] == 0 || r.seen["new"] == 0 {
		r.t.Errorf("readers saw only %v", r.seen)
	}
}

func (r *readers) ask() {
	random := rand.New(rand.NewPCG(1, 1))
	for {
		r.round(r.t.Context(), random)
		select {
		case <-r.done:
			return
		case <-time.After(20 * time.Millisecond): // leaves the server time for the load
		}
	}
}

// round asks each question once, about random entities.
func (r *readers) round(ctx context.Context, random *rand.Rand) {
	ids := make([]string, 50)
	for i := range ids {
		ids[i] = r.now.id(random.IntN(r.now.Entities))
	}
	byID, err := r.store.Entities(ctx, ids)
	r.whole("entities", err, byID...)
	list, err := r.store.List(ctx, store.Filter{}, store.Order{By: store.ByID}, store.Page{Limit: 50, After: store.Key{ids[0]}})
	r.whole("list", err, list.Entities...)
	list, err = r.store.List(ctx, store.Filter{Kinds: []ecosystem.Kind{ecosystem.Platform}}, store.Order{By: store.ByName}, store.Page{Limit: 50})
	r.whole("list by name", err, list.Entities...)
	found, err := r.store.Search(ctx, "临沂智能", store.Filter{}, store.Page{Limit: 20})
	r.whole("search", err)
	for _, hit := range found.Hits {
		r.whole("search", nil, hit.Entity)
	}
	pages, err := r.store.Neighbors(ctx, ids[:10], store.RelationFilter{}, store.Page{Limit: 20})
	r.whole("neighbors", err)
	for i, page := range pages {
		for _, e := range page.Edges {
			r.whole("neighbors", nil, e.Node)
			if e.Relation.From != ids[i] && e.Relation.To != ids[i] {
				r.t.Errorf("neighbors of %s: %+v", ids[i], e.Relation)
			}
		}
	}
	g, err := r.store.Generation(ctx)
	if err != nil || g.Number < 1 || g.Number > 2 {
		r.t.Errorf("generation during a load: %+v, %v", g, err)
	}
}

// whole holds that each entity is that of the old graph or that of the new one.
// Readers must not even notice that loaders are killed: any error is wrong.
func (r *readers) whole(what string, err error, got ...*ecosystem.Entity) {
	if err != nil {
		r.t.Errorf("%s during a load: %v", what, err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, e := range got {
		switch {
		case e == nil: // not there yet
		case cmp.Equal(*e, r.old.entityWith(e.ID)):
			r.seen["old"]++
		case cmp.Equal(*e, r.now.entityWith(e.ID)):
			r.seen["new"]++
		default:
			r.t.Errorf("%s during a load: %+v is neither the old nor the new entity", what, e)
		}
	}
}
