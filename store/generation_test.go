package store

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHistoryIsBounded(t *testing.T) {
	var g Generation
	for n := int64(1); n <= HistoryLength+5; n++ {
		g = Generation{Number: n, History: g.HistoryWith(Step{Number: n, Changes: Changes{Entities: Delta{Created: int(n)}}})}
	}
	if len(g.History) != HistoryLength || g.History[0].Number != 6 || g.History[HistoryLength-1].Number != g.Number {
		t.Errorf("%d steps from %d to %d, want the last %d", len(g.History), g.History[0].Number, g.History[HistoryLength-1].Number, HistoryLength)
	}
}

// A history that a later load extends stays as it was for those who read it.
func TestHistoryIsNotShared(t *testing.T) {
	g := Generation{Number: 1, History: make([]Step, 0, 4)}
	g.History = append(g.History, Step{Number: 1})
	first, second := g.HistoryWith(Step{Number: 2}), g.HistoryWith(Step{Number: 3})
	if first[1].Number != 2 || second[1].Number != 3 {
		t.Errorf("the next generations remember %d and %d, want 2 and 3", first[1].Number, second[1].Number)
	}
}

func TestChangesSince(t *testing.T) {
	step := func(n int64, created, removed int) Step {
		return Step{Number: n, Changes: Changes{Entities: Delta{Created: created, Removed: removed, Unchanged: 100}, Documents: Delta{Updated: 1}}}
	}
	g := Generation{Number: 7, History: []Step{step(5, 10, 0), step(6, 1, 2), step(7, 0, 3)}}
	sum := func(created, removed, loads int) Changes {
		return Changes{Entities: Delta{Created: created, Removed: removed}, Documents: Delta{Updated: loads}}
	}
	for _, c := range []struct {
		since int64
		want  Changes
		ok    bool
	}{
		{7, Changes{}, true},
		{6, sum(0, 3, 1), true},
		{5, sum(1, 5, 2), true},
		{4, sum(11, 5, 3), true},
		{3, Changes{}, false}, // too long ago
		{8, Changes{}, false}, // not yet
		{-1, Changes{}, false},
	} {
		got, ok := g.ChangesSince(c.since)
		if diff := cmp.Diff(c.want, got); diff != "" || ok != c.ok {
			t.Errorf("since %d: known is %v, want %v (-want +got):\n%s", c.since, ok, c.ok, diff)
		}
	}
	if got, ok := (Generation{}).ChangesSince(0); !ok || !got.None() {
		t.Errorf("before the first load: %+v, %v, want no changes", got, ok)
	}
}
