package graph_test

import (
	"slices"
	"strings"
	"testing"
)

// TestRelationFilter asks what passes by region and by status wherever relations are
// filtered, and whether counts are those of the filter.
func TestRelationFilter(t *testing.T) {
	c := newClient(loaded(t))
	for _, test := range []struct{ name, document, want string }{
		{
			"what surrounds a node in a region, cut off",
			`{ neighborhood(ids: ["org:zju"], limit: 1, filter: {region: "region:371300"}) { truncated totalEdges nodes { id } edges { from to } } }`,
			`{"neighborhood": {"truncated": true, "totalEdges": 3, "nodes": [{"id": "org:zju"}, {"id": "org:lyu"}], "edges": [{"from": "org:lyu", "to": "org:zju"}]}}`,
		},
		{
			"a province includes its cities, and a node outside is no end",
			`{ neighborhood(ids: ["cluster:ne"], depth: 2, filter: {region: "region:330000"}) { truncated totalEdges nodes { id } edges { from to } } }`,
			`{"neighborhood": {"truncated": false, "totalEdges": 1, "nodes": [{"id": "cluster:ne"}, {"id": "org:zju"}], "edges": [{"from": "cluster:ne", "to": "org:zju"}]}}`,
		},
		{
			"reported, planned, and built",
			`{ all: neighborhood(ids: ["org:zju"], filter: {relations: [COOPERATES_WITH]}) { totalEdges }
				reported: neighborhood(ids: ["org:zju"], filter: {relations: [COOPERATES_WITH], excludeStatus: [PLANNED]}) { totalEdges nodes { id } }
				planned: neighborhood(ids: ["org:zju"], filter: {relations: [COOPERATES_WITH], status: [PLANNED]}) { totalEdges nodes { id } }
				built: neighborhood(ids: ["org:zju"], filter: {relations: [COOPERATES_WITH], status: [BUILT, PLANNED], excludeStatus: [PLANNED]}) { totalEdges } }`,
			`{"all": {"totalEdges": 3}, "reported": {"totalEdges": 2, "nodes": [{"id": "org:zju"}, {"id": "field:ne-storage"}, {"id": "org:lyu"}]},
				"planned": {"totalEdges": 1, "nodes": [{"id": "org:zju"}, {"id": "org:tongji"}]}, "built": {"totalEdges": 0}}`,
		},
		{
			"relations of an entity, page and total",
			`{ node(id: "org:zju") { ... on Entity {
				here: relations(filter: {region: "region:371300"}, first: 1) { totalCount pageInfo { hasNextPage } nodes { id } }
				both: relations(filter: {region: "region:yrd"}, where: {kinds: [UNIVERSITY]}) { totalCount nodes { id } }
				reported: relations(filter: {region: "region:yrd", excludeStatus: [PLANNED]}) { totalCount } } } }`,
			`{"node": {"here": {"totalCount": 3, "pageInfo": {"hasNextPage": true}, "nodes": [{"id": "org:lyu"}]},
				"both": {"totalCount": 1, "nodes": [{"id": "org:tongji"}]}, "reported": {"totalCount": 0}}}`,
		},
		{
			"a shortcut without what is only planned",
			`{ node(id: "org:lyu") { ... on University { all: hostedPlatforms { totalCount } reported: hostedPlatforms(filter: {excludeStatus: [PLANNED]}) { totalCount } } } }`,
			`{"node": {"all": {"totalCount": 1}, "reported": {"totalCount": 0}}}`,
		},
		{
			"paths through a region",
			`{ paths(from: "org:firm", to: "org:zju", maxHops: 2, k: 5, filter: {region: "region:371300"}) { paths { steps { node { id } } } } }`,
			`{"paths": {"paths": [{"steps": [{"node": {"id": "cluster:ne"}}, {"node": {"id": "org:zju"}}]}, {"steps": [{"node": {"id": "platform:lab"}}, {"node": {"id": "org:zju"}}]}]}}`,
		},
		{
			"no path because of the region, and because of a status",
			`{ r: paths(from: "org:firm", to: "org:zju", maxHops: 2, filter: {region: "region:310000", minWeight: 0.1}) { reason filteredBy }
				s: paths(from: "org:zju", to: "org:tongji", maxHops: 1, filter: {excludeStatus: [PLANNED]}) { reason filteredBy } }`,
			`{"r": {"reason": "FILTERED_OUT", "filteredBy": ["REGION"]}, "s": {"reason": "FILTERED_OUT", "filteredBy": ["STATUS"]}}`,
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

// TestRelationFilterRefusals wants what can find nothing to be refused, with words that
// say what to give instead.
func TestRelationFilterRefusals(t *testing.T) {
	c := newClient(loaded(t))
	fields := map[string]string{
		"neighborhood": `{ neighborhood(ids: ["org:zju"], filter: FILTER) { totalEdges } }`,
		"relations":    `{ node(id: "org:zju") { ... on Entity { relations(filter: FILTER) { totalCount } } } }`,
		"paths":        `{ paths(from: "org:zju", to: "org:lyu", filter: FILTER) { truncated } }`,
	}
	for name, document := range fields {
		for _, test := range []struct{ filter, code, says string }{
			{`{region: "region:none"}`, "UNKNOWN_ID", "region:330000"},
			{`{region: "org:lyu"}`, "BAD_INPUT", "org:lyu is a UNIVERSITY"},
			{`{region: ["region:yrd", "region:371300"]}`, "GRAPHQL_VALIDATION_FAILED", ""},
			{`{excludeStatus: [DREAMT]}`, "GRAPHQL_VALIDATION_FAILED", ""},
		} {
			a := c.ask(t, strings.Replace(document, "FILTER", test.filter, 1), nil)
			if codes := a.codes(); !slices.Equal(codes, []string{test.code}) || !strings.Contains(a.Errors[0].Message, test.says) {
				t.Errorf("%s %s: %v %+v, want %s with %q", name, test.filter, codes, a.Errors, test.code, test.says)
			}
		}
	}
}
