package graph_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/store/memory"
)

// demandsPage is a page of demands.
type demandsPage struct {
	MatchDemands struct {
		TotalCount int
		Nodes      []demandRow
		PageInfo   struct {
			HasNextPage, HasPreviousPage bool
			EndCursor                    *string
		}
	}
}

type demandRow struct {
	Demand     struct{ ID string }
	Rank       int
	Score      float64
	Components json.RawMessage
	ReasonsFor json.RawMessage
}

func (p demandsPage) ids() []string {
	ids := []string{}
	for _, n := range p.MatchDemands.Nodes {
		ids = append(ids, n.Demand.ID)
	}
	return ids
}

const explained = `score components { name value weight evidenceCount evidence { ground weight path { start { id } steps { node { id } } } } } reasonsFor { code sentence { zh } evidence { weight } }`

// TestDemandsAreScoredAsPartnersAre asks for the demands of a partner, and for each of
// these for the partner: the same score, parts and reasons.
func TestDemandsAreScoredAsPartnersAre(t *testing.T) {
	c := matcher(loaded(t))
	for _, partner := range []string{"org:zju", "org:tongji"} {
		for _, how := range []string{``, `, strategy: COMPLEMENTARY, weights: {ties: 0.5, reach: 0}`} {
			found := data[demandsPage](t, c, `query ($p: ID!) { matchDemands(partner: $p`+how+`, first: 100) { totalCount nodes { demand { id } rank `+explained+` } } }`, variables{"p": partner}).MatchDemands
			if found.TotalCount != len(found.Nodes) || len(found.Nodes) != 5 {
				t.Fatalf("%s%s: %d of %d demands", partner, how, len(found.Nodes), found.TotalCount)
			}
			for i, row := range found.Nodes {
				if row.Rank != i+1 || i > 0 && row.Score > found.Nodes[i-1].Score {
					t.Errorf("%s: place %d has rank %d and score %v", row.Demand.ID, i+1, row.Rank, row.Score)
				}
				alone := data[struct{ PartnerMatch demandRow }](t, c, `query ($p: ID!, $d: ID!) { partnerMatch(demand: {entity: $d}, partner: $p`+how+`) { `+explained+` } }`,
					variables{"p": partner, "d": row.Demand.ID}).PartnerMatch
				if alone.Score != row.Score {
					t.Errorf("%s for %s: %v, as a partner %v", row.Demand.ID, partner, row.Score, alone.Score)
				}
				sameJSON(t, row.Components, string(alone.Components))
				sameJSON(t, row.ReasonsFor, string(alone.ReasonsFor))
			}
		}
	}
}

func TestDemandFilters(t *testing.T) {
	c := matcher(loaded(t))
	for _, test := range []struct {
		where string
		want  []string
	}{
		{`{kinds: [KEY_PROJECT]}`, []string{"project:battery"}},
		{`{kinds: [INDUSTRY_CLUSTER]}`, []string{"cluster:ne"}},
		{`{kinds: [TECHNOLOGY_FIELD]}`, []string{"field:ne", "field:ne-pv", "field:ne-storage"}},
		{`{fields: ["field:ne-storage"]}`, []string{"cluster:ne", "field:ne-storage", "project:battery"}},
		{`{fields: ["field:ne"], kinds: [TECHNOLOGY_FIELD]}`, []string{"field:ne", "field:ne-pv", "field:ne-storage"}},
		{`{document: "doc:plan", section: "专栏6"}`, []string{"project:battery"}},
		{`{region: "region:310000"}`, []string{"field:ne", "field:ne-pv", "field:ne-storage"}},
		{`{exclude: ["cluster:ne", "field:ne", "field:ne-pv"]}`, []string{"field:ne-storage", "project:battery"}},
		{`{kinds: []}`, []string{}},
	} {
		got := data[demandsPage](t, c, `{ matchDemands(partner: "org:zju", where: `+test.where+`) { nodes { demand { id } } } }`, nil).ids()
		slices.Sort(got)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.where, diff)
		}
	}
	if got := data[demandsPage](t, c, `{ matchDemands(partner: "org:hospital") { totalCount nodes { demand { id } } } }`, nil); len(got.ids()) > 0 {
		t.Errorf("who has nothing to offer fits %v", got.ids())
	}
}

func TestRefusedDemands(t *testing.T) {
	c := matcher(loaded(t))
	for _, test := range []struct{ name, document, want string }{
		{"an unknown partner", `{ matchDemands(partner: "org:none") { totalCount } }`, "UNKNOWN_ID"},
		{"a field as partner", `{ matchDemands(partner: "field:ne") { totalCount } }`, "BAD_INPUT"},
		{"an unknown home", `{ matchDemands(partner: "org:zju", home: "region:none") { totalCount } }`, "UNKNOWN_ID"},
		{"an unknown region", `{ matchDemands(partner: "org:zju", where: {region: "region:none"}) { totalCount } }`, "UNKNOWN_ID"},
		{"a kind that is no demand", `{ matchDemands(partner: "org:zju", where: {kinds: [POLICY]}) { totalCount } }`, "BAD_INPUT"},
		{"an unknown field", `{ matchDemands(partner: "org:zju", where: {fields: ["field:none"]}) { totalCount } }`, "UNKNOWN_ID"},
		{"a negative weight", `{ matchDemands(partner: "org:zju", weights: {reach: -1}) { totalCount } }`, "BAD_INPUT"},
		{"too many rows", `{ matchDemands(partner: "org:zju", first: 101) { totalCount } }`, "LIMIT_EXCEEDED"},
		{"no cursor", `{ matchDemands(partner: "org:zju", after: "here") { totalCount } }`, "INVALID_CURSOR"},
		{"many questions at once", `{ ` + repeated(60, `a%d: matchDemands(partner: "org:zju") { totalCount } `) + `}`, "COMPLEXITY_LIMIT"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := c.ask(t, test.document, nil)
			if got := a.codes(); !slices.Equal(got, []string{test.want}) {
				t.Errorf("got %v (%+v), want %s", got, a.Errors, test.want)
			}
		})
	}
}

// manyDemands is a wide world with so many projects at home, each in a field, every
// third in two, some told by their names only, and some with ties of their own.
func manyDemands(t testing.TB, n int) *memory.Store {
	t.Helper()
	g := wideWorld(t)
	for i := range n {
		id := fmt.Sprintf("project:%03d", i)
		g.Entities = append(g.Entities, ecosystem.Entity{ID: id, Kind: ecosystem.KeyProject, Name: fmt.Sprintf("领域%c项目", 'a'+i%4), Sources: listed(0.9)})
		relation := func(typ ecosystem.RelationType, to string) {
			g.Relations = append(g.Relations, ecosystem.Relation{Type: typ, From: id, To: to, Sources: listed(0.9)})
		}
		relation(ecosystem.LocatedIn, "region:1")
		if i%5 > 0 {
			relation(ecosystem.InField, fmt.Sprint("field:", i%4))
		}
		if i%3 == 0 {
			relation(ecosystem.InField, fmt.Sprint("field:", (i+1)%4))
			relation(ecosystem.BuiltBy, fmt.Sprint("org:", i%8))
		}
	}
	b := ecosystem.NewBuilder()
	for _, d := range g.Documents {
		if err := b.Document(d); err != nil {
			t.Fatal(err)
		}
	}
	for _, e := range g.Entities {
		if err := b.Entity(e); err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range g.Relations {
		b.Relation(r)
	}
	s := memory.New()
	load(t, s, b.Graph())
	return s
}

// TestStoreCallsOfDemands proves that the calls of the store depend neither on the
// number of demands nor on that of the relations of the partner, nor on how many demands
// have no stated field.
func TestStoreCallsOfDemands(t *testing.T) {
	const document = `{ matchDemands(partner: "org:2", home: "region:1", strategy: SIMILAR, first: 50) { totalCount nodes { score demand { name ... on KeyProject { field { name } } region { name } } components { evidence(first: 2) { path { steps { node { name } sources { document { title } } } } } } } } }`
	// regions, home, the partner, words that fields are read from; parts of home, around
	// the partner four times, fields of demands, next to these, disciplines at home,
	// where the partner lies, examples and disciplines of all fields, fields and regions
	// of the rows; for regions again whatever lies in them; of demands without a stated
	// field the places, and whether they hold anything or have disciplines
	want := calls{"Generation": 1, "Entities": 3, "List": 3, "Documents": 1}
	for _, n := range []int{10, 300} {
		want["Neighbors"] = 19
		counted := newCounting(manyDemands(t, n))
		c := client{graph.NewHandler(graph.Config{Reader: counted, Wait: time.Hour})}
		answered := make(chan answer, 1)
		go func() { answered <- c.ask(t, document, nil) }()
		select {
		case a := <-answered:
			var p demandsPage
			if err := json.Unmarshal(a.Data, &p); err != nil || len(a.Errors) > 0 || p.MatchDemands.TotalCount != n+5 {
				t.Fatalf("%d demands, %v, errors: %+v", p.MatchDemands.TotalCount, err, a.Errors)
			}
		case <-time.After(time.Minute):
			t.Fatalf("a batch waits for rows that never ask; calls until then: %v", counted.calls)
		}
		if diff := cmp.Diff(want, counted.calls); diff != "" {
			t.Errorf("calls of the store for %d demands (-want +got):\n%s", n, diff)
		}
	}
}

// TestPagesOfDemands joins pages, and gives a cursor to another list.
func TestPagesOfDemands(t *testing.T) {
	c := matcher(manyDemands(t, 60))
	const ask = `query ($n: Int, $after: String) { matchDemands(partner: "org:2", home: "region:1", first: $n, after: $after) { totalCount nodes { rank score demand { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`
	whole := data[demandsPage](t, c, ask, variables{"n": 100}).MatchDemands.Nodes
	var joined []demandRow
	var after *string
	for {
		p := data[demandsPage](t, c, ask, variables{"n": 9, "after": after}).MatchDemands
		if p.TotalCount != len(whole) || p.PageInfo.HasPreviousPage != (after != nil) {
			t.Errorf("the page behind %v tells %d, previous %t", after, p.TotalCount, p.PageInfo.HasPreviousPage)
		}
		joined = append(joined, p.Nodes...)
		if !p.PageInfo.HasNextPage || len(joined) > len(whole) {
			break
		}
		after = p.PageInfo.EndCursor
	}
	if diff := cmp.Diff(whole, joined); diff != "" || len(whole) != 65 {
		t.Errorf("%d demands (-whole +joined):\n%s", len(whole), diff)
	}
	if other := c.ask(t, `query ($after: String) { matchDemands(partner: "org:3", home: "region:1", after: $after) { totalCount } }`, variables{"after": after}).codes(); !slices.Equal(other, []string{"INVALID_CURSOR"}) {
		t.Errorf("the cursor of another list gives %v", other)
	}
}
