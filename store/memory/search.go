package memory

import (
	"cmp"
	"context"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/text"
)

// Search finds entities by name.
func (s *Store) Search(ctx context.Context, query string, filter store.Filter, page store.Page) (store.HitPage, error) {
	bad := cmp.Or(s.limits.CheckFilter(store.Filter{Text: query}), s.limits.CheckFilter(filter), s.limits.CheckPage(page, 2))
	if err := begin(ctx, bad); err != nil {
		return store.HitPage{}, err
	}
	after, err := hitKey(page.After)
	if err != nil {
		return store.HitPage{}, err
	}
	before, err := hitKey(page.Before)
	if err != nil {
		return store.HitPage{}, err
	}
	sel := s.selector(ctx, s.current.Load())
	hits, truncated, err := sel.hits(text.ParseQuery(query), &filter, s.limits.Candidates)
	if err != nil {
		return store.HitPage{}, err
	}
	b := bounds{n: len(hits), hi: len(hits)}
	if page.After != nil {
		b.lo = sort.Search(len(hits), func(i int) bool { return compareHits(hits[i], after) > 0 })
	}
	if page.Before != nil {
		b.hi = sort.Search(len(hits), func(i int) bool { return compareHits(hits[i], before) >= 0 })
	}
	rows, info, err := b.take(&sel.watch, page, nil)
	if err != nil {
		return store.HitPage{}, err
	}
	if page.Total {
		info.Total = len(hits)
	}
	out := store.HitPage{PageInfo: info, Truncated: truncated}
	for _, row := range rows {
		hit := hits[row]
		out.Hits = append(out.Hits, hit)
		out.Keys = append(out.Keys, store.Key{strconv.FormatFloat(hit.Score, 'g', -1, 64), hit.Entity.ID})
	}
	return out, nil
}

// hits ranks the candidates of a query: all with an exact name, and of the
// others those with the smallest ids.
func (s *selector) hits(q text.Query, f *store.Filter, limit int) (hits []store.Hit, truncated bool, err error) {
	held, err := s.set(f)
	if err != nil {
		return nil, false, err
	}
	candidates, exact := s.withTerms(q), s.newSet()
	if len(q.Readings) > 0 {
		exact.addAll(s.tokens.exact(q.Exact))
	}
	candidates.unite(exact)
	if held != nil {
		candidates.intersect(held)
	}
	others := 0
	for place := range candidates.all() {
		if !exact.has(place) {
			if others++; others > limit {
				truncated = true
				continue
			}
		}
		if err := s.watch.tick(); err != nil {
			return nil, false, err
		}
		e := s.entities[place]
		if m, ok := text.Rank(q, e); ok {
			hits = append(hits, store.Hit{Entity: e, Score: m.Score, MatchedOn: m.On, Matched: m.Name})
		}
	}
	slices.SortFunc(hits, compareHits)
	return hits, truncated, nil
}

// compareHits orders by score, then by id.
func compareHits(a, b store.Hit) int {
	return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.Entity.ID, b.Entity.ID))
}

// hitKey reads the key of a hit, as a hit to compare with.
func hitKey(key store.Key) (store.Hit, error) {
	if key == nil {
		return store.Hit{}, nil
	}
	score, err := strconv.ParseFloat(key[0], 64)
	if err != nil {
		return store.Hit{}, foreignKey(err)
	}
	return store.Hit{Score: score, Entity: &ecosystem.Entity{ID: key[1]}}, nil
}

func foreignKey(err error) error {
	return ecosystem.Wrap(err, ecosystem.CodeInvalidCursor, "the cursor belongs to another list")
}
