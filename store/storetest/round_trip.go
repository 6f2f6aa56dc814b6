package storetest

import (
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// hostileTexts are what tables may hold and what breaks statements, escapes,
// numbers and indexes.
func hostileTexts() []string {
	return []string{
		`“引号” "quoted" 'single' ` + "`back`", `C:\新建\n`, `\`, "$id {name: 1} // */ --", "a\u3000b\u00a0c",
		"😀𠮷﨎", "e\u0301", "null", "true", "0812", "2.60", "1e9", strings.Repeat("长", 4000), strings.Repeat("long-word", 3000),
	}
}

// hostileGraph holds each hostile text in each place for texts, and numbers that
// have no short decimal form.
func hostileGraph() ecosystem.Graph {
	const document = "doc:hostile"
	documents := []ecosystem.Document{{ID: document, Title: "名单"}}
	var entities []ecosystem.Entity
	var relations []ecosystem.Relation
	third := 1.0 / 3
	for i, text := range hostileTexts() {
		slug := string(rune('a' + i))
		source := ecosystem.Source{Document: document, Locator: ecosystem.NormalizeLocator(text), Known: ecosystem.Stated, Confidence: third, PrintedName: text, Note: text}
		documents = append(documents, ecosystem.Document{ID: "doc:hostile-" + slug, Title: text, Issuer: text})
		entities = append(entities, ecosystem.Entity{
			ID: "org:hostile-" + slug, Kind: ecosystem.Enterprise, Name: text, NameEn: text,
			Aliases: []string{text}, FormerNames: []string{text}, ExternalIDs: []ecosystem.ExternalID{{Scheme: text, Value: text}},
			Properties: properties("category", text), Sources: []ecosystem.Source{source},
		})
		relations = append(relations, ecosystem.Relation{
			Type: ecosystem.CooperatesWith, From: "org:hostile-a", To: "org:hostile-b", Label: text,
			Weight: third / float64(i+1), Year: i, Sources: []ecosystem.Source{source},
		})
	}
	return build(documents, entities, relations)
}

// testRoundTrip holds that everything comes back as it was, and is found.
func testRoundTrip(t *testing.T, s *subject) {
	equalGraphs(t, s.graph, dumped(t, s))
	o, order := newOracle(s.graph), store.Order{By: store.ByName}
	want, got := ask(t, "list", o, s, s.wholeList(), func(s store.Reader, p store.Page) (store.EntityPage, error) {
		return s.List(t.Context(), store.Filter{}, order, p)
	})
	equal(t, "list by name", s.listed(t, want), s.listed(t, got))
	for _, e := range s.graph.Entities {
		property := store.PropertyFilter{Name: "category", Values: []string{e.Properties["category"]}}
		equal(t, "list by property", []string{e.ID}, s.ids(t, store.Filter{Properties: []store.PropertyFilter{property}}, order))

		name := []rune(e.Name)
		query := string(name[:min(len(name), s.limits().Text)])
		want, got := ask(t, "search", o, s, s.wholeList(), func(s store.Reader, p store.Page) (store.HitPage, error) {
			return s.Search(t.Context(), query, store.Filter{}, p)
		})
		equal(t, "search for "+query, s.hits(t, want), s.hits(t, got))
	}
	edges := s.neighbors(t, []string{"org:hostile-b"}, store.RelationFilter{}, s.wholeList().store)
	if len(edges[0].Rows) != len(s.graph.Relations) {
		t.Errorf("%d edges, want %d", len(edges[0].Rows), len(s.graph.Relations))
	}
}
