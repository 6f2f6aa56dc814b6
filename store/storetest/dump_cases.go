package storetest

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

func testGeneration(t *testing.T, s *subject) {
	got, err := s.Generation(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	checkGeneration(t, got, s.graph)
}

// checkGeneration holds that a generation describes a graph that was loaded.
func checkGeneration(t *testing.T, got store.Generation, g ecosystem.Graph) {
	t.Helper()
	if got.Number < 1 {
		t.Errorf("generation %d after a load", got.Number)
	}
	loaded, err := time.Parse(time.RFC3339, got.Loaded)
	if err != nil || got.Loaded != loaded.UTC().Format(time.RFC3339) {
		t.Errorf("loaded %q: not an RFC 3339 time, UTC, in seconds", got.Loaded)
	}
	want := generationOf(g)
	want.Number, want.Loaded = got.Number, got.Loaded
	want.History = got.History // which testChanges and testHistory look at
	equal(t, "generation", want, got)
}

func testDump(t *testing.T, s *subject) {
	t.Run("is what was loaded", func(t *testing.T) {
		equalGraphs(t, s.graph, dumped(t, s))
	})
	t.Run("ends with the error of visit", func(t *testing.T) {
		enough := errors.New("enough")
		calls := 0
		err := s.Dump(t.Context(), func(ecosystem.Graph) error {
			calls++
			return enough
		})
		if !errors.Is(err, enough) || calls != 1 {
			t.Errorf("%d calls, error %v, want 1 call and the error of visit", calls, err)
		}
	})
	t.Run("ends with its context", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		err := s.Dump(ctx, func(ecosystem.Graph) error {
			cancel()
			return ctx.Err()
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error %v, want that the context was cancelled", err)
		}
	})
}

// dumped joins all parts; it holds that they come sort by sort.
func dumped(t *testing.T, s store.Reader) ecosystem.Graph {
	t.Helper()
	var all ecosystem.Graph
	err := s.Dump(t.Context(), func(part ecosystem.Graph) error {
		if len(part.Documents) > 0 && len(all.Entities)+len(all.Relations) > 0 || len(part.Entities) > 0 && len(all.Relations) > 0 {
			t.Error("documents, entities and relations are mixed")
		}
		all.Documents = slices.Concat(all.Documents, part.Documents)
		all.Entities = slices.Concat(all.Entities, part.Entities)
		all.Relations = slices.Concat(all.Relations, part.Relations)
		return nil
	})
	if err != nil {
		t.Fatalf("dump: %v", err)
	}
	return all
}

// equalGraphs compares row by row, order included; nil lists within a row must
// be nil, because fingerprints tell them from empty ones.
func equalGraphs(t *testing.T, want, got ecosystem.Graph) {
	t.Helper()
	equalRows(t, "documents", want.Documents, got.Documents)
	equalRows(t, "entities", want.Entities, got.Entities)
	equalRows(t, "relations", want.Relations, got.Relations)
}

func equalRows[R any](t *testing.T, what string, want, got []R) {
	t.Helper()
	if len(want) != len(got) {
		t.Errorf("%d %s, want %d", len(got), what, len(want))
	}
	const shown = 3
	wrong := 0
	for i := range min(len(want), len(got)) {
		if diff := cmp.Diff(want[i], got[i]); diff != "" {
			if wrong++; wrong <= shown {
				t.Errorf("row %d of the %s (-want +got):\n%s", i, what, diff)
			}
		}
	}
	if wrong > shown {
		t.Errorf("%d more %s differ", wrong-shown, what)
	}
}
