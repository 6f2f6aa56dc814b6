package graph_test

import (
	"math"
	"testing"

	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/store"
)

// matcher asks in a year of its own, since ties get older.
func matcher(r store.Reader) client {
	return client{graph.NewHandler(graph.Config{Reader: r, Year: func() int { return 2026 }})}
}

func TestMatchPartners(t *testing.T) {
	c := matcher(loaded(t))
	for _, test := range []struct{ name, document, want string }{
		{
			"partners of a project with what speaks for the first",
			`{ matchPartners(demand: {entity: "project:battery"}) { totalCount truncated home { id } nobody { zh }
				demand { entity { id } fields { field { id } weight words } basis basisNote { zh } leftOut { id } }
				nodes { rank partner { id } region { id } distance } } }`,
			`{"matchPartners":{"totalCount":2,"truncated":false,"home":{"id":"region:371300"},"nobody":null,
				"demand":{"entity":{"id":"project:battery"},"fields":[{"field":{"id":"field:ne-storage"},"weight":1,"words":[]}],"basis":"STATED","basisNote":null,"leftOut":[]},
				"nodes":[{"rank":1,"partner":{"id":"org:zju"},"region":{"id":"region:330100"},"distance":null},
				{"rank":2,"partner":{"id":"org:tongji"},"region":{"id":"region:310000"},"distance":null}]}}`,
		},
		{
			"the parts of a score, each with its paths and their sources",
			`{ partnerMatch(demand: {entity: "project:battery"}, partner: "org:tongji") { rank components { name evidenceCount evidence(first: 1) { ground field { id } reported certainty
				path { start { id } hops weight steps { relation node { id } sources { document { id } } } } } } } }`,
			`{"partnerMatch":{"rank":2,"components":[{"name":"FIELD_FIT","evidenceCount":2,"evidence":[{"ground":"PROJECT","field":{"id":"field:ne-storage"},"reported":true,"certainty":"MEDIUM","path":{"start":{"id":"field:ne-storage"},"hops":2,"weight":1,"steps":[{"relation":"IN_FIELD","node":{"id":"cluster:ne"},"sources":[{"document":{"id":"doc:list"}}]},{"relation":"COOPERATES_WITH","node":{"id":"org:tongji"},"sources":[{"document":{"id":"doc:list"}}]}]}}]},{"name":"STRENGTH","evidenceCount":1,"evidence":[{"ground":"DISCIPLINE","field":{"id":"field:ne-storage"},"reported":true,"certainty":"MEDIUM","path":{"start":{"id":"field:ne-storage"},"hops":2,"weight":0.72,"steps":[{"relation":"APPLIES_TO","node":{"id":"discipline:0808"},"sources":[{"document":{"id":"doc:list"}}]},{"relation":"STRONG_IN","node":{"id":"org:tongji"},"sources":[{"document":{"id":"doc:list"}}]}]}}]},{"name":"TIES","evidenceCount":2,"evidence":[{"ground":"PEER_TIE","field":{"id":"field:ne-storage"},"reported":true,"certainty":"MEDIUM","path":{"start":{"id":"cluster:ne"},"hops":1,"weight":1,"steps":[{"relation":"COOPERATES_WITH","node":{"id":"org:tongji"},"sources":[{"document":{"id":"doc:list"}}]}]}}]},{"name":"TRACK_RECORD","evidenceCount":1,"evidence":[{"ground":"PROJECT","field":{"id":"field:ne-storage"},"reported":true,"certainty":"MEDIUM","path":{"start":{"id":"field:ne-storage"},"hops":2,"weight":1,"steps":[{"relation":"IN_FIELD","node":{"id":"cluster:ne"},"sources":[{"document":{"id":"doc:list"}}]},{"relation":"COOPERATES_WITH","node":{"id":"org:tongji"},"sources":[{"document":{"id":"doc:list"}}]}]}}]},{"name":"REACH","evidenceCount":0,"evidence":[]}]}}`,
		},
		{
			"reasons for and against, and what would change the place",
			`{ partnerMatch(demand: {entity: "project:battery"}, partner: "org:tongji") {
				reasonsFor { code component field { id } sentence { zh } evidence { path { start { id } } } }
				reasonsAgainst { code component field { id } sentence { en } evidence { weight } }
				wouldChange { kind up past { id } field { id } rank sentence { zh } evidence { ground } } } }`,
			`{"partnerMatch":{"reasonsFor":[{"code":"DISCIPLINE","component":"STRENGTH","field":{"id":"field:ne-storage"},"sentence":{"zh":"优势学科“电气工程”（A-）支撑“储能”领域"},"evidence":[{"path":{"start":{"id":"field:ne-storage"}}}]},{"code":"PROJECT","component":"TRACK_RECORD","field":{"id":"field:ne-storage"},"sentence":{"zh":"参与“储能”领域的“新能源产业集群”"},"evidence":[{"path":{"start":{"id":"field:ne-storage"}}}]},{"code":"PEER_TIE","component":"TIES","field":{"id":"field:ne-storage"},"sentence":{"zh":"与“新能源产业集群”已有合作"},"evidence":[{"path":{"start":{"id":"cluster:ne"}}}]}],"reasonsAgainst":[],"wouldChange":[{"kind":"NO_SINGLE","up":true,"past":{"id":"org:zju"},"field":null,"rank":null,"sentence":{"zh":"任何单项变化都不足以使其与“浙江大学”互换名次（相差0.255）"},"evidence":null}]}}`,
		},
		{
			"a text, read as fields, with fields of one's own",
			`{ matchPartners(demand: {text: "储能电站", fields: [{field: "field:ne-pv", weight: 3}]}, first: 1) { demand { entity { id } basis basisNote { zh } fields { field { id } weight words } } nodes { partner { id } } } }`,
			`{"matchPartners":{"demand":{"entity":null,"basis":null,"basisNote":null,"fields":[{"field":{"id":"field:ne-pv"},"weight":0.5,"words":[]},{"field":{"id":"field:ne"},"weight":0.259615385,"words":["电站"]},{"field":{"id":"field:ne-storage"},"weight":0.240384615,"words":["储能"]}]},"nodes":[{"partner":{"id":"org:zju"}}]}}`,
		},
		{
			"a text that names no field",
			`{ matchPartners(demand: {text: "茶叶"}, first: 1) { nobody { zh } demand { basis basisNote { zh } fields { weight } } nodes { rank } } }`,
			`{"matchPartners":{"nobody":null,"demand":{"basis":null,"basisNote":{"zh":"没有从需求中识别出技术领域，以下排序只依据与本地的既有联系；请换用领域用语，或直接指定技术领域"},"fields":[]},"nodes":[{"rank":1}]}}`,
		},
		{
			"who together covers the demand",
			`{ matchPartners(demand: {fields: [{field: "field:ne-storage"}, {field: "field:ne-pv"}]}) { consortium { exact members { partner { id } covers { id } } uncovered { id } } } }`,
			`{"matchPartners":{"consortium":{"exact":true,"members":[{"partner":{"id":"org:zju"},"covers":[{"id":"field:ne-storage"}]}],"uncovered":[{"id":"field:ne-pv"}]}}}`,
		},
		{
			"nobody, and why",
			`{ a: matchPartners(demand: {entity: "field:ne-pv"}, where: {kinds: [HOSPITAL]}) { totalCount nodes { rank } pageInfo { hasNextPage endCursor } consortium { members { score } uncovered { id } } nobody { zh en } }
			   b: matchPartners(demand: {text: "茶叶"}, where: {kinds: [HOSPITAL], anywhere: true}) { nobody { zh } } }`,
			`{"a":{"totalCount":0,"nodes":[],"pageInfo":{"hasNextPage":false,"endCursor":null},"consortium":{"members":[],"uncovered":[{"id":"field:ne-pv"}]},"nobody":{"zh":"所选范围内没有从事“光伏”的记录，也没有与临沂市有合作的单位。可放宽条件：类型、地区。","en":"As far as is recorded, nobody in question works in 光伏, or has a tie with 临沂市. Loosen the kinds of partners, region."}},"b":{"nobody":{"zh":"需求中未识别出技术领域，所选范围内也没有与临沂市有合作的单位。请改用领域用语，或直接指定技术领域。可放宽条件：类型。"}}}`,
		},
		{
			"who does not fit is no match",
			`{ a: partnerMatch(demand: {entity: "project:battery"}, partner: "org:hospital") { rank } b: partnerMatch(demand: {entity: "project:battery"}, partner: "org:zju", where: {exclude: ["org:zju"]}) { rank } }`,
			`{"a":null,"b":null}`,
		},
		{
			"filters",
			`{ sh: matchPartners(demand: {entity: "project:battery"}, where: {region: "region:310000"}) { nodes { partner { id } } }
			   anywhere: matchPartners(demand: {entity: "project:battery"}, where: {anywhere: true, excludeRegion: "region:330000"}) { nodes { partner { id } } }
			   strong: matchPartners(demand: {entity: "project:battery"}, where: {minStrength: 0.6}) { nodes { partner { id } } }
			   platforms: matchPartners(demand: {entity: "project:battery"}, where: {kinds: [PLATFORM], anywhere: true, excludeRegion: "region:310000"}) { nodes { partner { id } } } }`,
			`{"sh":{"nodes":[{"partner":{"id":"org:tongji"}}]},"anywhere":{"nodes":[{"partner":{"id":"org:firm"}},{"partner":{"id":"org:lyu"}},{"partner":{"id":"platform:lab"}},{"partner":{"id":"org:gov"}},{"partner":{"id":"org:tongji"}},{"partner":{"id":"platform:market"}},{"partner":{"id":"platform:sub"}},{"partner":{"id":"org:zju-ly"}}]},"strong":{"nodes":[{"partner":{"id":"org:zju"}}]},"platforms":{"nodes":[{"partner":{"id":"platform:lab"}},{"partner":{"id":"platform:market"}},{"partner":{"id":"platform:sub"}}]}}`,
		},
		{
			"who can introduce: the body that asks, or the region where it has nobody or no body asks",
			`{ firm: partnerMatch(demand: {entity: "org:lyu"}, partner: "org:tongji") { introductions(first: 1) { start { id } introducer { id } } }
			   nobody: partnerMatch(demand: {entity: "org:gov"}, partner: "org:tongji", where: {anywhere: true}) { introductions(first: 1) { start { id } introducer { id } } }
			   region: partnerMatch(demand: {entity: "project:battery"}, partner: "org:tongji") { introductions(first: 1) { start { id } introducer { id } } } }`,
			`{"firm":{"introductions":[{"start":{"id":"org:lyu"},"introducer":{"id":"org:zju"}}]},"nobody":{"introductions":[{"start":{"id":"platform:lab"},"introducer":{"id":"org:zju"}}]},"region":{"introductions":[{"start":{"id":"platform:lab"},"introducer":{"id":"org:zju"}}]}}`,
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

// TestScoreIsTheMeanOfItsParts adds the parts up, by the weights that are asked for.
func TestScoreIsTheMeanOfItsParts(t *testing.T) {
	c := matcher(loaded(t))
	for weights, want := range map[string][]float64{
		`{}`: {0.35, 0.2, 0.2, 0.15, 0.1},
		`{fieldFit: 0, strength: 0, trackRecord: 0, reach: 0}`:              {0, 0, 1, 0, 0},
		`{fieldFit: 1, strength: 1, ties: 1, trackRecord: 1, reach: 4}`:     {0.125, 0.125, 0.125, 0.125, 0.5},
		`{fieldFit: 0, strength: 0.3, ties: 0, trackRecord: 0, reach: 0.1}`: {0, 0.75, 0, 0, 0.25},
	} {
		m := data[struct {
			PartnerMatch struct {
				Score      float64
				Components []struct{ Value, Weight float64 }
			}
		}](t, c, `{ partnerMatch(demand: {entity: "project:battery"}, partner: "org:tongji", weights: `+weights+`) { score components { value weight } } }`, nil).PartnerMatch
		sum := 0.0
		for i, part := range m.Components {
			sum += part.Value * part.Weight
			if part.Weight != want[i] {
				t.Errorf("%s: part %d weighs %v, want %v", weights, i, part.Weight, want[i])
			}
		}
		if len(m.Components) != len(want) || math.Abs(sum-m.Score) > 1e-8 || m.Score <= 0 {
			t.Errorf("%s: the parts add up to %v, the score is %v", weights, sum, m.Score)
		}
	}
}

// TestStrategiesWeighDisciplines: home has an A in what tongji is strong in.
func TestStrategiesWeighDisciplines(t *testing.T) {
	strength := func(strategy string) float64 {
		return data[struct{ PartnerMatch struct{ Score float64 } }](t, matcher(loaded(t)),
			`{ partnerMatch(demand: {entity: "project:battery"}, partner: "org:tongji", strategy: `+strategy+`, weights: {fieldFit: 0, ties: 0, trackRecord: 0, reach: 0}) { score } }`, nil).PartnerMatch.Score
	}
	if similar, balanced, other := strength("SIMILAR"), strength("BALANCED"), strength("COMPLEMENTARY"); !(balanced > similar && similar > other && other > 0) {
		t.Errorf("similar %v, balanced %v, complementary %v", similar, balanced, other)
	}
}
