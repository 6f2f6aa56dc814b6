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
	Bodies int // bodies within two ties of the target
	Edges  int // ties of one body
	IDs    int // ids in one call of the store
}

// Read reads what surrounds the target and leads to who asks.
func Read(ctx context.Context, s Store, from, to string, b Bounds) (introduction.World, error) {
	asks, target, err := ends(ctx, s, from, to)
	if err != nil {
		return introduction.World{}, err
	}
	ties := store.RelationFilter{Types: introduction.Ties(), Kinds: introduction.Through()}
	around := map[string][]store.Edge{}
	known := map[string]bool{target.ID: true}
	level := []string{target.ID}
	for range introduction.MaxTies - 1 {
		edges, err := neighbors(ctx, s, level, ties, b)
		if err != nil {
			return introduction.World{}, err
		}
		maps.Copy(around, edges)
		if level = further(edges, known); len(known) > b.Bodies {
			return introduction.World{}, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%s is surrounded by more than %d bodies; ask with paths", to, b.Bodies)
		}
	}
	ties.Kinds, ties.Far = introduction.Bodies(), &store.Filter{IDs: []string{asks.ID}}
	if isPlace(asks) {
		ties.Far = &store.Filter{Region: asks.ID}
	}
	asking, err := neighbors(ctx, s, slices.Sorted(maps.Keys(known)), ties, b)
	return introduction.World{Target: target, Around: around, Asking: asking}, err
}

// ends reads and checks both ends.
func ends(ctx context.Context, s Store, from, to string) (asks, target *ecosystem.Entity, err error) {
	found, err := s.Entities(ctx, []string{from, to})
	if err != nil {
		return nil, nil, err
	}
	for i, id := range []string{from, to} {
		e := found[i]
		switch {
		case e == nil:
			return nil, nil, ecosystem.Errorf(ecosystem.CodeUnknownID, "nothing has the id %q", id)
		case !slices.Contains(introduction.Bodies(), e.Kind) && (i == 1 || !isPlace(e)):
			return nil, nil, ecosystem.Errorf(ecosystem.CodeBadInput, "%s is a %s; from is an organization, a platform, a region or a cluster, to is an organization or a platform", id, e.Kind)
		}
	}
	if from == to {
		return nil, nil, ecosystem.Errorf(ecosystem.CodeBadInput, "from and to are the same")
	}
	return found[0], found[1], nil
}

func isPlace(e *ecosystem.Entity) bool {
	return e.Kind == ecosystem.Region || e.Kind == ecosystem.IndustryCluster
}

// further lists the far ends that were not known, and takes them as known.
func further(edges map[string][]store.Edge, known map[string]bool) (ids []string) {
	for _, list := range edges {
		for _, e := range list {
			if !known[e.Node.ID] {
				known[e.Node.ID] = true
				ids = append(ids, e.Node.ID)
			}
		}
	}
	slices.Sort(ids)
	return ids
}

func neighbors(ctx context.Context, s Store, ids []string, f store.RelationFilter, b Bounds) (map[string][]store.Edge, error) {
	edges := map[string][]store.Edge{}
	for part := range slices.Chunk(ids, b.IDs) {
		pages, err := s.Neighbors(ctx, part, f, store.Page{Limit: b.Edges})
		if err != nil {
			return nil, err
		}
		for i, p := range pages {
			if p.HasNext {
				return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%s has more than %d ties; ask with paths", part[i], b.Edges)
			}
			edges[part[i]] = p.Edges
		}
	}
	return edges, nil
}
