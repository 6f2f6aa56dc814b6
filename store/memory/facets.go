package memory

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Facets counts what a filter holds by each dimension.
func (s *Store) Facets(ctx context.Context, filter store.Filter, dimensions []store.Dimension) ([]store.Facet, error) {
	bad := s.limits.CheckFilter(filter)
	for _, d := range dimensions {
		if !slices.Contains(store.Dimensions(), d) {
			bad = ecosystem.Errorf(ecosystem.CodeBadInput, "unknown dimension %q", d)
		}
	}
	if err := begin(ctx, bad); err != nil {
		return nil, err
	}
	sel := s.selector(ctx, s.current.Load())
	held, err := sel.set(&filter)
	if err != nil {
		return nil, err
	}
	if held == nil {
		held = sel.newSet()
		held.fill(len(sel.entities))
	}
	facets := make([]store.Facet, len(dimensions))
	done := map[store.Dimension]store.Facet{} // a repeated dimension costs nothing
	for i, d := range dimensions {
		f, known := done[d]
		if !known {
			counts, err := sel.counts(held, d)
			if err != nil {
				return nil, err
			}
			f = facet(d, counts, s.limits.Buckets)
			done[d] = f
		}
		facets[i] = f
	}
	return facets, nil
}

// counts counts a set by one dimension.
func (s *selector) counts(held set, d store.Dimension) (map[string]int, error) {
	switch d {
	case store.FacetKind:
		return countWords(held, s.byKind, s.kinds), nil
	case store.FacetStatus:
		return countWords(held, s.byStatus, s.statuses), nil
	case store.FacetRegion:
		return s.countEnds(held, ecosystem.LocatedIn, maskOf(s.kinds, []ecosystem.Kind{ecosystem.Region}))
	case store.FacetField:
		return s.countEnds(held, ecosystem.InField, everything)
	case store.FacetProvince, store.FacetCity, store.FacetCounty, store.FacetTopField, store.FacetSubField:
		return s.countLevel(held, d)
	case store.FacetRelation:
		return s.countTypes(held), nil
	case store.FacetStrength:
		return s.countStrengths(held)
	case store.FacetDocument:
		return s.countDocuments(held)
	default:
		return countWords(held, s.byCertainty, s.certainty), nil
	}
}

func countWords[T ~string](held set, stored []set, numbers map[T]uint8) map[string]int {
	counts := map[string]int{}
	for word, number := range numbers {
		if n := held.countBoth(stored[number]); n > 0 {
			counts[string(word)] = n
		}
	}
	return counts
}

// countEnds counts by the ends of relations of a type that lead away, ends of
// some kinds only.
func (s *selector) countEnds(held set, t ecosystem.RelationType, kinds mask) (map[string]int, error) {
	test := edgeTest{
		snapshot: s.snapshot, types: maskOf(s.types, []ecosystem.RelationType{t}),
		statuses: everything, kinds: kinds, direction: store.Out,
	}
	counted := map[int32]int{} // by place
	var ends []int32           // of one entity
	none := 0
	for place := range held.all() {
		ends = ends[:0]
		for _, e := range s.edgesOf(place, test.types) {
			if err := s.watch.tick(); err != nil {
				return nil, err
			}
			if test.passes(e) {
				ends = append(ends, e.far)
			}
		}
		slices.Sort(ends)
		for _, end := range slices.Compact(ends) {
			counted[end]++
		}
		if len(ends) == 0 {
			none++
		}
	}
	counts := make(map[string]int, len(counted)+1)
	for place, n := range counted {
		counts[s.entities[place].ID] = n
	}
	if none > 0 {
		counts[""] = none
	}
	return counts, nil
}

// countDocuments counts by source document.
func (s *selector) countDocuments(held set) (map[string]int, error) {
	counts := map[string]int{}
	var documents []string // of one entity
	for place := range held.all() {
		if err := s.watch.tick(); err != nil {
			return nil, err
		}
		documents = documents[:0]
		for _, source := range s.entities[place].Sources {
			documents = append(documents, source.Document)
		}
		countEach(counts, documents)
	}
	return counts, nil
}

// facet orders counts and cuts them at the limit.
func facet(d store.Dimension, counts map[string]int, limit int) store.Facet {
	f := store.Facet{Dimension: d}
	for value, count := range counts {
		f.Buckets = append(f.Buckets, store.Bucket{Value: value, Count: count})
	}
	slices.SortFunc(f.Buckets, func(a, b store.Bucket) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
	})
	if more := len(f.Buckets) - limit; more > 0 {
		f.Buckets, f.More = slices.Clone(f.Buckets[:limit]), more
	}
	return f
}
