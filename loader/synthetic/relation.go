package synthetic

import (
	"slices"
	"strconv"

	"github.com/innograph/innograph/ecosystem"
)

// rule says how many relations of a type each entity of some kinds has, and to
// what.
type rule struct {
	kind        ecosystem.RelationType
	from        []ecosystem.Kind
	to          []ecosystem.Kind // one is drawn; what stands here twice comes up twice as often
	least, most int              // of each entity, before those that come up twice are left out
	percent     int              // of the entities that have any; 0: all
	skew        float64          // see skewed
	kindred     bool             // rather to entities of the same top field
	strengths   []string
	planned     int // percent that are only planned
}

// rules give an entity about ten relations.
func rules() []rule {
	const (
		u, i, e, h, a, s = ecosystem.University, ecosystem.ResearchInstitute, ecosystem.Enterprise, ecosystem.Hospital, ecosystem.Agency, ecosystem.Association
		p, c, k          = ecosystem.Platform, ecosystem.IndustryCluster, ecosystem.KeyProject
		f, d             = ecosystem.TechnologyField, ecosystem.Discipline
		pg, pol, ind, rg = ecosystem.Programme, ecosystem.Policy, ecosystem.Indicator, ecosystem.Region
	)
	type kinds = []ecosystem.Kind
	ties := []string{"共建机构", "分支机构", "联合攻关", "成果转化", "技术合作", "技术合作", "商谈", "考察交流", "产销合作"}
	return []rule{
		{kind: ecosystem.LocatedIn, from: kinds{u, i, e, h, a, s, p, c, k}, to: kinds{rg}, least: 1, most: 1, skew: 0.4},
		{kind: ecosystem.PartOf, from: kinds{i, e, h}, to: kinds{u, e}, least: 1, most: 1, percent: 8, skew: 0.5},
		{kind: ecosystem.PartOf, from: kinds{p}, to: kinds{c}, least: 1, most: 1, percent: 25, skew: 0.5},
		{kind: ecosystem.InField, from: kinds{u, i, e, h, p, c, k, pg}, to: kinds{f}, least: 1, most: 2, kindred: true, skew: 0.5},
		{kind: ecosystem.StrongIn, from: kinds{u}, to: kinds{d}, least: 3, most: 14, skew: 0.3, strengths: []string{"A+", "A", "A-", "B+", "field_core"}},
		{kind: ecosystem.StrongIn, from: kinds{i}, to: kinds{d}, least: 1, most: 3, skew: 0.3, strengths: []string{"national_key_lab", "field_core", "field_core"}},
		{kind: ecosystem.AppliesTo, from: kinds{d}, to: kinds{f}, least: 8, most: 24, skew: 0.3},
		{kind: ecosystem.HostedBy, from: kinds{p}, to: kinds{u, i, e, e, h}, least: 1, most: 1, kindred: true, skew: 0.6, planned: 15},
		{kind: ecosystem.HostedBy, from: kinds{k, c, i}, to: kinds{u, e, e, a}, least: 1, most: 1, percent: 60, kindred: true, skew: 0.6, planned: 15},
		{kind: ecosystem.BuiltBy, from: kinds{p, k, c}, to: kinds{u, i, e, e, e}, least: 2, most: 5, kindred: true, skew: 0.6, planned: 20},
		{kind: ecosystem.BuiltBy, from: kinds{pg}, to: kinds{a, u}, least: 1, most: 3, skew: 0.5},
		{kind: ecosystem.ReliesOn, from: kinds{k, p, c}, to: kinds{p, p, u, c}, least: 0, most: 3, kindred: true, skew: 0.5, planned: 20},
		{kind: ecosystem.ReliesOn, from: kinds{f}, to: kinds{e, p}, least: 0, most: 3, skew: 0.5},
		{kind: ecosystem.Links, from: kinds{c}, to: kinds{c, rg, p, e}, least: 1, most: 4, skew: 0.5, planned: 40},
		{kind: ecosystem.CooperatesWith, from: kinds{e}, to: kinds{e, e, i, u, p}, least: 4, most: 12, kindred: true, skew: 0.6, strengths: ties, planned: 10},
		{kind: ecosystem.CooperatesWith, from: kinds{u, i, h, s}, to: kinds{u, i, a}, least: 3, most: 10, kindred: true, skew: 0.6, strengths: ties, planned: 10},
		{kind: ecosystem.CooperatesWith, from: kinds{p, k, c}, to: kinds{u, i, e}, least: 1, most: 4, kindred: true, skew: 0.6, strengths: ties, planned: 20},
		{kind: ecosystem.Supports, from: kinds{pol, pg}, to: kinds{k, p, c, e}, least: 10, most: 40, skew: 0.2},
		{kind: ecosystem.Promotes, from: kinds{pol, pg}, to: kinds{p, c}, least: 5, most: 20, skew: 0.2, planned: 60},
		{kind: ecosystem.Targets, from: kinds{pol, pg}, to: kinds{ind}, least: 1, most: 5, skew: 0.2},
		{kind: ecosystem.IssuedBy, from: kinds{pol}, to: kinds{a}, least: 1, most: 1, skew: 0.5},
		{kind: ecosystem.Implements, from: kinds{a, e}, to: kinds{pol}, least: 1, most: 2, percent: 10, skew: 0.3},
	}
}

// relations draws the relations of one entity.
func (g *Generator) relations(p place) []ecosystem.Relation {
	d := g.draws(p, ofRelations)
	type tie struct {
		kind ecosystem.RelationType
		far  place
	}
	var taken []tie
	var out []ecosystem.Relation
	if p.kind == ecosystem.Region || p.kind == ecosystem.TechnologyField {
		if above, ok := g.above(p); ok {
			out = append(out, g.relation(d, rule{kind: ecosystem.PartOf}, p, place{p.kind, above}))
		}
	}
	for _, r := range g.rules[p.kind] {
		if r.percent > 0 && !d.chance(r.percent) {
			continue
		}
		for n := r.least + d.IntN(r.most-r.least+1); n > 0; n-- {
			far, ok := g.far(d, r, p)
			if !ok || slices.Contains(taken, tie{r.kind, far}) {
				continue
			}
			taken = append(taken, tie{r.kind, far})
			out = append(out, g.relation(d, r, p, far))
			if r.kind == ecosystem.StrongIn && p.kind == ecosystem.University && d.chance(20) { // a second list says it too
				out = append(out, g.relation(d, rule{kind: r.kind, strengths: []string{"双一流"}}, p, far))
			}
		}
	}
	return out
}

// far draws what a relation leads to. Of the same kind it is one before, so that
// a tie is drawn at one of its ends only and nothing is part of itself.
func (g *Generator) far(d draws, r rule, p place) (place, bool) {
	far := place{kind: one(d, r.to...)}
	n, own := g.counts[far.kind], g.field(p)
	if far.kind == ecosystem.TechnologyField {
		if r.kindred && d.chance(60) {
			return place{far.kind, own}, true
		}
		return place{far.kind, tops + d.skewed(n-tops, r.skew)}, true
	}
	if far.kind == p.kind {
		n = p.i
	}
	if n == 0 {
		return far, false
	}
	for range 3 { // a stranger at the third try
		if far.i = d.skewed(n, r.skew); !r.kindred || g.field(far)%tops == own%tops {
			break
		}
	}
	return far, r.kind != ecosystem.LocatedIn || far.i >= named
}

// relation makes the row, as a Builder would.
func (g *Generator) relation(d draws, r rule, p, far place) ecosystem.Relation {
	out := ecosystem.Relation{Type: r.kind, From: g.id(p), To: g.id(far), Sources: g.sources(d)}
	if len(r.strengths) > 0 {
		out.Strength = one(d, r.strengths...)
	}
	if r.planned > 0 && d.chance(r.planned) {
		out.Status = ecosystem.Planned
	}
	switch r.kind {
	case ecosystem.CooperatesWith:
		out.Year = 2012 + d.IntN(14)
		if bothWays := p.kind.IsOrganization() || p.kind == ecosystem.Platform; bothWays && out.From > out.To {
			out.From, out.To = out.To, out.From
		}
	case ecosystem.AppliesTo:
		out.Weight = float64(8+d.IntN(13)) / 20
	case ecosystem.Targets:
		out.Value, out.Unit, out.Year = strconv.Itoa(1+d.IntN(99)), "%", 2025+d.IntN(6)
	default:
	}
	if out.Weight == 0 {
		out.Weight = g.weights[[2]string{out.Strength, string(out.Status)}]
	}
	out.ID = out.RelationID()
	return out
}
