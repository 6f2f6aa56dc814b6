package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRefusals wants bad requests to get their code, before the store is asked
// for anything.
func TestRefusals(t *testing.T) {
	for _, test := range []struct {
		name, document string
		variables      variables
		want           string
	}{
		{"no GraphQL", `{ node(id: `, nil, "GRAPHQL_PARSE_FAILED"},
		{"an empty document", ``, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"an unknown field", `{ nothing }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"an unknown enum value", `{ entities(filter: {kinds: [CASTLE]}) { totalCount } }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"an enum value in the wrong case in a variable", `query ($f: EntityFilter) { entities(filter: $f) { totalCount } }`, variables{"f": map[string]any{"status": []any{"planned"}}}, "GRAPHQL_VALIDATION_FAILED"},
		{"the same, alone for a list", `query ($k: [Kind!]) { entities(filter: {kinds: $k}) { totalCount } }`, variables{"k": "university"}, "GRAPHQL_VALIDATION_FAILED"},
		{"a variable of the wrong type", `query ($n: Int) { entities(first: $n) { totalCount } }`, variables{"n": "many"}, "GRAPHQL_VALIDATION_FAILED"},
		{"a missing variable", `query ($id: ID!) { node(id: $id) { id } }`, nil, "GRAPHQL_VALIDATION_FAILED"},

		{"50 levels", nested(50), nil, "DEPTH_LIMIT"},
		{"50 levels by fragments", fragments(50), nil, "DEPTH_LIMIT"},
		{"1000 aliases", aliases(1000), nil, "ALIAS_LIMIT"},
		{"aliases multiplied by fragments", bomb(30), nil, "DEPTH_LIMIT"},
		{"aliases multiplied by few fragments", bomb(10), nil, "ALIAS_LIMIT"},
		{"too many tokens", "{ " + strings.Repeat("generation { number } ", 2000) + "}", nil, "TOKEN_LIMIT"},
		{"a field repeated a thousand times", `{ generation { ` + strings.Repeat("number ", 1000) + `} }`, nil, "COMPLEXITY_LIMIT"},
		{"the same behind inline fragments", `{ generation { ` + strings.Repeat("... { number } ", 500) + `} }`, nil, "COMPLEXITY_LIMIT"},
		{"the same below repeated fields", `{ ` + strings.Repeat("generation { ... { number } ... { number } ... { number } } ", 50) + `}`, nil, "COMPLEXITY_LIMIT"},
		{"a fragment that holds itself", `{ node(id: "field:ne") { ...F } } fragment F on TechnologyField { parent { ...F } }`, nil, "COMPLEXITY_LIMIT"},
		{"pages of pages", `{ entities(first: 100) { nodes { relations(first: 100) { nodes { relations(first: 100) { nodes { id } } } } } } }`, nil, "COMPLEXITY_LIMIT"},

		{"first: 100000", `{ entities(first: 100000) { nodes { id } } }`, nil, "LIMIT_EXCEEDED"},
		{"first: 100000 deep below", `{ node(id: "org:zju") { ... on Entity { relations(first: 100000) { nodes { id } } } } }`, nil, "LIMIT_EXCEEDED"},
		{"first: 100000 in a variable", `query ($n: Int) { search(query: "x", first: $n) { nodes { id } } }`, variables{"n": 100000}, "LIMIT_EXCEEDED"},
		{"first of 30 digits", `{ entities(first: 111111111111111111111111111111) { nodes { id } } }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"an id of 30 digits", `{ node(id: 111111111111111111111111111111) { id } }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"a negative first", `{ entities(first: -1) { nodes { id } } }`, nil, "BAD_INPUT"},
		{"first and last", `{ entities(first: 1, last: 1) { nodes { id } } }`, nil, "BAD_INPUT"},
		{"no cursor", `{ entities(after: "here") { nodes { id } } }`, nil, "INVALID_CURSOR"},
		{"no cursor, of the form of one", `{ entities(before: "eyJnIjoxfQ") { nodes { id } } }`, nil, "INVALID_CURSOR"},
		{"too many ids", `query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`, variables{"ids": make([]int, 101)}, "LIMIT_EXCEEDED"},
		{"too many starts", `query ($ids: [ID!]!) { neighborhood(ids: $ids) { totalEdges } }`, variables{"ids": make([]int, 51)}, "LIMIT_EXCEEDED"},
		{"too deep a neighborhood", `{ neighborhood(ids: ["org:zju"], depth: 4) { totalEdges } }`, nil, "LIMIT_EXCEEDED"},
		{"a negative depth", `{ neighborhood(ids: ["org:zju"], depth: -1) { totalEdges } }`, nil, "BAD_INPUT"},
		{"too large a neighborhood", `{ neighborhood(ids: ["org:zju"], limit: 100000) { totalEdges } }`, nil, "LIMIT_EXCEEDED"},
		{"too much known", `query ($ids: [ID!]) { neighborhood(ids: ["org:zju"], known: $ids) { totalEdges } }`, variables{"ids": make([]int, 2001)}, "LIMIT_EXCEEDED"},
		{"too many suggestions", `{ suggest(prefix: "x", first: 21) { score } }`, nil, "LIMIT_EXCEEDED"},
		{"a negative number of suggestions", `{ suggest(prefix: "x", first: -1) { score } }`, nil, "BAD_INPUT"},
		{"suggestions for too long a text", `query ($q: String!) { suggest(prefix: $q) { score } }`, variables{"q": strings.Repeat("长", 201)}, "LIMIT_EXCEEDED"},
		{"a path too long", `{ paths(from: "org:zju", to: "org:lyu", maxHops: 50) { truncated } }`, nil, "LIMIT_EXCEEDED"},
		{"a path of no hops", `{ paths(from: "org:zju", to: "org:lyu", maxHops: 0) { truncated } }`, nil, "BAD_INPUT"},
		{"too many paths", `{ paths(from: "org:zju", to: "org:lyu", k: 1000) { truncated } }`, nil, "LIMIT_EXCEEDED"},
		{"a weight that is no number", `query ($w: Float) { paths(from: "org:zju", to: "org:lyu", filter: {minWeight: $w}) { truncated } }`, variables{"w": "NaN"}, "BAD_INPUT"},
		{"filters too deep", `{ entities(filter: {not: {not: {not: {not: {not: {text: "x"}}}}}}) { totalCount } }`, nil, "LIMIT_EXCEEDED"},
		{"an unknown property", `{ entities(filter: {properties: [{name: "colour", values: ["red"]}]}) { totalCount } }`, nil, "BAD_INPUT"},
		{"a property that is no number", `{ entities(filter: {properties: [{name: "lat", values: ["north"]}]}) { totalCount } }`, nil, "BAD_INPUT"},
		{"too long a text", `query ($q: String!) { search(query: $q) { totalCount } }`, variables{"q": strings.Repeat("长", 201)}, "LIMIT_EXCEEDED"},
		{"too long a name", `query ($n: String!) { resolveName(name: $n) { score } }`, variables{"n": strings.Repeat("大", 121)}, "LIMIT_EXCEEDED"},
		{"too many matches of a name", `{ resolveName(name: "x", first: 51) { score } }`, nil, "LIMIT_EXCEEDED"},
		{"too many names", `query ($n: [String!]!) { resolveNames(names: $n) { reason } }`, variables{"n": make([]string, 101)}, "LIMIT_EXCEEDED"},
		{"too many matches of many names", `query ($n: [String!]!) { resolveNames(names: $n, first: 50) { reason } }`, variables{"n": make([]string, 30)}, "LIMIT_EXCEEDED"},
		{"a negative number of matches", `{ resolveNames(names: ["x"], first: -1) { reason } }`, nil, "BAD_INPUT"},
	} {
		t.Run(test.name, func(t *testing.T) {
			counted := newCounting(loaded(t))
			a := newClient(counted).ask(t, test.document, test.variables)
			if diff := cmp.Diff([]string{test.want}, a.codes()); diff != "" {
				t.Errorf("codes (-want +got):\n%s%+v", diff, a.Errors)
			}
			if len(counted.calls) > 0 {
				t.Errorf("the store was asked: %v", counted.calls)
			}
		})
	}
}

func nested(levels int) string {
	return `{ node(id: "field:ne") { ... on TechnologyField { ` + strings.Repeat("parent { ", levels) + "id" + strings.Repeat(" }", levels) + " } } }"
}

// fragments nests a document by fragments, each of which holds the next.
func fragments(levels int) string {
	var b strings.Builder
	b.WriteString(`{ node(id: "field:ne") { ...F0 } }`)
	for i := range levels {
		fmt.Fprintf(&b, " fragment F%d on TechnologyField { parent { ...F%d } }", i, i+1)
	}
	fmt.Fprintf(&b, " fragment F%d on TechnologyField { id }", levels)
	return b.String()
}

func aliases(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "a%d: __typename ", i)
	}
	return "{ " + b.String() + "}"
}

// bomb doubles with every fragment: a short document of 2^levels fields.
func bomb(levels int) string {
	var b strings.Builder
	b.WriteString(`{ node(id: "field:ne") { ...F0 } }`)
	for i := range levels {
		fmt.Fprintf(&b, " fragment F%d on TechnologyField { a: parent { ...F%d } b: parent { ...F%d } }", i, i+1, i+1)
	}
	fmt.Fprintf(&b, " fragment F%d on TechnologyField { id }", levels)
	return b.String()
}

// TestAllowed wants documents near the limits to pass.
func TestAllowed(t *testing.T) {
	c := newClient(loaded(t))
	for name, document := range map[string]string{
		"10 levels":   nested(10),
		"100 aliases": `{ ` + strings.ReplaceAll(strings.TrimSuffix(strings.TrimPrefix(aliases(100), "{ "), "}"), "__typename", "generation { number }") + `}`,
		"connections do not count as depth": `{ entities(first: 1) { edges { node { relations(first: 1) { edges { node { relations(first: 1) { edges { node { relations(first: 1) {
			edges { node { relations(first: 1) { edges { node { relations(first: 1) { edges { node { relations(first: 1) { edges { node { id } } } } } } } } } } } } } } } } } } } } } }`,
		"first: 100": `{ entities(first: 100) { nodes { id name sources { document { title } } fields { name } region { name } } } }`,
	} {
		if a := c.ask(t, document, nil); len(a.Errors) > 0 {
			t.Errorf("%s: %+v", name, a.Errors)
		}
	}
}
