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
	ranking := NewRanking(candidates, needs, w)
	var matches []Match
	for i := max(from, 0); i < min(from+count, ranking.Len()); i++ {
		f := ranking.Fit(i)
		matches = append(matches, Match{
			Partner: f.Partner, Place: f.Place, Rank: i + 1, Score: f.Score(), Components: f.Components(),
			For: f.ReasonsFor(), Against: f.ReasonsAgainst(), Changes: ranking.Changes(i),
		})
	}
	return matches
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
