package partners

import (
	"context"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// nearby is a store as seen from one partner: it holds all relations on ways of two
// steps from a field, a region or a demand to the partner, and answers from them the
// walks that lead there. What else was asked once it keeps. Whatever it does not hold
// it asks the store for.
type nearby struct {
	store.Reader
	partner *ecosystem.Entity
	bounds  Bounds
	home    string            // id of the home region
	atHome  map[string]bool   // what has a relation with the partner and lies there
	towards map[string][]edge // one step nearer to the partner, by the near end
	more    bool              // something has more relations than were read

	mu       sync.Mutex
	entities map[string]*ecosystem.Entity
	pages    map[string]map[string]store.EdgePage // by filter and page, by id
}

// edge is a relation on the way to the partner, seen from the end that is further.
type edge struct {
	store.Edge
	far string
}

// nearby begins with the partner and the home region; read brings the rest.
func (d *Desk) nearby(ctx context.Context, partner string, home *ecosystem.Entity) (*nearby, error) {
	found, err := d.reader.Entities(ctx, []string{partner})
	if err != nil {
		return nil, err
	}
	if found[0] == nil {
		return nil, ecosystem.Errorf(ecosystem.CodeUnknownID, "nothing has the id %q; give the partner as an id of this graph", partner)
	}
	if !slices.Contains(partnerKinds(), found[0].Kind) {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "%s is a %s; a partner is an organization or a platform", partner, found[0].Kind)
	}
	n := &nearby{
		Reader: d.reader, partner: found[0], bounds: d.bounds, home: home.ID,
		atHome: map[string]bool{}, towards: map[string][]edge{},
		entities: map[string]*ecosystem.Entity{}, pages: map[string]map[string]store.EdgePage{},
	}
	n.know(found[0])
	n.know(home)
	return n, nil
}

// further leads to what ways to a partner begin at: all fields and regions, and of the
// projects and clusters, which are very many, those that the partner is compared with.
func further(demands []*ecosystem.Entity) []store.RelationFilter {
	all := []store.RelationFilter{{Kinds: []ecosystem.Kind{ecosystem.TechnologyField, ecosystem.Region}}}
	var ids []string
	for _, e := range demands {
		if e.Kind != ecosystem.TechnologyField {
			ids = append(ids, e.ID)
		}
	}
	if len(ids) > 0 {
		all = append(all, store.RelationFilter{Far: &store.Filter{IDs: ids}})
	}
	return all
}

// read reads what surrounds the partner, on the ways from these demands.
func (n *nearby) read(ctx context.Context, demands []*ecosystem.Entity) error {
	own, err := n.all(ctx, store.RelationFilter{})
	if err != nil {
		return err
	}
	local, err := n.all(ctx, store.RelationFilter{Far: &store.Filter{Region: n.home}})
	if err != nil {
		return err
	}
	for _, e := range local {
		n.atHome[e.Node.ID] = true
	}
	between := map[string]*ecosystem.Entity{}
	for _, e := range own {
		if !slices.Contains(store.HierarchyKinds(), e.Node.Kind) { // no metapath leads over these
			between[e.Node.ID] = e.Node
		}
		n.add(e.Node, e.Relation, !e.Out, n.partner)
	}
	for _, filter := range further(demands) {
		if err := n.readFurther(ctx, between, filter); err != nil {
			return err
		}
	}
	return nil
}

// readFurther reads relations of what lies between the partner and the demands.
func (n *nearby) readFurther(ctx context.Context, between map[string]*ecosystem.Entity, f store.RelationFilter) error {
	for part := range slices.Chunk(sortedIDs(between), n.bounds.Around) {
		pages, err := n.Reader.Neighbors(ctx, part, f, store.Page{Limit: n.bounds.Around})
		if err != nil {
			return err
		}
		for i, p := range pages {
			n.more = n.more || p.HasNext
			for _, e := range p.Edges {
				n.add(e.Node, e.Relation, !e.Out, between[part[i]])
			}
		}
	}
	return nil
}

// all reads the relations of the partner, page by page.
func (n *nearby) all(ctx context.Context, f store.RelationFilter) ([]store.Edge, error) {
	var edges []store.Edge
	page := store.Page{Limit: n.bounds.Around}
	for {
		pages, err := n.Reader.Neighbors(ctx, []string{n.partner.ID}, f, page)
		if err != nil {
			return nil, err
		}
		edges = append(edges, pages[0].Edges...)
		if !pages[0].HasNext {
			return edges, nil
		}
		if len(edges) >= n.bounds.Ties {
			n.more = true
			return edges, nil
		}
		page.After = pages[0].Keys[len(pages[0].Keys)-1]
	}
}

func (n *nearby) add(from *ecosystem.Entity, r *ecosystem.Relation, out bool, to *ecosystem.Entity) {
	edges, known := n.towards[from.ID]
	if !known {
		n.know(from)
	}
	n.towards[from.ID] = append(edges, edge{store.Edge{Relation: r, Out: out, Node: to}, to.ID})
}

// prepare asks, for all demands at once, what each will ask.
func (n *nearby) prepare(ctx context.Context, strategy Strategy, read []asked) error {
	fields := map[string]bool{}
	for _, a := range read {
		for _, need := range a.needs {
			fields[need.Field.ID] = true
		}
	}
	if _, err := n.Neighbors(ctx, sortedIDs(fields), nextFields(), store.Page{Limit: n.bounds.Edges}); err != nil || !strategy.looksHome() {
		return err
	}
	var disciplines []string
	for id, edges := range n.towards {
		if n.entities[id].Kind == ecosystem.Discipline && slices.ContainsFunc(edges, func(e edge) bool { return e.far == n.partner.ID }) {
			disciplines = append(disciplines, id)
		}
	}
	slices.Sort(disciplines)
	_, err := n.Neighbors(ctx, disciplines, homeStrong(n.home), store.Page{Limit: 1})
	return err
}

// know keeps an entity.
func (n *nearby) know(e *ecosystem.Entity) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.entities[e.ID] = e
}

// Entities gives what is kept, and asks for the rest.
func (n *nearby) Entities(ctx context.Context, ids []string) ([]*ecosystem.Entity, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	out := make([]*ecosystem.Entity, len(ids))
	for i, id := range ids {
		if out[i] = n.entities[id]; out[i] == nil {
			return n.Reader.Entities(ctx, ids)
		}
	}
	return out, nil
}

// Neighbors gives what is kept, and asks for the rest, which it then keeps.
func (n *nearby) Neighbors(ctx context.Context, ids []string, f store.RelationFilter, page store.Page) ([]store.EdgePage, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	key := fingerprint(f, page)
	kept := n.pages[key]
	if kept == nil {
		kept = map[string]store.EdgePage{}
		n.pages[key] = kept
	}
	var unknown []string
	for _, id := range ids {
		if _, ok := kept[id]; !ok {
			unknown = append(unknown, id)
		}
	}
	for part := range slices.Chunk(unknown, n.bounds.Around) {
		pages, err := n.Reader.Neighbors(ctx, part, f, page)
		if err != nil {
			return nil, err
		}
		for i, p := range pages {
			kept[part[i]] = p
			for _, e := range p.Edges {
				n.entities[e.Node.ID] = e.Node
			}
		}
	}
	out := make([]store.EdgePage, len(ids))
	for i, id := range ids {
		out[i] = kept[id]
	}
	return out, nil
}

// nearTexts is a reader of texts whose fields are kept.
type nearTexts struct {
	TextReader
	near *nearby
}

func (n *nearby) texts(t TextReader) TextReader { return nearTexts{t, n} }

// Read reads a text.
func (t nearTexts) Read(ctx context.Context, text string) ([]Words, error) {
	words, err := t.TextReader.Read(ctx, text)
	for _, w := range words {
		t.near.know(w.Field)
	}
	return words, err
}

// ReadName reads a name, where texts are read by somebody who can.
func (t nearTexts) ReadName(ctx context.Context, name string) ([]Words, error) {
	reader, ok := t.TextReader.(NameReader)
	if !ok {
		return nil, nil
	}
	words, err := reader.ReadName(ctx, name)
	for _, w := range words {
		t.near.know(w.Field)
	}
	return words, err
}

// wholly is what is kept, but walks go through all of the store: what a demand is about
// has nothing to do with the partner.
type wholly struct{ *nearby }

// Walk asks the store, unless it is known that the first step leads nowhere.
func (w wholly) Walk(ctx context.Context, q store.WalkQuery) (store.WalkAnswer, error) {
	if len(q.Starts) == 1 {
		if first, known := w.page(q.Starts[0].ID, q.Steps[0].Filter, anyAtAll()); known && len(first.Edges) == 0 {
			return store.WalkAnswer{}, nil
		}
	}
	return w.Reader.Walk(ctx, q)
}

// anyAtAll is the page that tells whether there is anything.
func anyAtAll() store.Page { return store.Page{Limit: 1} }

// foresee reads, for all demands of which no field is stated, what is asked of each: its
// places, and whether there is anything from which its fields could be taken.
func (w wholly) foresee(ctx context.Context, demands []string) error {
	for _, ahead := range []struct {
		filter store.RelationFilter
		page   store.Page
	}{{toPlaces(), store.Page{Limit: w.bounds.Edges}}, {toHoldings().Filter, anyAtAll()}, {toDisciplines().Filter, anyAtAll()}} {
		if _, err := w.Neighbors(ctx, demands, ahead.filter, ahead.page); err != nil {
			return err
		}
	}
	return nil
}

// page is what is kept of the relations of an entity.
func (n *nearby) page(id string, f store.RelationFilter, page store.Page) (store.EdgePage, bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	kept, ok := n.pages[fingerprint(f, page)][id]
	return kept, ok
}

func sortedIDs[V any](by map[string]V) []string { return slices.Sorted(maps.Keys(by)) }

func byID(a, b *ecosystem.Entity) int { return strings.Compare(a.ID, b.ID) }
