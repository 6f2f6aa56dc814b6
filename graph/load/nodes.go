package load

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
)

// Nodes returns the entities and documents with these ids, both lists in the order
// of ids, nil where nothing of the sort has the id.
func (l *Loaders) Nodes(ctx context.Context, ids []string, isDocument func(id string) bool) ([]*ecosystem.Entity, []*ecosystem.Document, error) {
	entities, err := some(ctx, ids, func(id string) bool { return !isDocument(id) }, l.Reader.Entities)
	if err != nil {
		return nil, nil, err
	}
	documents, err := some(ctx, ids, isDocument, l.Reader.Documents)
	return entities, documents, err
}

// some reads what has those ids that are wanted; without any, nothing is read.
func some[V any](ctx context.Context, ids []string, wanted func(id string) bool, read func(context.Context, []string) ([]*V, error)) ([]*V, error) {
	all := make([]*V, len(ids))
	var places []int
	var some []string
	for i, id := range ids {
		if wanted(id) {
			places, some = append(places, i), append(some, id)
		}
	}
	if len(some) == 0 {
		return all, nil
	}
	found, err := read(ctx, some)
	for i, value := range found {
		all[places[i]] = value
	}
	return all, err
}
