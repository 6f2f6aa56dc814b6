package storetest

import (
	"slices"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

func testLoads(t *testing.T, open func(t *testing.T) store.Store) {
	t.Run("changes", func(t *testing.T) { testChanges(t, open(t)) })
	t.Run("history", func(t *testing.T) { testHistory(t, open(t)) })
	for _, c := range []struct {
		name string
		test func(t *testing.T, s *subject)
	}{
		{"close without commit", testCloseWithoutCommit},
		{"readers see the old graph", testReadWhileLoading},
		{"pinned", testPinned},
		{"part applied twice", testAppliedTwice},
		{"busy", testBusy},
		{"many at once", testManyLoaders},
		{"dump while the graph changes", testDumpWhileLoading},
		{"closed twice", testClosedTwice},
		{"ended", testEndedLoad},
		{"missing end", testMissingEnd},
		{"context over", testLoadContextOver},
		{"readers and a loader at once", testConcurrentReaders},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, filled(t, open(t), fixture())) })
	}
	t.Run("texts and numbers", func(t *testing.T) { testRoundTrip(t, filled(t, open(t), hostileGraph())) })
	t.Run("missing end, first load", func(t *testing.T) { testMissingEnd(t, newSubject(open(t), ecosystem.Graph{})) })
}

// loadStep is one load in a row of them.
type loadStep struct {
	name  string
	graph ecosystem.Graph
	want  store.Changes
}

// changedFixture is the fixture after an edit: things are renamed, reclassified,
// added and removed.
func changedFixture() ecosystem.Graph {
	g := fixture()
	g.Documents = slices.DeleteFunc(g.Documents, func(d ecosystem.Document) bool { return d.ID == docList })
	g.Documents[1].Title = "临沂市科技创新规划（修订）"
	g.Documents = append(g.Documents, ecosystem.Document{ID: "doc:new", Title: "新名单"})

	g.Entities = slices.DeleteFunc(g.Entities, func(e ecosystem.Entity) bool { return e.ID == "org:alone" })
	for i := range g.Entities {
		e := &g.Entities[i]
		// One document is gone: what cited it cites another one.
		for j := range e.Sources {
			if e.Sources[j].Document == docList {
				e.Sources[j].Document = "doc:new"
			}
		}
		switch e.ID {
		case "org:lyu":
			e.Name, e.FormerNames = "沂蒙理工大学", nil
		case "org:hospital":
			e.Kind, e.Properties = ecosystem.ResearchInstitute, nil
		}
	}
	g.Entities = append(g.Entities, ecosystem.Entity{ID: "org:new", Kind: ecosystem.Enterprise, Name: "新来的企业", Sources: plan("一")})

	removed := func(r ecosystem.Relation) bool { return r.Type == ecosystem.Links }
	g.Relations = slices.DeleteFunc(g.Relations, removed)
	for i := range g.Relations {
		if g.Relations[i].Type == ecosystem.Implements {
			g.Relations[i].Weight = 0.25
		}
	}
	g.Relations = append(g.Relations,
		ecosystem.Relation{Type: ecosystem.LocatedIn, From: "org:new", To: "region:371300", Sources: plan("一")},
		ecosystem.Relation{Type: ecosystem.CooperatesWith, From: "org:new", To: "org:lyu", Sources: plan("一")},
	)
	return build(g.Documents, g.Entities, g.Relations)
}

func loadSteps() []loadStep {
	g, changed := fixture(), changedFixture()
	docs, ents, rels := len(g.Documents), len(g.Entities), len(g.Relations)
	return []loadStep{
		{"first", g, store.Changes{
			Documents: store.Delta{Created: docs}, Entities: store.Delta{Created: ents}, Relations: store.Delta{Created: rels},
		}},
		{"the same again", g, store.Changes{
			Documents: store.Delta{Unchanged: docs}, Entities: store.Delta{Unchanged: ents}, Relations: store.Delta{Unchanged: rels},
		}},
		// Four entities cite the document that was replaced: fudan, zju and two
		// disciplines; lyu and hospital are other changes.
		{"changed", changed, store.Changes{
			Documents: store.Delta{Created: 1, Updated: 1, Removed: 1, Unchanged: docs - 2},
			Entities:  store.Delta{Created: 1, Updated: 6, Removed: 1, Unchanged: ents - 7},
			Relations: store.Delta{Created: 2, Updated: 1, Removed: 1, Unchanged: rels - 2},
		}},
		{"and back", g, store.Changes{
			Documents: store.Delta{Created: 1, Updated: 1, Removed: 1, Unchanged: docs - 2},
			Entities:  store.Delta{Created: 1, Updated: 6, Removed: 1, Unchanged: ents - 7},
			Relations: store.Delta{Created: 1, Updated: 1, Removed: 2, Unchanged: rels - 2},
		}},
		{"documents and entities alone", ecosystem.Graph{Documents: g.Documents, Entities: g.Entities}, store.Changes{
			Documents: store.Delta{Unchanged: docs}, Entities: store.Delta{Unchanged: ents}, Relations: store.Delta{Removed: rels},
		}},
		{"nothing", ecosystem.Graph{}, store.Changes{Documents: store.Delta{Removed: docs}, Entities: store.Delta{Removed: ents}}},
		{"nothing again", ecosystem.Graph{}, store.Changes{}},
		{"all again", g, store.Changes{
			Documents: store.Delta{Created: docs}, Entities: store.Delta{Created: ents}, Relations: store.Delta{Created: rels},
		}},
	}
}

// testChanges loads one graph after the other and asks for each.
func testChanges(t *testing.T, s store.Store) {
	var before store.Generation
	for _, step := range loadSteps() {
		t.Run(step.name, func(t *testing.T) {
			got, changes, err := LoadAll(t.Context(), s, step.graph)
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "changes", step.want, changes)
			if step.want.None() {
				equal(t, "generation", before, got)
			} else {
				checkGeneration(t, got, step.graph)
				if got.Number <= before.Number {
					t.Errorf("generation %d after %d", got.Number, before.Number)
				}
				last := store.Step{Number: got.Number, Loaded: got.Loaded, Changes: changes}
				equal(t, "history", append(slices.Clone(before.History), last), got.History)
			}
			holdsGeneration(t, s, got)
			equalGraphs(t, step.graph, dumped(t, s))
			asOracle(t, newSubject(s, step.graph))
			before = got
		})
	}
}

// asOracle asks about what the steps change: names, kinds, neighbours. Indexes
// that keep what is gone, or lack what is new, show here.
func asOracle(t *testing.T, s *subject) {
	t.Helper()
	o := newOracle(s.graph)
	for _, query := range []string{"临沂大学", "沂蒙理工大学", "linyishifan", "新来的企业", "孤岛"} {
		what := "search for " + query
		want, got := ask(t, what, o, s, s.wholeList(), func(s store.Reader, p store.Page) (store.HitPage, error) {
			return s.Search(t.Context(), query, store.Filter{}, p)
		})
		equal(t, what, s.hits(t, want), s.hits(t, got))
	}
	for _, f := range []store.Filter{
		{},
		{Region: "region:371300"},
		{Document: docList},
		{Kinds: []ecosystem.Kind{ecosystem.Hospital, ecosystem.ResearchInstitute}},
		{Properties: []store.PropertyFilter{{Name: "grade"}}},
		{Related: []store.Related{{Type: ecosystem.CooperatesWith, To: []string{"org:lyu"}}}},
	} {
		what := "filter " + describe(f)
		for _, by := range []store.OrderBy{store.ByID, store.ByName} {
			want, got := ask(t, what, o, s, s.wholeList(), func(s store.Reader, p store.Page) (store.EntityPage, error) {
				return s.List(t.Context(), f, store.Order{By: by}, p)
			})
			equal(t, what, s.listed(t, want), s.listed(t, got))
		}
		want, got := ask(t, what, o, s, pages{}, func(s store.Reader, _ store.Page) ([]store.Facet, error) {
			return s.Facets(t.Context(), f, store.Dimensions())
		})
		equal(t, what, facetTexts(want), facetTexts(got))
	}
	ids := []string{"org:lyu", "org:new", "org:alone", "cluster:g60", "region:371300"}
	want, err := o.Neighbors(t.Context(), ids, store.RelationFilter{}, s.wholeList().oracle)
	if err != nil {
		t.Fatal(err)
	}
	got := s.neighbors(t, ids, store.RelationFilter{}, s.wholeList().store)
	for i, id := range ids {
		equal(t, "edges of "+id, s.edges(t, id, want[i]), got[i])
	}
}

// holdsGeneration holds that a store is at a generation.
func holdsGeneration(t *testing.T, s store.Store, want store.Generation) {
	t.Helper()
	got, err := s.Generation(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "generation", want, got)
}

// generation of the store now.
func (s *subject) generation(t *testing.T) store.Generation {
	t.Helper()
	g, err := s.Generation(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// unchanged holds that a store is still what it was, and takes a load.
func (s *subject) unchanged(t *testing.T, before store.Generation) {
	t.Helper()
	holdsGeneration(t, s, before)
	equalGraphs(t, s.graph, dumped(t, s))
	asOracle(t, s)
	after := changedFixture()
	if _, _, err := LoadAll(t.Context(), s, after); err != nil {
		t.Fatalf("the next load: %v", err)
	}
	equalGraphs(t, after, dumped(t, s))
}
