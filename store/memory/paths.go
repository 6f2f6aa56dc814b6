package memory

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Paths returns the best simple paths between two entities.
func (s *Store) Paths(ctx context.Context, q store.PathQuery) (store.PathAnswer, error) {
	if err := begin(ctx, s.limits.CheckPaths(q)); err != nil {
		return store.PathAnswer{}, err
	}
	snap := s.current.Load()
	from, fromOK := snap.places[q.From]
	to, toOK := snap.places[q.To]
	switch {
	case !fromOK:
		return store.PathAnswer{}, unknownID(q.From)
	case !toOK:
		return store.PathAnswer{}, unknownID(q.To)
	case from == to:
		return store.PathAnswer{Paths: []store.Path{{Start: snap.entities[from], Weight: 1}}}, nil
	}
	within, err := s.selector(ctx, snap).inRegion(&store.Filter{Region: q.Filter.Region})
	if err != nil {
		return store.PathAnswer{}, err
	}
	search := newPathSearch(snap, q, from, to, within, work{watch: watch{ctx: ctx}, left: s.pathWork})
	routes, err := search.run(q.MaxHops, q.K)
	if err != nil {
		return store.PathAnswer{}, err
	}
	answer := store.PathAnswer{Truncated: search.work.exhausted()}
	for _, r := range routes {
		answer.Paths = append(answer.Paths, snap.path(from, r))
	}
	return answer, nil
}

func unknownID(id string) error {
	return ecosystem.Errorf(ecosystem.CodeUnknownID, "nothing has the id %q", id)
}

// path makes the path that readers see.
func (s *snapshot) path(from int32, r route) store.Path {
	p := store.Path{Start: s.entities[from], Weight: r.weight}
	for _, e := range r.edges {
		p.Steps = append(p.Steps, s.edge(e))
	}
	return p
}
