package entity

import (
	"context"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/store"
)

// Facet is the count by one dimension.
type Facet struct {
	f     store.Facet
	named loaders
}

// loaders load what the values of all facets name.
type loaders struct {
	entities  *load.Entities
	documents *load.Documents
}

// FacetBucket is one value of a dimension.
type FacetBucket struct {
	b     store.Bucket
	f     store.Facet
	named loaders
}

// Facets counts the whole list by each dimension.
func (c ListConnection) Facets(ctx context.Context, dimensions []store.Dimension) ([]Facet, error) {
	if len(dimensions) > len(store.Dimensions()) {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "%d dimensions were given; name each of the %d once", len(dimensions), len(store.Dimensions()))
	}
	l := load.From(ctx)
	counted, err := l.Reader.Facets(ctx, c.filter, dimensions)
	if err != nil {
		return nil, err
	}
	named := loaders{
		l.Entities(values(counted, entityDimensions()...)),
		l.Documents(values(counted, store.FacetDocument)),
	}
	facets := make([]Facet, len(counted))
	for i, f := range counted {
		facets[i] = Facet{f, named}
	}
	return facets, nil
}

// entityDimensions are those whose values are ids of entities.
func entityDimensions() []store.Dimension {
	return []store.Dimension{
		store.FacetRegion, store.FacetProvince, store.FacetCity, store.FacetCounty,
		store.FacetField, store.FacetTopField, store.FacetSubField,
	}
}

// values counts the distinct values of some dimensions.
func values(facets []store.Facet, of ...store.Dimension) int {
	distinct := map[string]bool{}
	for _, f := range facets {
		for _, b := range f.Buckets {
			if b.Value != "" && slices.Contains(of, f.Dimension) {
				distinct[b.Value] = true
			}
		}
	}
	return len(distinct)
}

// Dimension is what is counted by.
func (f Facet) Dimension() store.Dimension { return f.f.Dimension }

// Buckets are the values, most first.
func (f Facet) Buckets() []FacetBucket {
	buckets := make([]FacetBucket, len(f.f.Buckets))
	for i, b := range f.f.Buckets {
		buckets[i] = FacetBucket{b, f.f, f.named}
	}
	return buckets
}

// More is the number of further values.
func (f Facet) More() int { return f.f.More }

// Value is an enum value or an id; none counts what has no value.
func (b FacetBucket) Value() (string, bool) { return known(b.b.Value) }

// Count is the number of entities.
func (b FacetBucket) Count() int { return b.b.Count }

// Entity is the region or field that the value names.
func (b FacetBucket) Entity(ctx context.Context) (Entity, error) {
	if !slices.Contains(entityDimensions(), b.f.Dimension) || b.b.Value == "" {
		return nil, nil
	}
	e, err := b.named.entities.Load(ctx, b.b.Value)
	if e.Entity == nil {
		return nil, err
	}
	return Of(e.Entity, e.At), nil
}

// Document is the source document that the value names.
func (b FacetBucket) Document(ctx context.Context) (*Document, error) {
	if b.f.Dimension != store.FacetDocument || b.b.Value == "" {
		return nil, nil
	}
	return document(b.named.documents.Load(ctx, b.b.Value))
}
