package storetest

import (
	"fmt"
	"slices"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// walkCase asks for a walk in the fixture.
type walkCase struct {
	name  string
	query store.WalkQuery
	want  []string // score and end, then each walk to it as "  weight start steps", "  more"
	total int      // ends; 0: as many as wanted
}

// over is a step along relations of these types.
func over(d store.Direction, types ...ecosystem.RelationType) store.WalkStep {
	return store.WalkStep{Filter: store.RelationFilter{Types: types, Direction: d}}
}

// from makes starts of weight 1.
func from(ids ...string) []store.WalkStart {
	var out []store.WalkStart
	for _, id := range ids {
		out = append(out, store.WalkStart{ID: id, Weight: 1})
	}
	return out
}

// capable is the way from a field to who is strong in what it needs.
func capable() []store.WalkStep {
	return []store.WalkStep{over(store.In, ecosystem.AppliesTo), over(store.In, ecosystem.StrongIn)}
}

// strongIn is what comes of that for the field of construction machines.
func strongIn(end string) []string {
	if end == "org:zju" {
		return []string{"0.855 org:zju", "  0.855 field:mach-construction <APPLIES_TO 0.9 discipline:0802 <STRONG_IN 0.95 org:zju"}
	}
	return []string{"0.36 org:lyu", "  0.36 field:mach-construction <APPLIES_TO 0.9 discipline:0802 <STRONG_IN 0.4 org:lyu"}
}

// walkFrom asks for up to ten ends, with up to five walks to each.
func walkFrom(starts []store.WalkStart, steps ...store.WalkStep) store.WalkQuery {
	return store.WalkQuery{Starts: starts, Steps: steps, Ends: 10, Paths: 5}
}

// changed is a step with something else.
func changed(step store.WalkStep, f func(*store.WalkStep)) store.WalkStep {
	f(&step)
	return step
}

// walkSumCases are about starts, sums and what is shown of them.
func walkSumCases() []walkCase {
	zju, lyu, field := strongIn("org:zju"), strongIn("org:lyu"), from("field:mach-construction")
	few := func(q store.WalkQuery, ends, paths int) store.WalkQuery {
		q.Ends, q.Paths = ends, paths
		return q
	}
	return []walkCase{
		{"who is strong in what a field needs", walkFrom(field, capable()...), append(zju, lyu...), 0},
		{"the best end only", few(walkFrom(field, capable()...), 1, 5), zju, 2},
		{"no evidence", few(walkFrom(field, capable()...), 5, 0), []string{zju[0], lyu[0]}, 0},
		{"a bare count", few(walkFrom(field, capable()...), 0, 0), nil, 2},
		{"starts add up", walkFrom([]store.WalkStart{{ID: "field:it-ai", Weight: 1}, {ID: "field:it-software", Weight: 0.5}}, capable()...), []string{
			"1.2 org:zju",
			"  0.8 field:it-ai <APPLIES_TO 0.8 discipline:0812 <STRONG_IN 1 org:zju",
			"  0.4 field:it-software <APPLIES_TO 0.8 discipline:0812 <STRONG_IN 1 org:zju",
			"0.96 org:fudan",
			"  0.64 field:it-ai <APPLIES_TO 0.8 discipline:0812 <STRONG_IN 0.8 org:fudan",
			"  0.32 field:it-software <APPLIES_TO 0.8 discipline:0812 <STRONG_IN 0.8 org:fudan",
		}, 0},
		{"the strongest evidence only", few(walkFrom(from("field:it-ai", "field:it-software"), capable()...), 1, 1), []string{
			"1.6 org:zju", "  0.8 field:it-ai <APPLIES_TO 0.8 discipline:0812 <STRONG_IN 1 org:zju", "  more",
		}, 2},
		{"a start twice", walkFrom([]store.WalkStart{{ID: "field:mach-construction", Weight: 0.25}, {ID: "field:mach-construction", Weight: 0.75}}, capable()...), append(zju, lyu...), 0},
		{"an unknown start", walkFrom(from("field:none", "field:mach-construction"), capable()...), append(zju, lyu...), 0},
		{"no starts", walkFrom(nil, capable()...), nil, 0},
		{"no type", walkFrom(field, store.WalkStep{Filter: store.RelationFilter{Types: []ecosystem.RelationType{}}}), nil, 0},
		{"ties by id", walkFrom(from("region:310000"), over(store.In, ecosystem.LocatedIn)), []string{
			"1 cluster:g60", "  1 region:310000 <LOCATED_IN 1 cluster:g60",
			"1 org:fudan", "  1 region:310000 <LOCATED_IN 1 org:fudan",
			"1 platform:iic-a", "  1 region:310000 <LOCATED_IN 1 platform:iic-a",
		}, 0},
		{"the first of ties", few(walkFrom(from("region:310000"), over(store.In, ecosystem.LocatedIn)), 2, 0), []string{"1 cluster:g60", "1 org:fudan"}, 3},
		{"scores that round to nothing", walkFrom([]store.WalkStart{{ID: "org:lyu", Weight: 1e-9}}, over(store.Out, ecosystem.CooperatesWith)), []string{
			"1e-09 field:mach", "  7e-10 org:lyu <COOPERATES_WITH 0.7 field:mach",
			"1e-09 org:zju", "  1e-09 org:lyu >COOPERATES_WITH 1 org:zju",
		}, 0},
	}
}

// walkStepCases are about what a step takes, and how much it counts.
func walkStepCases() []walkCase {
	const strong, in, hosted, built = ecosystem.StrongIn, ecosystem.InField, ecosystem.HostedBy, ecosystem.BuiltBy
	field := from("field:mach-construction")
	return []walkCase{
		{"decay", walkFrom(field, changed(capable()[0], func(s *store.WalkStep) { s.Decay = 0.5 }), capable()[1]), []string{
			"0.4275 org:zju", "  0.4275 field:mach-construction <APPLIES_TO 0.9 discipline:0802 <STRONG_IN 0.95 org:zju",
			"0.18 org:lyu", "  0.18 field:mach-construction <APPLIES_TO 0.9 discipline:0802 <STRONG_IN 0.4 org:lyu",
		}, 0},
		{"the heaviest of parallel relations", walkFrom(field, over(store.In, in), changed(over(store.Out, hosted, built), func(s *store.WalkStep) {
			s.Filter.Far = &store.Filter{Kinds: []ecosystem.Kind{ecosystem.University}}
		})), []string{
			"1 org:zju", "  1 field:mach-construction <IN_FIELD 1 platform:fluid-lab >HOSTED_BY 1 org:zju",
			"0.6 org:lyu", "  0.6 field:mach-construction <IN_FIELD 1 project:excavator >BUILT_BY 0.6 org:lyu",
		}, 0},
		{"another one when it is left out", walkFrom(from("platform:fluid-lab"), changed(over(store.Out, hosted, built), func(s *store.WalkStep) { s.Filter.MinWeight, s.Filter.Types = 0.5, []ecosystem.RelationType{built} })), []string{
			"0.8 org:zju", "  0.8 platform:fluid-lab >BUILT_BY 0.8 org:zju",
		}, 0},
		{"a factor makes another relation the heaviest", walkFrom(from("platform:fluid-lab"), changed(over(store.Out, hosted, built), func(s *store.WalkStep) { s.Factors = map[ecosystem.Status]float64{"": 0.5} })), []string{
			"0.5 org:zju", "  0.5 platform:fluid-lab >HOSTED_BY 1 org:zju",
		}, 0},
		{"what is only planned counts half", walkFrom(from("platform:transfer", "platform:iic-a"), changed(over(store.Out, hosted), func(s *store.WalkStep) { s.Factors = map[ecosystem.Status]float64{ecosystem.Planned: 0.5} })), []string{
			"1 org:fudan", "  1 platform:iic-a >HOSTED_BY 1 org:fudan",
			"0.25 org:ly-gov", "  0.25 platform:transfer >HOSTED_BY 0.5 org:ly-gov",
		}, 0},
		{"what is only planned does not count", walkFrom(from("platform:transfer", "platform:iic-a"), changed(over(store.Out, hosted), func(s *store.WalkStep) { s.Factors = map[ecosystem.Status]float64{ecosystem.Planned: 0} })), []string{
			"1 org:fudan", "  1 platform:iic-a >HOSTED_BY 1 org:fudan",
		}, 0},
		{"statuses", walkFrom(from("platform:transfer", "platform:iic-a"), changed(over(store.Out, hosted), func(s *store.WalkStep) { s.Filter.Statuses = []ecosystem.Status{ecosystem.Planned} })), []string{
			"0.5 org:ly-gov", "  0.5 platform:transfer >HOSTED_BY 0.5 org:ly-gov",
		}, 0},
		{"none of these statuses", walkFrom(from("platform:transfer", "platform:iic-a"), changed(over(store.Out, hosted), func(s *store.WalkStep) { s.Filter.ExcludeStatuses = []ecosystem.Status{ecosystem.Planned} })), []string{
			"1 org:fudan", "  1 platform:iic-a >HOSTED_BY 1 org:fudan",
		}, 0},
		{"symmetric relations lead both ways", walkFrom(from("org:lyu"), over(store.Out, ecosystem.CooperatesWith)), []string{
			"1 org:zju", "  1 org:lyu >COOPERATES_WITH 1 org:zju",
			"0.7 field:mach", "  0.7 org:lyu <COOPERATES_WITH 0.7 field:mach",
			"0.35 org:fudan", "  0.35 org:lyu <COOPERATES_WITH 0.35 org:fudan",
		}, 0},
		{"symmetric ones among others", walkFrom(from("platform:fluid-lab"), over(store.In, ecosystem.CooperatesWith, hosted)), []string{
			"0.7 org:lingong", "  0.7 platform:fluid-lab <COOPERATES_WITH 0.7 org:lingong",
		}, 0},
		{"a walk comes back", walkFrom(from("org:fudan"), over(store.Out, strong), over(store.In, strong)), []string{
			"0.8 org:zju", "  0.8 org:fudan >STRONG_IN 0.8 discipline:0812 <STRONG_IN 1 org:zju",
			"0.64 org:fudan", "  0.64 org:fudan >STRONG_IN 0.8 discipline:0812 <STRONG_IN 0.8 org:fudan",
		}, 0},
		{"not to its start", walkFrom(from("org:fudan"), over(store.Out, strong), changed(over(store.In, strong), func(s *store.WalkStep) {
			s.Filter.Far = &store.Filter{Not: &store.Filter{IDs: []string{"org:fudan"}}}
		})), []string{
			"0.8 org:zju", "  0.8 org:fudan >STRONG_IN 0.8 discipline:0812 <STRONG_IN 1 org:zju",
		}, 0},
		{"ends in a region", walkFrom(field, capable()[0], changed(capable()[1], func(s *store.WalkStep) { s.Filter.Far = &store.Filter{Region: "region:yrd"} })), strongIn("org:zju"), 0},
		{"a step into a region", walkFrom(field, capable()[0], changed(capable()[1], func(s *store.WalkStep) { s.Filter.Region = "region:yrd" })), strongIn("org:zju"), 0},
		{"kinds on the way", walkFrom(field, changed(over(store.In, in), func(s *store.WalkStep) { s.Filter.Kinds = []ecosystem.Kind{ecosystem.KeyProject} }), over(store.Out, built)), []string{
			"1 org:lingong", "  1 field:mach-construction <IN_FIELD 1 project:excavator >BUILT_BY 1 org:lingong",
			"0.6 org:lyu", "  0.6 field:mach-construction <IN_FIELD 1 project:excavator >BUILT_BY 0.6 org:lyu",
		}, 0},
	}
}

func testWalks(t *testing.T, s *subject) {
	for _, c := range slices.Concat(walkSumCases(), walkStepCases()) {
		t.Run(c.name, func(t *testing.T) {
			got, err := s.Walk(t.Context(), c.query)
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "walks", c.want, s.walks(t, got))
			if c.total == 0 {
				c.total = len(got.Ends)
			}
			equal(t, "ends in all", c.total, got.Total)
		})
	}
	for _, id := range hostileIDs() {
		got, err := s.Walk(t.Context(), store.WalkQuery{Starts: from(id), Steps: []store.WalkStep{{}}, Ends: 5, Paths: 5})
		if err != nil || len(got.Ends) > 0 || got.Total > 0 {
			t.Errorf("walks from %s: %+v, %v, want none", id, got, err)
		}
	}
	t.Run("bound", func(t *testing.T) { testWalkBound(t, s) })
}

// testWalkBound walks with exactly as many relations as are touched, and with
// one fewer: two of types APPLIES_TO at the field (one), and STRONG_IN at its
// discipline (two).
func testWalkBound(t *testing.T, s *subject) {
	q := store.WalkQuery{
		Starts: from("field:mach-construction"), Ends: 5,
		Steps: []store.WalkStep{over(store.In, ecosystem.AppliesTo), over(store.In, ecosystem.StrongIn)},
	}
	for touch := 1; touch <= 4; touch++ {
		q.Touch = touch
		_, err := s.Walk(t.Context(), q)
		if touch < 3 {
			wantCode(t, fmt.Sprintf("a walk that may touch %d", touch), err, ecosystem.CodeLimitExceeded)
		} else if err != nil {
			t.Errorf("a walk that may touch %d: %v", touch, err)
		}
	}
}

// walks reads the answer of a walk.
func (s *subject) walks(t *testing.T, a store.WalkAnswer) []string {
	t.Helper()
	var out []string
	for _, end := range a.Ends {
		s.sameEntity(t, end.Entity)
		out = append(out, short(end.Score)+" "+end.Entity.ID)
		for _, line := range s.paths(t, store.PathAnswer{Paths: end.Paths}) {
			out = append(out, "  "+line)
		}
		if end.More {
			out = append(out, "  more")
		}
	}
	return out
}
