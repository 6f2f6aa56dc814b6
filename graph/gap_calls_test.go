package graph_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/store/memory"
)

// TestStoreCallsOfGaps proves that the calls of the store do not depend on how many
// needs and suppliers there are. Of the Neighbors calls of gaps, one reads the
// fields, one what is behind disciplines and platforms, one where all lie, one what
// that is part of; then come the levels that the document selects.
func TestStoreCallsOfGaps(t *testing.T) {
	g := wideWorld(t)
	g.Entities = append(g.Entities, ecosystem.Entity{ID: "region:2", Kind: ecosystem.Region, Name: "长三角", Sources: listed(0.9)})
	slices.SortFunc(g.Entities, func(a, b ecosystem.Entity) int { return strings.Compare(a.ID, b.ID) })
	s := memory.New()
	load(t, s, g)
	const of = `filter: {home: "region:1", partner: "region:2", severity: [FEW, COVERED, NONE, UNKNOWN]}`
	for _, test := range []struct {
		name, document string
		want           calls
	}{
		{"gaps alone", `{ gaps(` + of + `) { totalCount edges { severity reason { zh } home { count region { name } } } } }`, calls{"Entities": 1, "List": 2, "Neighbors": 4}},
		{
			"gaps with all below them",
			`{ gaps(` + of + `) { pageInfo { endCursor } edges { node { ... on TechnologyField { parent { name } } } wants { region { name } } home { suppliers(first: 8) { entity { region { name } } steps { node { sources { document { title } } } sources { document { title } } } } } } } }`,
			// and parents, regions, documents of nodes, documents of edges
			calls{"Generation": 1, "Entities": 1, "List": 2, "Neighbors": 6, "Documents": 2},
		},
		// and the columns
		{"a matrix", `{ gapMatrix(` + of + `) { columns { name } rows { field { name } cells { supply strongest { entity { region { name } } } } } } }`, calls{"Entities": 1, "List": 1, "Neighbors": 6}},
		// around the target, around these, who of all asks; then regions
		{"introductions", `{ introductions(from: "region:1", to: "org:1", first: 50) { start { region { name } } steps { sources { document { title } } } } }`, calls{"Entities": 1, "Neighbors": 4, "Documents": 1}},
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
