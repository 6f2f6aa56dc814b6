package neo4j

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/text"
)

var update = flag.Bool("update", false, "write the expected statements anew")

const golden = "testdata/statements.cypher"

// TestStatements holds all kinds of statements against the ones that were read
// and profiled last; go test ./store/neo4j -run TestStatements -update
func TestStatements(t *testing.T) {
	var b strings.Builder
	lines := strings.NewReplacer(" CALL ", "\nCALL ", " UNION ALL ", "\nUNION ALL\n", " CASE ", "\n  CASE ", " WHEN ", "\n  WHEN ", " RETURN ", "\nRETURN ")
	for _, st := range allStatements() {
		fmt.Fprintf(&b, "// %s\n%s\n\n", st.name, lines.Replace(st.text))
	}
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(b.String(), "\n")); diff != "" {
		t.Errorf("statements (-%s +now); profile what is new, then run with -update:\n%s", golden, diff)
	}
}

func allStatements() []statement {
	first, next := store.Page{Limit: 10}, store.Page{Limit: 10, After: store.Key{"k", "id"}, Total: true}
	last := store.Page{Limit: 10, Backward: true, Before: store.Key{"k", "id"}}
	byID, byName := store.Order{By: store.ByID}, store.Order{By: store.ByName}
	kinds := []ecosystem.Kind{ecosystem.Platform}
	hosts := store.Related{Type: ecosystem.HostedBy, Direction: store.Out, To: []string{"org:a"}}
	friends := store.Related{Type: ecosystem.CooperatesWith, Direction: store.In, Where: &store.Filter{Kinds: kinds}}
	list := func(name string, f store.Filter, order store.Order, page store.Page) statement {
		return statement{name: "list: " + name, text: cypherList(listingOf(sourceOf(f), order, page))}
	}
	neighbors := func(name string, f store.RelationFilter, page store.Page) statement {
		return statement{name: "neighbors: " + name, text: cypherNeighbors(edgesOf(f, newConditions().far(f), page))}
	}
	search := func(name string, f store.Filter) statement {
		return statement{name: "search: " + name, text: cypherSearch(newConditions().holds("n", &f))}
	}
	facets := func(name string, f store.Filter) statement {
		return statement{name: "facets: " + name, text: cypherFacets(sourceOf(f), store.Dimensions())}
	}
	metapath := func(name string, paths int, steps ...store.WalkStep) statement {
		q := store.WalkQuery{Steps: steps, Paths: paths}
		return statement{name: "walk: " + name, text: cypherWalk(walkOf(q, newConditions()))}
	}
	over := func(d store.Direction, types ...ecosystem.RelationType) store.WalkStep {
		return store.WalkStep{Filter: store.RelationFilter{Types: types, Direction: d}}
	}
	inRegion := over(store.In, ecosystem.StrongIn)
	inRegion.Filter.Far = &store.Filter{Region: "region:a"}
	return []statement{
		{name: "entities", text: cypherEntities()},
		{name: "documents", text: cypherDocuments()},
		list("everything by id", store.Filter{}, byID, first),
		list("everything by name, next page with total", store.Filter{}, byName, next),
		list("by name backwards, last page", store.Filter{}, store.Order{By: store.ByName, Descending: true}, last),
		list("of kinds by name", store.Filter{Kinds: kinds}, byName, first),
		list("of kinds in a region, with total", store.Filter{Kinds: kinds, Region: "region:a"}, byID, next),
		list("by text", store.Filter{Text: "大学"}, byID, first),
		list("by ids, with total", store.Filter{IDs: []string{"org:a"}}, byID, next),
		list("related to given entities", store.Filter{Related: []store.Related{hosts}}, byID, first),
		list("related to others, and not", store.Filter{Related: []store.Related{friends}, Not: &store.Filter{Related: []store.Related{hosts}}}, byID, first),
		facets("of everything", store.Filter{}),
		facets("of kinds", store.Filter{Kinds: kinds}),
		search("everything", store.Filter{}),
		search("in a region", store.Filter{Region: "region:a"}),
		neighbors("in turns", store.RelationFilter{}, store.Page{Limit: 10, Turns: true, Total: true}),
		neighbors("without some", store.RelationFilter{Without: []string{"rel:a"}}, first),
		neighbors("all", store.RelationFilter{}, first),
		neighbors("of one type, next page with total", store.RelationFilter{Types: []ecosystem.RelationType{ecosystem.HostedBy}, Direction: store.In}, next),
		neighbors("of several types, last page", store.RelationFilter{Types: []ecosystem.RelationType{ecosystem.HostedBy, ecosystem.Links}, Direction: store.Out}, last),
		neighbors("to far entities in a region", store.RelationFilter{Far: &store.Filter{Region: "region:a"}}, first),
		{name: "paths of up to 3 hops", text: cypherPaths(3, pathTests{})},
		{name: "paths of up to 3 hops of some relations", text: cypherPaths(3, pathTests{relations: true})},
		{name: "paths of up to 3 hops through a region", text: cypherPaths(3, pathTests{region: true})},
		metapath("one step of any type, without paths", 0, store.WalkStep{}),
		metapath("two steps into a region", 3, over(store.In, ecosystem.AppliesTo), inRegion),
		metapath("symmetric and other types", 0, over(store.Out, ecosystem.CooperatesWith, ecosystem.HostedBy)),
		{name: "generation", text: cypherMeta()},
		{name: "dump documents", text: cypherDumpDocuments()},
		{name: "dump entities", text: cypherDumpEntities()},
		{name: "dump relations", text: cypherDumpRelations()},
		{name: "load lock", text: cypherLock()},
		{name: "stored entities", text: cypherStoredNodes(labelEntity)},
		{name: "stored relations", text: cypherStoredRelations()},
		{name: "put documents", text: cypherPutDocuments()},
		{name: "take writers", text: cypherTakeWriters()},
		{name: "fence", text: cypherFence()},
		{name: "create entities", text: cypherCreateEntities(ecosystem.Platform)},
		{name: "put entities", text: cypherPutEntities(ecosystem.Platform)},
		{name: "create relations", text: cypherCreateRelations(ecosystem.HostedBy)},
		{name: "update relations", text: cypherUpdateRelations(ecosystem.HostedBy)},
		{name: "missing ends", text: cypherMissingEnds()},
		{name: "remove relations", text: cypherDeleteRelations(ecosystem.HostedBy)},
		{name: "remove entities", text: cypherDeleteNodes(labelEntity)},
		{name: "set meta", text: cypherSetMeta()},
	}
}

// The text of a statement depends on how a question is built, not on its values:
// the server plans it once, and nothing that a user sends is ever Cypher.
func TestTextsHoldNoValues(t *testing.T) {
	filter := func(value string) store.Filter {
		plain := store.Filter{
			IDs: []string{value}, Kinds: []ecosystem.Kind{ecosystem.Kind(value)}, Text: value,
			Statuses: []ecosystem.Status{ecosystem.Status(value)}, Region: value, Fields: []string{value},
			Document: value, Section: value,
			Properties: []store.PropertyFilter{{Name: value, Values: []string{value}}, {Name: "tags", Values: []string{value}}, {Name: value}},
		}
		plain.Related = []store.Related{{Type: ecosystem.HostedBy, To: []string{value}, Where: &store.Filter{Region: value, Text: value}}}
		plain.Not = &store.Filter{Text: value, Document: value}
		return plain
	}
	texts := func(value string) []string {
		f := filter(value)
		page := store.Page{Limit: len(value), After: store.Key{value, "1", value, value}, Before: store.Key{value, "1", value, value}}
		relations := store.RelationFilter{MinWeight: 0.5, Statuses: f.Statuses, ExcludeStatuses: f.Statuses, Kinds: f.Kinds, Region: value, Far: &f}
		return []string{
			cypherList(listingOf(sourceOf(f), store.Order{By: store.ByName}, page)),
			cypherFacets(sourceOf(f), store.Dimensions()),
			cypherSearch(newConditions().holds("n", &f)),
			cypherNeighbors(edgesOf(relations, newConditions().far(relations), page)),
			walkText(relations, value),
		}
	}
	one, other := texts("'}) DETACH DELETE n //"), texts("浙江大学")
	if diff := cmp.Diff(one, other); diff != "" {
		t.Errorf("the texts differ by the values (-one +other):\n%s", diff)
	}
	for _, cypher := range other {
		if strings.Contains(cypher, "浙") {
			t.Errorf("a value stands in the text: %s", cypher)
		}
	}
}

// walkText asks for a walk of two equal steps.
func walkText(f store.RelationFilter, value string) string {
	f.Without = []string{value}
	step := store.WalkStep{Filter: f, Factors: map[ecosystem.Status]float64{ecosystem.Status(value): 0.5}, Decay: 1 / float64(len(value))}
	q := store.WalkQuery{
		Starts: []store.WalkStart{{ID: value, Weight: float64(len(value))}}, Steps: []store.WalkStep{step, step},
		Ends: len(value), Paths: len(value), Touch: len(value),
	}
	return cypherWalk(walkOf(q, newConditions()))
}

// Which parts a filter has does not make another text either.
func TestPlainPartsShareOneText(t *testing.T) {
	want := newConditions().holds("n", &store.Filter{Region: "region:a"})
	for name, f := range map[string]store.Filter{
		"statuses":   {Statuses: []ecosystem.Status{ecosystem.Built}},
		"two fields": {Fields: []string{"field:a", "field:b"}},
		"section":    {Document: "doc:a", Section: "专栏5"},
		"text":       {Text: "大学"},
		"properties": {Properties: []store.PropertyFilter{{Name: "year", Values: []string{"2020"}}}},
		"several":    {Region: "region:a", Fields: []string{}, Text: "?"},
	} {
		if got := newConditions().holds("n", &f); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
}

func TestLuceneText(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"浙大", `\=浙大 (+浙 +大)`},
		{"Zhejiang da", `\=zhejiangda (+zhejiang* +da*)`},
		{"C++ AND (x", `\=c\+\+and\(x`},
		{"", luceneNothing},
		{"?!", luceneNothing},
	} {
		got := luceneText(text.ParseQuery(c.query))
		if exact, _, _ := strings.Cut(got, " ("); got != c.want && exact != c.want {
			t.Errorf("%q: %s, want %s", c.query, got, c.want)
		}
	}
}
