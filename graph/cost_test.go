package graph_test

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql/introspection"
	"github.com/google/go-cmp/cmp"
)

// TestCostOnRequest asks for the cost with an answer, of what is refused, and
// without executing anything.
func TestCostOnRequest(t *testing.T) {
	const two = `{ a: entities(first: 10) { nodes { id name } } }` // 1 + 1 + 10*2
	const complexity, shape = `"complexity":{"requested":22,"limit":50000},`, `"depth":{"requested":2,"limit":12},"aliases":{"requested":1,"limit":100},"tokens":{"requested":17,"limit":4000}`
	for _, test := range []struct {
		name, document string
		asked          any
		cost           string // empty: not told
		code           string
		executed       bool
	}{
		{"not asked", two, nil, "", "", true},
		{"asked not to", two, false, "", "", true},
		{"with the answer", two, true, "{" + complexity + shape + "}", "", true},
		{"without executing", two, "dry", "{" + complexity + shape + "}", "", false},
		{"asked otherwise", two, "yes", "", "BAD_INPUT", false},
		{"asked by an object", two, object{"dry": true}, "", "BAD_INPUT", false},
		{"too costly", `{ entities(first: 100) { nodes { relations(first: 100) { nodes { relations(first: 100) { nodes { id } } } } } } }`, true, `{"complexity":{"requested":1020202,"limit":50000},"depth":{"requested":4,"limit":12},"aliases":{"requested":0,"limit":100},"tokens":{"requested":36,"limit":4000}}`, "COMPLEXITY_LIMIT", false},
		{"the same without executing", `{ entities(first: 100) { nodes { relations(first: 100) { nodes { relations(first: 100) { nodes { id } } } } } } }`, "dry", `{"complexity":{"requested":1020202,"limit":50000},"depth":{"requested":4,"limit":12},"aliases":{"requested":0,"limit":100},"tokens":{"requested":36,"limit":4000}}`, "COMPLEXITY_LIMIT", false},
		{"too deep", nested(50), true, `{"depth":{"requested":51,"limit":12},"aliases":{"requested":0,"limit":100},"tokens":{"requested":166,"limit":4000}}`, "DEPTH_LIMIT", false},
		{"too many aliases", aliases(101), true, `{"depth":{"requested":0,"limit":12},"aliases":{"requested":101,"limit":100},"tokens":{"requested":305,"limit":4000}}`, "ALIAS_LIMIT", false},
		{"too many tokens", "{" + strings.Repeat("id ", 5000) + "}", true, `{"tokens":{"requested":5002,"limit":4000}}`, "TOKEN_LIMIT", false},
		{"no GraphQL", `{ a % }`, true, `{"tokens":{"requested":2,"limit":4000}}`, "GRAPHQL_PARSE_FAILED", false},
		{"not valid", `{ nothing }`, true, `{"depth":{"requested":1,"limit":12},"aliases":{"requested":0,"limit":100},"tokens":{"requested":3,"limit":4000}}`, "GRAPHQL_VALIDATION_FAILED", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			counted := newCounting(loaded(t))
			c := newClient(counted)
			for range 2 { // the second time the document is known
				clear(counted.calls)
				_, a := c.send(t, object{"query": test.document, "extensions": object{"cost": test.asked}})
				if diff := cmp.Diff(test.code, strings.Join(a.codes(), " ")); diff != "" {
					t.Errorf("codes (-want +got):\n%s%+v", diff, a.Errors)
				}
				if diff := cmp.Diff(test.cost, string(a.Extensions["cost"])); diff != "" {
					t.Errorf("cost (-want +got):\n%s", diff)
				}
				if executed := len(counted.calls) > 0; executed != test.executed || (len(a.Data) > 4) != test.executed {
					t.Errorf("calls %v, data %s", counted.calls, a.Data)
				}
			}
		})
	}
	_, a := newClient(loaded(t)).fetch(t, url.Values{"query": {two}, "extensions": {`{"cost":true}`}})
	if len(a.Extensions["cost"]) == 0 || len(a.Data) == 0 {
		t.Errorf("by GET: %+v", a)
	}
}

// TestIntrospectionHasAPrice allows one introspection of everything, and refuses a
// short document that repeats it.
func TestIntrospectionHasAPrice(t *testing.T) {
	c := newClient(loaded(t))
	_, whole := c.send(t, object{"query": introspection.Query, "extensions": object{"cost": true}})
	var cost struct {
		Complexity struct{ Requested, Limit int }
	}
	if err := json.Unmarshal(whole.Extensions["cost"], &cost); err != nil || len(whole.Errors) > 0 {
		t.Fatalf("%v %+v", err, whole.Errors)
	}
	if share := float64(cost.Complexity.Requested) / float64(cost.Complexity.Limit); share < 0.1 || share > 0.7 {
		t.Errorf("all of the schema costs %d of %d", cost.Complexity.Requested, cost.Complexity.Limit)
	}
	repeated := `{ ` + strings.Repeat("_: __schema { ...S } ", 20) + `} fragment S on __Schema { types { name fields { name args { name type { name ofType { name ofType { name } } } } type { name } } } }`
	for i := range 20 {
		repeated = strings.Replace(repeated, "_: ", string(rune('a'+i))+": ", 1)
	}
	if status, a := c.send(t, object{"query": repeated}); status != 400 || !cmp.Equal(a.codes(), []string{"COMPLEXITY_LIMIT"}) {
		t.Errorf("20 times: %d %v", status, a.Errors)
	}
}
