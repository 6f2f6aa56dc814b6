package neo4j

import (
	"context"
	"fmt"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Paths returns the best simple paths between two entities. It gives all of them
// or TIMEOUT: an answer is never cut off for the work it took.
func (s *Store) Paths(ctx context.Context, q store.PathQuery) (store.PathAnswer, error) {
	if err := s.check(ctx, s.limits.CheckPaths(q)); err != nil {
		return store.PathAnswer{}, err
	}
	if q.From == q.To {
		return s.standstill(ctx, q.From)
	}
	params := map[string]any{
		"from": q.From, "to": q.To, "k": q.K, "between": between(q),
		"filter": relationParts(q.Filter), "region": q.Filter.Region, "sense": sense(q.Filter.Direction), "symmetric": symmetricTypes(),
	}
	return queryOne(ctx, s, statement{"paths", cypherPaths(q.MaxHops, testsOf(q.Filter)), params}, func(r *driver.Record) (store.PathAnswer, error) {
		for i, id := range []string{q.From, q.To} {
			if missing, _ := r.Values[i].(bool); missing {
				return store.PathAnswer{}, unknownID(id)
			}
		}
		return decodePaths(q.To, r.Values[2], r.Values[3])
	})
}

func testsOf(f store.RelationFilter) pathTests {
	relations := f.Types != nil || f.MinWeight > 0 || f.HeldStatuses() != nil || f.Direction != store.Both
	return pathTests{relations, f.Region != ""}
}

// between lists the kinds of the nodes that may stand between the ends.
func between(q store.PathQuery) []string {
	kinds := []string{}
	for _, info := range ecosystem.Kinds() {
		admitted := q.Filter.Kinds == nil || slices.Contains(q.Filter.Kinds, info.Kind)
		if admitted && (q.ThroughHierarchy || !slices.Contains(store.HierarchyKinds(), info.Kind)) {
			kinds = append(kinds, string(info.Kind))
		}
	}
	return kinds
}

// sense tells whether a relation must begin at the node before it; nil: no matter.
func sense(d store.Direction) any {
	if d == store.Both {
		return nil
	}
	return d == store.Out
}

// standstill is the path from an entity to itself.
func (s *Store) standstill(ctx context.Context, id string) (store.PathAnswer, error) {
	found, err := s.Entities(ctx, []string{id})
	if err != nil {
		return store.PathAnswer{}, err
	}
	if found[0] == nil {
		return store.PathAnswer{}, unknownID(id)
	}
	return store.PathAnswer{Paths: []store.Path{{Start: found[0], Weight: 1}}}, nil
}

func unknownID(id string) error {
	return ecosystem.Errorf(ecosystem.CodeUnknownID, "nothing has the id %q", id)
}

func decodePaths(end string, from, rows any) (store.PathAnswer, error) {
	var out store.PathAnswer
	nodes := map[string]*ecosystem.Entity{}
	start, err := sharedEntity(from, nodes)
	if err != nil {
		return out, err
	}
	paths, ok := rows.([]any)
	if !ok {
		return out, fmt.Errorf("paths are %T", rows)
	}
	for _, steps := range paths {
		path, err := decodePath(start, end, steps, nodes)
		if err != nil {
			return out, err
		}
		out.Paths = append(out.Paths, path)
	}
	return out, nil
}

func decodePath(start *ecosystem.Entity, end string, rows any, nodes map[string]*ecosystem.Entity) (store.Path, error) {
	path := store.Path{Start: start, Weight: 1}
	steps, ok := rows.([]any)
	if !ok {
		return path, fmt.Errorf("the steps of a path are %T", rows)
	}
	near := start.ID
	for _, step := range steps {
		edge, err := decodeEdge(near, step, nodes)
		if err != nil {
			return path, err
		}
		path.Steps = append(path.Steps, edge)
		path.Weight *= edge.Relation.Weight
		near = edge.Node.ID
	}
	if near != end { // a relation was deleted after the path was found
		return path, errTorn
	}
	return path, nil
}
