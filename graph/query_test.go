package graph_test

import (
	"encoding/json"
	"testing"
)

// TestOperations asks each query field once or more; what the answers hold can be
// read off worldEntities and worldRelations.
func TestOperations(t *testing.T) {
	c := newClient(loaded(t))
	for _, test := range []struct{ name, document, want string }{
		{
			"node of every part",
			`{ node(id: "org:lyu") { id __typename ... on Entity {
				kind name nameEn aliases formerNames printedName status statusDate
				region { id } fields { id } externalIds { scheme value }
				sources { document { id title issuer date url } locator date known confidence certainty printedName note } } } }`,
			`{"node": {"id": "org:lyu", "__typename": "University",
				"kind": "UNIVERSITY", "name": "临沂大学", "nameEn": null, "aliases": [], "formerNames": ["临沂师范学院"], "printedName": "临大", "status": null, "statusDate": null,
				"region": {"id": "region:371300"}, "fields": [], "externalIds": [],
				"sources": [{"document": {"id": "doc:plan", "title": "临沂规划", "issuer": "临沂市人民政府", "date": "2021-12", "url": "https://example.org/plan"},
					"locator": "四.1", "date": null, "known": "STATED", "confidence": 0.95, "certainty": "HIGH", "printedName": "临大", "note": null}]}}`,
		},
		{
			"what sources say differently, the surest first",
			`{ node(id: "org:union") { ... on Entity { nameEn claims { field value sources { document { id } locator certainty } } } } }`,
			`{"node": {"nameEn": "Union of Storage", "claims": [
				{"field": "name_en", "value": "Union of Storage", "sources": [{"document": {"id": "doc:plan"}, "locator": "四.2", "certainty": "HIGH"}]},
				{"field": "name_en", "value": "Storage Union", "sources": [{"document": {"id": "doc:list"}, "locator": null, "certainty": "LOW"}]}]}}`,
		},
		{
			"node that is a document",
			`{ node(id: "doc:list") { __typename ... on Document { title issuer } } }`,
			`{"node": {"__typename": "Document", "title": "名单", "issuer": null}}`,
		},
		{"node of nothing", `{ node(id: "org:nobody") { id } d: node(id: "doc:nothing") { id } }`, `{"node": null, "d": null}`},
		{
			"nodes in order, with repetitions and gaps",
			`{ nodes(ids: ["org:zju", "doc:plan", "org:nobody", "field:ne", "org:zju"]) { id __typename } }`,
			`{"nodes": [{"id": "org:zju", "__typename": "University"}, {"id": "doc:plan", "__typename": "Document"}, null, {"id": "field:ne", "__typename": "TechnologyField"}, {"id": "org:zju", "__typename": "University"}]}`,
		},
		{"document", `{ document(id: "doc:plan") { title } none: document(id: "org:zju") { title } }`, `{"document": {"title": "临沂规划"}, "none": null}`},
		{
			"entities by name in pinyin order",
			`{ entities(filter: {kinds: [UNIVERSITY]}) { totalCount nodes { name } } }`,
			`{"entities": {"totalCount": 3, "nodes": [{"name": "临沂大学"}, {"name": "同济大学"}, {"name": "浙江大学"}]}}`,
		},
		{
			"entities by id, the last first",
			`{ entities(filter: {kinds: [UNIVERSITY]}, orderBy: {field: ID, direction: DESC}) { edges { node { id } } } }`,
			`{"entities": {"edges": [{"node": {"id": "org:zju"}}, {"node": {"id": "org:tongji"}}, {"node": {"id": "org:lyu"}}]}}`,
		},
		{
			"entities with every part of the filter",
			`{ entities(filter: {ids: ["platform:sub", "platform:lab", "platform:market"], kinds: [PLATFORM], text: "储能", status: [PLANNED, PROMOTED], document: "doc:plan", section: "专栏2.3",
				properties: [{name: "group", values: ["科技公共服务平台"]}], related: [{relation: HOSTED_BY, direction: OUT, to: ["org:lyu"], where: {region: "region:371300"}}], not: {fields: ["field:ne"]}}) { nodes { id } } }`,
			`{"entities": {"nodes": [{"id": "platform:sub"}]}}`,
		},
		{"entities in a region and below", `{ entities(filter: {region: "region:yrd"}, orderBy: {field: ID}) { nodes { id } } }`, `{"entities": {"nodes": [{"id": "org:tongji"}, {"id": "org:zju"}]}}`},
		{"entities in a field and below", `{ entities(filter: {fields: ["field:ne"], kinds: [KEY_PROJECT]}) { totalCount } }`, `{"entities": {"totalCount": 3}}`},
		{"a section holds its items, not those of a longer number", `{ entities(filter: {section: "专栏6"}, orderBy: {field: ID}) { nodes { id } } }`, `{"entities": {"nodes": [{"id": "project:battery"}, {"id": "project:pv"}]}}`},
		{"a property in another spelling", `{ entities(filter: {not: {not: {properties: [{name: "value", values: ["2.60"]}]}}}) { nodes { id } } }`, `{"entities": {"nodes": [{"id": "indicator:rd"}]}}`},
		{"lists without values hold nothing", `{ entities(filter: {kinds: []}) { totalCount } }`, `{"entities": {"totalCount": 0}}`},
		{
			"facets of a filter",
			`{ entities(filter: {kinds: [KEY_PROJECT]}) { facets(dimensions: [FIELD, DOCUMENT, STATUS]) { dimension more buckets { value count entity { name } document { title } } } } }`,
			`{"entities": {"facets": [
				{"dimension": "FIELD", "more": 0, "buckets": [{"value": "field:ne-pv", "count": 2, "entity": {"name": "光伏"}, "document": null}, {"value": "field:ne-storage", "count": 1, "entity": {"name": "储能"}, "document": null}]},
				{"dimension": "DOCUMENT", "more": 0, "buckets": [{"value": "doc:plan", "count": 3, "entity": null, "document": {"title": "临沂规划"}}]},
				{"dimension": "STATUS", "more": 0, "buckets": [{"value": "PLANNED", "count": 2, "entity": null, "document": null}, {"value": "UNDER_CONSTRUCTION", "count": 1, "entity": null, "document": null}]}]}}`,
		},
		{
			"what has no value is counted under null",
			`{ entities(filter: {kinds: [UNIVERSITY]}) { facets(dimensions: [STATUS, FIELD]) { buckets { value count entity { id } } } } }`,
			`{"entities": {"facets": [{"buckets": [{"value": null, "count": 3, "entity": null}]}, {"buckets": [{"value": null, "count": 3, "entity": null}]}]}}`,
		},
		{
			"search",
			`{ search(query: "浙大") { totalCount truncated edges { score matchedOn matched node { id } } } }`,
			`{"search": {"totalCount": 2, "truncated": false, "edges": [
				{"score": 0.96, "matchedOn": "ALIAS", "matched": "浙大", "node": {"id": "org:zju"}},
				{"score": 0.7571428571428571, "matchedOn": "PREFIX", "matched": "浙大临沂研究院", "node": {"id": "org:zju-ly"}}]}}`,
		},
		{
			"search with what to mark",
			`{ search(query: "浙临") { edges { matched highlights { start end } node { id } } } }`,
			`{"search": {"edges": [{"matched": "浙大临沂研究院", "highlights": [{"start": 0, "end": 1}, {"start": 2, "end": 3}], "node": {"id": "org:zju-ly"}}]}}`,
		},
		{
			"suggestions",
			`{ suggest(prefix: "zhejiangd") { matchedName matchedOn hint highlights { start end } entity { id name kind } } }`,
			`{"suggest": [
				{"matchedName": "浙江大学", "matchedOn": "PINYIN", "hint": "杭州市 · 高校", "highlights": [{"start": 0, "end": 3}], "entity": {"id": "org:zju", "name": "浙江大学", "kind": "UNIVERSITY"}}]}`,
		},
		{
			"suggestions by initials, of some kinds",
			`{ suggest(prefix: "zhd", kinds: [RESEARCH_INSTITUTE], first: 1) { hint entity { id } } }`,
			`{"suggest": [{"hint": "属于浙江大学 · 科研院所", "entity": {"id": "org:zju-ly"}}]}`,
		},
		{"no suggestions", `{ a: suggest(prefix: " ") { hint } b: suggest(prefix: "浙", kinds: []) { hint } c: suggest(prefix: "浙", first: 0) { hint } }`, `{"a": [], "b": [], "c": []}`},
		{"search within a filter", `{ search(query: "浙大", filter: {kinds: [RESEARCH_INSTITUTE]}) { nodes { id } } }`, `{"search": {"nodes": [{"id": "org:zju-ly"}]}}`},
		{"search for nothing", `{ search(query: "") { totalCount nodes { id } } }`, `{"search": {"totalCount": 0, "nodes": []}}`},
		{
			"neighborhood",
			`{ neighborhood(ids: ["indicator:rd", "org:nobody"]) { unknownIds truncated totalEdges nodes { id } edges { from to relation weight value unit year sources { document { id } } } } }`,
			`{"neighborhood": {"unknownIds": ["org:nobody"], "truncated": false, "totalEdges": 3,
				"nodes": [{"id": "indicator:rd"}, {"id": "policy:plan"}, {"id": "programme:green"}],
				"edges": [
					{"from": "policy:plan", "to": "indicator:rd", "relation": "TARGETS", "weight": 1, "value": 2.6, "unit": "%", "year": 2025, "sources": [{"document": {"id": "doc:list"}}]},
					{"from": "programme:green", "to": "indicator:rd", "relation": "TARGETS", "weight": 1, "value": 3, "unit": "%", "year": 2025, "sources": [{"document": {"id": "doc:list"}}]},
					{"from": "policy:plan", "to": "programme:green", "relation": "SUPPORTS", "weight": 1, "value": null, "unit": null, "year": null, "sources": [{"document": {"id": "doc:list"}}]}]}}`,
		},
		{
			"neighborhood along some relations, cut off",
			`{ neighborhood(ids: ["discipline:0808"], depth: 2, limit: 3, filter: {relations: [STRONG_IN], kinds: [UNIVERSITY, DISCIPLINE]}) { truncated totalEdges nodes { id } edges { from to } } }`,
			`{"neighborhood": {"truncated": true, "totalEdges": 4,
				"nodes": [{"id": "discipline:0808"}, {"id": "org:zju"}, {"id": "org:lyu"}, {"id": "org:tongji"}],
				"edges": [{"from": "org:zju", "to": "discipline:0808"}, {"from": "org:lyu", "to": "discipline:0808"}, {"from": "org:tongji", "to": "discipline:0808"}]}}`,
		},
		{
			"growing a drawn graph",
			`{ neighborhood(ids: ["indicator:rd"], known: ["indicator:rd", "policy:plan"]) { truncated totalEdges nodes { id } edges { from to } } }`,
			`{"neighborhood": {"truncated": false, "totalEdges": 2, "nodes": [{"id": "programme:green"}], "edges": [{"from": "programme:green", "to": "indicator:rd"}, {"from": "policy:plan", "to": "programme:green"}]}}`,
		},
		{
			"facets by levels",
			`{ entities(filter: {kinds: [UNIVERSITY]}) { facets(dimensions: [PROVINCE, STRENGTH]) { dimension buckets { value count entity { name } } } } }`,
			`{"entities": {"facets": [
				{"dimension": "PROVINCE", "buckets": [{"value": null, "count": 2, "entity": null}, {"value": "region:310000", "count": 1, "entity": {"name": "上海市"}}]},
				{"dimension": "STRENGTH", "buckets": [{"value": "A", "count": 1, "entity": null}, {"value": "A+", "count": 1, "entity": null}, {"value": "A-", "count": 1, "entity": null}, {"value": "B+", "count": 1, "entity": null}]}]}}`,
		},
		{
			"paths",
			`{ paths(from: "org:lyu", to: "org:tongji", maxHops: 2, filter: {relations: [COOPERATES_WITH, BUILT_BY]}) { reason filteredBy nearestMisses { hops } unknownIds truncated
				paths { hops weight start { id } steps { relation direction weight strength status year node { id } sources { document { id } } } } } }`,
			`{"paths": {"reason": null, "filteredBy": [], "nearestMisses": [], "unknownIds": [], "truncated": false,
				"paths": [{"hops": 2, "weight": 0.17, "start": {"id": "org:lyu"}, "steps": [
					{"relation": "COOPERATES_WITH", "direction": "OUT", "weight": 0.85, "strength": "联合攻关", "status": null, "year": 2021, "node": {"id": "org:zju"}, "sources": [{"document": {"id": "doc:list"}}]},
					{"relation": "COOPERATES_WITH", "direction": "IN", "weight": 0.2, "strength": "商谈", "status": "PLANNED", "year": null, "node": {"id": "org:tongji"}, "sources": [{"document": {"id": "doc:list"}}]}]}]}}`,
		},
		{
			"no path: unknown id",
			`{ paths(from: "org:lyu", to: "org:nobody") { reason unknownIds paths { hops } } }`,
			`{"paths": {"reason": "UNKNOWN_ID", "unknownIds": ["org:nobody"], "paths": []}}`,
		},
		{
			"no path: not within the hops",
			`{ paths(from: "org:tongji", to: "org:firm", maxHops: 1, filter: {relations: [COOPERATES_WITH, HOSTED_BY, BUILT_BY]}) { reason filteredBy paths { hops } nearestMisses { hops } } }`,
			`{"paths": {"reason": "NO_ROUTE_WITHIN_HOPS", "filteredBy": [], "paths": [], "nearestMisses": [{"hops": 2}]}}`,
		},
		{
			"no path: the filter",
			`{ paths(from: "org:tongji", to: "region:yrd", filter: {relations: [LOCATED_IN]}) { reason filteredBy paths { hops } } }`,
			`{"paths": {"reason": "FILTERED_OUT", "filteredBy": ["RELATIONS", "THROUGH_HIERARCHY"], "paths": []}}`,
		},
		{
			"statistics",
			`{ statistics { entities relations documents moreDocuments byDocument { count document { id } } byCertainty { certainty count } } }`,
			`{"statistics": {"entities": 31, "relations": 65, "documents": 2, "moreDocuments": 0,
				"byDocument": [{"count": 25, "document": {"id": "doc:list"}}, {"count": 7, "document": {"id": "doc:plan"}}],
				"byCertainty": [{"certainty": "HIGH", "count": 31}, {"certainty": "MEDIUM", "count": 0}, {"certainty": "LOW", "count": 0}]}}`,
		},
		{"generation", `{ generation { number entities relations documents } }`, `{"generation": {"number": 1, "entities": 31, "relations": 65, "documents": 2}}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			sameJSON(t, data[json.RawMessage](t, c, test.document, nil), test.want)
		})
	}
}
