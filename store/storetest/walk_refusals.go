package storetest

import (
	"math"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// walkBoundCases are walks at and over a bound.
func walkBoundCases() []refusalCase {
	const at, over = ecosystem.Code(""), ecosystem.CodeLimitExceeded
	l := store.DefaultLimits()
	starts := func(n int) question {
		return walking(func(q *store.WalkQuery) { q.Starts = from(someIDs(n)...) })
	}
	steps := func(n int) question {
		return walking(func(q *store.WalkQuery) { q.Steps = slices.Repeat(q.Steps, n) })
	}
	far := func(f store.Filter) question {
		return walking(func(q *store.WalkQuery) { q.Steps[0].Filter.Far = &f })
	}
	return []refusalCase{
		{"walk, as many starts as allowed", starts(l.IDs), at},
		{"walk, too many starts", starts(l.IDs + 1), over},
		{"walk, as many steps as allowed", steps(l.Hops), at},
		{"walk, too many steps", steps(l.Hops + 1), over},
		{"walk, as many ends as allowed", walking(func(q *store.WalkQuery) { q.Ends = l.Ends }), at},
		{"walk, too many ends", walking(func(q *store.WalkQuery) { q.Ends = l.Ends + 1 }), over},
		{"walk, as many paths as allowed", walking(func(q *store.WalkQuery) { q.Paths = l.Paths }), at},
		{"walk, too many paths", walking(func(q *store.WalkQuery) { q.Paths = l.Paths + 1 }), over},
		{"walk, as much to touch as allowed", walking(func(q *store.WalkQuery) { q.Touch = l.Touch }), at},
		{"walk, too much to touch", walking(func(q *store.WalkQuery) { q.Touch = l.Touch + 1 }), over},
		{"walk, far as deep as allowed", far(nested(l.FilterDepth, byWhere)), at},
		{"walk, far too deep", far(nested(l.FilterDepth+1, byWhere)), over},
		{"walk, the heaviest start", walking(func(q *store.WalkQuery) { q.Starts[0].Weight = store.MaxStartWeight }), at},
	}
}

// walkNonsenseCases are walks that make no sense.
func walkNonsenseCases() []refusalCase {
	const bad = ecosystem.CodeBadInput
	start := func(weight float64) question {
		return walking(func(q *store.WalkQuery) { q.Starts[0].Weight = weight })
	}
	step := func(change func(*store.WalkStep)) question {
		return walking(func(q *store.WalkQuery) { change(&q.Steps[0]) })
	}
	factor := func(s ecosystem.Status, f float64) question {
		return step(func(s2 *store.WalkStep) { s2.Factors = map[ecosystem.Status]float64{s: f} })
	}
	return []refusalCase{
		{"walk, no steps", walking(func(q *store.WalkQuery) { q.Steps = nil }), bad},
		{"walk, negative ends", walking(func(q *store.WalkQuery) { q.Ends = -1 }), bad},
		{"walk, negative paths", walking(func(q *store.WalkQuery) { q.Paths = -1 }), bad},
		{"walk, negative touch", walking(func(q *store.WalkQuery) { q.Touch = -1 }), bad},
		{"walk, start without weight", start(0), bad},
		{"walk, negative start", start(-1), bad},
		{"walk, start too heavy", start(2 * store.MaxStartWeight), bad},
		{"walk, start of no number", start(math.NaN()), bad},
		{"walk, negative decay", step(func(s *store.WalkStep) { s.Decay = -0.5 }), bad},
		{"walk, decay that grows", step(func(s *store.WalkStep) { s.Decay = 1.5 }), bad},
		{"walk, decay of no number", step(func(s *store.WalkStep) { s.Decay = math.NaN() }), bad},
		{"walk, negative factor", factor(ecosystem.Planned, -1), bad},
		{"walk, factor that grows", factor("", 2), bad},
		{"walk, factor of an unknown status", factor("DREAMT", 0.5), bad},
		{"walk, unknown type", step(func(s *store.WalkStep) { s.Filter.Types = []ecosystem.RelationType{"KNOWS"} }), bad},
		{"walk, hostile type", step(func(s *store.WalkStep) {
			s.Filter.Types = []ecosystem.RelationType{"PART_OF`]->() DETACH DELETE n //"}
		}), bad},
		{"walk, unknown kind", step(func(s *store.WalkStep) { s.Filter.Kinds = []ecosystem.Kind{"SCHOOL"} }), bad},
		{"walk, unknown status", step(func(s *store.WalkStep) { s.Filter.Statuses = []ecosystem.Status{"DREAMT"} }), bad},
		{"walk, unknown direction", step(func(s *store.WalkStep) { s.Filter.Direction = "UP" }), bad},
		{"walk, unknown kind at the far end", step(func(s *store.WalkStep) {
			s.Filter.Far = &store.Filter{Kinds: []ecosystem.Kind{"SCHOOL"}}
		}), bad},
		{"walk from nowhere, unknown type", walking(func(q *store.WalkQuery) {
			q.Starts, q.Steps[0].Filter.Types = nil, []ecosystem.RelationType{"KNOWS"}
		}), bad},
	}
}
