package graph_test

import (
	"testing"
)

func TestIntroductions(t *testing.T) {
	c := newClient(loaded(t))
	for _, test := range []struct{ name, document, want string }{
		{
			"through a partner, one tie planned",
			`{ introductions(from: "org:lyu", to: "org:tongji", first: 1) { direct planned weight introducer { id } start { id } reason { zh } steps { relation direction node { id } sources { document { id } } } } }`,
			`{"introductions":[{"direct":false,"planned":true,"weight":0.17,"introducer":{"id":"org:zju"},"start":{"id":"org:lyu"},
				"reason":{"zh":"可请浙江大学引荐：临沂大学与浙江大学有联系：合作（2021年）；规划中：浙江大学与同济大学有联系：合作。其中有尚在规划的联系，须先核实。"},
				"steps":[{"relation":"COOPERATES_WITH","direction":"OUT","node":{"id":"org:zju"},"sources":[{"document":{"id":"doc:list"}}]},{"relation":"COOPERATES_WITH","direction":"IN","node":{"id":"org:tongji"},"sources":[{"document":{"id":"doc:list"}}]}]}]}`,
		},
		{
			"a direct tie", `{ introductions(from: "org:lyu", to: "org:zju", first: 1) { direct introducer { id } } }`,
			`{"introductions":[{"direct":true,"introducer":null}]}`,
		},
		{
			"the bodies of a region ask", `{ introductions(from: "region:371300", to: "org:zju") { direct start { id } } }`,
			`{"introductions":[{"direct":true,"start":{"id":"platform:lab"}},{"direct":true,"start":{"id":"org:lyu"}}]}`,
		},
		{"nobody knows it", `{ introductions(from: "org:hospital", to: "org:zju") { direct } }`, `{"introductions":[]}`},
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
