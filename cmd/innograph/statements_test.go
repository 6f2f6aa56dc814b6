package main

import (
	"slices"
	"sync"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
)

// TestOneStatementPerLevel counts the Cypher statements that a document causes:
// one per level of the document, however many rows a level has.
func TestOneStatementPerLevel(t *testing.T) {
	db := neo4jtest.Open(t)
	db.Wipe(t)
	var names statements
	s, err := neo4j.Open(t.Context(), neo4j.Config{URI: db.URI, User: db.User, Password: db.Password, OnStatement: names.note})
	if err != nil {
		t.Fatal(err)
	}
	endpoint := serveShipped(t, s)
	for name, c := range map[string]struct {
		document string
		want     []string
	}{
		"one row":                 {`{ node(id: "org:zju") { id ... on University { name } } }`, []string{"entities"}},
		"a list without more":     {`{ entities(first: 50) { nodes { id name kind } } }`, []string{"list"}},
		"50 rows with a region":   {`{ entities(first: 50) { nodes { id region { name } } } }`, []string{"list", "neighbors"}},
		"sources of 50 rows":      {`{ entities(first: 50) { nodes { sources { document { title } } } } }`, []string{"documents", "list"}},
		"three levels of 20 rows": {`{ entities(first: 20, filter: {kinds: [TECHNOLOGY_FIELD]}) { nodes { ... on TechnologyField { disciplines(first: 5) { nodes { universities(first: 5) { nodes { region { name } } } } } } } } }`, []string{"list", "neighbors", "neighbors", "neighbors"}},
		"a page with its cursor":  {`{ entities(first: 50) { pageInfo { endCursor } } }`, []string{"generation", "list"}},
		"paths with their proofs": {`{ paths(from: "org:lyu", to: "org:zju") { paths { steps { node { name } sources { document { title } } } } } }`, []string{"documents", "paths"}},
	} {
		t.Run(name, func(t *testing.T) {
			names.take()
			if _, answer := post(t, endpoint, c.document, nil); len(answer.Errors) > 0 {
				t.Fatal(answer.Errors)
			}
			if diff := gocmp.Diff(c.want, names.take()); diff != "" {
				t.Errorf("statements (- want, + got):\n%s", diff)
			}
		})
	}
}

// statements collects the names of what was sent, in any order.
type statements struct {
	mu    sync.Mutex
	names []string
}

func (s *statements) note(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.names = append(s.names, name)
}

// take returns what was sent since the last take, sorted.
func (s *statements) take() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	names := s.names
	s.names = nil
	slices.Sort(names)
	return names
}
