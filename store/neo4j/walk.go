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
	for i, step := range q.Steps {
		c.param(fmt.Sprintf("s%d", i+1), stepParts(step))
	}
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
		return decodeWalk(q, r.Values[1], r.Values[2])
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

func decodeWalk(q store.WalkQuery, total, rows any) (store.WalkAnswer, error) {
	var out store.WalkAnswer
	n, _ := total.(int64)
	out.Total = int(n)
	ends, ok := rows.([]any)
	if !ok {
		return out, fmt.Errorf("the ends of a walk are %T", rows)
	}
	nodes := map[string]*ecosystem.Entity{}
	for _, row := range ends {
		end, err := decodeWalkEnd(q, row, nodes)
		if err != nil {
			return out, err
		}
		out.Ends = append(out.Ends, end)
	}
	return out, nil
}

// decodeWalkEnd reads an end, its score, and its paths: one more than are wanted,
// if there are.
func decodeWalkEnd(q store.WalkQuery, row any, nodes map[string]*ecosystem.Entity) (store.WalkEnd, error) {
	cells, ok := row.([]any)
	if !ok || len(cells) != 3 {
		return store.WalkEnd{}, fmt.Errorf("an end of a walk is %T", row)
	}
	entity, err := sharedEntity(cells[0], nodes)
	if err != nil {
		return store.WalkEnd{}, err
	}
	out := store.WalkEnd{Entity: entity}
	out.Score, _ = cells[1].(float64)
	paths, _ := cells[2].([]any)
	out.More = len(paths) > q.Paths
	for _, p := range paths[:min(q.Paths, len(paths))] {
		path, err := decodeWalkPath(q.Steps, p, nodes)
		if err != nil {
			return out, err
		}
		out.Paths = append(out.Paths, path)
	}
	return out, nil
}

// decodeWalkPath reads what a path brings, its nodes, and for each step all
// relations that it could take.
func decodeWalkPath(steps []store.WalkStep, row any, nodes map[string]*ecosystem.Entity) (store.Path, error) {
	var path store.Path
	cells, ok := row.([]any)
	if !ok || len(cells) != 3 {
		return path, fmt.Errorf("a path of a walk is %T", row)
	}
	path.Weight, _ = cells[0].(float64)
	entities, _ := cells[1].([]any)
	relations, _ := cells[2].([]any)
	if len(entities) != len(steps)+1 || len(relations) != len(steps) {
		return path, fmt.Errorf("a path of %d steps has %d nodes and %d relations", len(steps), len(entities), len(relations))
	}
	near, err := sharedEntity(entities[0], nodes)
	if err != nil {
		return path, err
	}
	path.Start = near
	for i, step := range steps {
		edge, err := heaviestEdge(step, near.ID, relations[i], entities[i+1], nodes)
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
