package introductions

import (
	"context"
	"maps"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/introduction"
	"github.com/innograph/innograph/store"
)

// Store is what is asked.
type Store interface {
	Entities(ctx context.Context, ids []string) ([]*ecosystem.Entity, error)
	Neighbors(ctx context.Context, ids []string, filter store.RelationFilter, page store.Page) ([]store.EdgePage, error)
}

// Bounds limit the work.
type Bounds struct {
	Bodies int // bodies within two ties of the targets
	Edges  int // ties of one body
	IDs    int // ids in one call of the store
}

// around is what was read of one target, or why it was not.
type around struct {
	introduction.World
	Err error
}

// read reads what surrounds the targets and leads to who asks; one target that is
// refused (LIMIT_EXCEEDED) does not harm the others. The number of calls of the store
// does not depend on the number of targets.
func read(ctx context.Context, s Store, from string, to []string, b Bounds) ([]around, error) {
	asks, targets, err := ends(ctx, s, from, to)
	if err != nil {
		return nil, err
	}
	ties := store.RelationFilter{Types: introduction.Ties(), Kinds: introduction.Through()}
	r := newReading(targets, b)
	for range introduction.MaxTies - 1 {
		edges, err := neighbors(ctx, s, r.outermost(), ties, b)
		if err != nil {
			return nil, err
		}
		r.grow(edges)
	}
	ties.Kinds, ties.Far = introduction.Bodies(), &store.Filter{IDs: []string{asks.ID}}
	if isPlace(asks) {
		ties.Far = &store.Filter{Region: asks.ID}
	}
	asking, err := neighbors(ctx, s, slices.Sorted(maps.Keys(r.known)), ties, b)
	if err != nil {
		return nil, err
	}
	return r.worlds(asking, isPlace(asks)), nil
}

// ends reads and checks who asks and the targets.
func ends(ctx context.Context, s Store, from string, to []string) (asks *ecosystem.Entity, targets []*ecosystem.Entity, err error) {
	ids := append([]string{from}, to...)
	found, err := s.Entities(ctx, ids)
	if err != nil {
		return nil, nil, err
	}
	for i, id := range ids {
		e := found[i]
		switch {
		case e == nil:
			return nil, nil, ecosystem.Errorf(ecosystem.CodeUnknownID, "nothing has the id %q", id)
		case !slices.Contains(introduction.Bodies(), e.Kind) && (i > 0 || !isPlace(e)):
			return nil, nil, ecosystem.Errorf(ecosystem.CodeBadInput, "%s is a %s; from is an organization, a platform, a region or a cluster, to is an organization or a platform", id, e.Kind)
		}
	}
	if slices.Contains(to, from) {
		return nil, nil, ecosystem.Errorf(ecosystem.CodeBadInput, "from and to are the same")
	}
	return found[0], found[1:], nil
}

func isPlace(e *ecosystem.Entity) bool {
	return e.Kind == ecosystem.Region || e.Kind == ecosystem.IndustryCluster
}

// neighbors reads the ties of bodies.
func neighbors(ctx context.Context, s Store, ids []string, f store.RelationFilter, b Bounds) (map[string]tied, error) {
	edges := map[string]tied{}
	for part := range slices.Chunk(ids, b.IDs) {
		pages, err := s.Neighbors(ctx, part, f, store.Page{Limit: b.Edges})
		if err != nil {
			return nil, err
		}
		for i, p := range pages {
			edges[part[i]] = tied{p.Edges, p.HasNext}
		}
	}
	return edges, nil
}
