package storetest

import (
	"context"
	"fmt"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// testHistory loads more often than a store remembers.
func testHistory(t *testing.T, s store.Store) {
	const loads = store.HistoryLength + 2
	var want []store.Step
	for i := range loads {
		g := build([]ecosystem.Document{{ID: docPlan, Title: "规划"}}, []ecosystem.Entity{
			{ID: "org:a", Kind: ecosystem.University, Name: fmt.Sprintf("第%d大学", i), Sources: plan("一")},
		}, nil)
		got, changes, err := LoadAll(t.Context(), s, g)
		if err != nil {
			t.Fatalf("load %d: %v", i, err)
		}
		want = append(want, store.Step{Number: got.Number, Loaded: got.Loaded, Changes: changes})
	}
	now, err := s.Generation(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "history", want[loads-store.HistoryLength:], now.History)
	const since = 3
	changes, ok := now.ChangesSince(now.Number - since)
	if wanted := (store.Changes{Entities: store.Delta{Updated: since}}); !ok || changes != wanted {
		t.Errorf("changes of the last %d loads: %+v, known is %v, want %+v", since, changes, ok, wanted)
	}
	if _, ok := now.ChangesSince(now.Number - store.HistoryLength - 1); ok {
		t.Error("the store tells of a load that it has forgotten")
	}
}

// testPinned loads while a reader is pinned: it answers from the graph whose
// generation it tells, and loses no row of it.
func testPinned(t *testing.T, s *subject) {
	before, old, changed := s.generation(t), s.graph, changedFixture()
	reader := store.Pin(s.Store)
	after, _, err := LoadAll(t.Context(), s, changed)
	if err != nil {
		t.Fatal(err)
	}
	held := newSubject(pinned{reader, s.Store}, old)
	told := held.generation(t)
	switch {
	case told.Same(before):
		equal(t, "generation", before, told)
	case told.Same(after):
		held = newSubject(held.Store, changed)
		equal(t, "generation", after, told)
	default:
		t.Fatalf("the pinned reader is at generation %d, which is neither the old nor the new one", told.Number)
	}
	equalGraphs(t, held.graph, dumped(t, held))
	asOracle(t, held)
	equalGraphs(t, changed, dumped(t, store.Pin(s.Store)))
}

// pinned reads from a graph that is held, and loads into its store.
type pinned struct {
	store.Reader
	store.Writer
}

func (pinned) Close(context.Context) error { return nil } // the store closes itself
