package graph_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/store/memory"
)

const nameFields = ` { entity { id name region { name } } how chosen part matchedName } }`

func TestResolveName(t *testing.T) {
	c := newClient(loaded(t))
	for name, test := range map[string]struct {
		arguments, want string
	}{
		"the canonical name":     {`name: "浙江大学"`, `[{"entity":{"id":"org:zju","name":"浙江大学","region":{"name":"杭州市"}},"how":"NAME","chosen":true,"part":false,"matchedName":"浙江大学"}]`},
		"an alias":               {`name: " 浙 大 "`, `[{"entity":{"id":"org:zju","name":"浙江大学","region":{"name":"杭州市"}},"how":"ALIAS","chosen":true,"part":false,"matchedName":"浙大"}]`},
		"what a source prints":   {`name: "临大"`, `[{"entity":{"id":"org:lyu","name":"临沂大学","region":{"name":"临沂市"}},"how":"PRINTED_NAME","chosen":true,"part":false,"matchedName":"临大"}]`},
		"a department":           {`name: "浙江大学材料学院"`, `[{"entity":{"id":"org:zju","name":"浙江大学","region":{"name":"杭州市"}},"how":"DEPARTMENT","chosen":true,"part":true,"matchedName":"浙江大学"}]`},
		"a branch not on record": {`name: "浙江大学衢州分院"`, `[{"entity":{"id":"org:zju","name":"浙江大学","region":{"name":"杭州市"}},"how":"BRANCH","chosen":false,"part":true,"matchedName":"浙江大学"}]`},
		"of other kinds only":    {`name: "浙江大学", kinds: [ENTERPRISE, PLATFORM]`, `[]`},
		"with a region":          {`name: "浙江大学", region: "region:yrd"`, `[{"entity":{"id":"org:zju","name":"浙江大学","region":{"name":"杭州市"}},"how":"NAME","chosen":true,"part":false,"matchedName":"浙江大学"}]`},
		"none is wanted":         {`name: "浙江大学", first: 0`, `[]`},
		"unknown":                {`name: "鄂尔多斯应用技术学院"`, `[]`},
	} {
		t.Run(name, func(t *testing.T) {
			got := data[struct{ ResolveName json.RawMessage }](t, c, `{ resolveName(`+test.arguments+`)`+nameFields, nil)
			sameJSON(t, got.ResolveName, test.want)
		})
	}
}

// The batch says of each name what it means, or why nothing is chosen.
func TestResolveNames(t *testing.T) {
	got := data[json.RawMessage](t, newClient(loaded(t)), `query ($n: [String!]!) { resolveNames(names: $n, first: 2) { name reason chosen { entity { id } score } matches { entity { id } chosen } } }`,
		variables{"n": []string{"浙大", "", "浙江大学衢州分院", "浙大、同济", "没有这个单位研究中心", "浙大", strings.Repeat("大", 121)}})
	sameJSON(t, got, `{"resolveNames":[
		{"name":"浙大","reason":null,"chosen":{"entity":{"id":"org:zju"},"score":0.97},"matches":[{"entity":{"id":"org:zju"},"chosen":true}]},
		{"name":"","reason":"EMPTY","chosen":null,"matches":[]},
		{"name":"浙江大学衢州分院","reason":"ONLY_PART","chosen":null,"matches":[{"entity":{"id":"org:zju"},"chosen":false}]},
		{"name":"浙大、同济","reason":"SEVERAL","chosen":null,"matches":[{"entity":{"id":"org:tongji"},"chosen":false},{"entity":{"id":"org:zju"},"chosen":false}]},
		{"name":"没有这个单位研究中心","reason":"NOT_FOUND","chosen":null,"matches":[]},
		{"name":"浙大","reason":null,"chosen":{"entity":{"id":"org:zju"},"score":0.97},"matches":[{"entity":{"id":"org:zju"},"chosen":true}]},
		{"name":"`+strings.Repeat("大", 121)+`","reason":"TOO_LONG","chosen":null,"matches":[]}]}`)
}

func TestResolveNameRefusals(t *testing.T) {
	c := newClient(loaded(t))
	small := limits.Default()
	small.NamedEntities = 3
	for name, test := range map[string]struct {
		client          client
		arguments, want string
	}{
		"empty":                   {c, `name: ""`, "BAD_INPUT"},
		"punctuation":             {c, `name: " ，。 "`, "BAD_INPUT"},
		"unknown region":          {c, `name: "浙大", region: "region:999999"`, "UNKNOWN_ID"},
		"a region that is none":   {c, `name: "浙大", region: "org:zju"`, "UNKNOWN_ID"},
		"more entities than read": {client{graph.NewHandler(graph.Config{Reader: loaded(t), Limits: &small})}, `name: "浙大"`, "LIMIT_EXCEEDED"},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff([]string{test.want}, test.client.ask(t, `{ resolveName(`+test.arguments+`) { score } }`, nil).codes()); diff != "" {
				t.Errorf("codes (-want +got):\n%s", diff)
			}
		})
	}
}

// The names are read from the store once, and anew after a load.
func TestNamesFollowTheGraph(t *testing.T) {
	s := memory.New()
	g := world(t)
	load(t, s, g)
	counted := newCounting(s)
	c := newClient(counted)
	ask := func(name, want string) {
		t.Helper()
		got := data[json.RawMessage](t, c, `query ($n: String!) { resolveName(name: $n) { entity { id } } }`, variables{"n": name})
		sameJSON(t, got, `{"resolveName":[`+want+`]}`)
	}
	ask("浙大", `{"entity":{"id":"org:zju"}}`)
	clear(counted.calls)
	ask("浙大", `{"entity":{"id":"org:zju"}}`)
	ask("求是书院", ``)
	if diff := cmp.Diff(calls{"Generation": 2, "Entities": 1}, counted.calls); diff != "" {
		t.Errorf("calls for two more names (-want +got):\n%s", diff)
	}
	for i := range g.Entities {
		if e := &g.Entities[i]; e.ID == "org:zju" {
			e.FormerNames = []string{"求是书院"}
		}
	}
	g.Entities = append(g.Entities, ecosystem.Entity{ID: "org:new", Kind: ecosystem.University, Name: "沂蒙大学", Sources: listed(1)})
	load(t, s, g)
	clear(counted.calls)
	ask("求是书院", `{"entity":{"id":"org:zju"}}`)
	ask("沂蒙大学", `{"entity":{"id":"org:new"}}`)
	if counted.calls["Dump"] != 1 {
		t.Errorf("%d dumps after one load, want 1", counted.calls["Dump"])
	}
}
