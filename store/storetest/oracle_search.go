package storetest

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/text"
)

func (o *oracle) Search(ctx context.Context, query string, f store.Filter, page store.Page) (store.HitPage, error) {
	err := cmp.Or(o.limits.CheckFilter(store.Filter{Text: query}), o.limits.CheckFilter(f), o.limits.CheckPage(page, 2))
	if err := overOr(ctx, err); err != nil {
		return store.HitPage{}, err
	}
	if err := checkNumber(page, 0); err != nil {
		return store.HitPage{}, err
	}
	q := text.ParseQuery(query)
	var hits []store.Hit
	others, truncated := 0, false
	for _, e := range o.filter(f) { // by id
		if !fits(q, e) {
			continue
		}
		if !slices.Contains(text.Tokens(e), q.Exact) {
			if others++; others > o.limits.Candidates {
				truncated = true
				continue
			}
		}
		m, _ := text.Rank(q, e)
		hits = append(hits, store.Hit{Entity: e, Score: m.Score, MatchedOn: m.On, Matched: m.Name})
	}
	key := func(h store.Hit) store.Key { return store.Key{numberText(h.Score), h.Entity.ID} }
	p := cut(hits, key, numberAt(0), page)
	return store.HitPage{PageInfo: p.PageInfo, Hits: p.rows, Keys: p.keys, Truncated: truncated}, nil
}

// fits reports whether a search finds an entity.
func fits(q text.Query, e *ecosystem.Entity) bool {
	if len(q.Readings) == 0 {
		return false
	}
	tokens := text.Tokens(e)
	if slices.Contains(tokens, q.Exact) {
		return true
	}
	for _, r := range q.Readings {
		if haveAll(tokens, r.Terms) {
			return true
		}
	}
	return false
}

func haveAll(tokens []string, terms []text.Term) bool {
	for _, term := range terms {
		fit := func(token string) bool {
			return token == term.Token || term.Prefix && strings.HasPrefix(token, term.Token)
		}
		if !slices.ContainsFunc(tokens, fit) {
			return false
		}
	}
	return true
}

func (o *oracle) Facets(ctx context.Context, f store.Filter, dimensions []store.Dimension) ([]store.Facet, error) {
	for _, d := range dimensions {
		if !slices.Contains(store.Dimensions(), d) {
			return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "unknown dimension %q", d)
		}
	}
	if err := overOr(ctx, o.limits.CheckFilter(f)); err != nil {
		return nil, err
	}
	out, found := make([]store.Facet, len(dimensions)), o.filter(f)
	for i, d := range dimensions {
		out[i] = o.facet(found, d)
	}
	return out, nil
}

func (o *oracle) facet(found []*ecosystem.Entity, d store.Dimension) store.Facet {
	counts := map[string]int{}
	for _, e := range found {
		for value := range o.values(e, d) {
			counts[value]++
		}
	}
	out := store.Facet{Dimension: d}
	for value, count := range counts {
		out.Buckets = append(out.Buckets, store.Bucket{Value: value, Count: count})
	}
	slices.SortFunc(out.Buckets, func(a, b store.Bucket) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	if more := len(out.Buckets) - o.limits.Buckets; more > 0 {
		out.Buckets, out.More = out.Buckets[:o.limits.Buckets], more
	}
	return out
}

// values is the set of values that an entity has of a dimension; the empty
// value when it has none.
func (o *oracle) values(e *ecosystem.Entity, d store.Dimension) map[string]bool {
	set := map[string]bool{}
	switch d {
	case store.FacetKind:
		set[string(e.Kind)] = true
	case store.FacetStatus:
		set[string(e.Status)] = true
	case store.FacetDocument:
		for _, s := range e.Sources {
			set[s.Document] = true
		}
	case store.FacetCertainty:
		set[string(e.Sources[0].Certainty())] = true // the surest comes first
	case store.FacetProvince, store.FacetCity, store.FacetCounty, store.FacetTopField, store.FacetSubField:
		kind, level, _ := d.Level()
		for id, above := range o.entities {
			fits := above.Kind == kind && above.Properties["level"] == level
			if fits && (o.locatedIn(e.ID, id) || o.inFields(e.ID, []string{id})) {
				set[id] = true
			}
		}
	case store.FacetRelation:
		for _, r := range o.relations[e.ID] {
			set[string(r.Type)] = true
		}
	case store.FacetStrength:
		for _, r := range o.relations[e.ID] {
			if r.From == e.ID && r.Type == ecosystem.StrongIn && r.Strength != "" {
				set[r.Strength] = true
			}
		}
	case store.FacetRegion, store.FacetField:
		for _, r := range o.relations[e.ID] {
			located := r.Type == ecosystem.LocatedIn && o.entities[r.To].Kind == ecosystem.Region
			if r.From == e.ID && (located && d == store.FacetRegion || r.Type == ecosystem.InField && d == store.FacetField) {
				set[r.To] = true
			}
		}
	}
	if len(set) == 0 {
		set[""] = true
	}
	return set
}
