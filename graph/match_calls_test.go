package graph_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/store/memory"
)

// TestStoreCallsOfMatches proves that the calls of the store depend on the number of
// fields of a demand only, not on the partners, and that what is shown of a page is
// read once for all rows. For one field that no discipline serves there are seven
// walks: platforms, own field, projects, names, peers, disciplines, home.
func TestStoreCallsOfMatches(t *testing.T) {
	s := memory.New()
	load(t, s, manyPartners(t))
	const of = `demand: {entity: "field:0"}, home: "region:1", where: {region: "region:2"}`
	// what the demand names, its fields, regions, home; parts of home, fields next to
	// it, where the partners lie; the generation, of which the ties of home are kept
	asked := func(more calls) calls {
		all := calls{"Entities": 4, "Neighbors": 3, "Walk": 8, "Generation": 1}
		for call, n := range more {
			all[call] += n
		}
		return all
	}
	for _, test := range []struct {
		name, document string
		want           calls
	}{
		{"partners alone", `{ matchPartners(` + of + `, first: 30) { totalCount nodes { score partner { name } region { name } reasonsFor { sentence { zh } } wouldChange { past { name } } } } }`, asked(nil)},
		{"a page of five", `{ matchPartners(` + of + `, first: 5) { pageInfo { endCursor } nodes { score } } }`, asked(nil)},
		{
			"partners with all that speaks for them",
			`{ matchPartners(` + of + `, first: 30) { consortium { members { partner { region { name } } } } edges { cursor node {
				partner { region { name } } components { evidence(first: 2) { path { start { sources { document { title } } } steps { sources { document { title } } } } } }
				reasonsFor { evidence { path { steps { node { region { name } } sources { document { title } } } } } } } } } }`,
			// regions of members, of partners, of nodes of steps; documents of starts, of steps twice
			asked(calls{"Neighbors": 3, "Documents": 3}),
		},
		{
			"partners with introductions",
			`{ matchPartners(` + of + `, first: 30) { nodes { introductions(first: 3) { start { region { name } } } } } }`,
			// both ends; around, around that (nobody is tied), who of all asks
			asked(calls{"Entities": 1, "Neighbors": 2}),
		},
		{
			"a text, twice in one operation",
			`{ a: matchPartners(demand: {text: "领域a"}, home: "region:1", where: {region: "region:2"}) { totalCount } b: matchPartners(demand: {text: "领域a"}, home: "region:1", where: {region: "region:2"}) { totalCount } }`,
			// the names of fields are read once: a list, disciplines, examples; and so are
			// the ties of home
			calls{"Generation": 1, "List": 1, "Entities": 6, "Neighbors": 2 + 6, "Walk": 15},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			counted := newCounting(s)
			c := client{graph.NewHandler(graph.Config{Reader: counted, Wait: time.Hour})}
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
