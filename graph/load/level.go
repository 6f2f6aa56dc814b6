package load

import (
	"context"
	"encoding/json"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/graph-gophers/dataloader/v7"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Level is a set of entities that one call of the store gave.
type Level struct {
	loaders  *Loaders
	entities []*ecosystem.Entity // may hold nil, and one several times

	// Cited loads the documents that the sources of the level name.
	Cited func() *Documents

	mu        sync.Mutex
	neighbors map[string]*dataloader.Loader[string, Edges]
}

// Edges is a page of edges whose far nodes make a level with those of the other
// pages of the same call.
type Edges struct {
	store.EdgePage
	Far   *Level
	Cited func() *Documents // loads the documents that the relations name
}

// Level makes a level of entities that were read together.
func (l *Loaders) Level(entities []*ecosystem.Entity) *Level {
	v := &Level{loaders: l, entities: entities, neighbors: map[string]*dataloader.Loader[string, Edges]{}}
	v.Cited = l.cited(func(yield func([]ecosystem.Source)) {
		for _, e := range entities {
			if e != nil {
				yield(e.Sources)
			}
		}
	})
	return v
}

// Neighbors returns a page of edges of one member. What the members ask for with
// the same filter and page becomes one call of the store.
func (v *Level) Neighbors(ctx context.Context, id string, filter store.RelationFilter, page store.Page) (Edges, error) {
	return v.asking(graphql.GetFieldContext(ctx).Field.ObjectDefinition.Name, filter, page).Load(ctx, id)()
}

// asking is the loader for those members that the type on which a client selected
// the field takes in; so it knows how many of them to expect.
func (v *Level) asking(typeName string, filter store.RelationFilter, page store.Page) *dataloader.Loader[string, Edges] {
	key, err := json.Marshal(struct {
		Type   string
		Filter store.RelationFilter
		Page   store.Page
	}{typeName, filter, page})
	if err != nil {
		panic("load: a filter does not marshal: " + err.Error())
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	loader := v.neighbors[string(key)]
	if loader == nil {
		loader = newLoader(v.loaders, v.count(typeName), func(ctx context.Context, ids []string) ([]Edges, error) {
			pages, err := v.loaders.Reader.Neighbors(ctx, ids, filter, page)
			return v.loaders.edges(pages), err
		})
		v.neighbors[string(key)] = loader
	}
	return loader
}

// count is how many members are of a type of the SDL.
func (v *Level) count(typeName string) int {
	counted := map[string]bool{}
	for _, e := range v.entities {
		if e != nil && isOf(e.Kind, typeName) {
			counted[e.ID] = true
		}
	}
	return len(counted)
}

func isOf(k ecosystem.Kind, typeName string) bool {
	info, _ := k.Info()
	return typeName == info.Label || typeName == "Entity" || (typeName == "Organization" && k.IsOrganization())
}

// edges makes one level of the far nodes of all pages.
func (l *Loaders) edges(pages []store.EdgePage) []Edges {
	var far []*ecosystem.Entity
	for _, p := range pages {
		for _, e := range p.Edges {
			far = append(far, e.Node)
		}
	}
	level := l.Level(far)
	cited := l.cited(func(yield func([]ecosystem.Source)) {
		for _, p := range pages {
			for _, e := range p.Edges {
				yield(e.Relation.Sources)
			}
		}
	})
	all := make([]Edges, len(pages))
	for i, p := range pages {
		all[i] = Edges{p, level, cited}
	}
	return all
}
