package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/innograph/innograph/store/memory"
)

func TestHostileDocumentsAreRefusedByCode(t *testing.T) {
	endpoint := serveShipped(t, memory.New())
	deep := strings.Repeat("relations(first: 1) { nodes { ", 50) + "id" + strings.Repeat(" } }", 50)
	var aliases strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&aliases, "a%d: __typename ", i)
	}
	_, first := post(t, endpoint, `{ entities(first: 1) { pageInfo { endCursor } } }`, nil)
	var page struct {
		Entities struct{ PageInfo struct{ EndCursor string } }
	}
	if err := json.Unmarshal(first.Data, &page); err != nil || page.Entities.PageInfo.EndCursor == "" {
		t.Fatalf("no cursor in %s (%v)", first.Data, err)
	}
	cursor := page.Entities.PageInfo.EndCursor

	for name, c := range map[string]struct {
		query string
		vars  map[string]any
		code  string
	}{
		"50 levels deep":               {`{ entities(first: 1) { nodes { ` + deep + ` } } }`, nil, "DEPTH_LIMIT"},
		"1000 aliases":                 {"{ " + aliases.String() + "}", nil, "ALIAS_LIMIT"},
		"a page of 100000":             {`{ entities(first: 100000) { nodes { id } } }`, nil, "LIMIT_EXCEEDED"},
		"a page of 100000 by variable": {`query($n: Int) { entities(first: $n) { nodes { id } } }`, map[string]any{"n": 100000}, "LIMIT_EXCEEDED"},
		"a cursor of another list":     {`query($c: String) { entities(first: 1, after: $c, filter: {kinds: [PLATFORM]}) { nodes { id } } }`, map[string]any{"c": cursor}, "INVALID_CURSOR"},
		"no cursor at all":             {`{ entities(first: 1, after: "xyz") { nodes { id } } }`, nil, "INVALID_CURSOR"},
		"a negative page":              {`{ entities(first: -1) { nodes { id } } }`, nil, "BAD_INPUT"},
		"first and last":               {`{ entities(first: 1, last: 1) { nodes { id } } }`, nil, "BAD_INPUT"},
		"not GraphQL":                  {`{ entities( }`, nil, "GRAPHQL_PARSE_FAILED"},
		"unknown field":                {`{ entitees { id } }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		"very many words":              {"{ " + strings.Repeat("generation { number } ", 20000) + "}", nil, "TOKEN_LIMIT"},
		"pages within pages":           {`{ entities(first: 100) { nodes { relations(first: 100) { nodes { relations(first: 100) { nodes { relations(first: 100) { nodes { id } } } } } } } } }`, nil, "COMPLEXITY_LIMIT"},
		"far too many hops":            {`{ paths(from: "org:lyu", to: "org:zju", maxHops: 60) { reason } }`, nil, "LIMIT_EXCEEDED"},
		"a search of 1000 letters":     {`query($q: String!) { search(query: $q) { nodes { id } } }`, map[string]any{"q": strings.Repeat("大", 1000)}, "LIMIT_EXCEEDED"},
	} {
		t.Run(name, func(t *testing.T) {
			status, answer := post(t, endpoint, c.query, c.vars)
			if got := answer.code(); got != c.code {
				t.Errorf("code %q, want %q (status %d): %v", got, c.code, status, answer.Errors)
			}
		})
	}
	if status, answer := post(t, endpoint, `{ generation { number } }`, nil); status != http.StatusOK || answer.code() != "" {
		t.Errorf("afterwards a polite question gives %d %v", status, answer)
	}
}
