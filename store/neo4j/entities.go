package neo4j

import (
	"context"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/ecosystem"
)

// Entities returns the entities with these ids.
func (s *Store) Entities(ctx context.Context, ids []string) ([]*ecosystem.Entity, error) {
	return byIDs(ctx, s, statement{"entities", cypherEntities(), nil}, ids, decodeEntity,
		func(e *ecosystem.Entity) string { return e.ID })
}

// Documents returns the source documents with these ids.
func (s *Store) Documents(ctx context.Context, ids []string) ([]*ecosystem.Document, error) {
	return byIDs(ctx, s, statement{"documents", cypherDocuments(), nil}, ids, decodeDocument,
		func(d *ecosystem.Document) string { return d.ID })
}

// byIDs looks rows up and puts them in the order of ids, nil where there is none.
func byIDs[T any](ctx context.Context, s *Store, st statement, ids []string, decode func(any) (*T, error), idOf func(*T) string) ([]*T, error) {
	if err := s.check(ctx, s.limits.CheckIDs(ids)); err != nil {
		return nil, err
	}
	out := make([]*T, len(ids))
	if len(ids) == 0 {
		return out, nil
	}
	st.params = map[string]any{"ids": ids}
	found, err := query(ctx, s, st, func(r *driver.Record) (*T, error) { return decode(r.Values[0]) })
	if err != nil {
		return nil, err
	}
	byID := make(map[string]*T, len(found))
	for _, t := range found {
		byID[idOf(t)] = t
	}
	for i, id := range ids {
		out[i] = byID[id]
	}
	return out, nil
}

// check refuses a call whose time is over or whose arguments are.
func (s *Store) check(ctx context.Context, refusal error) error {
	if ctx.Err() != nil {
		return over(ctx, nil)
	}
	return refusal
}
