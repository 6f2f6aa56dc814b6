package entity

import (
	"context"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/load"
)

// Find returns the entity or document with this id, nil when nothing has it.
func Find(ctx context.Context, id string) (Node, error) {
	if isDocument(id) {
		d, err := FindDocument(ctx, id)
		if d == nil {
			return nil, err
		}
		return d, nil
	}
	e, err := load.From(ctx).Node(ctx, id)
	if e.Entity == nil {
		return nil, err
	}
	return Of(e.Entity, e.At), nil
}

// FindAll returns the entities and documents with these ids in the same order,
// nil where nothing has the id.
func FindAll(ctx context.Context, ids []string) ([]Node, error) {
	l := load.From(ctx)
	if len(ids) > l.Limits.IDs {
		return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%d ids were given, at most %d are allowed", len(ids), l.Limits.IDs)
	}
	entities, documents, err := l.Nodes(ctx, ids, isDocument)
	if err != nil {
		return nil, err
	}
	level := l.Level(entities)
	nodes := make([]Node, len(ids))
	for i := range ids {
		switch {
		case documents[i] != nil:
			nodes[i] = &Document{documents[i]}
		case entities[i] != nil:
			nodes[i] = Of(entities[i], level)
		}
	}
	return nodes, nil
}

func isDocument(id string) bool { return strings.HasPrefix(id, ecosystem.DocumentPrefix) }
