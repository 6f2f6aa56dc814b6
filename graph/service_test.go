package graph_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/store"
)

// TestServiceConfigTellsEveryLimit gives each limit a number of its own and looks
// for it in the answer.
func TestServiceConfigTellsEveryLimit(t *testing.T) {
	l := limits.Limits{
		Store: store.Limits{IDs: 1000, Page: 1000, Hops: 99, Paths: 99, FilterDepth: 1, FilterParts: 2, TreeDepth: 3, Buckets: 4, Candidates: 5, Text: 6},
		Depth: 101, Aliases: 102, Tokens: 1003, Repeats: 104, Complexity: 10_005,
		Page: page.Sizes{Default: 7, Max: 8}, IDs: 9, NeighborhoodIDs: 10,
		NeighborhoodDepth: page.Sizes{Default: 11, Max: 12}, NeighborhoodEdges: page.Sizes{Default: 13, Max: 14},
		Hops: page.Sizes{Default: 15, Max: 16}, Paths: page.Sizes{Default: 17, Max: 18},
		Matches: page.Sizes{Default: 20, Max: 21}, Names: 22, NamesMatches: 23, NamedEntities: 24,
		NeighborhoodKnown: 25, Suggestions: page.Sizes{Default: 26, Max: 27},
		Concurrent: 28, ResponseBytes: 40_000,
		RequestBytes: 19, RequestTimeout: 2500 * time.Millisecond,
	}
	want := map[string]float64{
		"maxFilterDepth": 1, "maxFilterParts": 2, "maxTreeDepth": 3, "maxBuckets": 4, "maxCandidates": 5, "maxText": 6,
		"defaultPage": 7, "maxPage": 8, "maxIds": 9, "maxNeighborhoodIds": 10, "defaultNeighborhoodDepth": 11, "maxNeighborhoodDepth": 12,
		"defaultNeighborhoodEdges": 13, "maxNeighborhoodEdges": 14, "defaultHops": 15, "maxHops": 16, "defaultPaths": 17, "maxPaths": 18,
		"maxDepth": 101, "maxAliases": 102, "maxTokens": 1003, "maxRepeats": 104, "maxComplexity": 10_005,
		"defaultMatches": 20, "maxMatches": 21, "maxNames": 22, "maxNamesMatches": 23, "maxNamedEntities": 24, "maxName": resolve.MaxName,
		"maxNeighborhoodKnown": 25, "defaultSuggestions": 26, "maxSuggestions": 27,
		"maxConcurrent": 28, "maxResponseBytes": 40_000,
		"maxRequestBytes": 19, "requestTimeoutSeconds": 2.5,
	}
	var fields []string
	for _, f := range parsedSchema(t).Types["ServiceLimits"].Fields {
		fields = append(fields, f.Name)
	}
	c := client{graph.NewHandler(graph.Config{Reader: loaded(t), Limits: &l})}
	got := data[struct {
		ServiceConfig struct{ Limits map[string]float64 }
	}](t, c, "{ serviceConfig { limits { "+strings.Join(fields, " ")+" } } }", nil)
	if diff := cmp.Diff(want, got.ServiceConfig.Limits); diff != "" {
		t.Errorf("limits (-want +got):\n%s", diff)
	}
}

// TestServiceConfigTellsTheVocabulary compares with the vocabulary.
func TestServiceConfigTellsTheVocabulary(t *testing.T) {
	got := data[struct {
		ServiceConfig struct {
			Kinds     []struct{ Kind, TypeName, Chinese, IDPrefix string }
			Relations []struct{ Relation, Chinese string }
			Strengths []struct {
				Word   string
				Weight float64
			}
			HierarchyKinds []string
			ErrorCodes     []string
		}
	}](t, newClient(loaded(t)), `{ serviceConfig { kinds { kind typeName chinese idPrefix } relations { relation chinese symmetric ends { from to } } strengths { word weight basis } hierarchyKinds errorCodes } }`, nil).ServiceConfig
	for i, info := range ecosystem.Kinds() {
		want := fmt.Sprint(info.Kind, info.Label, info.Chinese, info.Prefix)
		if k := got.Kinds[i]; fmt.Sprint(ecosystem.Kind(k.Kind), k.TypeName, k.Chinese, k.IDPrefix) != want {
			t.Errorf("kind %d is %+v, want %s", i, k, want)
		}
	}
	for i, info := range ecosystem.RelationTypes() {
		if r := got.Relations[i]; r.Relation != string(info.Type) || r.Chinese != info.Chinese {
			t.Errorf("relation %d is %+v, want %s", i, r, info.Type)
		}
	}
	for i, s := range ecosystem.Strengths() {
		if g := got.Strengths[i]; g.Word != s.Word || g.Weight != s.Weight {
			t.Errorf("strength %d is %+v, want %+v", i, g, s)
		}
	}
	if diff := cmp.Diff([]string{"REGION", "TECHNOLOGY_FIELD", "POLICY"}, got.HierarchyKinds); diff != "" {
		t.Errorf("hierarchy kinds (-want +got):\n%s", diff)
	}
	if len(got.ErrorCodes) != len(parsedSchema(t).Types["ErrorCode"].EnumValues) {
		t.Errorf("%d error codes", len(got.ErrorCodes))
	}
}

// TestStatisticsCountByKindAndRelation compares with a count of the rows.
func TestStatisticsCountByKindAndRelation(t *testing.T) {
	g := world(t)
	want := map[string]int{}
	for _, info := range ecosystem.Kinds() {
		want[string(info.Kind)] = 0
	}
	for _, info := range ecosystem.RelationTypes() {
		want[string(info.Type)] = 0
	}
	for _, e := range g.Entities {
		want[string(e.Kind)]++
	}
	for _, r := range g.Relations {
		want[string(r.Type)]++
	}
	type counts []struct {
		Kind, Relation string
		Count          int
	}
	s := data[struct {
		Statistics struct{ ByKind, ByRelation counts }
	}](t, newClient(loaded(t)), `{ statistics { byKind { kind count } byRelation { relation count } } }`, nil).Statistics
	got := map[string]int{}
	for _, c := range append(s.ByKind, s.ByRelation...) {
		got[c.Kind+c.Relation] = c.Count
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestOverlappingFragments asks the same field through fragments of which each
// holds for some rows only; the answer must be the same as without them.
func TestOverlappingFragments(t *testing.T) {
	c := newClient(loaded(t))
	plain := data[json.RawMessage](t, c, `{ entities(first: 40) { nodes { id region { id } } } }`, nil)
	overlapping := data[json.RawMessage](t, c, `{ entities(first: 40) { nodes { ... on Organization { region { id } } id ... on University { region { id } } region { id } } } }`, nil)
	sameJSON(t, overlapping, string(plain))
}
