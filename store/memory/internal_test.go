package memory

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// village is n organizations in one region, each of which cooperates with the
// next ones.
func village(n, ties int) ecosystem.Graph {
	b := ecosystem.NewBuilder()
	source := []ecosystem.Source{{Document: "doc:d", Known: ecosystem.Stated, Confidence: 1}}
	id := func(i int) string { return fmt.Sprintf("org:o%05d", i%n) }
	add := func(e ecosystem.Entity) {
		e.Sources = source
		if err := b.Entity(e); err != nil {
			panic(err)
		}
	}
	if err := b.Document(ecosystem.Document{ID: "doc:d", Title: "d"}); err != nil {
		panic(err)
	}
	add(ecosystem.Entity{ID: "region:r", Kind: ecosystem.Region, Name: "区"})
	for i := range n {
		add(ecosystem.Entity{ID: id(i), Kind: ecosystem.Enterprise, Name: fmt.Sprintf("企业%d", i)})
		b.Relation(ecosystem.Relation{Type: ecosystem.LocatedIn, From: id(i), To: "region:r", Sources: source})
		for k := 1; k <= ties; k++ {
			b.Relation(ecosystem.Relation{Type: ecosystem.CooperatesWith, From: id(i), To: id(i + k), Weight: 1 / float64(1+k%3), Sources: source})
		}
	}
	return b.Graph()
}

func loaded(t *testing.T, g ecosystem.Graph) *Store {
	t.Helper()
	s := New()
	l, err := s.Begin(t.Context(), store.Size{})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Apply(t.Context(), g); err != nil {
		t.Fatal(err)
	}
	if _, _, err := l.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}

// A search that hits its bound says so, and what it found until then are paths.
func TestPathWorkIsBounded(t *testing.T) {
	s := loaded(t, village(400, 12))
	q := store.PathQuery{From: "org:o00000", To: "org:o00040", MaxHops: 6, K: 20}
	full, err := s.Paths(t.Context(), q)
	if err != nil || full.Truncated || len(full.Paths) != q.K {
		t.Fatalf("without a tight bound: %d paths, truncated %v, %v", len(full.Paths), full.Truncated, err)
	}
	cut := 0
	for _, work := range []int{0, 10, 500, 3000, 20_000} {
		s.pathWork = work
		got, err := s.Paths(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		if !got.Truncated {
			continue
		}
		cut++
		for _, p := range got.Paths {
			if last := p.Steps[len(p.Steps)-1].Node.ID; last != q.To || len(p.Steps) > q.MaxHops {
				t.Errorf("work %d: a path of %d hops ends at %s", work, len(p.Steps), last)
			}
		}
	}
	if cut < 3 {
		t.Errorf("only %d of the tight bounds were hit", cut)
	}
}

// expiring is a context that is over after some looks at it.
type expiring struct {
	context.Context
	looks atomic.Int64
}

func expireAfter(ctx context.Context, looks int64) *expiring {
	e := &expiring{Context: ctx}
	e.looks.Store(looks)
	return e
}

func (e *expiring) Err() error {
	if e.looks.Add(-1) < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

// Every loop whose length grows with the graph looks at the context.
func TestLongLoopsLookAtTheContext(t *testing.T) {
	g := village(3000, 3)
	s := loaded(t, g)
	universities := &store.Filter{Kinds: []ecosystem.Kind{ecosystem.University}}
	located := []store.Related{{Type: ecosystem.CooperatesWith, Where: &store.Filter{Not: universities}}}
	byName, page := store.Order{By: store.ByName}, store.Page{Limit: 1000, Total: true}
	last := []ecosystem.Status{ecosystem.Built}
	for name, ask := range map[string]func(context.Context) error{
		"list": func(ctx context.Context) error {
			_, err := s.List(ctx, store.Filter{Statuses: last, Not: universities}, byName, page)
			_, err2 := s.List(ctx, store.Filter{Not: universities}, byName, store.Page{Limit: 1, After: store.Key{"zzz", "z"}})
			return errors.Join(err, err2)
		},
		"region": func(ctx context.Context) error {
			s.current.Load().regions = newRegionSets() // what is kept takes no loop
			_, err := s.List(ctx, store.Filter{Region: "region:r"}, byName, page)
			return err
		},
		"related": func(ctx context.Context) error {
			_, err := s.List(ctx, store.Filter{Related: located}, byName, page)
			return err
		},
		"facets": func(ctx context.Context) error {
			_, err := s.Facets(ctx, store.Filter{}, []store.Dimension{store.FacetRegion})
			return err
		},
		"documents": func(ctx context.Context) error {
			_, err := s.Facets(ctx, store.Filter{}, []store.Dimension{store.FacetDocument})
			return err
		},
		"search": func(ctx context.Context) error {
			_, err := s.Search(ctx, "企", store.Filter{}, page)
			return err
		},
		"neighbors": func(ctx context.Context) error {
			_, err := s.Neighbors(ctx, []string{"region:r"}, store.RelationFilter{Statuses: last}, page)
			return err
		},
		"paths": func(ctx context.Context) error {
			_, err := s.Paths(ctx, store.PathQuery{From: "org:o00000", To: "org:o01000", MaxHops: 6, K: 20, ThroughHierarchy: true})
			return err
		},
		"dump": func(ctx context.Context) error {
			return s.Dump(ctx, func(ecosystem.Graph) error { return nil })
		},
		"commit": func(ctx context.Context) error {
			l, err := New().Begin(context.Background(), store.Size{})
			if err == nil {
				err = l.Apply(context.Background(), g)
			}
			if err != nil {
				t.Fatal(err)
			}
			_, _, err = l.Commit(ctx)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			if err := ask(expireAfter(t.Context(), 1<<30)); err != nil {
				t.Fatalf("in time: %v", err)
			}
			if err := ask(expireAfter(t.Context(), 1)); ecosystem.CodeOf(err) != ecosystem.CodeTimeout || !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("a context that is over after the first look: %v, want %s", err, ecosystem.CodeTimeout)
			}
		})
	}
}
