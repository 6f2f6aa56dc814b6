package partners

import (
	"context"
	"slices"
	"sync"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/match/demand"
	"github.com/innograph/innograph/store"
)

// Texts reads texts by the technology fields of a store and the names of what is in
// them, which it reads anew for each generation. It is safe for concurrent use.
type Texts struct {
	cache  *TextCache
	reader store.Reader
	now    func() (store.Generation, error) // nil: the reader is asked
}

// NewTexts makes a reader of texts for one store.
func NewTexts(reader store.Reader) *Texts { return NewTextCache().Of(reader, nil) }

// TextCache keeps what texts are read with, of the newest generation that was asked
// for, and where the ties of home regions lead. It is safe for concurrent use.
type TextCache struct {
	walks  keptWalks
	turn   chan struct{} // holds one token: who has it may look at the rest
	number int64         // of the generation that the rest is of
	loaded string
	read   *reading
}

// reading is what texts are read with.
type reading struct {
	fields map[string]*ecosystem.Entity
	by     func() *demand.Reader // made when the first text is read: it takes seconds where there are a thousand fields
	plain  *demand.Reader        // without the names of projects, platforms and clusters

	mu    sync.Mutex
	names map[string][]demand.Found // as plain reads them
}

// maxNames bounds the names of which it is kept what they speak of.
const maxNames = 10_000

// ofName reads a name, once: the demands of a region are read anew for each partner that
// is compared with them.
func (r *reading) ofName(name string) []demand.Found {
	r.mu.Lock()
	found, known := r.names[name]
	r.mu.Unlock()
	if known {
		return found
	}
	found = r.plain.All(name)
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.names) >= maxNames {
		r.names = map[string][]demand.Found{}
	}
	r.names[name] = found
	return found
}

// NewTextCache makes an empty one.
func NewTextCache() *TextCache { return &TextCache{turn: make(chan struct{}, 1)} }

// Of makes a reader of texts for a store as it is in a generation; the cache may
// serve one such reader after another. Without generation the store is asked each time.
func (c *TextCache) Of(reader store.Reader, generation func() (store.Generation, error)) *Texts {
	return &Texts{c, reader, generation}
}

// MaxText is how many characters of a text are read.
const MaxText = demand.MaxText

// Bounds on what is read of the fields.
const (
	maxFields   = 1000
	perCall     = 100 // fields
	maxExamples = 60  // of a field
)

// Read tells which fields a text asks for, and which it names in a place of their own but
// says little of beside the first.
func (t *Texts) Read(ctx context.Context, text string) ([]Words, error) {
	read, err := t.current(ctx)
	if err != nil {
		return nil, err
	}
	return read.words(read.by().Read(text)), nil
}

// ReadName tells which fields the name of something that the store holds speaks of, if
// ever so little beside the first: it is no example for itself.
func (t *Texts) ReadName(ctx context.Context, name string) ([]Words, error) {
	read, err := t.current(ctx)
	if err != nil {
		return nil, err
	}
	return read.words(read.ofName(name)), nil
}

func (r *reading) words(found []demand.Found) []Words {
	words := make([]Words, len(found))
	for i, f := range found {
		words[i] = Words{Field: r.fields[f.ID], Weight: f.Weight, Text: f.Words, Terms: f.Terms, Little: f.Little}
	}
	return words
}

func (t *Texts) generation(ctx context.Context) (store.Generation, error) {
	if t.now != nil {
		return t.now()
	}
	return t.reader.Generation(ctx)
}

func (t *Texts) current(ctx context.Context) (*reading, error) {
	g, err := t.generation(ctx)
	if err != nil {
		return nil, err
	}
	return t.cache.at(ctx, g, t.make)
}

// at gives what is kept of a generation, or makes it; one caller makes it for all
// that wait.
func (c *TextCache) at(ctx context.Context, g store.Generation, read func(context.Context) (*reading, error)) (*reading, error) {
	select {
	case c.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, ecosystem.Wrap(ctx.Err(), ecosystem.CodeTimeout, "the names of the technology fields are still being read; ask again in a moment")
	}
	defer func() { <-c.turn }()
	if c.read == nil || c.number != g.Number || c.loaded != g.Loaded {
		made, err := read(ctx)
		if err != nil {
			return nil, err
		}
		c.number, c.loaded, c.read = g.Number, g.Loaded, made
	}
	return c.read, nil
}

func (t *Texts) make(ctx context.Context) (*reading, error) {
	topics, fields, err := t.topics(ctx)
	if err != nil {
		return nil, err
	}
	plain := slices.Clone(topics)
	for i := range plain {
		plain[i].Examples = nil
	}
	return &reading{
		fields: fields, by: sync.OnceValue(func() *demand.Reader { return demand.NewReader(topics) }),
		plain: demand.NewReader(plain), names: map[string][]demand.Found{},
	}, nil
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
