package graph_test

import (
	"fmt"
	"log/slog"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
)

type calls = map[string]int

// TestStoreCalls proves how many calls of the store a document causes: one for
// each level of relations, however many rows the level has. The graph is wide, so
// that one call per row would be seen. The wait is an hour: a level that expects
// more rows to ask than do would hang.
func TestStoreCalls(t *testing.T) {
	s := memory.New()
	load(t, s, wideWorld(t))
	for _, test := range []struct {
		name, document string
		want           calls
	}{
		{"one entity with its region and sources", `{ node(id: "platform:0") { ... on Entity { name region { name } sources { document { title } } } } }`, calls{"Entities": 1, "Neighbors": 1, "Documents": 1}},
		{"several root fields", `{ a: node(id: "platform:0") { id } b: node(id: "org:1") { id } c: nodes(ids: ["org:2", "org:3"]) { id } generation { number } statistics { entities } }`, calls{"Entities": 2, "Generation": 1}},
		{
			"four levels below a list",
			`{ entities(filter: {kinds: [PLATFORM]}, first: 40) { nodes { name ... on Platform { hosts(first: 3) { edges { sources { document { title } } node { name ... on Organization { hostedPlatforms(first: 5) { nodes { name fields { name parent { name } } } } } } } } } } } }`,
			// hosts, the documents of their edges, their platforms, the fields of these, the parents of these
			calls{"List": 1, "Neighbors": 4, "Documents": 1},
		},
		{
			"counts and cursors of every row",
			`{ entities(filter: {kinds: [TECHNOLOGY_FIELD]}) { totalCount pageInfo { endCursor } edges { cursor node { ... on TechnologyField { platforms(first: 3) { totalCount edges { cursor node { id } } } } } } } }`,
			calls{"Generation": 1, "List": 1, "Neighbors": 1},
		},
		{
			"shortcuts of several kinds in one list",
			`{ search(query: "储能", first: 50) { nodes { region { name } ... on Platform { hosts(first: 2) { nodes { region { name } } } } ... on University { disciplines(first: 2) { nodes { name } } } ... on Organization { partners { nodes { name } } } } } }`,
			// region, hosts, regions of the hosts, disciplines, partners
			calls{"Search": 1, "Neighbors": 5},
		},
		{"neighborhood", `{ neighborhood(ids: ["field:0", "field:1"], depth: 3, limit: 500) { totalEdges nodes { name sources { document { title } } } edges { from to sources { document { title } } } } }`, calls{"Entities": 1, "Neighbors": 4, "Documents": 2}},
		// what surrounds all suggestions, then what surrounds their places
		{"suggestions", `{ suggest(prefix: "储能", first: 20) { hint matchedName highlights { start end } entity { name kind } } }`, calls{"Search": 1, "Neighbors": 2}},
		{"suggestions without hints", `{ suggest(prefix: "储能") { entity { id } } }`, calls{"Search": 1}},
		{"growing a drawn graph", `{ neighborhood(ids: ["field:0"], depth: 2, limit: 500, known: ["field:0", "platform:0"]) { totalEdges nodes { name } edges { from } } }`, calls{"Entities": 1, "Neighbors": 3}},
		// the region, which both fields name, and what lies there
		{"cut off in a region", `{ neighborhood(ids: ["field:0"], limit: 2, filter: {region: "region:1"}) { totalEdges } node(id: "field:1") { ... on Entity { relations(filter: {region: "region:1"}) { totalCount } } } }`, calls{"Entities": 3, "Neighbors": 4, "List": 1}},
		{"paths", `{ paths(from: "platform:0", to: "platform:8", k: 5) { paths { steps { node { name region { name } } sources { document { title } } } } } }`, calls{"Paths": 1, "Neighbors": 1, "Documents": 1}},
		{"no path, and nobody asks why", `{ paths(from: "platform:0", to: "platform:8", maxHops: 1) { paths { hops } unknownIds } }`, calls{"Paths": 1}},
		{"no path, and why", `{ paths(from: "platform:0", to: "platform:8", maxHops: 1) { reason } }`, calls{"Paths": 2}},
		{"facets alone", `{ entities { facets(dimensions: [FIELD, DOCUMENT]) { buckets { count entity { name } document { title } } } } }`, calls{"Facets": 1, "Entities": 1, "Documents": 1}},
	} {
		t.Run(test.name, func(t *testing.T) {
			counted := newCounting(s)
			c := client{graph.NewHandler(graph.Config{Reader: counted, Wait: time.Hour, Logger: slog.New(slog.DiscardHandler)})}
			answered := make(chan answer, 1)
			go func() { answered <- c.ask(t, test.document, nil) }()
			select {
			case a := <-answered:
				if len(a.Errors) > 0 {
					t.Fatalf("errors: %+v", a.Errors)
				}
			case <-time.After(time.Minute):
				t.Fatalf("a batch waits for rows that never ask; calls until then: %v", counted.calls)
			}
			if diff := cmp.Diff(test.want, counted.calls); diff != "" {
				t.Errorf("calls of the store (-want +got):\n%s", diff)
			}
		})
	}
}

// wideWorld has 40 platforms of 8 universities in 4 fields.
func wideWorld(t testing.TB) ecosystem.Graph {
	t.Helper()
	b := ecosystem.NewBuilder()
	entity := func(kind ecosystem.Kind, id, name string) {
		if err := b.Entity(ecosystem.Entity{ID: id, Kind: kind, Name: name, Sources: listed(0.9)}); err != nil {
			t.Fatal(err)
		}
	}
	relation := func(typ ecosystem.RelationType, from, to string) {
		b.Relation(ecosystem.Relation{Type: typ, From: from, To: to, Sources: planned("专栏2")})
	}
	for _, d := range []string{"doc:plan", "doc:list"} {
		if err := b.Document(ecosystem.Document{ID: d, Title: d}); err != nil {
			t.Fatal(err)
		}
	}
	entity(ecosystem.Region, "region:1", "临沂市")
	entity(ecosystem.TechnologyField, "field:top", "新能源")
	entity(ecosystem.Discipline, "discipline:1", "电气工程")
	for i := range 4 {
		entity(ecosystem.TechnologyField, fmt.Sprint("field:", i), fmt.Sprintf("领域%c", 'a'+i))
		relation(ecosystem.PartOf, fmt.Sprint("field:", i), "field:top")
	}
	for i := range 8 {
		org := fmt.Sprint("org:", i)
		entity(ecosystem.University, org, fmt.Sprint("储能大学", i))
		relation(ecosystem.LocatedIn, org, "region:1")
		relation(ecosystem.StrongIn, org, "discipline:1")
		relation(ecosystem.CooperatesWith, org, fmt.Sprint("org:", (i+1)%8))
	}
	for i := range 40 {
		platform := fmt.Sprint("platform:", i)
		entity(ecosystem.Platform, platform, fmt.Sprint("储能平台", i))
		relation(ecosystem.LocatedIn, platform, "region:1")
		relation(ecosystem.HostedBy, platform, fmt.Sprint("org:", i%8))
		relation(ecosystem.InField, platform, fmt.Sprint("field:", i%4))
	}
	return b.Graph()
}

var _ store.Reader = (*counting)(nil)
