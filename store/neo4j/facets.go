package neo4j

import (
	"context"
	"fmt"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Facets counts the entities that the filter holds by each dimension.
func (s *Store) Facets(ctx context.Context, filter store.Filter, dimensions []store.Dimension) ([]store.Facet, error) {
	for _, d := range dimensions {
		if !slices.Contains(store.Dimensions(), d) {
			return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "unknown dimension %q", d)
		}
	}
	if err := s.check(ctx, s.limits.CheckFilter(filter)); err != nil {
		return nil, err
	}
	if len(dimensions) == 0 {
		return []store.Facet{}, nil
	}
	distinct := slices.DeleteFunc(store.Dimensions(), func(d store.Dimension) bool { return !slices.Contains(dimensions, d) })
	source := sourceOf(filter)
	source.params["buckets"] = s.limits.Buckets
	found, err := query(ctx, s, statement{"facets", cypherFacets(source, distinct), source.params}, decodeFacet)
	if err != nil {
		return nil, err
	}
	out := make([]store.Facet, len(dimensions))
	for i, d := range dimensions {
		at := slices.IndexFunc(found, func(f store.Facet) bool { return f.Dimension == d })
		if at < 0 {
			return nil, fmt.Errorf("facets: Neo4j gave nothing for %s", d)
		}
		out[i] = found[at]
	}
	return out, nil
}

func decodeFacet(r *driver.Record) (store.Facet, error) {
	name, ok1 := r.Values[0].(string)
	buckets, ok2 := r.Values[1].([]any)
	size, ok3 := r.Values[2].(int64)
	if !ok1 || !ok2 || !ok3 {
		return store.Facet{}, fmt.Errorf("a facet is %T, %T, %T", r.Values[0], r.Values[1], r.Values[2])
	}
	out := store.Facet{Dimension: store.Dimension(name), More: int(size) - len(buckets)}
	for _, b := range buckets {
		cells, ok := b.([]any)
		if !ok || len(cells) != 2 {
			return out, fmt.Errorf("a bucket of %s is %T", name, b)
		}
		value, _ := cells[0].(string)
		count, _ := cells[1].(int64)
		out.Buckets = append(out.Buckets, store.Bucket{Value: value, Count: int(count)})
	}
	return out, nil
}
