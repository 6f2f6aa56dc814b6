package match

import (
	"github.com/innograph/innograph/ecosystem"
)

// Match is a candidate in its place, with what speaks for it and against it.
type Match struct {
	Partner    *ecosystem.Entity
	Place      Place
	Rank       int     // from 1
	Score      float64 // in [0, 1]
	Components []Part
	For        []Reason // the strongest first within each component
	Against    []Reason
	Changes    []Change // to pass the one above, and to fall behind the one below
}

// Part is one component of a score.
type Part struct {
	Component Component
	Value     float64 // in [0, 1]
	Weight    float64 // share of the score, in [0, 1]; all shares add up to 1
	Evidence  []Evidence
}

// Rank puts the candidates in order, the best first, then by id, and explains those
// from place `from` (0: the first) on, `count` of them. The order of candidates and
// of needs makes no difference. Weights must have passed Check.
func Rank(candidates []Candidate, needs []Need, w Weights, from, count int) []Match {
	ranking := ranked(candidates, needs, w)
	var matches []Match
	for i := max(from, 0); i < min(from+count, len(ranking)); i++ {
		matches = append(matches, explain(ranking, i, needs, w))
	}
	return matches
}

func explain(ranking []scored, i int, needs []Need, w Weights) Match {
	c := ranking[i]
	return Match{
		Partner: c.Partner, Place: c.Place, Rank: i + 1, Score: c.score,
		For: reasonsFor(c.Candidate, needs), Against: reasonsAgainst(c.Candidate, needs),
		Components: c.parts(needs, w), Changes: changes(ranking, i, needs, w),
	}
}

func (c Candidate) parts(needs []Need, w Weights) []Part {
	var parts []Part
	for _, component := range Components() {
		parts = append(parts, Part{
			Component: component, Value: c.Value(component, needs), Weight: w.Of(component) / w.sum(), Evidence: c.speaksFor(component),
		})
	}
	return parts
}

// speaksFor is the evidence that a component rests on.
func (c Candidate) speaksFor(component Component) []Evidence {
	var out []Evidence
	for _, e := range c.Evidence {
		for _, of := range e.Ground.components() {
			if of == component {
				out = append(out, e)
			}
		}
	}
	return out
}

// components are those that a ground counts for.
func (g Ground) components() []Component {
	switch g {
	case ByDiscipline, ByPlatform, ByOwnField:
		return []Component{FieldFit, Strength}
	case ByProject, ByName:
		return []Component{FieldFit, TrackRecord}
	case ByOwnTie, ByPeerTie, ByHomeTie:
		return []Component{Ties}
	default:
		return nil
	}
}
