package storetest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// edgeCase asks for the relations of one entity of the fixture.
type edgeCase struct {
	name   string
	id     string
	filter store.RelationFilter
	want   []string // as edgeText writes them
}

func edgeCases() []edgeCase {
	located := []ecosystem.RelationType{ecosystem.LocatedIn}
	hosted := []ecosystem.RelationType{ecosystem.HostedBy}
	cooperates := []ecosystem.RelationType{ecosystem.CooperatesWith}
	toLyu := []string{"<COOPERATES_WITH 1 org:lyu", "<COOPERATES_WITH 0.7 org:lyu"}
	ofLyu := []string{">COOPERATES_WITH 1 org:zju", "<COOPERATES_WITH 0.7 field:mach", ">COOPERATES_WITH 0.7 org:zju", "<COOPERATES_WITH 0.35 org:fudan"}
	out := []string{">LOCATED_IN 1 region:330100", ">STRONG_IN 1 discipline:0812", ">STRONG_IN 0.95 discipline:0802"}
	far := func(f store.Filter) store.RelationFilter { return store.RelationFilter{Far: &f} }
	return []edgeCase{
		{"all, by type, weight and far id", "org:zju", store.RelationFilter{}, []string{
			"<BUILT_BY 0.8 platform:fluid-lab",
			"<COOPERATES_WITH 1 org:lyu", "<COOPERATES_WITH 0.7 org:lyu",
			"<HOSTED_BY 1 org:sdaari", "<HOSTED_BY 1 platform:fluid-lab",
			">LOCATED_IN 1 region:330100",
			"<PART_OF 0.9 org:sdaari",
			">STRONG_IN 1 discipline:0812", ">STRONG_IN 0.95 discipline:0802",
		}},
		{"none", "org:alone", store.RelationFilter{}, nil},
		{"unknown id", "org:none", store.RelationFilter{}, nil},
		{"types", "org:zju", store.RelationFilter{Types: []ecosystem.RelationType{ecosystem.PartOf, ecosystem.BuiltBy}}, []string{
			"<BUILT_BY 0.8 platform:fluid-lab", "<PART_OF 0.9 org:sdaari",
		}},
		{"no type", "org:zju", store.RelationFilter{Types: []ecosystem.RelationType{}}, nil},
		{"out", "org:zju", store.RelationFilter{Direction: store.Out}, slices.Concat(toLyu, out)},
		{"in", "org:zju", store.RelationFilter{Direction: store.In}, slices.Concat(
			[]string{"<BUILT_BY 0.8 platform:fluid-lab"}, toLyu,
			[]string{"<HOSTED_BY 1 org:sdaari", "<HOSTED_BY 1 platform:fluid-lab", "<PART_OF 0.9 org:sdaari"},
		)},
		{"symmetric, both", "org:lyu", store.RelationFilter{Types: cooperates}, ofLyu},
		{"symmetric, out", "org:lyu", store.RelationFilter{Types: cooperates, Direction: store.Out}, ofLyu},
		{"symmetric, in", "org:lyu", store.RelationFilter{Types: cooperates, Direction: store.In}, ofLyu},
		{"far kinds", "org:zju", store.RelationFilter{Kinds: []ecosystem.Kind{ecosystem.Region, ecosystem.Platform}}, []string{
			"<BUILT_BY 0.8 platform:fluid-lab", "<HOSTED_BY 1 platform:fluid-lab", ">LOCATED_IN 1 region:330100",
		}},
		{"no far kind", "org:zju", store.RelationFilter{Kinds: []ecosystem.Kind{}}, nil},
		{"at least a weight", "org:zju", store.RelationFilter{MinWeight: 0.95, Direction: store.Out}, []string{
			"<COOPERATES_WITH 1 org:lyu", ">LOCATED_IN 1 region:330100", ">STRONG_IN 1 discipline:0812", ">STRONG_IN 0.95 discipline:0802",
		}},
		{"more than any weight", "org:zju", store.RelationFilter{MinWeight: 1.5}, nil},
		{"status", "org:ly-gov", store.RelationFilter{Statuses: []ecosystem.Status{ecosystem.Planned}}, []string{"<HOSTED_BY 0.5 platform:transfer"}},
		{"no status", "org:ly-gov", store.RelationFilter{Statuses: []ecosystem.Status{}}, nil},
		{"parallel relations with values", "indicator:rd", store.RelationFilter{}, []string{"<TARGETS 1 policy:145", "<TARGETS 0.5 policy:145"}},

		{"far kind by filter", "org:zju", far(store.Filter{Kinds: []ecosystem.Kind{ecosystem.University}}), toLyu},
		{"far kind by filter and by kind", "org:zju", store.RelationFilter{
			Kinds: []ecosystem.Kind{ecosystem.Platform}, Far: &store.Filter{Kinds: []ecosystem.Kind{ecosystem.University}},
		}, nil},
		{"far located", "org:lyu", store.RelationFilter{Types: cooperates, Far: &store.Filter{Region: ecosystem.YangtzeRiverDelta}}, []string{
			">COOPERATES_WITH 1 org:zju", ">COOPERATES_WITH 0.7 org:zju", "<COOPERATES_WITH 0.35 org:fudan",
		}},
		{"far related", "org:lyu", store.RelationFilter{Types: cooperates, Far: &store.Filter{
			Related: []store.Related{{Type: ecosystem.StrongIn, Direction: store.Out, To: []string{"discipline:0802"}}},
		}}, []string{">COOPERATES_WITH 1 org:zju", ">COOPERATES_WITH 0.7 org:zju"}},
		{"far not", "org:zju", store.RelationFilter{Types: hosted, Far: &store.Filter{
			Not: &store.Filter{Kinds: []ecosystem.Kind{ecosystem.Platform}},
		}}, []string{"<HOSTED_BY 1 org:sdaari"}},
		{"far nothing", "org:zju", far(store.Filter{IDs: []string{}}), nil},
		{"far anything", "org:sdsia", far(store.Filter{}), []string{">IN_FIELD 1 field:it-software", ">LOCATED_IN 1 region:370000"}},
		{"located in two places", "cluster:g60", store.RelationFilter{Types: located}, []string{">LOCATED_IN 1 region:310000", ">LOCATED_IN 1 region:330000"}},
		{"from below", "region:371302", store.RelationFilter{Types: located}, []string{"<LOCATED_IN 1 org:hospital", "<LOCATED_IN 1 org:lyu"}},
	}
}

// placedEdgeCases are about statuses that are left out, and where the far entity lies.
func placedEdgeCases() []edgeCase {
	hosted := []ecosystem.RelationType{ecosystem.HostedBy}
	cooperates := []ecosystem.RelationType{ecosystem.CooperatesWith}
	return []edgeCase{
		{"status and none of these", "org:lyu", store.RelationFilter{
			Statuses: []ecosystem.Status{ecosystem.Planned, ecosystem.Promoted}, ExcludeStatuses: []ecosystem.Status{ecosystem.Planned},
		}, []string{"<BUILT_BY 0.6 project:excavator"}},
		{"none of these statuses, none at all passes", "org:lyu", store.RelationFilter{
			Types: []ecosystem.RelationType{ecosystem.LocatedIn, ecosystem.BuiltBy, ecosystem.ReliesOn}, ExcludeStatuses: []ecosystem.Status{ecosystem.Planned},
		}, []string{"<BUILT_BY 0.6 project:excavator", ">LOCATED_IN 1 region:371302"}},
		{"all but no status", "org:ly-gov", store.RelationFilter{Types: hosted, ExcludeStatuses: []ecosystem.Status{}}, []string{"<HOSTED_BY 0.5 platform:transfer"}},
		{"in a region", "org:zju", store.RelationFilter{Region: "region:330100"}, []string{"<BUILT_BY 0.8 platform:fluid-lab", "<HOSTED_BY 1 platform:fluid-lab"}},
		{"in a region above", "org:zju", store.RelationFilter{Region: "region:330000"}, []string{"<BUILT_BY 0.8 platform:fluid-lab", "<HOSTED_BY 1 platform:fluid-lab"}},
		{"in a cluster", "org:ly-gov", store.RelationFilter{Region: "cluster:ly-hitech"}, []string{"<HOSTED_BY 0.5 platform:transfer"}},
		{"in a region below", "org:ly-gov", store.RelationFilter{Region: "region:371302"}, nil},
		{"in an unknown region", "org:zju", store.RelationFilter{Region: "region:none"}, nil},
		{"in a region, of a kind, of types", "org:lyu", store.RelationFilter{
			Region: ecosystem.YangtzeRiverDelta, Kinds: []ecosystem.Kind{ecosystem.University}, Types: cooperates, MinWeight: 0.5,
		}, []string{">COOPERATES_WITH 1 org:zju", ">COOPERATES_WITH 0.7 org:zju"}},
		{"in a region and by filter", "org:lyu", store.RelationFilter{Region: ecosystem.YangtzeRiverDelta, Far: &store.Filter{Region: "region:310000"}}, []string{"<COOPERATES_WITH 0.35 org:fudan"}},
		{"in a region, not by filter", "org:lyu", store.RelationFilter{
			Region: ecosystem.YangtzeRiverDelta, Far: &store.Filter{Not: &store.Filter{Region: "region:330000"}},
		}, []string{"<COOPERATES_WITH 0.35 org:fudan"}},
	}
}

func testNeighbors(t *testing.T, s *subject) {
	for _, c := range slices.Concat(edgeCases(), placedEdgeCases()) {
		t.Run(c.name, func(t *testing.T) {
			want := answer{c.want, store.PageInfo{Total: len(c.want)}}
			got := s.neighbors(t, []string{c.id}, c.filter, store.Page{Limit: 100, Total: true})
			equal(t, "edges", []answer{want}, got)
		})
	}
	t.Run("batch", func(t *testing.T) {
		located := store.RelationFilter{Types: []ecosystem.RelationType{ecosystem.LocatedIn}, Direction: store.Out}
		ids := []string{"org:lyu", "org:none", "cluster:g60", "org:lyu"}
		lyu := answer{[]string{">LOCATED_IN 1 region:371302"}, store.PageInfo{Total: 1}}
		g60 := answer{[]string{">LOCATED_IN 1 region:310000"}, store.PageInfo{HasNext: true, Total: 2}}
		got := s.neighbors(t, ids, located, store.Page{Limit: 1, Total: true})
		equal(t, "pages", []answer{lyu, {}, g60, lyu}, got)
	})
	t.Run("no ids", func(t *testing.T) {
		equal(t, "pages", nil, s.neighbors(t, nil, store.RelationFilter{}, store.Page{Limit: 1}))
	})
	t.Run("hostile ids", func(t *testing.T) {
		want := slices.Repeat([]answer{{PageInfo: store.PageInfo{Total: -1}}}, len(hostileIDs()))
		equal(t, "pages", want, s.neighbors(t, hostileIDs(), store.RelationFilter{}, store.Page{Limit: 1}))
	})
	t.Run("turns", func(t *testing.T) {
		want := []string{
			"<BUILT_BY 0.8 platform:fluid-lab", "<COOPERATES_WITH 1 org:lyu", "<HOSTED_BY 1 org:sdaari", ">LOCATED_IN 1 region:330100",
			"<PART_OF 0.9 org:sdaari", ">STRONG_IN 1 discipline:0812",
			"<COOPERATES_WITH 0.7 org:lyu", "<HOSTED_BY 1 platform:fluid-lab", ">STRONG_IN 0.95 discipline:0802",
		}
		for limit := range len(want) + 2 {
			n := min(limit, len(want))
			got := s.neighbors(t, []string{"org:zju"}, store.RelationFilter{}, store.Page{Limit: limit, Turns: true, Total: true})
			equal(t, fmt.Sprintf("%d edges", limit), []answer{{slices.Clip(want[:n]), store.PageInfo{HasNext: n < len(want), Total: len(want)}}}, got)
		}
	})
	t.Run("the rest of a page is counted by the filter", func(t *testing.T) {
		first := []answer{{[]string{"<BUILT_BY 0.8 platform:fluid-lab"}, store.PageInfo{HasNext: true, Total: 2}}}
		reported := store.RelationFilter{Region: "region:330000", ExcludeStatuses: []ecosystem.Status{ecosystem.Planned}}
		for _, turns := range []bool{false, true} {
			got := s.neighbors(t, []string{"org:zju"}, reported, store.Page{Limit: 1, Turns: turns, Total: true})
			equal(t, fmt.Sprintf("turns %v", turns), first, got)
		}
	})
	t.Run("without some", func(t *testing.T) { testWithout(t, s) })
	t.Run("pages", func(t *testing.T) { testEdgePages(t, s) })
	t.Run("ties", func(t *testing.T) { testEdgeTies(t, s) })
}

// testWithout leaves each relation of an entity out in turn, and one that it does
// not have.
func testWithout(t *testing.T, s *subject) {
	full, err := s.Neighbors(t.Context(), []string{"org:zju"}, store.RelationFilter{}, store.Page{Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	rows := s.edges(t, "org:zju", full[0]).Rows
	for i, e := range full[0].Edges {
		rest := slices.Delete(slices.Clone(rows), i, i+1)
		filter := store.RelationFilter{Without: []string{"rel:none", e.Relation.ID}}
		got := s.neighbors(t, []string{"org:zju"}, filter, store.Page{Limit: 100, Total: true})
		equal(t, "edges without "+rows[i], []answer{{rest, store.PageInfo{Total: len(rest)}}}, got)
	}
}

// neighbors asks and reads all pages.
func (s *subject) neighbors(t *testing.T, ids []string, f store.RelationFilter, p store.Page) []answer {
	t.Helper()
	pages, err := s.Neighbors(t.Context(), ids, f, p)
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) != len(ids) {
		t.Fatalf("%d pages for %d ids", len(pages), len(ids))
	}
	var out []answer
	for i, id := range ids {
		out = append(out, s.edges(t, id, pages[i]))
	}
	return out
}

// testEdgePages pages through edges of which two differ in their relation only.
func testEdgePages(t *testing.T, s *subject) {
	full, err := s.Neighbors(t.Context(), []string{"org:zju"}, store.RelationFilter{}, store.Page{Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	rows := s.edges(t, "org:zju", full[0]).Rows
	for i := range rows {
		for j := i + 1; j <= len(rows); j++ {
			page := store.Page{Limit: 100, After: full[0].Keys[i]}
			if j < len(rows) {
				page.Before = full[0].Keys[j]
			}
			want := answer{rows[i+1 : j], store.PageInfo{HasPrevious: true, HasNext: j < len(rows), Total: -1}}
			got := s.neighbors(t, []string{"org:zju"}, store.RelationFilter{}, page)
			equal(t, fmt.Sprintf("edges between row %d and row %d", i, j), []answer{want}, got)
		}
	}
	// The key of one entity's edge is a place among the edges of another.
	after := store.Page{Limit: 100, After: full[0].Keys[slices.Index(rows, "<HOSTED_BY 1 platform:fluid-lab")]}
	want := answer{[]string{"<HOSTED_BY 1 platform:iic-a", ">LOCATED_IN 1 region:310000", ">STRONG_IN 0.8 discipline:0812"}, store.PageInfo{HasPrevious: true, Total: -1}}
	equal(t, "edges of fudan after a row of zju", []answer{want}, s.neighbors(t, []string{"org:fudan"}, store.RelationFilter{}, after))
}

// testEdgeTies holds the order of relations that only their ids tell apart.
func testEdgeTies(t *testing.T, s *subject) {
	for _, e := range s.graph.Entities {
		pages, err := s.Neighbors(t.Context(), []string{e.ID}, store.RelationFilter{}, store.Page{Limit: 100})
		if err != nil {
			t.Fatal(err)
		}
		ordered := slices.IsSortedFunc(pages[0].Edges, func(a, b store.Edge) int {
			return numberAt(1)(edgeKey(a), edgeKey(b))
		})
		if !ordered {
			t.Errorf("edges of %s are out of order:\n%s", e.ID, strings.Join(s.edges(t, e.ID, pages[0]).Rows, "\n"))
		}
	}
}
