package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/memory"
)

func TestRefusedGaps(t *testing.T) {
	c := newClient(loaded(t))
	for _, test := range []struct{ name, document, want string }{
		{"an unknown home", `{ gaps(filter: {home: "region:none"}) { totalCount } }`, "UNKNOWN_ID"},
		{"a field as home", `{ gaps(filter: {home: "field:ne"}) { totalCount } }`, "BAD_INPUT"},
		{"an unknown field", `{ gaps(filter: {fields: ["field:none"]}) { totalCount } }`, "UNKNOWN_ID"},
		{"a region as a field", `{ gaps(filter: {fields: ["region:yrd"]}) { totalCount } }`, "BAD_INPUT"},
		{"the same region twice", `{ gaps(filter: {partner: "region:371300"}) { totalCount } }`, "BAD_INPUT"},
		{"a need that is none", `{ gaps(filter: {kinds: [UNIVERSITY]}) { totalCount } }`, "BAD_INPUT"},
		{"a supplier that is none", `{ gaps(filter: {supplierKinds: [POLICY]}) { totalCount } }`, "BAD_INPUT"},
		{"no strength", `{ gaps(filter: {minStrength: 0}) { totalCount } }`, "BAD_INPUT"},
		{"a negative number", `{ gaps(filter: {maxHome: -1}) { totalCount } }`, "BAD_INPUT"},
		{"too many rows", `{ gaps(first: 101) { totalCount } }`, "LIMIT_EXCEEDED"},
		{"no cursor", `{ gaps(after: "here") { totalCount } }`, "INVALID_CURSOR"},
		{"too many suppliers", `{ gaps { edges { home { suppliers(first: 101) { strength } } } } }`, "LIMIT_EXCEEDED"},
		{"too many rows of a matrix", `{ gapMatrix(first: 201) { totalRows } }`, "LIMIT_EXCEEDED"},
		{"a costly matrix", `{ gapMatrix(first: 200) { rows { cells { strongest { entity { id name kind } } } } } }`, "COMPLEXITY_LIMIT"},
		{"many questions at once", `{ ` + repeated(60, `a%d: gaps { totalCount } `) + `}`, "COMPLEXITY_LIMIT"},
		{"an unknown target", `{ introductions(from: "org:lyu", to: "org:none") { direct } }`, "UNKNOWN_ID"},
		{"nobody asks", `{ introductions(from: "org:none", to: "org:lyu") { direct } }`, "UNKNOWN_ID"},
		{"a field as target", `{ introductions(from: "org:lyu", to: "field:ne") { direct } }`, "BAD_INPUT"},
		{"a field that asks", `{ introductions(from: "field:ne", to: "org:lyu") { direct } }`, "BAD_INPUT"},
		{"oneself", `{ introductions(from: "org:lyu", to: "org:lyu") { direct } }`, "BAD_INPUT"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := c.ask(t, test.document, nil)
			if got := a.codes(); !slices.Equal(got, []string{test.want}) {
				t.Errorf("got %v (%+v), want %s", got, a.Errors, test.want)
			}
		})
	}
}

func repeated(n int, format string) string {
	var all strings.Builder
	for i := range n {
		fmt.Fprintf(&all, format, i)
	}
	return all.String()
}

// TestManyNeeds wants more needs than one question judges to be refused.
func TestManyNeeds(t *testing.T) {
	b := ecosystem.NewBuilder()
	if err := b.Document(ecosystem.Document{ID: "doc:list", Title: "名单"}); err != nil {
		t.Fatal(err)
	}
	add := func(kind ecosystem.Kind, id string) {
		if err := b.Entity(ecosystem.Entity{ID: id, Kind: kind, Name: id, Sources: listed(0.9)}); err != nil {
			t.Fatal(err)
		}
	}
	add(ecosystem.Region, "region:371300")
	add(ecosystem.Region, "region:yrd")
	for i := range 1001 {
		add(ecosystem.TechnologyField, fmt.Sprint("field:", i))
	}
	s := memory.New()
	load(t, s, b.Graph())
	c := newClient(s)
	if got := c.ask(t, `{ gaps { totalCount } }`, nil).codes(); !slices.Equal(got, []string{"LIMIT_EXCEEDED"}) {
		t.Errorf("1001 needs give %v", got)
	}
	sameJSON(t, c.ask(t, `{ gaps(filter: {ids: ["field:7"]}) { totalCount edges { severity reason { en } } } }`, nil).Data,
		`{"gaps":{"totalCount":1,"edges":[{"severity":"UNKNOWN","reason":{"en":"field:7 is a field of the taxonomy; no key project or cluster of region:371300 is in it. The graph does not tell which disciplines, organizations or platforms would serve it: this is not known, not a shortage."}}]}}`)
}
