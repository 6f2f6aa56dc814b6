package gaps

import (
	"context"
	"maps"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/gap"
	"github.com/innograph/innograph/store"
)

// reader reads a world level by level.
type reader struct {
	Store
	bounds Bounds
	world  *gap.World
}

// neighbors asks for the edges of all entities of a level.
func (r *reader) neighbors(ctx context.Context, ids []string, f store.RelationFilter) (map[string][]store.Edge, error) {
	if len(ids) > r.bounds.Level {
		return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%d entities have to be looked at, at most %d are allowed; narrow filter.fields", len(ids), r.bounds.Level)
	}
	edges := map[string][]store.Edge{}
	for part := range slices.Chunk(ids, r.bounds.IDs) {
		pages, err := r.Neighbors(ctx, part, f, store.Page{Limit: r.bounds.Edges})
		if err != nil {
			return nil, err
		}
		for i, p := range pages {
			edges[part[i]] = p.Edges
			r.world.Truncated = r.world.Truncated || p.HasNext
		}
	}
	return edges, nil
}

// aboutNeeds reads the fields of projects and clusters and who is behind them.
func (r *reader) aboutNeeds(ctx context.Context) error {
	var ids []string
	for _, e := range r.world.Needs {
		if e.Kind != ecosystem.TechnologyField {
			ids = append(ids, e.ID)
		}
	}
	edges, err := r.neighbors(ctx, ids, store.RelationFilter{
		Types:     []ecosystem.RelationType{ecosystem.InField, ecosystem.HostedBy, ecosystem.BuiltBy, ecosystem.ReliesOn, ecosystem.CooperatesWith},
		Direction: store.Out,
	})
	maps.Copy(r.world.Edges, edges)
	return err
}

// aboutFields reads what leads to the fields of the needs and to those below them.
func (r *reader) aboutFields(ctx context.Context, more []string) error {
	level := set(more)
	for _, e := range r.world.Needs {
		if e.Kind == ecosystem.TechnologyField {
			level[e.ID] = true
		}
		for _, edge := range r.world.Edges[e.ID] {
			if edge.Relation.Type == ecosystem.InField {
				level[edge.Node.ID] = true
			}
		}
	}
	for range r.bounds.Depth {
		edges, err := r.neighbors(ctx, sorted(level), store.RelationFilter{Types: []ecosystem.RelationType{
			ecosystem.InField, ecosystem.AppliesTo, ecosystem.PartOf, ecosystem.ReliesOn, ecosystem.CooperatesWith,
		}})
		if err != nil || len(edges) == 0 {
			return err
		}
		maps.Copy(r.world.Edges, edges)
		level = map[string]bool{}
		for _, list := range edges {
			for _, e := range list {
				if _, known := r.world.Edges[e.Node.ID]; e.Relation.Type == ecosystem.PartOf && !e.Out && !known {
					level[e.Node.ID] = true
				}
			}
		}
	}
	return nil
}

// onward reads who is strong in the disciplines and who is behind the platforms
// and projects.
func (r *reader) onward(ctx context.Context) error {
	level := map[string]bool{}
	for _, list := range r.world.Edges {
		for _, e := range list {
			_, known := r.world.Edges[e.Node.ID]
			if slices.Contains([]ecosystem.Kind{ecosystem.Discipline, ecosystem.Platform, ecosystem.KeyProject}, e.Node.Kind) {
				level[e.Node.ID] = !known
			}
		}
	}
	maps.DeleteFunc(level, func(_ string, wanted bool) bool { return !wanted })
	edges, err := r.neighbors(ctx, sorted(level), store.RelationFilter{
		Types: []ecosystem.RelationType{ecosystem.StrongIn, ecosystem.HostedBy, ecosystem.BuiltBy},
		Kinds: ecosystem.OrganizationKinds(),
	})
	maps.Copy(r.world.Edges, edges)
	return err
}

func set(ids []string) map[string]bool {
	s := map[string]bool{}
	for _, id := range ids {
		s[id] = true
	}
	return s
}

func sorted(level map[string]bool) []string { return slices.Sorted(maps.Keys(level)) }
