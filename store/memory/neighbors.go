package memory

import (
	"cmp"
	"context"
	"slices"
	"sort"
	"strconv"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// edgeKeyLength is the number of sort values of edges: type, weight, far id,
// relation id.
const edgeKeyLength = 4

// Neighbors returns a page of the edges of each entity.
func (s *Store) Neighbors(ctx context.Context, ids []string, filter store.RelationFilter, page store.Page) ([]store.EdgePage, error) {
	bad := cmp.Or(s.limits.CheckIDs(ids), s.limits.CheckRelationFilter(filter), s.limits.CheckPage(page, edgeKeyLength))
	if err := begin(ctx, bad); err != nil {
		return nil, err
	}
	sel := s.selector(ctx, s.current.Load())
	after, err := sel.edgeMark(page.After)
	if err != nil {
		return nil, err
	}
	before, err := sel.edgeMark(page.Before)
	if err != nil {
		return nil, err
	}
	test := sel.edgeTest(filter)
	if test.far, err = sel.farSet(filter); err != nil {
		return nil, err
	}
	pages := make([]store.EdgePage, len(ids))
	for i, id := range ids {
		if pages[i], err = sel.edgePage(id, test, page, after, before); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// edgePage takes a page out of the edges of one entity.
func (s *selector) edgePage(id string, test edgeTest, page store.Page, after, before *edgeMark) (store.EdgePage, error) {
	var edges []edge
	if place, known := s.places[id]; known {
		edges = s.edgesOf(place, test.types)
	}
	var match func(int) bool
	if !test.trivial() {
		match = func(i int) bool { return test.passes(edges[i]) }
	}
	rows, info, err := s.edgeRows(edges, page, after, before, match)
	if err != nil {
		return store.EdgePage{}, err
	}
	if page.Total {
		if info.Total, err = s.countEdges(edges, match); err != nil {
			return store.EdgePage{}, err
		}
	}
	out := store.EdgePage{PageInfo: info}
	out.Edges, out.Keys = make([]store.Edge, 0, len(rows)), make([]store.Key, 0, len(rows))
	values := make([]string, 0, edgeKeyLength*len(rows)) // of all keys
	for i, row := range rows {
		e := s.edge(edges[row])
		out.Edges = append(out.Edges, e)
		if i > 0 && edges[row].weight == edges[rows[i-1]].weight { // as with most
			values = append(values, string(e.Relation.Type), values[len(values)-edgeKeyLength+1], e.Node.ID, e.Relation.ID)
		} else {
			values = append(values, edgeKey(e)...)
		}
		out.Keys = append(out.Keys, values[i*edgeKeyLength:len(values):len(values)])
	}
	return out, nil
}

// edgeRows are the places of a page's edges.
func (s *selector) edgeRows(edges []edge, page store.Page, after, before *edgeMark, match func(int) bool) ([]int, store.PageInfo, error) {
	if page.Turns {
		rows, more, err := s.inTurns(edges, page.Limit, match)
		return rows, store.PageInfo{HasNext: more, Total: -1}, err
	}
	b := bounds{n: len(edges), hi: len(edges)}
	if after != nil {
		b.lo = sort.Search(len(edges), func(i int) bool { return after.compare(edges[i]) > 0 })
	}
	if before != nil {
		b.hi = sort.Search(len(edges), func(i int) bool { return before.compare(edges[i]) >= 0 })
	}
	return b.take(&s.watch, page, match)
}

// inTurns takes edges of each type in turns, up to limit; more tells that some
// were left out.
func (s *selector) inTurns(edges []edge, limit int, match func(int) bool) (rows []int, more bool, err error) {
	var byType [][]int
	longest := 0
	for from := 0; from < len(edges); {
		kind := edges[from].kind()
		to := from + sort.Search(len(edges)-from, func(i int) bool { return edges[from+i].kind() != kind })
		queue, over, err := scan(&s.watch, from, to, 1, limit, match)
		if err != nil {
			return nil, false, err
		}
		byType, more = append(byType, queue), more || over
		longest, from = max(longest, len(queue)), to
	}
	for turn := range longest {
		for _, queue := range byType {
			switch {
			case turn >= len(queue):
			case len(rows) == limit:
				return rows, true, nil
			default:
				rows = append(rows, queue[turn])
			}
		}
	}
	return rows, more, nil
}

func (s *selector) countEdges(edges []edge, match func(int) bool) (int, error) {
	if match == nil {
		return len(edges), nil
	}
	n := 0
	for i := range edges {
		if err := s.watch.tick(); err != nil {
			return 0, err
		}
		if match(i) {
			n++
		}
	}
	return n, nil
}

// edge makes the edge that readers see.
func (s *snapshot) edge(e edge) store.Edge {
	return store.Edge{Relation: s.relation(int(e.relation())), Out: e.out(), Node: s.entities[e.far]}
}

func edgeKey(e store.Edge) store.Key {
	weight := strconv.FormatFloat(e.Relation.Weight, 'g', -1, 64)
	return store.Key{string(e.Relation.Type), weight, e.Node.ID, e.Relation.ID}
}

// edgeMark is the place of a key among edges.
type edgeMark struct {
	kind, far, relation mark
	weight              float64
}

func (s *snapshot) edgeMark(key store.Key) (*edgeMark, error) {
	if key == nil {
		return nil, nil
	}
	var m edgeMark
	var err error
	if m.weight, err = strconv.ParseFloat(key[1], 64); err != nil {
		return nil, foreignKey(err)
	}
	m.kind.at, m.kind.there = slices.BinarySearch(s.typeNames, ecosystem.RelationType(key[0]))
	m.far.at, m.far.there = search(s.entities, key[2], entityID)
	m.relation.at, m.relation.there = s.relations.ids.search(key[3])
	return &m, nil
}

// compare orders an edge against the key.
func (m *edgeMark) compare(e edge) int {
	return cmp.Or(
		m.kind.compare(int(e.kind())),
		cmp.Compare(m.weight, e.weight),
		m.far.compare(int(e.far)),
		m.relation.compare(int(e.relation())),
	)
}
