package storetest

import (
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// rewritten is a graph whose entities all say something else.
func rewritten(g ecosystem.Graph) ecosystem.Graph {
	g.Entities = slices.Clone(g.Entities)
	for i := range g.Entities {
		e := &g.Entities[i]
		e.Name += "（新）"
		e.NameEn = "New " + e.ID
		e.Aliases = []string{e.ID}
	}
	return g
}

// testConcurrentReaders reads while one load follows the other: each entity is
// the old or the new one, never half of each.
func testConcurrentReaders(t *testing.T, s *subject) {
	const readers, loads = 4, 6
	next := newSubject(s.Store, rewritten(s.graph))
	done := make(chan struct{})
	var wait sync.WaitGroup
	for range readers {
		wait.Go(func() {
			for {
				readWhole(t, s, next)
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	for i := range loads {
		g := next.graph
		if i%2 == 1 {
			g = s.graph
		}
		if _, _, err := LoadAll(t.Context(), s, g); err != nil {
			t.Errorf("load %d: %v", i, err)
		}
	}
	close(done)
	wait.Wait()
	equalGraphs(t, s.graph, dumped(t, s))
}

// readWhole reads all entities in three ways and compares them with both graphs.
func readWhole(t *testing.T, old, next *subject) {
	check := func(what string, err error, got ...*ecosystem.Entity) {
		if err != nil {
			t.Errorf("%s during a load: %v", what, err)
		}
		for _, e := range got {
			if e == nil {
				t.Errorf("%s during a load: an entity is missing that both graphs hold", what)
			} else if !cmp.Equal(e, old.entities[e.ID]) && !cmp.Equal(e, next.entities[e.ID]) {
				t.Errorf("%s during a load: %+v is neither the old nor the new entity", what, e)
			}
		}
	}
	byID, err := old.Entities(t.Context(), old.allIDs())
	check("entities", err, byID...)
	list, err := old.List(t.Context(), store.Filter{}, store.Order{By: store.ByID}, store.Page{Limit: 100})
	check("list", err, list.Entities...)
	pages, err := old.Neighbors(t.Context(), []string{"org:zju", "org:lyu"}, store.RelationFilter{}, store.Page{Limit: 100})
	check("neighbors", err)
	for _, p := range pages {
		for _, e := range p.Edges {
			check("neighbors", nil, e.Node)
		}
	}
}

// testDumpWhileLoading replaces the graph between two parts of a dump: the parts
// are all of the old graph, or the dump says that it failed.
func testDumpWhileLoading(t *testing.T, s *subject) {
	next, replaced := rewritten(s.graph), false
	var got ecosystem.Graph
	err := s.Dump(t.Context(), func(part ecosystem.Graph) error {
		if !replaced {
			replaced = true
			if _, _, err := LoadAll(t.Context(), s, next); err != nil {
				return err
			}
		}
		got.Documents = slices.Concat(got.Documents, part.Documents)
		got.Entities = slices.Concat(got.Entities, part.Entities)
		got.Relations = slices.Concat(got.Relations, part.Relations)
		return nil
	})
	if err == nil {
		equalGraphs(t, s.graph, got)
	}
	equalGraphs(t, next, dumped(t, s))
}
