package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Neighbors returns the edges of each entity with their far nodes.
func (s *Store) Neighbors(ctx context.Context, ids []string, filter store.RelationFilter, page store.Page) ([]store.EdgePage, error) {
	err := cmp.Or(s.limits.CheckIDs(ids), s.limits.CheckRelationFilter(filter), s.limits.CheckPage(page, 4))
	if err := s.check(ctx, err); err != nil {
		return nil, err
	}
	c := newConditions()
	cypher := cypherNeighbors(edgesOf(filter, c.far(filter), page))
	if err := edgeBounds(c, page); err != nil {
		return nil, err
	}
	distinct := slices.Compact(slices.Sorted(slices.Values(ids)))
	c.param("ids", distinct)
	c.param("filter", relationParts(filter))
	c.param("symmetric", symmetricTypes())
	c.param("limit", page.Limit+1)
	pages, err := s.edgePages(ctx, statement{"neighbors", cypher, c.params}, distinct, page)
	if err != nil {
		return nil, err
	}
	out := make([]store.EdgePage, len(ids))
	for i, id := range ids {
		at, _ := slices.BinarySearch(distinct, id)
		out[i] = pages[at]
	}
	return out, nil
}

// edgeBounds reads the bounds of a page of edges into parameters.
func edgeBounds(c *conditions, page store.Page) error {
	for name, key := range map[string]store.Key{"after": page.After, "before": page.Before} {
		if key == nil {
			continue
		}
		weight, err := number(key[1])
		if err != nil {
			return err
		}
		c.param(name, map[string]any{"type": key[0], "weight": weight, "far": key[2], "id": key[3]})
	}
	return nil
}

// edgePages runs the statement; the result has the length and order of ids.
func (s *Store) edgePages(ctx context.Context, st statement, ids []string, page store.Page) ([]store.EdgePage, error) {
	out := make([]store.EdgePage, len(ids))
	for i := range out {
		out[i].Total = -1
		if page.Total {
			out[i].Total = 0
		}
	}
	if len(ids) == 0 {
		return out, nil
	}
	nodes := map[string]*ecosystem.Entity{} // by record: far nodes come again and again
	type numbered struct {
		i    int64
		page store.EdgePage
	}
	found, err := query(ctx, s, st, func(r *driver.Record) (numbered, error) {
		i, _ := r.Values[0].(int64)
		page, err := decodeEdges(ids[i], r.Values[1:], page, nodes)
		return numbered{i, page}, err
	})
	for _, f := range found {
		out[f.i] = f.page
	}
	return out, err
}

func decodeEdges(id string, values []any, page store.Page, nodes map[string]*ecosystem.Entity) (store.EdgePage, error) {
	rows, info, err := pageOf(values, page)
	out := store.EdgePage{PageInfo: info}
	for _, row := range rows {
		edge, err := decodeEdge(id, row, nodes)
		if err != nil {
			return out, err
		}
		r := edge.Relation
		out.Edges = append(out.Edges, edge)
		out.Keys = append(out.Keys, store.Key{string(r.Type), numberText(r.Weight), edge.Node.ID, r.ID})
	}
	return out, err
}

// decodeEdge reads a relation and its far node.
func decodeEdge(near string, row any, nodes map[string]*ecosystem.Entity) (store.Edge, error) {
	cells, ok := row.([]any)
	if !ok || len(cells) != 2 {
		return store.Edge{}, fmt.Errorf("an edge is %T", row)
	}
	relation, err := decodeRelation(cells[0])
	if err != nil {
		return store.Edge{}, err
	}
	far, err := sharedEntity(cells[1], nodes)
	if err != nil {
		return store.Edge{}, err
	}
	edge := store.Edge{Relation: relation, Out: relation.From == near, Node: far}
	if edge.Out && relation.To != far.ID || !edge.Out && (relation.To != near || relation.From != far.ID) {
		return edge, errTorn
	}
	return edge, nil
}

// sharedEntity decodes an entity once.
func sharedEntity(v any, nodes map[string]*ecosystem.Entity) (*ecosystem.Entity, error) {
	line, _ := v.(string)
	if e := nodes[line]; e != nil {
		return e, nil
	}
	e, err := decodeEntity(v)
	if err == nil {
		nodes[line] = e
	}
	return e, err
}
