package graph_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/store/memory"
)

// matchPage is a page of partners.
type matchPage struct {
	MatchPartners struct {
		TotalCount int
		Nodes      []struct {
			Rank    int
			Score   float64
			Partner struct{ ID string }
		}
		PageInfo struct {
			HasNextPage, HasPreviousPage bool
			EndCursor                    *string
		}
	}
}

// manyPartners has 30 universities that differ in nothing but a discipline's grade;
// six each are alike, so that the id decides.
func manyPartners(t testing.TB) ecosystem.Graph {
	t.Helper()
	g := wideWorld(t)
	g.Entities = append(g.Entities, ecosystem.Entity{ID: "region:2", Kind: ecosystem.Region, Name: "别处", Sources: listed(0.9)})
	for i := range 30 {
		id := "org:u" + string(rune('a'+i%26)) + string(rune('a'+i/26))
		g.Entities = append(g.Entities, ecosystem.Entity{ID: id, Kind: ecosystem.University, Name: id, Sources: listed(0.9)})
		g.Relations = append(g.Relations,
			ecosystem.Relation{Type: ecosystem.LocatedIn, From: id, To: "region:2", Weight: 1, Sources: listed(0.9)},
			ecosystem.Relation{Type: ecosystem.InField, From: id, To: "field:0", Weight: 1 / float64(1+i%5), Sources: listed(0.9)})
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
	return b.Graph()
}

const askMany = `query ($n: Int, $after: String) { matchPartners(demand: {entity: "field:0"}, home: "region:1", where: {region: "region:2"}, first: $n, after: $after)
	{ totalCount nodes { rank score partner { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`

// TestPagesOfPartners joins pages, and gives a cursor to another list, in another year
// and after a load.
func TestPagesOfPartners(t *testing.T) {
	s := memory.New()
	load(t, s, manyPartners(t))
	year := 2026
	c := client{graph.NewHandler(graph.Config{Reader: s, Year: func() int { return year }})}
	whole := data[matchPage](t, c, askMany, variables{"n": 100}).MatchPartners
	if len(whole.Nodes) != 30 || whole.TotalCount != 30 || whole.PageInfo.HasNextPage || whole.PageInfo.HasPreviousPage {
		t.Fatalf("%d of %d partners, %+v", len(whole.Nodes), whole.TotalCount, whole.PageInfo)
	}
	joined := whole.Nodes[:0:0]
	var after *string
	for {
		p := data[matchPage](t, c, askMany, variables{"n": 7, "after": after}).MatchPartners
		if p.TotalCount != 30 || p.PageInfo.HasPreviousPage != (after != nil) {
			t.Errorf("the page behind %v tells %d, previous %t", after, p.TotalCount, p.PageInfo.HasPreviousPage)
		}
		joined = append(joined, p.Nodes...)
		if !p.PageInfo.HasNextPage || len(joined) > 30 {
			break
		}
		after = p.PageInfo.EndCursor
	}
	if diff := cmp.Diff(whole.Nodes, joined); diff != "" {
		t.Errorf("(-whole +joined):\n%s", diff)
	}
	if !slices.IsSortedFunc(joined, func(a, b struct {
		Rank    int
		Score   float64
		Partner struct{ ID string }
	},
	) int {
		return a.Rank - b.Rank
	}) || joined[29].Rank != 30 {
		t.Errorf("ranks %+v", joined)
	}

	// What is selected beside the rows makes no other list.
	same := c.ask(t, `query ($after: String) { matchPartners(demand: {entity: "field:0"}, home: "region:1", where: {region: "region:2"}, first: 3, after: $after) { truncated consortium { exact } edges { cursor node { rank } } } }`, variables{"after": after})
	if len(same.Errors) > 0 {
		t.Errorf("the cursor with another selection: %+v", same.Errors)
	}
	if other := c.ask(t, `query ($after: String) { matchPartners(demand: {entity: "field:1"}, home: "region:1", after: $after) { totalCount } }`, variables{"after": after}).codes(); !slices.Equal(other, []string{"UNKNOWN_ID"}) && !slices.Equal(other, []string{"INVALID_CURSOR"}) {
		t.Errorf("the cursor of another list gives %v", other)
	}
	if weights := c.ask(t, `query ($after: String) { matchPartners(demand: {entity: "field:0"}, home: "region:1", where: {region: "region:2"}, weights: {ties: 1}, after: $after) { totalCount } }`, variables{"after": after}).codes(); !slices.Equal(weights, []string{"INVALID_CURSOR"}) {
		t.Errorf("the cursor with other weights gives %v", weights)
	}
	year++
	if later := c.ask(t, askMany, variables{"n": 7, "after": after}).codes(); !slices.Equal(later, []string{"INVALID_CURSOR"}) {
		t.Errorf("the cursor of last year gives %v", later)
	}
	year--
	g := manyPartners(t)
	g.Entities[0].Aliases = append(g.Entities[0].Aliases, "别名")
	load(t, s, g)
	if stale := c.ask(t, askMany, variables{"n": 7, "after": after}).codes(); !slices.Equal(stale, []string{"STALE_CURSOR"}) {
		t.Errorf("a stale cursor gives %v", stale)
	}
}

// TestPartnerMatchHasItsPlaceInTheList asks for each of a list alone.
func TestPartnerMatchHasItsPlaceInTheList(t *testing.T) {
	s := memory.New()
	load(t, s, manyPartners(t))
	c := matcher(s)
	for _, row := range data[matchPage](t, c, askMany, variables{"n": 100}).MatchPartners.Nodes[10:13] {
		alone := data[struct {
			PartnerMatch struct {
				Rank        int
				Score       float64
				WouldChange []struct{ Up bool }
			}
		}](t, c, `query ($id: ID!) { partnerMatch(demand: {entity: "field:0"}, partner: $id, home: "region:1", where: {region: "region:2"}) { rank score wouldChange { up } } }`, variables{"id": row.Partner.ID}).PartnerMatch
		if alone.Rank != row.Rank || alone.Score != row.Score || len(alone.WouldChange) != 2 {
			t.Errorf("%s: %+v, in the list place %d with %v", row.Partner.ID, alone, row.Rank, row.Score)
		}
	}
}

// TestTiesGetOlder asks ten years later, and wants the tag of an answer to change
// with the year.
func TestTiesGetOlder(t *testing.T) {
	year := 2026
	c := client{graph.NewHandler(graph.Config{Reader: loaded(t), Year: func() int { return year }})}
	const ask = `{ partnerMatch(demand: {entity: "org:lyu"}, partner: "org:zju") { components { name value } } }`
	ties := func() (value float64, tag string) {
		w := c.get(t, ask)
		a := data[struct {
			PartnerMatch struct {
				Components []struct {
					Name  string
					Value float64
				}
			}
		}](t, c, ask, nil)
		for _, part := range a.PartnerMatch.Components {
			if part.Name == "TIES" {
				value = part.Value
			}
		}
		return value, w.Header().Get("ETag")
	}
	now, tag := ties()
	year = 2036
	later, laterTag := ties()
	if later <= 0 || later >= now {
		t.Errorf("ties count %v now and %v in ten years", now, later)
	}
	if tag == "" || tag == laterTag {
		t.Errorf("tags %s and %s", tag, laterTag)
	}
}
