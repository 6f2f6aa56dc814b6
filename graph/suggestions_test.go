package graph_test

import (
	"strings"
	"testing"

	"github.com/innograph/innograph/graph"
)

// TestSuggestions misspells one thing at a time.
func TestSuggestions(t *testing.T) {
	db := loaded(t)
	developing := newClient(db)
	production := client{graph.NewHandler(graph.Config{Reader: db, Production: true})}
	for name, test := range map[string]struct{ document, meant string }{
		"a field":                {`{ generatoin { number } }`, "generation"},
		"no fields":              {`{ generation }`, "{ ... }"},
		"an argument":            {`{ node(idd: "org:zju") { id } }`, `"id"`},
		"a type":                 {`{ node(id: "org:zju") { ...F } } fragment F on Universiti { id }`, "University"},
		"an enum value":          {`{ entities(filter: {kinds: [UNIVERSITYY]}) { totalCount } }`, "UNIVERSITY\""},
		"an input field":         {`{ entities(filter: {kind: UNIVERSITY}) { totalCount } }`, "kinds"},
		"an argument of a field": {`{ node(id: "org:zju") { ... on Entity { relations(frist: 1) { totalCount } } } }`, "first"},
	} {
		t.Run(name, func(t *testing.T) {
			if a := developing.ask(t, test.document, nil); !strings.Contains(messages(a), "Did you mean") || !strings.Contains(messages(a), test.meant) {
				t.Errorf("while developing, %s is not suggested: %s", test.meant, messages(a))
			}
			if a := production.ask(t, test.document, nil); len(a.Errors) == 0 || strings.Contains(messages(a), "Did you mean") {
				t.Errorf("in production: %s", messages(a))
			}
		})
	}
}

func messages(a answer) string {
	var all []string
	for _, e := range a.Errors {
		all = append(all, e.Message)
	}
	return strings.Join(all, "\n")
}
