package graph_test

import (
	"slices"
	"strings"
	"testing"
)

func TestRefusedMatches(t *testing.T) {
	c := matcher(loaded(t))
	const of = `demand: {entity: "project:battery"}`
	for _, test := range []struct{ name, document, want, says string }{
		{"an empty demand", `{ matchPartners(demand: {}) { totalCount } }`, "BAD_INPUT", "demand.text"},
		{"a blank demand", `{ matchPartners(demand: {text: "  ", fields: []}) { totalCount } }`, "BAD_INPUT", "empty"},
		{"an unknown entity", `{ matchPartners(demand: {entity: "project:none"}) { totalCount } }`, "UNKNOWN_ID", "project:none"},
		{"an entity that needs nobody", `{ matchPartners(demand: {entity: "region:371300"}) { totalCount } }`, "BAD_INPUT", "REGION"},
		{"an unknown field", `{ matchPartners(demand: {fields: [{field: "field:none"}]}) { totalCount } }`, "UNKNOWN_ID", "field:none"},
		{"a region as a field", `{ matchPartners(demand: {fields: [{field: "region:yrd"}]}) { totalCount } }`, "UNKNOWN_ID", "region:yrd"},
		{"a field of no weight", `{ matchPartners(demand: {fields: [{field: "field:ne", weight: 0}]}) { totalCount } }`, "BAD_INPUT", "above 0"},
		{"a field of negative weight", `{ matchPartners(demand: {fields: [{field: "field:ne", weight: -1}]}) { totalCount } }`, "BAD_INPUT", "above 0"},
		{"too many fields", `{ matchPartners(demand: {fields: [` + strings.Repeat(`{field: "field:ne"},`, 21) + `]}) { totalCount } }`, "LIMIT_EXCEEDED", "at most 20"},
		{"a long text", `{ matchPartners(demand: {text: "` + strings.Repeat("能", 2001) + `"}) { totalCount } }`, "LIMIT_EXCEEDED", "2000"},
		{"an unknown home", `{ matchPartners(` + of + `, home: "region:none") { totalCount } }`, "UNKNOWN_ID", "region:none"},
		{"a field as home", `{ matchPartners(` + of + `, home: "field:ne") { totalCount } }`, "UNKNOWN_ID", "field:ne"},
		{"an unknown region", `{ matchPartners(` + of + `, where: {region: "region:none"}) { totalCount } }`, "UNKNOWN_ID", "region:none"},
		{"an unknown region that is left out", `{ matchPartners(` + of + `, where: {excludeRegion: "region:none"}) { totalCount } }`, "UNKNOWN_ID", "region:none"},
		{"a region and anywhere", `{ matchPartners(` + of + `, where: {region: "region:yrd", anywhere: true}) { totalCount } }`, "BAD_INPUT", "one of them"},
		{"a kind that is no partner", `{ matchPartners(` + of + `, where: {kinds: [POLICY]}) { totalCount } }`, "BAD_INPUT", "POLICY"},
		{"a strength above all", `{ matchPartners(` + of + `, where: {minStrength: 1.1}) { totalCount } }`, "BAD_INPUT", "minStrength"},
		{"many that are left out", `{ matchPartners(` + of + `, where: {exclude: [` + strings.Repeat(`"org:zju",`, 101) + `]}) { totalCount } }`, "LIMIT_EXCEEDED", "where.exclude"},
		{"a negative weight", `{ matchPartners(` + of + `, weights: {ties: -1}) { totalCount } }`, "BAD_INPUT", "TIES"},
		{"no weight at all", `{ matchPartners(` + of + `, weights: {fieldFit: 0, strength: 0, ties: 0, trackRecord: 0, reach: 0}) { totalCount } }`, "BAD_INPUT", "above 0"},
		{"too many rows", `{ matchPartners(` + of + `, first: 101) { totalCount } }`, "LIMIT_EXCEEDED", "100"},
		{"negative rows", `{ matchPartners(` + of + `, first: -1) { totalCount } }`, "BAD_INPUT", "first"},
		{"no cursor", `{ matchPartners(` + of + `, after: "here") { totalCount } }`, "INVALID_CURSOR", ""},
		{"too much evidence", `{ partnerMatch(` + of + `, partner: "org:zju") { components { evidence(first: 101) { weight } } } }`, "LIMIT_EXCEEDED", "101"},
		{"too many introductions", `{ partnerMatch(` + of + `, partner: "org:zju") { introductions(first: 101) { direct } } }`, "LIMIT_EXCEEDED", "101"},
		{"an unknown partner", `{ partnerMatch(` + of + `, partner: "org:none") { rank } }`, "UNKNOWN_ID", "org:none"},
		{"a project as partner", `{ partnerMatch(` + of + `, partner: "project:pv") { rank } }`, "BAD_INPUT", "KEY_PROJECT"},
		{"an unknown strategy", `{ matchPartners(` + of + `, strategy: BEST) { totalCount } }`, "GRAPHQL_VALIDATION_FAILED", ""},
		{"many questions at once", `{ ` + repeated(60, `a%d: matchPartners(`+of+`) { totalCount } `) + `}`, "COMPLEXITY_LIMIT", ""},
		{"all of everything", `{ matchPartners(` + of + `, first: 100) { nodes { components { evidence { path { steps { sources { document { title } } } } } } } } }`, "COMPLEXITY_LIMIT", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := c.ask(t, test.document, nil)
			if got := a.codes(); !slices.Equal(got, []string{test.want}) || !strings.Contains(a.Errors[0].Message, test.says) {
				t.Errorf("got %v (%+v), want %s with %q", got, a.Errors, test.want, test.says)
			}
		})
	}
}
