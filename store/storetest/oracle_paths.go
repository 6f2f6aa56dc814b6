package storetest

import (
	"cmp"
	"context"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

func (o *oracle) Neighbors(ctx context.Context, ids []string, f store.RelationFilter, page store.Page) ([]store.EdgePage, error) {
	err := cmp.Or(o.limits.CheckIDs(ids), o.limits.CheckRelationFilter(f), o.limits.CheckPage(page, 4))
	if err := overOr(ctx, err); err != nil {
		return nil, err
	}
	if err := checkNumber(page, 1); err != nil {
		return nil, err
	}
	out := make([]store.EdgePage, len(ids))
	for i, id := range ids {
		edges := slices.DeleteFunc(o.edges(id, f), func(e store.Edge) bool {
			return !o.admits(f, e.Node) || !o.holds(f.Far, e.Node)
		})
		p := cut(edges, edgeKey, numberAt(1), page)
		if page.Turns {
			p = inTurns(p, cut(edges, edgeKey, numberAt(1), store.Page{Limit: len(edges)}), page.Limit)
		}
		out[i] = store.EdgePage{PageInfo: p.PageInfo, Edges: p.rows, Keys: p.keys}
	}
	return out, nil
}

// inTurns makes the page of all edges one in which types take turns.
func inTurns(p, all paged[store.Edge], limit int) paged[store.Edge] {
	taken := map[ecosystem.RelationType]int{} // edges of a type so far
	turns := map[string]int{}                 // by relation
	for _, e := range all.rows {
		turns[e.Relation.ID] = taken[e.Relation.Type]
		taken[e.Relation.Type]++
	}
	slices.SortStableFunc(all.rows, func(a, b store.Edge) int {
		return cmp.Compare(turns[a.Relation.ID], turns[b.Relation.ID])
	})
	p.rows, p.keys = all.rows[:min(limit, len(all.rows))], nil
	for _, e := range p.rows {
		p.keys = append(p.keys, edgeKey(e))
	}
	return p
}

// edgeKey is the place of an edge among those of its near entity.
func edgeKey(e store.Edge) store.Key {
	r := e.Relation
	return store.Key{string(r.Type), numberText(r.Weight), e.Node.ID, r.ID}
}

// edges lists the relations of an entity that a filter holds, whatever the far
// entity is.
func (o *oracle) edges(id string, f store.RelationFilter) []store.Edge {
	var out []store.Edge
	for _, r := range o.relations[id] {
		far, ok := farEnd(r, id, f.Direction)
		if ok && !slices.Contains(f.Without, r.ID) && among(f.Types, r.Type) && r.Weight >= f.MinWeight && among(f.Statuses, r.Status) && !slices.Contains(f.ExcludeStatuses, r.Status) {
			out = append(out, store.Edge{Relation: r, Out: r.From == id, Node: o.entities[far]})
		}
	}
	return out
}

// Paths goes through all simple paths of one hop, then of two, and so on.
func (o *oracle) Paths(ctx context.Context, q store.PathQuery) (store.PathAnswer, error) {
	if err := overOr(ctx, o.limits.CheckPaths(q)); err != nil {
		return store.PathAnswer{}, err
	}
	for _, id := range []string{q.From, q.To} {
		if o.entities[id] == nil {
			return store.PathAnswer{}, ecosystem.Errorf(ecosystem.CodeUnknownID, "nothing has the id %q", id)
		}
	}
	start := store.Path{Start: o.entities[q.From], Weight: 1}
	if q.From == q.To {
		return store.PathAnswer{Paths: []store.Path{start}}, nil
	}
	links := map[string][]store.Edge{} // asked for again and again
	var found []store.Path
	for hops := 1; hops <= q.MaxHops && len(found) < q.K; hops++ {
		longer := o.extend(q, links, start, hops)
		slices.SortFunc(longer, func(a, b store.Path) int {
			return cmp.Or(cmp.Compare(b.Weight, a.Weight), slices.Compare(pathIDs(a), pathIDs(b)))
		})
		found = append(found, longer...)
	}
	return store.PathAnswer{Paths: found[:min(q.K, len(found))]}, nil
}

// extend lists the simple paths that begin with p and reach the end after
// exactly so many further hops.
func (o *oracle) extend(q store.PathQuery, links map[string][]store.Edge, p store.Path, hops int) []store.Path {
	last := pathIDs(p)[len(p.Steps)]
	if _, known := links[last]; !known {
		links[last] = o.heaviest(o.edges(last, q.Filter))
	}
	var out []store.Path
	for _, e := range links[last] {
		longer := store.Path{Start: p.Start, Steps: append(slices.Clone(p.Steps), e), Weight: p.Weight * e.Relation.Weight}
		switch {
		case hops == 1 && e.Node.ID == q.To:
			out = append(out, longer)
		case hops > 1 && e.Node.ID != q.To && o.between(q, e.Node) && !slices.Contains(pathIDs(p), e.Node.ID):
			out = append(out, o.extend(q, links, longer, hops-1)...)
		}
	}
	return out
}

// heaviest keeps one edge to each far entity: the heaviest, then the smallest id.
func (o *oracle) heaviest(edges []store.Edge) []store.Edge {
	var out []store.Edge
	for _, e := range edges {
		better := func(other store.Edge) bool {
			a, b := other.Relation, e.Relation
			return other.Node.ID == e.Node.ID && (a.Weight > b.Weight || a.Weight == b.Weight && a.ID < b.ID)
		}
		if !slices.ContainsFunc(edges, better) {
			out = append(out, e)
		}
	}
	return out
}

// admits reports whether a filter holds relations to an entity, or paths through it, by
// what it is and where it lies.
func (o *oracle) admits(f store.RelationFilter, e *ecosystem.Entity) bool {
	return among(f.Kinds, e.Kind) && (f.Region == "" || o.locatedIn(e.ID, f.Region))
}

// between reports whether an entity may stand between the ends of a path.
func (o *oracle) between(q store.PathQuery, e *ecosystem.Entity) bool {
	return o.admits(q.Filter, e) && (q.ThroughHierarchy || !slices.Contains(store.HierarchyKinds(), e.Kind))
}

// pathIDs is the sequence of the nodes of a path.
func pathIDs(p store.Path) []string {
	ids := []string{p.Start.ID}
	for _, step := range p.Steps {
		ids = append(ids, step.Node.ID)
	}
	return ids
}
