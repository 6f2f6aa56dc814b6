package neo4j_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
	"github.com/innograph/innograph/store/storetest"
)

// The real neo4j-admin makes of the files of WriteImport the very database that a
// load makes.
func TestImport(t *testing.T) {
	server := neo4jtest.Open(t)
	loaded := openEmpty(t, server, neo4j.Config{})
	graph := withHardTexts(seededGraph(300))
	generation, _, err := storetest.LoadAll(t.Context(), loaded, graph)
	if err != nil {
		t.Fatalf("load: %v", err)
	}
	dir := t.TempDir()
	written, err := neo4j.WriteImport(t.Context(), dir, loaded)
	if err != nil {
		t.Fatalf("write the files: %v", err)
	}
	want := neo4j.Import{
		Documents: len(graph.Documents), Entities: len(graph.Entities), Relations: len(graph.Relations),
		Command: "neo4j-admin database import full neo4j @import.args",
	}
	if diff := cmp.Diff(want, written); diff != "" {
		t.Errorf("written (-want +got):\n%s", diff)
	}
	other := neo4jtest.Imported(t, dir, strings.Fields(written.Command)[1:]...)

	equalRows(t, databaseRows(t, server), databaseRows(t, other))
	imported := open(t, other, neo4j.Config{})
	wantGraph(t, imported, graph)
	sameAnswers(t, loaded, imported, graph)
	again, changes, err := storetest.LoadAll(t.Context(), imported, graph)
	if err != nil || !changes.None() || !cmp.Equal(again, generation) {
		t.Errorf("a load after the import changes %+v, %v; generation (-want +got):\n%s", changes, err, cmp.Diff(generation, again))
	}
}

// withHardTexts puts in what files of comma-separated values stumble over.
func withHardTexts(g ecosystem.Graph) ecosystem.Graph {
	e := &g.Entities[0]
	e.NameEn = `a "quoted", name; with \ and ' and a tab	`
	e.Aliases = []string{`"`, `, `, `\"`, "a;b", "𠮷 　全角", "第一行\n第二行"}
	e.Sources[0].Note = "第一行\r\n\r\n\"第三行\",\x1b\x1f"
	e.ExternalIDs = []ecosystem.ExternalID{{Scheme: "ror", Value: "https://ror.org/00a2xv884"}}
	return g
}

// sameAnswers asks both stores for a list in a region and a search.
func sameAnswers(t *testing.T, want, got store.Reader, g ecosystem.Graph) {
	t.Helper()
	region := ""
	for _, r := range g.Relations {
		if r.Type == ecosystem.LocatedIn {
			region = r.To
		}
	}
	name := g.Entities[slices.IndexFunc(g.Entities, func(e ecosystem.Entity) bool { return e.Kind == ecosystem.University })].Name
	page := store.Page{Limit: 50, Total: true}
	ask := func(s store.Reader) (list store.EntityPage, hits store.HitPage) {
		list, err := s.List(t.Context(), store.Filter{Region: region}, store.Order{By: store.ByName}, page)
		if err == nil {
			hits, err = s.Search(t.Context(), name, store.Filter{}, page)
		}
		if err != nil || len(list.Entities) == 0 || len(hits.Hits) == 0 {
			t.Errorf("%d entities in %s, %d found, %v", len(list.Entities), region, len(hits.Hits), err)
		}
		return list, hits
	}
	wantList, wantHits := ask(want)
	gotList, gotHits := ask(got)
	if diff := cmp.Diff(wantList, gotList); diff != "" {
		t.Errorf("list (-loaded +imported):\n%s", diff)
	}
	if diff := cmp.Diff(wantHits, gotHits); diff != "" {
		t.Errorf("search (-loaded +imported):\n%s", diff)
	}
}

// What the importer cannot be told is refused, not written some other way.
func TestImportRefuses(t *testing.T) {
	for name, change := range map[string]func(*ecosystem.Entity){
		"the mark between values":    func(e *ecosystem.Entity) { e.Aliases = []string{"a\x1cb"} },
		"a number that is no number": func(e *ecosystem.Entity) { e.Properties = map[string]string{"lat": "30.260"} },
		"an unknown property":        func(e *ecosystem.Entity) { e.Properties = map[string]string{"colour": "red"} },
	} {
		e := ecosystem.Entity{ID: "org:a", Kind: ecosystem.University, Name: "甲"}
		change(&e)
		if err := neo4j.WriteRows(t.TempDir(), ecosystem.Graph{Entities: []ecosystem.Entity{e}}); err == nil {
			t.Errorf("%s is written", name)
		}
	}
}
