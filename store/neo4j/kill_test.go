package neo4j_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
)

// A loader is killed at ten points of a load, and each next one goes on from
// what is there. Readers see whole entities all the while, and in the end the
// database holds what an undisturbed load leaves, to the last property.
func TestKilledLoads(t *testing.T) {
	server := neo4jtest.Open(t)
	s := openEmpty(t, server, neo4j.Config{})
	old := bulk{Entities: 4_000, PerEntity: 3, Extra: 1_500} // with relations that go, too
	now := bulk{Entities: 50_000, PerEntity: 2, Version: 1}
	first, _, err := loadParts(t.Context(), s, store.Size{}, old.parts(5000))
	if err != nil {
		t.Fatalf("the old graph: %v", err)
	}

	const seed = 20260
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	readers := startReaders(t, s, old, now)
	for _, point := range []struct {
		statement string
		of        int // it is killed at one of so many
	}{
		{"load lock", 1},
		{"stored entities", 1},
		{"begin load", 1},
		{"create entities", 4},
		{"create entities", 3},
		{"put entities", 1},
		{"create relations", 8},
		{"create relations", 8},
		{"remove relations", 1},
		{"finish load", 1},
	} {
		at, delay := 1+random.IntN(point.of), time.Duration(random.IntN(10_000))*time.Microsecond
		loader := startLoader(t, server, now)
		if !loader.reach(point.statement, at) {
			t.Fatalf("the load was over before it sent %q for the %d. time: %s", point.statement, at, loader.errors)
		}
		time.Sleep(delay) // into the statement, and sometimes past it
		loader.kill(t)
		if g, err := s.Generation(t.Context()); err != nil || point.statement != "finish load" && !cmp.Equal(g, first) {
			t.Errorf("killed at %s %d: %v, generation (-old +now):\n%s", point.statement, at, err, cmp.Diff(first, g))
		}
	}
	last := startLoader(t, server, now).finish(t)
	readers.stop()
	t.Logf("the last loader wrote %+v and had at most %d MB of memory", last.Changes, last.Peak>>20)

	wantBulk(t, s, now)
	equalRows(t, undisturbedRows(t, now), databaseRows(t, server))
}

// A load that has lost its lock without noticing, while another one has been at
// work, writes nothing.
func TestFence(t *testing.T) {
	server := neo4jtest.Open(t)
	s := openEmpty(t, server, neo4j.Config{})
	load, err := s.Begin(t.Context(), store.Size{})
	if err != nil {
		t.Fatalf("begin: %v", err)
	}
	defer func() { _ = load.Close(t.Context()) }()
	if err := load.Apply(t.Context(), seededGraph(100)); err != nil {
		t.Fatalf("apply: %v", err)
	}
	ask(t, server, "MATCH (l:LoadLock) WHERE l.holder IS NOT NULL SET l.holder = 'another load'")
	_, _, err = load.Commit(t.Context())
	wantError(t, err, ecosystem.CodeUnavailable, "lost its lock")
	if rows := ask(t, server, "MATCH (n:Entity) RETURN count(n)"); rows[0].Values[0] != int64(0) {
		t.Errorf("%d entities were written", rows[0].Values[0])
	}
}

// wantBulk holds that a store has exactly the rows of a graph.
func wantBulk(t *testing.T, s *neo4j.Store, want bulk) {
	t.Helper()
	relations := map[string]ecosystem.Relation{}
	for r := range want.relations() {
		r.Sources = slices.Clone(r.Sources)
		relations[r.ID] = r
	}
	entities, wrong := 0, 0
	report := func(diff string) {
		if wrong++; diff != "" && wrong <= 3 {
			t.Errorf("a row (-want +got):\n%s", diff)
		}
	}
	err := s.Dump(t.Context(), func(part ecosystem.Graph) error {
		for _, e := range part.Entities {
			entities++
			if w := want.entityWith(e.ID); !cmp.Equal(w, e) {
				report(cmp.Diff(w, e))
			}
		}
		for _, r := range part.Relations {
			if w := relations[r.ID]; !cmp.Equal(w, r) {
				report(cmp.Diff(w, r))
			}
			delete(relations, r.ID)
		}
		return nil
	})
	if err != nil {
		t.Fatalf("dump: %v", err)
	}
	if entities != want.Entities || len(relations) != 0 || wrong != 0 {
		t.Errorf("%d of %d entities are there, %d relations are missing, %d rows are wrong", entities, want.Entities, len(relations), wrong)
	}
}
