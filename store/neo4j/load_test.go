package neo4j_test

import (
	"context"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
	"github.com/innograph/innograph/store/storetest"
)

// The lock of a loader that is gone does not keep the next one waiting.
func TestLockOfAKilledLoader(t *testing.T) {
	server := neo4jtest.Open(t)
	line := newLine(t, server.URI)
	killed := openEmpty(t, server, neo4j.Config{URI: line.uri()})
	next := open(t, server, neo4j.Config{})

	load, err := killed.Begin(t.Context(), store.Size{})
	if err != nil {
		t.Fatalf("begin: %v", err)
	}
	if _, err := next.Begin(t.Context(), store.Size{}); ecosystem.CodeOf(err) != ecosystem.CodeBusy {
		t.Fatalf("begin in another process while a load is open: %v, want BUSY", err)
	}
	line.cut() // no commit, no rollback
	second, err := next.Begin(t.Context(), store.Size{})
	if err != nil {
		t.Fatalf("begin after the first loader was killed: %v", err)
	}
	if err := second.Close(t.Context()); err != nil {
		t.Errorf("close: %v", err)
	}
	_, _, err = load.Commit(t.Context())
	wantError(t, err, ecosystem.CodeUnavailable, "")
	_ = load.Close(t.Context()) // the connection it would say so on is gone
}

// A load whose lock somebody has ended writes nothing.
func TestLockIsTakenAway(t *testing.T) {
	server := neo4jtest.Open(t)
	s := openEmpty(t, server, neo4j.Config{})
	load, err := s.Begin(t.Context(), store.Size{})
	if err != nil {
		t.Fatalf("begin: %v", err)
	}
	defer func() { _ = load.Close(context.WithoutCancel(t.Context())) }()
	if err := load.Apply(t.Context(), seededGraph(100)); err != nil {
		t.Fatalf("apply: %v", err)
	}
	ended := ask(t, server, "SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.statement = 'load lock' "+
		"TERMINATE TRANSACTIONS id YIELD message RETURN message")
	if len(ended) != 1 {
		t.Fatalf("%d transactions hold the lock, want 1", len(ended))
	}
	_, _, err = load.Commit(t.Context())
	wantError(t, err, ecosystem.CodeUnavailable, "lost its lock")
	if g, err := s.Generation(t.Context()); err != nil || g.Number != 0 {
		t.Errorf("generation %d, %v, want 0", g.Number, err)
	}
	if rows := ask(t, server, "MATCH (n:Entity) RETURN count(n)"); rows[0].Values[0] != int64(0) {
		t.Errorf("%d entities were written", rows[0].Values[0])
	}
}

// A load in batches that is broken off leaves the old generation current, says so
// to who reads everything, and ends in the same graph when it is run again.
func TestBrokenOffLoad(t *testing.T) {
	server := neo4jtest.Open(t)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var left atomic.Int32 // batches of relations until the load is broken off
	s := openEmpty(t, server, neo4j.Config{OnStatement: func(name string) {
		if name == "create relations" && left.Add(-1) == 0 {
			stop()
		}
	}})
	old, changed := seededGraph(100), seededGraph(300)
	first, _, err := storetest.LoadAll(t.Context(), s, old)
	if err != nil {
		t.Fatalf("first load: %v", err)
	}
	left.Store(3)
	s.SetTransactionRows(100)
	_, _, err = storetest.LoadAll(ctx, s, changed)
	wantError(t, err, ecosystem.CodeTimeout, "")
	if left.Load() > 0 {
		t.Fatalf("the load was broken off, but %d batches before", left.Load())
	}

	if g, err := s.Generation(t.Context()); err != nil || !cmp.Equal(g, first) {
		t.Errorf("generation of a broken off load (-old +now), %v:\n%s", err, cmp.Diff(first, g))
	}
	err = s.Dump(t.Context(), func(ecosystem.Graph) error { return nil })
	wantError(t, err, ecosystem.CodeBusy, "broken off")
	wantWhole(t, s, changed)

	second, _, err := storetest.LoadAll(t.Context(), s, changed)
	if err != nil {
		t.Fatalf("the same load again: %v", err)
	}
	if second.Number != first.Number+1 {
		t.Errorf("generation %d after %d", second.Number, first.Number)
	}
	if len(second.History) != 0 {
		t.Errorf("history %+v: nobody knows any more what the load in two goes has changed", second.History)
	}
	wantGraph(t, s, changed)
	if again, changes, err := storetest.LoadAll(t.Context(), s, changed); err != nil || !changes.None() || again.Number != second.Number {
		t.Errorf("a third load gives generation %d, %+v, %v; want no changes", again.Number, changes, err)
	}
}

// A load that has written everything but was broken off before it could say so
// still becomes a generation when it is run again.
func TestBrokenOffAtTheEnd(t *testing.T) {
	server := neo4jtest.Open(t)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	s := openEmpty(t, server, neo4j.Config{OnStatement: func(name string) {
		if name == "finish load" {
			stop()
		}
	}})
	s.SetTransactionRows(100)
	g := seededGraph(100)
	_, _, err := storetest.LoadAll(ctx, s, g)
	wantError(t, err, ecosystem.CodeTimeout, "")
	generation, changes, err := storetest.LoadAll(t.Context(), s, g)
	if err != nil || generation.Number != 1 || !changes.None() {
		t.Errorf("the same load again gives generation %d, %+v, %v; want generation 1 and nothing left to write", generation.Number, changes, err)
	}
	wantGraph(t, s, g)
}

// wantWhole holds that every entity that is there is whole.
func wantWhole(t *testing.T, s *neo4j.Store, g ecosystem.Graph) {
	t.Helper()
	want := map[string]ecosystem.Entity{}
	for _, e := range g.Entities {
		want[e.ID] = e
	}
	page, err := s.List(t.Context(), store.Filter{}, store.Order{By: store.ByID}, store.Page{Limit: 1000})
	if err != nil || len(page.Entities) == 0 {
		t.Fatalf("list: %d entities, %v", len(page.Entities), err)
	}
	for _, e := range page.Entities {
		if w, wanted := want[e.ID]; wanted && !cmp.Equal(w, *e) {
			t.Errorf("entity (-new +now):\n%s", cmp.Diff(w, *e))
		}
	}
}

func wantGraph(t *testing.T, s *neo4j.Store, want ecosystem.Graph) {
	t.Helper()
	var got ecosystem.Graph
	err := s.Dump(t.Context(), func(part ecosystem.Graph) error {
		got.Documents = append(got.Documents, part.Documents...)
		got.Entities = append(got.Entities, part.Entities...)
		got.Relations = append(got.Relations, part.Relations...)
		return nil
	})
	if err != nil {
		t.Fatalf("dump: %v", err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("graph (-want +got):\n%s", diff)
	}
}

// What is derived from the graph around an entity follows it, though the entity
// says the same and counts as unchanged.
func TestDerivedFollows(t *testing.T) {
	server := neo4jtest.Open(t)
	s := openEmpty(t, server, neo4j.Config{})
	graph := func(province string) ecosystem.Graph {
		b := ecosystem.NewBuilder()
		source := []ecosystem.Source{{Document: "doc:d", Known: ecosystem.Stated, Confidence: 1}}
		for _, err := range []error{
			b.Document(ecosystem.Document{ID: "doc:d", Title: "d"}),
			b.Entity(ecosystem.Entity{ID: "region:east", Kind: ecosystem.Region, Name: "东", Sources: source}),
			b.Entity(ecosystem.Entity{ID: "region:west", Kind: ecosystem.Region, Name: "西", Sources: source}),
			b.Entity(ecosystem.Entity{ID: "region:city", Kind: ecosystem.Region, Name: "市", Sources: source}),
			b.Entity(ecosystem.Entity{ID: "org:a", Kind: ecosystem.University, Name: "大学", Sources: source}),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		b.Relation(ecosystem.Relation{Type: ecosystem.LocatedIn, From: "org:a", To: "region:city", Sources: source})
		b.Relation(ecosystem.Relation{Type: ecosystem.PartOf, From: "region:city", To: province, Sources: source})
		return b.Graph()
	}
	for _, c := range []struct{ province, other string }{{"region:east", "region:west"}, {"region:west", "region:east"}} {
		_, changes, err := storetest.LoadAll(t.Context(), s, graph(c.province))
		if err != nil {
			t.Fatalf("load: %v", err)
		}
		if changes.Entities.Updated != 0 {
			t.Errorf("%d entities count as updated, though only a relation changed", changes.Entities.Updated)
		}
		for region, want := range map[string]int{c.province: 1, c.other: 0} {
			page, err := s.List(t.Context(), store.Filter{Region: region}, store.Order{By: store.ByID}, store.Page{Limit: 9})
			if err != nil || len(page.Entities) != want {
				t.Errorf("%d entities in %s, %v, want %d, when the city is part of %s", len(page.Entities), region, err, want, c.province)
			}
		}
	}
}
