package storetest

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// begin opens a load that is closed at the end of the test at the latest.
func (s *subject) begin(t *testing.T, g ecosystem.Graph) store.Load {
	t.Helper()
	load, err := s.Begin(t.Context(), sizeOf(g))
	if err != nil {
		t.Fatalf("begin: %v", err)
	}
	t.Cleanup(func() { closeAnyway(load) })
	return load
}

// closeAnyway ends a load when the context of its test is over, and the store
// perhaps closed.
func closeAnyway(load store.Load) { _ = load.Close(context.Background()) }

func apply(t *testing.T, load store.Load, g ecosystem.Graph) {
	t.Helper()
	const small = 10 // so that a load has several parts
	err := parts(g, small, func(part ecosystem.Graph) error { return load.Apply(t.Context(), part) })
	if err != nil {
		t.Fatalf("apply: %v", err)
	}
}

func closeLoad(t *testing.T, load store.Load) {
	t.Helper()
	if err := load.Close(t.Context()); err != nil {
		t.Errorf("close: %v", err)
	}
}

func testCloseWithoutCommit(t *testing.T, s *subject) {
	before := s.generation(t)
	load := s.begin(t, changedFixture())
	apply(t, load, changedFixture())
	closeLoad(t, load)
	s.unchanged(t, before)
}

// testReadWhileLoading begins loads that fit one transaction by far.
func testReadWhileLoading(t *testing.T, s *subject) {
	before, changed := s.generation(t), changedFixture()
	load := s.begin(t, changed)
	apply(t, load, changed)
	holdsGeneration(t, s, before)
	equalGraphs(t, s.graph, dumped(t, s))
	asOracle(t, s)
	after, _, err := load.Commit(t.Context())
	if err != nil {
		t.Fatalf("commit: %v", err)
	}
	closeLoad(t, load)
	holdsGeneration(t, s, after)
	equalGraphs(t, changed, dumped(t, s))
}

func testAppliedTwice(t *testing.T, s *subject) {
	changed := changedFixture()
	load := s.begin(t, changed)
	apply(t, load, changed)
	apply(t, load, changed)
	_, changes, err := load.Commit(t.Context())
	if err != nil {
		t.Fatalf("commit: %v", err)
	}
	closeLoad(t, load)
	equal(t, "changes", loadSteps()[2].want, changes)
	equalGraphs(t, changed, dumped(t, s))
}

func testBusy(t *testing.T, s *subject) {
	before := s.generation(t)
	first := s.begin(t, s.graph)
	for range 2 {
		_, err := s.Begin(t.Context(), store.Size{})
		wantCode(t, "second begin", err, ecosystem.CodeBusy)
	}
	// The refused loads did the open one no harm.
	apply(t, first, s.graph)
	if _, changes, err := first.Commit(t.Context()); err != nil || !changes.None() {
		t.Errorf("commit: %+v, %v, want no changes", changes, err)
	}
	closeLoad(t, first)
	closeLoad(t, s.begin(t, s.graph))
	s.unchanged(t, before)
}

// testManyLoaders opens loads at the same moment: one of them is the first.
func testManyLoaders(t *testing.T, s *subject) {
	const loaders = 8
	var opened, refused atomic.Int32
	var wait sync.WaitGroup
	for range loaders {
		wait.Go(func() {
			load, err := s.Begin(t.Context(), store.Size{})
			if err == nil {
				opened.Add(1)
				t.Cleanup(func() { closeAnyway(load) })
				return
			}
			refused.Add(1)
			wantCode(t, "begin", err, ecosystem.CodeBusy)
		})
	}
	wait.Wait()
	if opened.Load() != 1 || refused.Load() != loaders-1 {
		t.Errorf("%d loads are open and %d refused, want 1 and %d", opened.Load(), refused.Load(), loaders-1)
	}
}

func testClosedTwice(t *testing.T, s *subject) {
	before := s.generation(t)
	dropped := s.begin(t, s.graph)
	closeLoad(t, dropped)
	closeLoad(t, dropped)
	next := s.begin(t, s.graph)
	closeLoad(t, dropped) // is not the load that is open now
	_, err := s.Begin(t.Context(), store.Size{})
	wantCode(t, "begin while another load is open", err, ecosystem.CodeBusy)
	closeLoad(t, next)
	s.unchanged(t, before)
}

// testEndedLoad goes on with loads that are over: nothing gets lost unnoticed.
func testEndedLoad(t *testing.T, s *subject) {
	before := s.generation(t)
	load := s.begin(t, s.graph)
	apply(t, load, s.graph)
	closeLoad(t, load)
	if err := load.Apply(t.Context(), s.graph); err == nil {
		t.Error("a closed load takes a part")
	}
	if _, _, err := load.Commit(t.Context()); err == nil {
		t.Error("a closed load is committed")
	}
	s.unchanged(t, before)
}

// testMissingEnd loads relations that lead nowhere.
func testMissingEnd(t *testing.T, s *subject) {
	before, g := s.generation(t), fixture()
	relation := func(from, to string) ecosystem.Relation {
		r := ecosystem.Relation{Type: ecosystem.PartOf, From: from, To: to, Weight: 1, Sources: plan("一")}
		r.ID = r.RelationID()
		return r
	}
	var withoutZju ecosystem.Graph
	withoutZju.Documents = g.Documents
	for _, e := range g.Entities {
		if e.ID != "org:zju" {
			withoutZju.Entities = append(withoutZju.Entities, e)
		}
	}
	for _, c := range []struct {
		name     string
		graph    ecosystem.Graph
		relation ecosystem.Relation
	}{
		{"unknown to", g, relation("org:zju", "org:none")},
		{"unknown from", g, relation("org:none", "org:zju")},
		{"both unknown", g, relation("org:none", "org:nobody")},
		// The store may still have it, but the load does not bring it.
		{"end in the old graph only", withoutZju, relation("org:sdaari", "org:zju")},
		{"nothing but the relation", ecosystem.Graph{}, relation("org:sdaari", "org:zju")},
	} {
		c.graph.Relations = []ecosystem.Relation{c.relation}
		_, _, err := LoadAll(t.Context(), s, c.graph)
		wantCode(t, c.name, err, ecosystem.CodeInvalidData)
		holdsGeneration(t, s, before)
		equalGraphs(t, s.graph, dumped(t, s))
	}
	s.unchanged(t, before)
}

// testLoadContextOver ends the context of a load at each step.
func testLoadContextOver(t *testing.T, s *subject) {
	before, changed := s.generation(t), changedFixture()
	over, cancel := context.WithCancel(t.Context())
	cancel()

	_, err := s.Begin(over, store.Size{})
	wantOver(t, "begin", err, over.Err())

	load := s.begin(t, changed)
	wantOver(t, "apply", load.Apply(over, changed), over.Err())
	_ = load.Close(over) // ends the load, whether or not it can say so

	load = s.begin(t, changed)
	apply(t, load, changed)
	_, _, err = load.Commit(over)
	wantOver(t, "commit", err, over.Err())
	_ = load.Close(over)

	s.unchanged(t, before)
}
