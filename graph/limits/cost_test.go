package limits

import (
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/innograph/innograph/schema"
)

// TestCost works the price of documents out by hand.
func TestCost(t *testing.T) {
	sdl, err := gqlparser.LoadSchema(&ast.Source{Input: schema.SDL()})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, document string
		variables      map[string]any
		want           int
	}{
		{"scalars cost one", `{ generation { number loadedAt } }`, nil, 3},
		{"a page size multiplies its rows", `{ entities(first: 10) { nodes { id name } } }`, nil, 1 + 1 + 10*2},
		{"the default size too", `{ entities { nodes { id } } }`, nil, 1 + 1 + 20},
		{"last as well, from a variable", `query ($n: Int) { entities(last: $n) { nodes { id } } }`, map[string]any{"n": int64(7)}, 1 + 1 + 7},
		{"rows, not what stands beside them", `{ entities(first: 10) { totalCount pageInfo { endCursor } edges { cursor node { id } } } }`, nil, 1 + 1 + 2 + 1 + 10*(1+2)},
		{"pages of pages", `{ entities(first: 10) { nodes { relations(first: 5) { nodes { id } } } } }`, nil, 1 + 1 + 10*(1+1+5)},
		{"plain lists count as four", `{ node(id: "a") { ... on Entity { sources { locator } aliases } } }`, nil, 1 + (1 + 4) + 1},
		{"ids", `{ nodes(ids: ["a", "b", "c"]) { id } }`, nil, 1 + 3},
		{"a neighborhood by its limit", `{ neighborhood(ids: ["a"], limit: 50) { truncated nodes { id } edges { from } } }`, nil, 1 + 50 + 1 + (1 + 50) + (1 + 50)},
		{"paths by k", `{ paths(from: "a", to: "b", k: 2) { truncated paths { steps { weight } } } }`, nil, 1 + 4*workOfHop + 1 + (1 + 2*(1+4))},
		{"paths by the hops that are looked through", `query ($h: Int) { paths(from: "a", to: "b", maxHops: $h) { truncated } }`, map[string]any{"h": int64(6)}, 1 + 6*workOfHop + 1},
		{"a neighborhood of the usual size", `{ neighborhood(ids: ["a"]) { totalEdges } }`, nil, 1 + 200 + 1},
		{"a name by its matches", `{ resolveName(name: "浙大", first: 7) { score entity { id } } }`, nil, 1 + workOfName + 7*(1+2)},
		{"suggestions", `{ suggest(prefix: "浙") { hint highlights { start } } }`, nil, 1 + workOfSearch + 10*(1+1+4)},
		{"names by their number and their matches", `{ resolveNames(names: ["a", "b", "c"], first: 4) { name chosen { score } matches { how } } }`, nil, 1 + 3*(workOfName+1+2+(1+4))},
		{"names with the usual matches", `query ($n: [String!]!) { resolveNames(names: $n) { matches { how } } }`, map[string]any{"n": []any{"a", "b"}}, 1 + 2*(workOfName+1+5)},
		{"fragments count where they are put in", `{ entities(first: 10) { nodes { ...A } } search(query: "x", first: 2) { nodes { ...A } } } fragment A on Entity { id name }`, nil, (1 + 1 + 20) + (1 + workOfSearch + 1 + 4)},
		{"facets by their dimensions and values", `{ entities { facets(dimensions: [KIND, STATUS]) { buckets { count } } } }`, nil, 1 + (1 + 2*(1+500))},
		{"names of types", `{ __typename node(id: "a") { __typename } }`, nil, 1 + 1 + 1},
		{"introspection by the lists of the schema", `{ __schema { types { name } } }`, nil, 1 + (1+len(sdl.Types))/introspectionDiscount},
		{"levels of types that there are not", `{ __type(name: "a") { ofType { ofType { ofType { ofType { ofType { name kind } } } } } } }`, nil, 1 + 4/introspectionDiscount},
		{"gaps by what they judge and their rows", `{ gaps(first: 3) { totalCount edges { severity wants { id } home { suppliers(first: 5) { strength } } } } }`, nil, 1 + workOfGaps + 1 + 1 + 3*(1+(1+10)+(1+(1+5)))},
		{"a matrix by rows and columns", `{ gapMatrix(first: 7) { columns { id } rows { cells { supply } } } }`, nil, 1 + workOfGaps + (1 + 60) + (1 + 7*(1+60))},
		{"matches by their rows, and what each rests on", `{ matchPartners(demand: {text: "a"}, first: 3) { totalCount nodes { score components { value evidence(first: 2) { weight } } reasonsFor { code evidence { weight } } wouldChange { by } introductions(first: 2) { direct } } } }`, nil, 1 + workOfMatching + 1 + 1 + 3*(1+(1+5*(1+1+2))+(1+8*(1+1+1))+(1+4)+(1+workOfIntroductions+2))},
		{"a match alone, with the usual evidence", `{ partnerMatch(demand: {text: "a"}, partner: "b") { components { evidence { weight } } } }`, nil, 1 + workOfMatching + 1 + 5*(1+3)},
		{"demands by what they judge and their rows", `{ matchDemands(partner: "a", first: 3) { nodes { rank reasonsFor { code } } } }`, nil, 1 + workOfDemands + 1 + 3*(1+1+8)},
		{"introductions by the bodies around", `{ introductions(from: "a", to: "b", first: 2) { direct } }`, nil, 1 + workOfIntroductions + 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc, errs := gqlparser.LoadQueryWithRules(sdl, test.document, rules.NewDefaultRules())
			if errs != nil {
				t.Fatal(errs)
			}
			p := pricer{limits: Default(), schema: sdl, variables: test.variables, known: map[place]int{}}
			if got := p.selection(doc.Operations[0].SelectionSet, 0); got != test.want || p.err != nil {
				t.Errorf("costs %d (error %v), want %d", got, p.err, test.want)
			}
		})
	}
}

// TestGreatNumbers wants costs to stop at the greatest number, not to wrap around
// to one that is allowed.
func TestGreatNumbers(t *testing.T) {
	const great = 1 << 62
	for name, got := range map[string]int{"sum": add(great, great), "product": multiply(great, 3), "product of both": multiply(add(great, great), add(great, great))} {
		if got < great {
			t.Errorf("the %s of great numbers is %d", name, got)
		}
	}
	if multiply(great, 0) != 0 || multiply(3, 4) != 12 || add(3, 4) != 7 {
		t.Error("small numbers are wrong")
	}
}
