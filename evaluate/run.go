package evaluate

import (
	"context"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/evaluate/baseline"
	"github.com/innograph/innograph/evaluate/measure"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store"
)

// Setup is what a measurement depends on.
type Setup struct {
	Graph   ecosystem.Graph
	Home    string // id of the region that looks for partners
	Region  string // id of the region where partners for demands are looked for
	Year    int    // from which the age of ties is counted
	Weights match.Weights
	// Open makes a store that holds a graph.
	Open func(context.Context, ecosystem.Graph) (store.Store, error)
}

// Matcher is the name of our own method among the others.
const Matcher = "innograph"

// Without is the name of our method with one component left out.
func Without(c match.Component) string { return Matcher + " without " + string(c) }

// Stratum groups partners by how many bodies at home they have ties with once the
// held-out tie is gone.
type Stratum string

// The strata.
const (
	WellConnected Stratum = "well-connected" // 3 or more
	Sparse        Stratum = "sparse"         // 1 or 2
	Newcomer      Stratum = "newcomer"       // none
)

// Strata lists them.
func Strata() []Stratum { return []Stratum{WellConnected, Sparse, Newcomer} }

func stratumOf(ties int) Stratum {
	switch {
	case ties == 0:
		return Newcomer
	case ties < 3:
		return Sparse
	default:
		return WellConnected
	}
}

// Case is one held-out tie with the figures of each method.
type Case struct {
	Tie
	Stratum    Stratum
	Candidates int // in the list, the held-out partner included
	Figures    map[string]measure.Figures
}

// HeldOut asks for every tie in turn. An unknown home region is UNKNOWN_ID; without
// ties across its border there is nothing to measure: BAD_INPUT.
func HeldOut(ctx context.Context, s Setup) ([]Case, error) {
	if kindsOf(s.Graph)[s.Home] != ecosystem.Region {
		return nil, ecosystem.Errorf(ecosystem.CodeUnknownID, "no region has the id %q", s.Home)
	}
	home := Within(s.Graph, s.Home)
	ties, candidates := Ties(s.Graph, home), Candidates(s.Graph, home)
	if len(ties) == 0 {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "no body of %s has a COOPERATES_WITH relation with one outside: there is nothing to hold out", s.Home)
	}
	cases := make([]Case, len(ties))
	for i, t := range ties {
		var err error
		if cases[i], err = s.holdOut(ctx, t, ties, candidates, home); err != nil {
			return nil, err
		}
	}
	return cases, nil
}

func (s Setup) holdOut(ctx context.Context, t Tie, ties []Tie, candidates []string, home map[string]bool) (Case, error) {
	list := slices.DeleteFunc(slices.Clone(candidates), func(id string) bool {
		return id != t.Partner && slices.ContainsFunc(ties, func(o Tie) bool { return o.Local == t.Local && o.Partner == id })
	})
	reduced := Reduce(s.Graph, t, home)
	shape := baseline.NewGraph(reduced)
	c := Case{Tie: t, Candidates: len(list), Stratum: stratumOf(baseline.TiesWith(shape, home, t.Partner)), Figures: map[string]measure.Figures{}}
	relevant := make([]bool, len(list))
	relevant[slices.Index(list, t.Partner)] = true
	for _, m := range baseline.Methods(home) {
		c.Figures[m.Name] = measure.Of(m.Scores(shape, t.Local, list), relevant)
	}
	db, err := s.Open(ctx, reduced)
	if err != nil {
		return c, err
	}
	defer func() { _ = db.Close(context.WithoutCancel(ctx)) }() // only read from
	answer, err := s.ask(ctx, db, partners.Demand{Entity: t.Local}, "")
	if err != nil {
		return c, err
	}
	for name, scores := range s.ours(answer, list) {
		c.Figures[name] = measure.Of(scores, relevant)
	}
	return c, nil
}

// ask asks for partners in a region; in none: anywhere outside of the home region.
func (s Setup) ask(ctx context.Context, db store.Reader, demand partners.Demand, region string) (partners.Answer, error) {
	return partners.NewDesk(db, partners.NewTexts(db), partners.DefaultBounds()).Ask(ctx, partners.Question{
		Demand: demand, Home: s.Home, Where: partners.Where{Region: region}, Weights: s.Weights, Year: s.Year,
	})
}

// unranked is the score of who was not found; all scores are at least 0.
const unranked = -1.0

// ours are the scores of a list, with all components and without each.
func (s Setup) ours(answer partners.Answer, list []string) map[string][]float64 {
	all := map[string][]float64{Matcher: scoresOf(answer, list, s.Weights)}
	for _, component := range match.Components() {
		if w := without(s.Weights, component); w.Check() == nil {
			all[Without(component)] = scoresOf(answer, list, w)
		}
	}
	return all
}

func scoresOf(answer partners.Answer, list []string, w match.Weights) []float64 {
	found := make(map[string]float64, len(answer.Candidates))
	for _, c := range answer.Candidates {
		found[c.Partner.ID] = c.Score(answer.Needs, w)
	}
	scores := make([]float64, len(list))
	for i, id := range list {
		score, ok := found[id]
		if !ok {
			score = unranked
		}
		scores[i] = score
	}
	return scores
}

func without(w match.Weights, c match.Component) match.Weights {
	switch c {
	case match.FieldFit:
		w.FieldFit = 0
	case match.Strength:
		w.Strength = 0
	case match.Ties:
		w.Ties = 0
	case match.TrackRecord:
		w.TrackRecord = 0
	default: // match.Reach
		w.Reach = 0
	}
	return w
}
