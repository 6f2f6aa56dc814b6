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

// Walk returns the ends to which weighted walks lead.
func (s *Store) Walk(ctx context.Context, q store.WalkQuery) (store.WalkAnswer, error) {
	if err := s.check(ctx, s.limits.CheckWalk(q)); err != nil {
		return store.WalkAnswer{}, err
	}
	noType := func(step store.WalkStep) bool { return step.Filter.Types != nil && len(step.Filter.Types) == 0 }
	if len(q.Starts) == 0 || slices.ContainsFunc(q.Steps, noType) {
		return store.WalkAnswer{}, nil
	}
	c := newConditions()
	cypher := cypherWalk(walkOf(q, c))
	starts := []any{}
	for _, start := range q.Beginnings() {
		starts = append(starts, map[string]any{"id": start.ID, "weight": start.Weight})
	}
	c.param("starts", starts)
	c.param("symmetric", symmetricTypes())
	c.param("touch", q.MostTouched(s.limits))
	c.param("ends", q.Ends)
	c.param("paths", q.Paths)
	return queryOne(ctx, s, statement{"walk", cypher, c.params}, func(r *driver.Record) (store.WalkAnswer, error) {
		if touched, _ := r.Values[0].(int64); touched > int64(q.MostTouched(s.limits)) {
			return store.WalkAnswer{}, q.TooMuchTouched(s.limits)
		}
		return decodeWalk(q, r.Values[1], r.Values[2], r.Values[3])
	})
}

// stepParts are the parameters of a step; its types stand in the text.
func stepParts(step store.WalkStep) map[string]any {
	f := step.Filter
	f.Types = nil
	parts := relationParts(f)
	parts["decay"] = step.Fading()
	if len(step.Factors) > 0 {
		factors := map[string]any{}
		for status, factor := range step.Factors {
			factors[string(status)] = factor
		}
		parts["factors"] = factors
	}
	return parts
}

func decodeWalk(q store.WalkQuery, total, starts, rows any) (store.WalkAnswer, error) {
	var out store.WalkAnswer
	n, _ := total.(int64)
	out.Total = int(n)
	ends, ok := rows.([]any)
	if !ok {
		return out, fmt.Errorf("the ends of a walk are %T", rows)
	}
	d := walkDecoder{q: q, nodes: map[string]*ecosystem.Entity{}}
	d.starts, _ = starts.([]any)
	for _, row := range ends {
		end, err := d.end(row)
		if err != nil {
			return out, err
		}
		out.Ends = append(out.Ends, end)
	}
	return out, nil
}

// walkDecoder reads the ends of one answer.
type walkDecoder struct {
	q      store.WalkQuery
	starts []any
	nodes  map[string]*ecosystem.Entity
}

// end reads an end, its score, and its paths: one more than are wanted, if there are.
func (d walkDecoder) end(row any) (store.WalkEnd, error) {
	cells, ok := row.([]any)
	if !ok || len(cells) != 3 {
		return store.WalkEnd{}, fmt.Errorf("an end of a walk is %T", row)
	}
	entity, err := sharedEntity(cells[0], d.nodes)
	if err != nil {
		return store.WalkEnd{}, err
	}
	out := store.WalkEnd{Entity: entity}
	out.Score, _ = cells[1].(float64)
	paths, _ := cells[2].([]any)
	out.More = len(paths) > d.q.Paths
	for _, p := range paths[:min(d.q.Paths, len(paths))] {
		path, err := d.path(p, cells[0])
		if err != nil {
			return out, err
		}
		out.Paths = append(out.Paths, path)
	}
	return out, nil
}

// path reads what a path to an end brings, the nodes before the end, and for each step
// all relations that it could take.
func (d walkDecoder) path(row, end any) (store.Path, error) {
	var path store.Path
	cells, ok := row.([]any)
	if !ok || len(cells) != 4 {
		return path, fmt.Errorf("a path of a walk is %T", row)
	}
	path.Weight, _ = cells[0].(float64)
	start, ok := cells[1].(int64)
	between, _ := cells[2].([]any)
	relations, _ := cells[3].([]any)
	if !ok || start < 0 || start >= int64(len(d.starts)) || len(between) != len(d.q.Steps)-1 || len(relations) != len(d.q.Steps) {
		return path, fmt.Errorf("a path of %d steps has the start %v of %d, %d nodes between and %d relations", len(d.q.Steps), cells[1], len(d.starts), len(between), len(relations))
	}
	near, err := sharedEntity(d.starts[start], d.nodes)
	if err != nil {
		return path, err
	}
	path.Start = near
	for i, step := range d.q.Steps {
		far := end
		if i < len(between) {
			far = between[i]
		}
		edge, err := heaviestEdge(step, near.ID, relations[i], far, d.nodes)
		if err != nil {
			return path, err
		}
		path.Steps = append(path.Steps, edge)
		near = edge.Node
	}
	return path, nil
}

// heaviestEdge takes the relation that counts out of parallel ones.
func heaviestEdge(step store.WalkStep, near string, parallel, far any, nodes map[string]*ecosystem.Entity) (store.Edge, error) {
	var best store.Edge
	relations, _ := parallel.([]any)
	if len(relations) == 0 {
		return best, errTorn
	}
	for _, r := range relations {
		edge, err := decodeEdge(near, []any{r, far}, nodes)
		if err != nil {
			return best, err
		}
		if best.Relation == nil || compareWeights(step, edge.Relation, best.Relation) < 0 {
			best = edge
		}
	}
	return best, nil
}

// compareWeights puts the relation first that counts more, then the smaller id.
func compareWeights(step store.WalkStep, a, b *ecosystem.Relation) int {
	return cmp.Or(cmp.Compare(step.Weigh(b.Weight, b.Status), step.Weigh(a.Weight, a.Status)), cmp.Compare(a.ID, b.ID))
}
