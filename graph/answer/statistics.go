package answer

import (
	"context"
	"sync"

	"github.com/innograph/innograph/coverage"
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/entity"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/store"
)

// Statistics tells what the graph holds.
type Statistics struct {
	Generation
	facets func() ([]store.Facet, error) // by document and certainty, counted when asked for
}

// KindCount is the number of entities of a kind.
type KindCount struct {
	Kind  ecosystem.Kind
	Count int
}

// RelationCount is the number of relations of a type.
type RelationCount struct {
	Relation ecosystem.RelationType
	Count    int
}

// DocumentCount is the number of entities with a source in a document.
type DocumentCount struct {
	id    string
	named *load.Documents
	Count int
}

// Document is the document.
func (c DocumentCount) Document(ctx context.Context) (*entity.Document, error) {
	return entity.DocumentFrom(ctx, c.named, c.id)
}

// CurrentStatistics are those of the current state.
func CurrentStatistics(ctx context.Context) (*Statistics, error) {
	l := load.From(ctx)
	g, err := l.Generation()
	return &Statistics{Generation{g, l.Reader}, sync.OnceValues(func() ([]store.Facet, error) {
		return l.Reader.Facets(ctx, store.Filter{}, []store.Dimension{store.FacetDocument, store.FacetCertainty})
	})}, err
}

// ByKind counts entities by kind.
func (s *Statistics) ByKind() []KindCount {
	var counts []KindCount
	for _, info := range ecosystem.Kinds() {
		counts = append(counts, KindCount{info.Kind, s.g.Entities[info.Kind]})
	}
	return counts
}

// ByRelation counts relations by type.
func (s *Statistics) ByRelation() []RelationCount {
	var counts []RelationCount
	for _, info := range ecosystem.RelationTypes() {
		counts = append(counts, RelationCount{info.Type, s.g.Relations[info.Type]})
	}
	return counts
}

// ByDocument counts entities by source document.
func (s *Statistics) ByDocument(ctx context.Context) ([]DocumentCount, error) {
	facets, err := s.facets()
	if err != nil {
		return nil, err
	}
	named := load.From(ctx).Documents(len(facets[0].Buckets))
	counts := []DocumentCount{}
	for _, b := range facets[0].Buckets {
		if b.Value != "" {
			counts = append(counts, DocumentCount{b.Value, named, b.Count})
		}
	}
	return counts, nil
}

// MoreDocuments is the number of documents that ByDocument leaves out.
func (s *Statistics) MoreDocuments(context.Context) (int, error) {
	facets, err := s.facets()
	if err != nil {
		return 0, err
	}
	return facets[0].More, nil
}

// ByCertainty counts entities by the certainty of their surest source.
func (s *Statistics) ByCertainty(context.Context) ([]coverage.CertaintyCount, error) {
	facets, err := s.facets()
	if err != nil {
		return nil, err
	}
	found := map[ecosystem.Certainty]int{}
	for _, b := range facets[1].Buckets {
		found[ecosystem.Certainty(b.Value)] = b.Count
	}
	return coverage.Certainties(found), nil
}

// Coverage tells how complete the graph is.
func (s *Statistics) Coverage(ctx context.Context) (*coverage.Coverage, error) {
	return load.From(ctx).Coverage(ctx)
}
