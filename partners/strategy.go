package partners

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Strategy says which disciplines of a partner count more: those that the home region
// has too, or those that it lacks (supplementary and complementary fit; Muchinsky and
// Monahan 1987, Das and Teng 2000 for alliances).
type Strategy string

// The strategies.
const (
	Similar       Strategy = "SIMILAR"       // 相似: strong where home is strong
	Complementary Strategy = "COMPLEMENTARY" // 互补: strong where home is weak
	Balanced      Strategy = "BALANCED"      // 均衡: strong where the demand needs it
)

func (s Strategy) check() error {
	switch s {
	case "", Similar, Complementary, Balanced:
		return nil
	default:
		return ecosystem.Errorf(ecosystem.CodeBadInput, "unknown strategy %q; there are SIMILAR, COMPLEMENTARY and BALANCED", s)
	}
}

// looksHome tells whether it matters what the home region is strong in.
func (s Strategy) looksHome() bool { return s != Balanced && s != "" }

// factor is how much a discipline counts, in [0.5, 1], when the best grade of it in the
// home region is so high.
func (s Strategy) factor(homeGrade float64) float64 {
	switch s {
	case Similar:
		return 0.5 + 0.5*homeGrade
	case Complementary:
		return 1 - 0.5*homeGrade
	default:
		return 1
	}
}

// disciplines are the disciplines that serve a field or one near it, as ways from the
// field, and how much each counts by the strategy.
func (g *gathering) disciplines(ctx context.Context, field []store.WalkStart) ([]store.WalkEnd, []store.WalkStart, error) {
	served, err := g.desk.reader.Walk(ctx, store.WalkQuery{
		Starts: field,
		Steps: []store.WalkStep{{Filter: store.RelationFilter{
			Types: []ecosystem.RelationType{ecosystem.AppliesTo}, Direction: store.In, Kinds: []ecosystem.Kind{ecosystem.Discipline},
		}}},
		Ends: g.desk.bounds.Edges, Paths: 1,
	})
	if err != nil || len(served.Ends) == 0 {
		return nil, nil, err
	}
	grades, err := g.homeGrades(ctx, served.Ends)
	if err != nil {
		return nil, nil, err
	}
	starts := make([]store.WalkStart, len(served.Ends))
	for i, e := range served.Ends {
		starts[i] = store.WalkStart{ID: e.Entity.ID, Weight: min(e.Score, 1) * g.question.Strategy.factor(grades[i])}
	}
	return served.Ends, starts, nil
}

// homeStrong leads from a discipline to the bodies of a region that are strong in it.
func homeStrong(region string) store.RelationFilter {
	return store.RelationFilter{Types: []ecosystem.RelationType{ecosystem.StrongIn}, Direction: store.In, Far: &store.Filter{Region: region}}
}

// homeGrades is the best weight of each discipline among the bodies of the home
// region; a balanced question need not know it.
func (g *gathering) homeGrades(ctx context.Context, disciplines []store.WalkEnd) ([]float64, error) {
	grades := make([]float64, len(disciplines))
	if !g.question.Strategy.looksHome() {
		return grades, nil
	}
	ids := make([]string, len(disciplines))
	for i, e := range disciplines {
		ids[i] = e.Entity.ID
	}
	// The heaviest edge comes first.
	pages, err := g.desk.reader.Neighbors(ctx, ids, homeStrong(g.home.region.ID), store.Page{Limit: 1})
	if err != nil {
		return nil, err
	}
	for i, p := range pages {
		if len(p.Edges) > 0 {
			grades[i] = p.Edges[0].Relation.Weight
		}
	}
	return grades, nil
}
