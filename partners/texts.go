package partners

import (
	"context"
	"sync"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/match/demand"
	"github.com/innograph/innograph/store"
)

// Texts reads texts by the technology fields of a store and the names of what is in
// them. It reads them anew for each generation. It is safe for concurrent use.
type Texts struct {
	reader store.Reader

	mu     sync.Mutex
	number int64 // of the generation that the rest is of
	loaded string
	fields map[string]*ecosystem.Entity
	read   *demand.Reader
}

// NewTexts makes a reader of texts.
func NewTexts(reader store.Reader) *Texts { return &Texts{reader: reader} }

// Bounds on what is read of the fields.
const (
	maxFields   = 1000
	perCall     = 100 // fields
	maxExamples = 60  // of a field
)

// Read tells which fields a text asks for.
func (t *Texts) Read(ctx context.Context, text string) ([]Words, error) {
	read, fields, err := t.current(ctx)
	if err != nil {
		return nil, err
	}
	found := read.Read(text)
	words := make([]Words, len(found))
	for i, f := range found {
		words[i] = Words{Field: fields[f.ID], Weight: f.Weight, Text: f.Words}
	}
	return words, nil
}

func (t *Texts) current(ctx context.Context) (*demand.Reader, map[string]*ecosystem.Entity, error) {
	g, err := t.reader.Generation(ctx)
	if err != nil {
		return nil, nil, err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.read == nil || t.number != g.Number || t.loaded != g.Loaded {
		topics, fields, err := t.topics(ctx)
		if err != nil {
			return nil, nil, err
		}
		t.number, t.loaded, t.read, t.fields = g.Number, g.Loaded, demand.NewReader(topics), fields
	}
	return t.read, t.fields, nil
}

func (t *Texts) topics(ctx context.Context) ([]demand.Topic, map[string]*ecosystem.Entity, error) {
	page, err := t.reader.List(ctx, store.Filter{Kinds: []ecosystem.Kind{ecosystem.TechnologyField}}, store.Order{By: store.ByID}, store.Page{Limit: maxFields})
	if err != nil {
		return nil, nil, err
	}
	fields := map[string]*ecosystem.Entity{}
	var topics []demand.Topic
	for from := 0; from < len(page.Entities); from += perCall {
		part := page.Entities[from:min(from+perCall, len(page.Entities))]
		ids := make([]string, len(part))
		for i, f := range part {
			ids[i] = f.ID
			fields[f.ID] = f
		}
		disciplines, err := t.names(ctx, ids, store.RelationFilter{Types: []ecosystem.RelationType{ecosystem.AppliesTo}, Direction: store.In, MinWeight: 0.5})
		if err != nil {
			return nil, nil, err
		}
		examples, err := t.names(ctx, ids, store.RelationFilter{
			Types: []ecosystem.RelationType{ecosystem.InField}, Direction: store.In,
			Kinds: []ecosystem.Kind{ecosystem.KeyProject, ecosystem.Platform, ecosystem.IndustryCluster, ecosystem.Programme},
		})
		if err != nil {
			return nil, nil, err
		}
		for i, f := range part {
			topics = append(topics, demand.Topic{ID: f.ID, Names: f.Names(), Disciplines: disciplines[i], Examples: examples[i]})
		}
	}
	return topics, fields, nil
}

// names are those of the neighbours of each id.
func (t *Texts) names(ctx context.Context, ids []string, filter store.RelationFilter) ([][]string, error) {
	pages, err := t.reader.Neighbors(ctx, ids, filter, store.Page{Limit: maxExamples})
	if err != nil {
		return nil, err
	}
	names := make([][]string, len(ids))
	for i, p := range pages {
		for _, e := range p.Edges {
			names[i] = append(names[i], e.Node.Name)
		}
	}
	return names, nil
}
