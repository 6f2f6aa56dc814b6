package memory

import (
	"context"
	"sync/atomic"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Store is an embedded store. Make one with New.
type Store struct {
	limits   store.Limits
	pathWork int // edges that a search for paths may touch
	current  atomic.Pointer[snapshot]
	loading  atomic.Bool // a load is open
}

var (
	_ store.Store  = (*Store)(nil)
	_ store.Pinner = (*Store)(nil)
)

// New makes an empty store.
func New() *Store {
	s := &Store{limits: store.DefaultLimits(), pathWork: maxPathWork}
	s.current.Store(emptySnapshot())
	return s
}

// Pin returns a reader of the current graph.
func (s *Store) Pin() store.Reader {
	pinned := &Store{limits: s.limits, pathWork: s.pathWork}
	pinned.current.Store(s.current.Load())
	return pinned
}

// Entities returns entities by id.
func (s *Store) Entities(ctx context.Context, ids []string) ([]*ecosystem.Entity, error) {
	if err := begin(ctx, s.limits.CheckIDs(ids)); err != nil {
		return nil, err
	}
	snap := s.current.Load()
	found := make([]*ecosystem.Entity, len(ids))
	for i, id := range ids {
		if e, ok := snap.places[id]; ok {
			found[i] = snap.entities[e]
		}
	}
	return found, nil
}

// Documents returns source documents by id.
func (s *Store) Documents(ctx context.Context, ids []string) ([]*ecosystem.Document, error) {
	if err := begin(ctx, s.limits.CheckIDs(ids)); err != nil {
		return nil, err
	}
	snap := s.current.Load()
	found := make([]*ecosystem.Document, len(ids))
	for i, id := range ids {
		if d, ok := search(snap.documents, id, documentID); ok {
			found[i] = snap.documents[d]
		}
	}
	return found, nil
}

// Generation describes the current graph.
func (s *Store) Generation(ctx context.Context) (store.Generation, error) {
	if err := begin(ctx, nil); err != nil {
		return store.Generation{}, err
	}
	return s.current.Load().generation, nil
}

// Close has nothing to release.
func (s *Store) Close(context.Context) error { return nil }
