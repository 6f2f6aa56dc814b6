package load

import (
	"context"

	"github.com/graph-gophers/dataloader/v7"

	"github.com/innograph/innograph/ecosystem"
)

// Entities batches questions for entities by id.
type Entities struct {
	loader *dataloader.Loader[string, Member]
}

// Member is an entity on its level; without one, nothing has the id.
type Member struct {
	*ecosystem.Entity
	At *Level
}

// Entities makes a loader that expects to be asked for this many ids.
func (l *Loaders) Entities(expected int) *Entities {
	return &Entities{newLoader(l, expected, func(ctx context.Context, ids []string) ([]Member, error) {
		found, err := l.Reader.Entities(ctx, ids)
		level := l.Level(found)
		members := make([]Member, len(found))
		for i, e := range found {
			members[i] = Member{e, level}
		}
		return members, err
	})}
}

// Load returns the entity with this id.
func (e *Entities) Load(ctx context.Context, id string) (Member, error) {
	return e.loader.Load(ctx, id)()
}

// Documents batches questions for documents by id.
type Documents struct {
	loader *dataloader.Loader[string, *ecosystem.Document]
}

// Documents makes a loader that expects to be asked for this many ids.
func (l *Loaders) Documents(expected int) *Documents {
	return &Documents{newLoader(l, expected, l.Reader.Documents)}
}

// Load returns the document with this id, nil when nothing has it.
func (d *Documents) Load(ctx context.Context, id string) (*ecosystem.Document, error) {
	return d.loader.Load(ctx, id)()
}
