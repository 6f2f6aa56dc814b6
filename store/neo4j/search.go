package neo4j

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/text"
)

// candidate is an entity that a search has to rank.
type candidate struct {
	entity *ecosystem.Entity
	exact  bool
}

// Search finds entities by name, best first.
func (s *Store) Search(ctx context.Context, query string, filter store.Filter, page store.Page) (store.HitPage, error) {
	after, before, err := s.checkSearch(query, filter, page)
	if err := s.check(ctx, err); err != nil {
		return store.HitPage{}, err
	}
	q := text.ParseQuery(query)
	candidates, err := s.candidates(ctx, q, filter)
	if err != nil {
		return store.HitPage{}, err
	}
	hits, truncated := rank(q, candidates, s.limits.Candidates)
	out := cutHits(hits, after, before, page)
	out.Truncated = truncated
	return out, nil
}

// checkSearch refuses what makes no sense, and reads the bounds of the page.
func (s *Store) checkSearch(query string, filter store.Filter, page store.Page) (after, before *place, err error) {
	err = cmp.Or(s.limits.CheckFilter(store.Filter{Text: query}), s.limits.CheckFilter(filter), s.limits.CheckPage(page, 2))
	if err != nil {
		return nil, nil, err
	}
	if after, err = placeOf(page.After); err != nil {
		return nil, nil, err
	}
	before, err = placeOf(page.Before)
	return after, before, err
}

func (s *Store) candidates(ctx context.Context, q text.Query, filter store.Filter) ([]candidate, error) {
	if len(q.Readings) == 0 {
		return nil, nil
	}
	c := newConditions()
	cypher := cypherSearch(c.holds("n", &filter))
	exact := luceneTerm(q.Exact)
	c.param("exact", exact)
	c.param("terms", "+("+luceneTerms(q)+") -"+exact)
	c.param("candidates", s.limits.Candidates+1)
	return query(ctx, s, statement{"search", cypher, c.params}, func(r *driver.Record) (candidate, error) {
		entity, err := decodeEntity(r.Values[1])
		exact, _ := r.Values[0].(bool)
		return candidate{entity, exact}, err
	})
}

// rank scores the candidates, best first. Those that are not exact count up to
// the limit, in the order of their ids, in which the statement gives them.
func rank(q text.Query, candidates []candidate, limit int) (hits []store.Hit, truncated bool) {
	others := 0
	for _, c := range candidates {
		if !c.exact {
			if others++; others > limit {
				truncated = true
				continue
			}
		}
		if m, ok := text.Rank(q, c.entity); ok {
			hits = append(hits, store.Hit{Entity: c.entity, Score: m.Score, MatchedOn: m.On, Matched: m.Name})
		}
	}
	slices.SortFunc(hits, func(a, b store.Hit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Entity.ID, b.Entity.ID))
	})
	return hits, truncated
}

// place is a place among hits.
type place struct {
	score float64
	id    string
}

func placeOf(key store.Key) (*place, error) {
	if key == nil {
		return nil, nil //nolint:nilnil // no key is no bound
	}
	score, err := number(key[0])
	return &place{score, key[1]}, err
}

// number reads a number of a key.
func number(s string) (float64, error) {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0, ecosystem.Wrap(err, ecosystem.CodeInvalidCursor, "the cursor belongs to another list")
	}
	return f, nil
}

func numberText(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }

// compare orders a hit against a place: higher scores first, then the id.
func (p *place) compare(h store.Hit) int {
	return cmp.Or(cmp.Compare(p.score, h.Score), cmp.Compare(h.Entity.ID, p.id))
}

// cutHits takes a page out of the sorted hits.
func cutHits(hits []store.Hit, after, before *place, page store.Page) store.HitPage {
	out := store.HitPage{PageInfo: store.PageInfo{Total: -1}}
	if page.Total {
		out.Total = len(hits)
	}
	from, to := 0, len(hits)
	if after != nil {
		from, _ = slices.BinarySearchFunc(hits, after, func(h store.Hit, p *place) int {
			if p.compare(h) <= 0 {
				return -1
			}
			return 1
		})
	}
	if before != nil {
		to, _ = slices.BinarySearchFunc(hits, before, func(h store.Hit, p *place) int { return p.compare(h) })
	}
	out.HasPrevious, out.HasNext = from > 0, to < len(hits)
	rows := hits[from:max(from, to)]
	switch over := len(rows) - page.Limit; {
	case over <= 0:
	case page.Backward:
		rows, out.HasPrevious = rows[over:], true
	default:
		rows, out.HasNext = rows[:page.Limit], true
	}
	for _, h := range rows {
		out.Hits = append(out.Hits, h)
		out.Keys = append(out.Keys, store.Key{numberText(h.Score), h.Entity.ID})
	}
	return out
}
