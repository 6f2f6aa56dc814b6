package match

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// What one unit of evidence counts for, and how soon more of it counts less. The
// scales say at which sum a component stands at 63 %.
const (
	fieldScale = 0.7 // of squares: at this sum a field is covered by 63 %; one platform that names the matter counts 1
	tieScale   = 1.0 // one reported joint institution of this year
	trackScale = 1.0 // one project

	ownTieFactor  = 2.0  // a tie of the asking body itself says more than one of a peer
	homeTieFactor = 0.15 // and all of bodies in other fields together at most this: they say that there is a way to the region
	// A discipline serves many fields, and that it serves this one is an inference; who
	// has a platform of the very field, or is one, has shown it.
	disciplineTop = 0.7

	distanceScale   = 600.0 // kilometres until nearness has fallen to 37 %
	unknownNearness = 0.3
	branchShare     = 0.4 // of REACH; the rest is nearness
	branchElsewhere = 0.5 // of that for a branch of which nothing says that it works in a needed field
)

// counts is what a piece of evidence adds to its sum. Evidence for a field adds its
// square: many weak ones (a general university has some discipline that serves nearly
// every field a little) do not make a strong one.
func (g Ground) counts(weight float64) float64 {
	switch {
	case g.IsTie():
		return weight
	case g == ByDiscipline:
		weight *= disciplineTop
	}
	return weight * weight
}

// covering is how far a candidate covers a need, in [0, 1).
func (c Candidate) covering(need string) float64 {
	x := 0.0
	for _, g := range fieldGrounds() {
		x += c.Sums.Of(Key{g, need})
	}
	return saturate(x, fieldScale)
}

// fieldGrounds are those that say that a candidate works in a field.
func fieldGrounds() []Ground {
	return []Ground{ByDiscipline, ByPlatform, ByOwnField, ByProject, ByName}
}

func saturate(x, scale float64) float64 { return 1 - math.Exp(-x/scale) }

// Value is a component of a candidate, in [0, 1].
func (c Candidate) Value(component Component, needs []Need) float64 {
	switch component {
	case FieldFit:
		fit := 0.0
		for _, n := range needs {
			fit += n.Weight * c.covering(n.Field.ID)
		}
		return fit
	case Strength:
		return c.strength(needs)
	case Ties:
		x := ownTieFactor*c.Sums.Of(Key{Ground: ByOwnTie}) + homeTieFactor*saturate(c.Sums.Of(Key{Ground: ByHomeTie}), tieScale)
		for _, n := range needs {
			x += n.Weight * c.Sums.Of(Key{ByPeerTie, n.Field.ID})
		}
		return saturate(x, tieScale)
	case TrackRecord:
		x := 0.0
		for _, n := range needs {
			x += n.Weight * (c.Sums.Of(Key{ByProject, n.Field.ID}) + c.Sums.Of(Key{ByName, n.Field.ID}))
		}
		return saturate(x, trackScale)
	case Reach:
		return c.reach(len(needs) > 0)
	default:
		return 0
	}
}

// strength is the best single ground; a need counts by its weight beside the
// heaviest one.
func (c Candidate) strength(needs []Need) float64 {
	heaviest := 0.0
	for _, n := range needs {
		heaviest = max(heaviest, n.Weight)
	}
	best := 0.0
	for _, e := range c.Evidence {
		ground := 0.0
		switch e.Ground {
		case ByDiscipline:
			ground = disciplineTop * e.Weight
		case ByPlatform, ByOwnField:
			ground = e.Weight
		default: // what it takes part in says little about how good it is
		}
		if ground == 0 {
			continue
		}
		if i := slices.IndexFunc(needs, func(n Need) bool { return n.Field.ID == e.Need }); i >= 0 && heaviest > 0 {
			best = max(best, min(ground, 1)*needs[i].Weight/heaviest)
		}
	}
	return best
}

func (c Candidate) reach(inField bool) float64 {
	nearness := unknownNearness
	if c.Place.Kilometres >= 0 {
		nearness = math.Exp(-c.Place.Kilometres / distanceScale)
	}
	reach := (1 - branchShare) * nearness
	switch {
	case c.Place.Branch == nil:
	case inField && !c.branchInField():
		reach += branchShare * branchElsewhere
	default:
		reach += branchShare
	}
	return reach
}

// branchInField: the branch itself asks, or works in a needed field. One that is only
// supposed does.
func (c Candidate) branchInField() bool {
	branch := c.Place.Branch.Path.Start
	return branch == nil || slices.ContainsFunc(c.Evidence, func(e Evidence) bool {
		return (e.Ground == ByOwnTie || e.Ground == ByPeerTie) && e.Path.Start != nil && e.Path.Start.ID == branch.ID
	})
}

// Score is the weighted mean of the components, rounded so that two stores whose
// sums differ in the last bits rank alike.
func (c Candidate) Score(needs []Need, w Weights) float64 {
	total := 0.0
	for _, component := range Components() {
		total += w.Of(component) * c.Value(component, needs)
	}
	return math.Round(total/w.sum()*1e9) / 1e9
}

// scored is a candidate with its place in the ranking.
type scored struct {
	Candidate
	score float64
}

// ranked scores the candidates: the best first, then by id.
func ranked(candidates []Candidate, needs []Need, w Weights) []scored {
	order, scores := inOrder(candidates, needs, w)
	all := make([]scored, len(order))
	for i, at := range order {
		all[i] = scored{candidates[at], scores[at]}
	}
	return all
}

// inOrder gives the places of the candidates, the best first, then by id, and the score
// of each.
func inOrder(candidates []Candidate, needs []Need, w Weights) (order []int, scores []float64) {
	order, scores = make([]int, len(candidates)), make([]float64, len(candidates))
	for i, c := range candidates {
		order[i], scores[i] = i, c.Score(needs, w)
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(scores[b], scores[a]), strings.Compare(candidates[a].Partner.ID, candidates[b].Partner.ID))
	})
	return order, scores
}

// Best keeps the n candidates that rank first, in the order of their ids.
func Best(candidates []Candidate, needs []Need, w Weights, n int) []Candidate {
	order, _ := inOrder(candidates, needs, w)
	best := make([]Candidate, min(n, len(order)))
	for i := range best {
		best[i] = candidates[order[i]]
	}
	slices.SortFunc(best, func(a, b Candidate) int { return strings.Compare(a.Partner.ID, b.Partner.ID) })
	return best
}
