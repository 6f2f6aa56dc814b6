package neo4j_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
	"github.com/innograph/innograph/store/storetest"
)

// Every operation sends one statement, however many ids or rows it is about.
func TestOneStatementPerOperation(t *testing.T) {
	server := neo4jtest.Open(t)
	var sent []string
	s := openEmpty(t, server, neo4j.Config{OnStatement: func(name string) { sent = append(sent, name) }})
	g := seededGraph(300)
	if _, _, err := storetest.LoadAll(t.Context(), s, g); err != nil {
		t.Fatalf("load: %v", err)
	}
	var ids, documents []string
	for _, e := range g.Entities {
		ids = append(ids, e.ID)
	}
	for _, d := range g.Documents {
		documents = append(documents, d.ID)
	}
	page := store.Page{Limit: 50, Total: true}
	nested := store.Filter{
		Kinds:   []ecosystem.Kind{ecosystem.Platform, ecosystem.KeyProject},
		Related: []store.Related{{Type: ecosystem.HostedBy, Where: &store.Filter{Region: ids[0], Text: "大"}}},
		Not:     &store.Filter{Statuses: []ecosystem.Status{ecosystem.Built}},
	}
	for _, c := range []struct {
		name string
		ask  func(context.Context) error
		want []string
	}{
		{"entities", func(ctx context.Context) error { _, err := s.Entities(ctx, ids); return err }, []string{"entities"}},
		{"documents", func(ctx context.Context) error { _, err := s.Documents(ctx, documents); return err }, []string{"documents"}},
		{"list", func(ctx context.Context) error {
			_, err := s.List(ctx, store.Filter{}, store.Order{By: store.ByName}, page)
			return err
		}, []string{"list"}},
		{"nested list", func(ctx context.Context) error {
			_, err := s.List(ctx, nested, store.Order{By: store.ByID}, page)
			return err
		}, []string{"list"}},
		{"facets", func(ctx context.Context) error { _, err := s.Facets(ctx, nested, store.Dimensions()); return err }, []string{"facets"}},
		{"search", func(ctx context.Context) error { _, err := s.Search(ctx, "大", nested, page); return err }, []string{"search"}},
		{"unreadable search", func(ctx context.Context) error { _, err := s.Search(ctx, "?", nested, page); return err }, nil},
		{"neighbors", func(ctx context.Context) error {
			_, err := s.Neighbors(ctx, ids, store.RelationFilter{Far: &nested}, page)
			return err
		}, []string{"neighbors"}},
		{"neighbors of nothing", func(ctx context.Context) error {
			_, err := s.Neighbors(ctx, nil, store.RelationFilter{}, page)
			return err
		}, nil},
		{"paths", func(ctx context.Context) error {
			_, err := s.Paths(ctx, store.PathQuery{From: ids[0], To: ids[200], MaxHops: 4, K: 20})
			return err
		}, []string{"paths"}},
		{"walk", func(ctx context.Context) error {
			step := store.WalkStep{Filter: store.RelationFilter{Far: &nested}}
			starts := []store.WalkStart{{ID: ids[0], Weight: 1}, {ID: ids[200], Weight: 1}}
			_, err := s.Walk(ctx, store.WalkQuery{Starts: starts, Steps: []store.WalkStep{{}, step}, Ends: 20, Paths: 3})
			return err
		}, []string{"walk"}},
		{"walk from nowhere", func(ctx context.Context) error {
			_, err := s.Walk(ctx, store.WalkQuery{Steps: []store.WalkStep{{}}, Ends: 20})
			return err
		}, nil},
		{"generation", func(ctx context.Context) error { _, err := s.Generation(ctx); return err }, []string{"generation"}},
		{
			"dump", func(ctx context.Context) error { return s.Dump(ctx, func(ecosystem.Graph) error { return nil }) },
			[]string{"generation", "dump documents", "dump entities", "dump relations", "generation"},
		},
	} {
		sent = nil
		if err := c.ask(t.Context()); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if diff := cmp.Diff(c.want, sent); diff != "" {
			t.Errorf("%s: statements (-want +sent):\n%s", c.name, diff)
		}
	}
}

// A load that changes nothing only reads, when it has its lock; a load that changes little writes little.
func TestLoadWritesWhatDiffers(t *testing.T) {
	server := neo4jtest.Open(t)
	var sent []string
	s := openEmpty(t, server, neo4j.Config{OnStatement: func(name string) { sent = append(sent, name) }})
	g := seededGraph(100)
	load := func(g ecosystem.Graph) []string {
		t.Helper()
		sent = nil
		if _, _, err := storetest.LoadAll(t.Context(), s, g); err != nil {
			t.Fatalf("load: %v", err)
		}
		return sent
	}
	load(g)
	reading := []string{"plan load lock", "load lock", "take writers", "generation", "stored documents", "stored entities", "stored relations"}
	if diff := cmp.Diff(reading, load(g)); diff != "" {
		t.Errorf("statements of the same load again (-want +sent):\n%s", diff)
	}
	g.Documents[0].Title = "another title"
	writing := append(reading, "check load lock", "fence", "put documents", "finish load")
	if diff := cmp.Diff(writing, load(g)); diff != "" {
		t.Errorf("statements of a load with another title (-want +sent):\n%s", diff)
	}
}

// A row that was not written by a load is told of, not served as an empty one.
func TestForeignRow(t *testing.T) {
	server := neo4jtest.Open(t)
	s := openEmpty(t, server, neo4j.Config{})
	ask(t, server, "CREATE (:Entity:University {id: 'org:mine', kind: 'UNIVERSITY', name: '我的大学'})")
	_, err := s.Entities(t.Context(), []string{"org:mine"})
	wantError(t, err, ecosystem.CodeInvalidData, "written by hand")
}
