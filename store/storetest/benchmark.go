package storetest

import (
	"context"
	"testing"

	"github.com/innograph/innograph/store"
)

// Question is one of the seven of a workload; asked for the i-th time it takes
// other arguments than the time before.
type Question struct {
	Name string
	Ask  func(ctx context.Context, i int) error
}

// Benchmark times the seven questions of a Workload, one after the other with
// changing arguments, over a store that loaded returns filled.
func Benchmark(b *testing.B, loaded func(b *testing.B) store.Store) {
	s := loaded(b)
	w, err := NewWorkload(b.Context(), s)
	if err != nil {
		b.Fatalf("workload: %v", err)
	}
	for _, q := range w.Questions(s) {
		b.Run(q.Name+"/store", func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if err := q.Ask(b.Context(), i); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Questions are the seven of the workload, to be asked of a store.
func (w Workload) Questions(s store.Reader) []Question {
	return []Question{
		{"node", func(ctx context.Context, i int) error {
			_, err := s.Entities(ctx, []string{w.entity(i)})
			return err
		}},
		{"list", func(ctx context.Context, _ int) error {
			_, err := s.List(ctx, w.Filter, store.Order{By: store.ByName}, w.Page)
			return err
		}},
		{"neighborhood", func(ctx context.Context, i int) error { return twoHops(ctx, s, w.entity(i), w.Page) }},
		{"search", func(ctx context.Context, i int) error {
			_, err := s.Search(ctx, w.Entities[i%len(w.Entities)].Name, store.Filter{}, w.Page)
			return err
		}},
		{"paths", func(ctx context.Context, i int) error {
			_, err := s.Paths(ctx, w.Paths[i%len(w.Paths)])
			return err
		}},
		{"walk", func(ctx context.Context, i int) error {
			_, err := s.Walk(ctx, w.Walks[i%len(w.Walks)])
			return err
		}},
		{"facets", func(ctx context.Context, _ int) error {
			_, err := s.Facets(ctx, w.Filter, w.Dimensions)
			return err
		}},
	}
}

func (w Workload) entity(i int) string { return w.Entities[i%len(w.Entities)].ID }

// twoHops asks for the neighbours of an entity, then for theirs.
func twoHops(ctx context.Context, s store.Reader, id string, page store.Page) error {
	near, err := s.Neighbors(ctx, []string{id}, store.RelationFilter{}, page)
	if err != nil {
		return err
	}
	var ids []string
	for _, e := range near[0].Edges {
		ids = append(ids, e.Node.ID)
	}
	_, err = s.Neighbors(ctx, ids, store.RelationFilter{}, page)
	return err
}
