package storetest

import (
	"slices"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// pathCase asks for paths in the fixture.
type pathCase struct {
	name  string
	query store.PathQuery
	want  []string // weight, start, then each step as edgeText writes it
}

func pathCases() []pathCase {
	// From the university of Linyi to Fudan: a visit, or the long way round.
	direct := "0.35 org:lyu <COOPERATES_WITH 0.35 org:fudan"
	viaZju := "0.8 org:lyu >COOPERATES_WITH 1 org:zju >STRONG_IN 1 discipline:0812 <STRONG_IN 0.8 org:fudan"
	viaTwo := "0.304 org:lyu >STRONG_IN 0.4 discipline:0802 <STRONG_IN 0.95 org:zju >STRONG_IN 1 discipline:0812 <STRONG_IN 0.8 org:fudan"
	viaLab := "0.336 org:lyu <BUILT_BY 0.6 project:excavator >BUILT_BY 1 org:lingong >COOPERATES_WITH 0.7 platform:fluid-lab >HOSTED_BY 1 org:zju >STRONG_IN 1 discipline:0812 <STRONG_IN 0.8 org:fudan"
	fudan := func(hops, k int, f store.RelationFilter) store.PathQuery {
		return store.PathQuery{From: "org:lyu", To: "org:fudan", MaxHops: hops, K: k, Filter: f}
	}
	return []pathCase{
		{"fewer hops come first, however light", fudan(3, 5, store.RelationFilter{}), []string{direct, viaZju}},
		{"more hops", fudan(4, 5, store.RelationFilter{}), []string{direct, viaZju, viaTwo}},
		{"six hops", fudan(6, 20, store.RelationFilter{}), []string{direct, viaZju, viaTwo, viaLab}},
		{"the best only", fudan(6, 1, store.RelationFilter{}), []string{direct}},
		{"one hop", fudan(1, 5, store.RelationFilter{}), []string{direct}},
		{"heavy relations only", fudan(6, 5, store.RelationFilter{MinWeight: 0.5}), []string{viaZju, viaLab}},
		{"kinds between the ends", fudan(6, 5, store.RelationFilter{Kinds: []ecosystem.Kind{ecosystem.University, ecosystem.Discipline}}), []string{direct, viaZju, viaTwo}},
		{"nothing between the ends", fudan(6, 5, store.RelationFilter{Kinds: []ecosystem.Kind{}}), []string{direct}},
		{"types", fudan(6, 5, store.RelationFilter{Types: []ecosystem.RelationType{ecosystem.StrongIn}}), []string{viaTwo}},
		{"no type", fudan(6, 5, store.RelationFilter{Types: []ecosystem.RelationType{}}), nil},
		{"statuses", fudan(6, 5, store.RelationFilter{Statuses: []ecosystem.Status{ecosystem.Planned}}), nil},
		{"none of these statuses", fudan(6, 5, store.RelationFilter{ExcludeStatuses: []ecosystem.Status{ecosystem.Promoted}}), []string{direct, viaZju, viaTwo}},
		{"no node between lies anywhere", fudan(6, 5, store.RelationFilter{Region: "region:none"}), []string{direct}},

		{"to itself", store.PathQuery{From: "org:lyu", To: "org:lyu", MaxHops: 3, K: 5}, []string{"1 org:lyu"}},
		{"to itself whatever the filter", store.PathQuery{From: "org:lyu", To: "org:lyu", MaxHops: 1, K: 1, Filter: store.RelationFilter{
			Types: []ecosystem.RelationType{}, Kinds: []ecosystem.Kind{},
		}}, []string{"1 org:lyu"}},
		{"no way", store.PathQuery{From: "org:alone", To: "org:lyu", MaxHops: 6, K: 20, ThroughHierarchy: true}, nil},
		{"no way within the hops", store.PathQuery{From: "org:lyu", To: "platform:fluid-lab", MaxHops: 1, K: 5}, nil},

		{"without regions between", store.PathQuery{From: "org:hospital", To: "org:lyu", MaxHops: 4, K: 20}, nil},
		{"through regions", store.PathQuery{From: "org:hospital", To: "org:lyu", MaxHops: 2, K: 5, ThroughHierarchy: true}, []string{
			"1 org:hospital >LOCATED_IN 1 region:371302 <LOCATED_IN 1 org:lyu",
		}},
		{"a region at the end", store.PathQuery{From: "region:371300", To: "org:zju", MaxHops: 3, K: 5}, []string{
			"1 region:371300 <LOCATED_IN 1 org:sdaari >HOSTED_BY 1 org:zju",
		}},
		{"a field at the beginning", store.PathQuery{From: "field:mach-construction", To: "org:lyu", MaxHops: 2, K: 5}, []string{
			"0.6 field:mach-construction <IN_FIELD 1 project:excavator >BUILT_BY 0.6 org:lyu",
			"0.36 field:mach-construction <APPLIES_TO 0.9 discipline:0802 <STRONG_IN 0.4 org:lyu",
		}},
		{"through fields", store.PathQuery{From: "org:lingong", To: "org:zju", MaxHops: 3, K: 3, ThroughHierarchy: true}, []string{
			"0.7 org:lingong >COOPERATES_WITH 0.7 platform:fluid-lab >HOSTED_BY 1 org:zju",
			"1 org:lingong >IN_FIELD 1 field:mach-construction <IN_FIELD 1 platform:fluid-lab >HOSTED_BY 1 org:zju",
			"0.855 org:lingong >IN_FIELD 1 field:mach-construction <APPLIES_TO 0.9 discipline:0802 <STRONG_IN 0.95 org:zju",
		}},
		{"through a policy", store.PathQuery{From: "org:lyu", To: "indicator:rd", MaxHops: 2, K: 5, ThroughHierarchy: true}, []string{
			"1 org:lyu >IMPLEMENTS 1 policy:145 >TARGETS 1 indicator:rd",
		}},
		{"not through a policy", store.PathQuery{From: "org:lyu", To: "indicator:rd", MaxHops: 6, K: 5}, nil},
		{"kinds do not admit hierarchy by themselves", store.PathQuery{From: "org:hospital", To: "org:lyu", MaxHops: 2, K: 5, Filter: store.RelationFilter{
			Kinds: []ecosystem.Kind{ecosystem.Region},
		}}, nil},

		{"every relation leads on", store.PathQuery{From: "org:zju", To: "platform:fluid-lab", MaxHops: 5, K: 5, ThroughHierarchy: true, Filter: store.RelationFilter{Direction: store.Out}}, []string{
			"0.41895 org:zju >STRONG_IN 0.95 discipline:0802 >APPLIES_TO 0.9 field:mach-construction >RELIES_ON 0.7 org:lingong >COOPERATES_WITH 0.7 platform:fluid-lab",
			"0.7 org:zju <COOPERATES_WITH 1 org:lyu >IMPLEMENTS 1 policy:145 >SUPPORTS 1 project:excavator >BUILT_BY 1 org:lingong >COOPERATES_WITH 0.7 platform:fluid-lab",
			"0.1764 org:zju <COOPERATES_WITH 1 org:lyu >STRONG_IN 0.4 discipline:0802 >APPLIES_TO 0.9 field:mach-construction >RELIES_ON 0.7 org:lingong >COOPERATES_WITH 0.7 platform:fluid-lab",
		}},
		{"every relation leads back", store.PathQuery{From: "region:330100", To: "platform:fluid-lab", MaxHops: 2, K: 5, Filter: store.RelationFilter{Direction: store.In}}, []string{
			"1 region:330100 <LOCATED_IN 1 platform:fluid-lab",
			"1 region:330100 <LOCATED_IN 1 org:zju <HOSTED_BY 1 platform:fluid-lab",
		}},
		{"none leads on", store.PathQuery{From: "region:330100", To: "platform:fluid-lab", MaxHops: 2, K: 5, Filter: store.RelationFilter{Direction: store.Out}}, nil},
		{"parallel relations under a filter", store.PathQuery{From: "platform:fluid-lab", To: "org:zju", MaxHops: 1, K: 5, Filter: store.RelationFilter{
			Types: []ecosystem.RelationType{ecosystem.BuiltBy},
		}}, []string{"0.8 platform:fluid-lab >BUILT_BY 0.8 org:zju"}},
	}
}

// placedPathCases are about where the nodes between the ends lie.
func placedPathCases() []pathCase {
	return []pathCase{
		{"through a region", store.PathQuery{From: "org:lingong", To: "org:zju", MaxHops: 4, K: 5, Filter: store.RelationFilter{Region: "region:330000"}}, []string{
			"0.7 org:lingong >COOPERATES_WITH 0.7 platform:fluid-lab >HOSTED_BY 1 org:zju",
		}},
		{"not through a region", store.PathQuery{From: "org:lingong", To: "org:zju", MaxHops: 4, K: 5, Filter: store.RelationFilter{Region: "region:310000"}}, nil},
	}
}

func testPaths(t *testing.T, s *subject) {
	for _, c := range slices.Concat(pathCases(), placedPathCases()) {
		t.Run(c.name, func(t *testing.T) {
			got, err := s.Paths(t.Context(), c.query)
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "paths", c.want, s.paths(t, got))
			if got.Truncated {
				t.Error("truncated")
			}
		})
	}
	for _, id := range hostileIDs() {
		_, err := s.Paths(t.Context(), store.PathQuery{From: id, To: "org:zju", MaxHops: 2, K: 1})
		wantCode(t, "paths from "+id, err, ecosystem.CodeUnknownID)
		_, err = s.Paths(t.Context(), store.PathQuery{From: "org:zju", To: id, MaxHops: 2, K: 1})
		wantCode(t, "paths to "+id, err, ecosystem.CodeUnknownID)
		_, err = s.Paths(t.Context(), store.PathQuery{From: id, To: id, MaxHops: 2, K: 1})
		wantCode(t, "paths within "+id, err, ecosystem.CodeUnknownID)
	}
}
