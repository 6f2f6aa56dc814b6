package main

import (
	"encoding/json"
	"testing"
)

// sameEitherWay asks for the demands that partners fit and, for each of these, for the
// partner: a pair has one score, in whichever way it is asked for.
func sameEitherWay(t *testing.T, endpoint string) {
	for _, partner := range []string{"org:zju", "org:njfu"} {
		for _, strategy := range []string{"BALANCED", "COMPLEMENTARY"} {
			var found struct {
				MatchDemands struct {
					Truncated bool
					Nodes     []struct {
						Score  float64
						Demand struct{ ID string }
					}
				}
			}
			answered(t, endpoint, `query ($p: ID!, $s: MatchStrategy) { matchDemands(partner: $p, strategy: $s, first: 100) { truncated nodes { score demand { id } } } }`,
				map[string]any{"p": partner, "s": strategy}, &found)
			rows := found.MatchDemands.Nodes
			if len(rows) != 100 || found.MatchDemands.Truncated {
				t.Fatalf("%s: %d demands, truncated %t", partner, len(rows), found.MatchDemands.Truncated)
			}
			for i := 0; i < len(rows); i += 9 {
				var alone struct{ PartnerMatch *struct{ Score float64 } }
				answered(t, endpoint, `query ($d: ID!, $p: ID!, $s: MatchStrategy) { partnerMatch(demand: {entity: $d}, partner: $p, strategy: $s) { score } }`,
					map[string]any{"d": rows[i].Demand.ID, "p": partner, "s": strategy}, &alone)
				if alone.PartnerMatch == nil || alone.PartnerMatch.Score != rows[i].Score {
					t.Errorf("%s for %s, %s: %v, as a partner %+v", rows[i].Demand.ID, partner, strategy, rows[i].Score, alone.PartnerMatch)
				}
			}
		}
	}
}

func answered(t *testing.T, endpoint, document string, variables map[string]any, into any) {
	t.Helper()
	_, answer := post(t, endpoint, document, variables)
	if len(answer.Errors) > 0 {
		t.Fatalf("%s: %+v", document, answer.Errors)
	}
	if err := json.Unmarshal(answer.Data, into); err != nil {
		t.Fatal(err)
	}
}

// branchIsCited asks why a partner with a branch fits: the branch rests on a relation with
// its source.
func branchIsCited(t *testing.T, endpoint string) {
	var found struct {
		PartnerMatch struct {
			ReasonsFor []struct {
				Code     string
				Evidence []struct {
					Path struct {
						Start struct{ ID string }
						Steps []struct {
							Node    struct{ ID string }
							Sources []struct{ Document struct{ ID string } }
						}
					}
				}
			}
		}
	}
	answered(t, endpoint, `{ partnerMatch(demand: {entity: "field:agri-smart"}, partner: "org:zju") { reasonsFor { code evidence { path { start { id } steps { node { id } sources { document { id } } } } } } } }`, nil, &found)
	for _, r := range found.PartnerMatch.ReasonsFor {
		if r.Code != "BRANCH" {
			continue
		}
		if len(r.Evidence) != 1 || r.Evidence[0].Path.Start.ID != "org:zju-sdaari" || len(r.Evidence[0].Path.Steps) != 1 ||
			r.Evidence[0].Path.Steps[0].Node.ID != "org:zju" || len(r.Evidence[0].Path.Steps[0].Sources) == 0 {
			t.Errorf("the branch rests on %+v", r.Evidence)
		}
		return
	}
	t.Error("no branch is told")
}
