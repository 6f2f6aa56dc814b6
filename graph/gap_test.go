package graph_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// gapsOfWorld asks about Linyi and Zhejiang, as the test graph has no 长三角 with
// parts.
const gapsOfWorld = `filter: {home: "region:371300", partner: "region:330000", supplierKinds: [UNIVERSITY, RESEARCH_INSTITUTE, HOSPITAL, PLATFORM]`

func TestGaps(t *testing.T) {
	c := newClient(loaded(t))
	for _, test := range []struct{ name, document, want string }{
		{
			"a project with its supply at home and near by",
			`{ gaps(` + gapsOfWorld + `, ids: ["project:battery"]}) { totalCount edges { severity demand node { id } fields { id } wants { id } elsewhere planned
				home { region { id } count suppliers(first: 1) { strength route entity { id } steps { relation direction node { id } sources { document { id } } } } }
				partner { count suppliers { entity { id } } } } } }`,
			`{"gaps":{"totalCount":1,"edges":[{"severity":"FEW","demand":1,"node":{"id":"project:battery"},"fields":[{"id":"field:ne-storage"}],"wants":[{"id":"project:battery"}],"elsewhere":1,"planned":0,
				"home":{"region":{"id":"region:371300"},"count":2,"suppliers":[{"strength":1,"route":"NAMED","entity":{"id":"org:lyu"},"steps":[{"relation":"BUILT_BY","direction":"OUT","node":{"id":"org:lyu"},"sources":[{"document":{"id":"doc:list"}}]}]}]},
				"partner":{"count":1,"suppliers":[{"entity":{"id":"org:zju"}}]}}]}}`,
		},
		{
			"the counts by severity do not depend on what is listed",
			`{ gaps(` + gapsOfWorld + `, kinds: [KEY_PROJECT], severity: [NONE]}) { totalCount bySeverity { severity count } } }`,
			`{"gaps":{"totalCount":0,"bySeverity":[{"severity":"NONE","count":0},{"severity":"SCARCE","count":0},{"severity":"NEARBY","count":0},{"severity":"FEW","count":1},{"severity":"COVERED","count":0},{"severity":"UNKNOWN","count":0}]}}`,
		},
		{
			"at most so many suppliers",
			`{ a: gaps(` + gapsOfWorld + `, kinds: [KEY_PROJECT], maxHome: 1}) { totalCount } b: gaps(` + gapsOfWorld + `, kinds: [KEY_PROJECT], maxHome: 2, maxPartner: 1}) { totalCount } c: gaps(` + gapsOfWorld + `, kinds: [KEY_PROJECT], maxPartner: 0}) { totalCount } }`,
			`{"a":{"totalCount":0},"b":{"totalCount":1},"c":{"totalCount":0}}`,
		},
		{
			"fields and what is in or below them, by section, by part of home",
			`{ a: gaps(` + gapsOfWorld + `, fields: ["field:ne"], severity: [NONE, SCARCE, NEARBY, FEW, COVERED, UNKNOWN]}) { totalCount } b: gaps(` + gapsOfWorld + `, fields: ["field:ne-pv"]}) { nodes { id } }
			  c: gaps(` + gapsOfWorld + `, kinds: [KEY_PROJECT], document: "doc:plan", section: "专栏6"}) { nodes { id } } d: gaps(` + gapsOfWorld + `, kinds: [KEY_PROJECT], region: "region:310000"}) { totalCount } }`,
			`{"a":{"totalCount":5},"b":{"nodes":[{"id":"field:ne-pv"}]},"c":{"nodes":[{"id":"project:battery"}]},"d":{"totalCount":0}}`,
		},
		{
			"a matrix",
			`{ gapMatrix(` + gapsOfWorld + `, fields: ["field:ne-storage"]}) { totalRows truncated columns { id } rows { field { id } elsewhere cells { demand supply strongest { entity { id } reason { zh } } } } } }`,
			`{"gapMatrix":{"totalRows":1,"truncated":false,"columns":[{"id":"region:371300"},{"id":"region:330100"}],"rows":[{"field":{"id":"field:ne-storage"},"elsewhere":1,"cells":[
				{"demand":2,"supply":2,"strongest":{"entity":{"id":"org:lyu"},"reason":{"zh":"临沂大学的优势学科电气工程（A）支撑该领域（权重0.9），强度0.81。"}}},
				{"demand":0,"supply":1,"strongest":{"entity":{"id":"org:zju"},"reason":{"zh":"来源载明联合浙江大学，强度1。"}}}]}]}}`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := c.ask(t, test.document, nil)
			if len(a.Errors) > 0 {
				t.Fatalf("errors: %+v", a.Errors)
			}
			sameJSON(t, a.Data, test.want)
		})
	}
}

// gapPage is a page of gaps.
type gapPage struct {
	Gaps struct {
		TotalCount int
		Nodes      []struct{ ID string }
		PageInfo   struct {
			HasNextPage, HasPreviousPage bool
			EndCursor                    *string
		}
	}
}

func (p gapPage) ids() []string {
	ids := []string{}
	for _, n := range p.Gaps.Nodes {
		ids = append(ids, n.ID)
	}
	return ids
}

// TestPagesOfGaps joins pages, and gives a cursor to another list and after a load.
func TestPagesOfGaps(t *testing.T) {
	s := loaded(t)
	c := newClient(s)
	ask := `query ($n: Int, $after: String) { gaps(` + gapsOfWorld + `, severity: [NONE, SCARCE, NEARBY, FEW, COVERED, UNKNOWN]}, first: $n, after: $after) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } }`
	whole := data[gapPage](t, c, ask, variables{"n": 100}).ids()
	if len(whole) < 4 {
		t.Fatalf("only %d gaps", len(whole))
	}
	var joined []string
	var after *string
	for {
		p := data[gapPage](t, c, ask, variables{"n": 2, "after": after})
		if p.Gaps.TotalCount != len(whole) || p.Gaps.PageInfo.HasPreviousPage != (after != nil) {
			t.Errorf("the page behind %v tells %d, previous %t", after, p.Gaps.TotalCount, p.Gaps.PageInfo.HasPreviousPage)
		}
		joined = append(joined, p.ids()...)
		if !p.Gaps.PageInfo.HasNextPage || len(joined) > len(whole) {
			break
		}
		after = p.Gaps.PageInfo.EndCursor
	}
	if diff := cmp.Diff(whole, joined); diff != "" {
		t.Errorf("(-whole +joined):\n%s", diff)
	}
	other := c.ask(t, `query ($after: String) { gaps(after: $after) { totalCount } }`, variables{"after": after}).codes()
	if !slices.Equal(other, []string{"INVALID_CURSOR"}) {
		t.Errorf("the cursor of another list gives %v", other)
	}
	g := world(t)
	g.Entities[0].Aliases = append(g.Entities[0].Aliases, "别名")
	load(t, s, g)
	if stale := c.ask(t, ask, variables{"n": 2, "after": after}).codes(); !slices.Equal(stale, []string{"STALE_CURSOR"}) {
		t.Errorf("a stale cursor gives %v", stale)
	}
}
