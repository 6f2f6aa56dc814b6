package entity

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/text"
)

// SearchConnection is a page of search hits.
type SearchConnection struct {
	page  store.HitPage
	scope store.Scope
	query string
	at    *load.Level
}

// SearchEdge is one search hit.
type SearchEdge struct {
	hit    store.Hit
	query  string
	at     *load.Level
	cursor func() string
}

// Search gives a page of the entities that the text finds, the best first.
func Search(ctx context.Context, query string, filter *store.Filter, args page.Args) (*SearchConnection, error) {
	l := load.From(ctx)
	only := orAll(filter)
	if err := checkFilter(ctx, &only); err != nil {
		return nil, err
	}
	if n := len([]rune(query)); n > l.Limits.Store.Text {
		return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "the search text has %d characters, at most %d are allowed", n, l.Limits.Store.Text)
	}
	p, scope, err := args.Open(hitList{query, only}, Wanted(ctx), l.Lists())
	if err != nil {
		return nil, err
	}
	hits, err := l.Reader.Search(ctx, query, only, p)
	return &SearchConnection{hits, scope, query, l.Level(entitiesOf(hits.Hits))}, err
}

func entitiesOf(hits []store.Hit) []*ecosystem.Entity {
	entities := make([]*ecosystem.Entity, len(hits))
	for i, hit := range hits {
		entities[i] = hit.Entity
	}
	return entities
}

// hitList is what cursors of search hits are bound to.
type hitList struct {
	Search string
	Filter store.Filter
}

// Edges are the hits of the page.
func (c SearchConnection) Edges() []SearchEdge {
	edges := make([]SearchEdge, len(c.page.Hits))
	for i, hit := range c.page.Hits {
		edges[i] = SearchEdge{hit, c.query, c.at, CursorOf(c.scope, c.page.Keys, i)}
	}
	return edges
}

// Nodes are the entities of the page.
func (c SearchConnection) Nodes() []Entity {
	return AllOf(entitiesOf(c.page.Hits), c.at)
}

// PageInfo tells what lies around the page.
func (c SearchConnection) PageInfo() PageInfo {
	return NewPageInfo(c.page.PageInfo, c.scope, c.page.Keys)
}

// TotalCount is the number of all hits.
func (c SearchConnection) TotalCount() int { return c.page.Total }

// Truncated reports that the text fits more names than were ranked.
func (c SearchConnection) Truncated() bool { return c.page.Truncated }

// Node is the entity.
func (e SearchEdge) Node() Entity { return Of(e.hit.Entity, e.at) }

// Cursor is the place of the hit in its list.
func (e SearchEdge) Cursor() string { return e.cursor() }

// Score lies above 0 and is at most 1.
func (e SearchEdge) Score() float64 { return e.hit.Score }

// MatchedOn tells how the entity was found.
func (e SearchEdge) MatchedOn() string { return e.hit.MatchedOn }

// Matched is the name that fitted.
func (e SearchEdge) Matched() string { return e.hit.Matched }

// Highlights tells where the text stands in the name that fitted.
func (e SearchEdge) Highlights() []text.Span {
	return list(text.Highlight(text.ParseQuery(e.query), e.hit.Matched))
}
