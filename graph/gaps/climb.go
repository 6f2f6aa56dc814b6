package gaps

import (
	"context"
	"maps"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/gap"
	"github.com/innograph/innograph/store"
)

// climb reads in which regions and clusters, at any depth, all bodies, projects
// and clusters lie. What lies where is told as store.Filter.Region tells it: where
// a body is located, and what that is located in or part of.
func (r *reader) climb(ctx context.Context) error {
	starts := r.located()
	direct, err := r.upwards(ctx, starts, ecosystem.LocatedIn)
	if err != nil {
		return err
	}
	up := map[string][]string{} // of places
	level := ends(direct, up)
	for range r.bounds.Depth {
		above, err := r.upwards(ctx, level, ecosystem.LocatedIn, ecosystem.PartOf)
		if err != nil {
			return err
		}
		maps.Copy(up, above)
		if level = ends(above, up); len(level) == 0 {
			break
		}
	}
	for _, id := range starts {
		r.world.Above[id] = reachable(direct[id], up)
	}
	return nil
}

// located lists all entities whose place matters.
func (r *reader) located() []string {
	kinds := append(gap.SupplierKinds(), ecosystem.KeyProject, ecosystem.IndustryCluster)
	found := map[string]bool{}
	take := func(e *ecosystem.Entity) {
		if slices.Contains(kinds, e.Kind) {
			found[e.ID] = true
		}
	}
	for _, e := range r.world.Needs {
		take(e)
	}
	for _, list := range r.world.Edges {
		for _, e := range list {
			take(e.Node)
		}
	}
	return sorted(found)
}

// upwards gives the places that each entity lies in by these relations.
func (r *reader) upwards(ctx context.Context, ids []string, types ...ecosystem.RelationType) (map[string][]string, error) {
	edges, err := r.neighbors(ctx, ids, store.RelationFilter{
		Types: types, Direction: store.Out, Kinds: []ecosystem.Kind{ecosystem.Region, ecosystem.IndustryCluster},
	})
	places := map[string][]string{}
	for id, list := range edges {
		places[id] = nil
		for _, e := range list {
			places[id] = append(places[id], e.Node.ID)
		}
	}
	return places, err
}

// ends lists the places that were reached and not yet asked about.
func ends(reached, asked map[string][]string) []string {
	found := map[string]bool{}
	for _, places := range reached {
		for _, p := range places {
			if _, done := asked[p]; !done {
				found[p] = true
			}
		}
	}
	return sorted(found)
}

// reachable lists the places and all above them, each once.
func reachable(level []string, up map[string][]string) []string {
	var all []string
	for len(level) > 0 {
		var next []string
		for _, place := range level {
			if !slices.Contains(all, place) {
				all = append(all, place)
				next = append(next, up[place]...)
			}
		}
		level = next
	}
	return all
}
