package answer

import (
	"context"
	"sync"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/entity"
	"github.com/innograph/innograph/graph/hint"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/text"
)

// Suggestion is an entity to offer while somebody types.
type Suggestion struct {
	hit   store.Hit
	query text.Query
	at    *load.Level
	hints func() (map[string]string, error) // by entity id, of all suggestions
}

// Suggest offers entities for what has been typed.
func Suggest(ctx context.Context, prefix string, kinds []ecosystem.Kind, first *int) ([]*Suggestion, error) {
	l := load.From(ctx)
	limit, err := page.Bounded("first", first, l.Limits.Suggestions)
	if err != nil {
		return nil, err
	}
	if err := l.Limits.Store.CheckFilter(store.Filter{Text: prefix}); err != nil {
		return nil, err
	}
	found, err := l.Reader.Search(ctx, prefix, store.Filter{Kinds: kinds}, store.Page{Limit: limit})
	if err != nil {
		return nil, err
	}
	entities := make([]*ecosystem.Entity, len(found.Hits))
	for i, hit := range found.Hits {
		entities[i] = hit.Entity
	}
	query, at := text.ParseQuery(prefix), l.Level(entities)
	hints := sync.OnceValues(func() (map[string]string, error) { return hint.All(ctx, l.Reader, entities) })
	out := make([]*Suggestion, len(found.Hits))
	for i, hit := range found.Hits {
		out[i] = &Suggestion{hit, query, at, hints}
	}
	return out, nil
}

// Entity is the entity.
func (s Suggestion) Entity() entity.Entity { return entity.Of(s.hit.Entity, s.at) }

// MatchedName is the name that fitted.
func (s Suggestion) MatchedName() string { return s.hit.Matched }

// MatchedOn tells how it fitted.
func (s Suggestion) MatchedOn() string { return s.hit.MatchedOn }

// Highlights tells where the typed text stands in the name that fitted.
func (s Suggestion) Highlights() []text.Span {
	return append([]text.Span{}, text.Highlight(s.query, s.hit.Matched)...)
}

// Score lies above 0 and is at most 1.
func (s Suggestion) Score() float64 { return s.hit.Score }

// Hint tells the entity from its namesakes.
func (s Suggestion) Hint() (string, error) {
	hints, err := s.hints()
	return hints[s.hit.Entity.ID], err
}
