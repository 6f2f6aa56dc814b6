package evaluate

import (
	"cmp"
	"context"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/evaluate/baseline"
	"github.com/innograph/innograph/evaluate/measure"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store"
)

// Fairness tells who is recommended for the key projects of a plan.
type Fairness struct {
	Projects int
	Largest  []string // ids of the five with most relations
	// Shares and Different are of each method: the share of the first three places
	// that the largest take, and how many candidates come there at all (at least half
	// of a chance for one project).
	Shares    map[string]float64
	Different map[string]int
	// Undoubted is the share of our first three places against which nothing is said.
	Undoubted float64
}

const (
	largest = 5
	places  = 3
)

// Fair asks for partners for every key project of the home region.
func Fair(ctx context.Context, s Setup, db store.Reader) (Fairness, error) {
	home, shape := Within(s.Graph, s.Home), baseline.NewGraph(s.Graph)
	list := s.candidatesIn(home)
	methods := baseline.Methods(home)
	f := Fairness{Largest: biggest(list, shape), Shares: map[string]float64{}, Different: map[string]int{}}
	seen := map[string]map[string]bool{}
	count := func(method string, scores []float64) {
		if seen[method] == nil {
			seen[method] = map[string]bool{}
		}
		for i, chance := range measure.Top(scores, places) {
			if slices.Contains(f.Largest, list[i]) {
				f.Shares[method] += chance / places
			}
			if chance >= 0.5 {
				seen[method][list[i]] = true
			}
		}
	}
	for i := range s.Graph.Entities {
		project := &s.Graph.Entities[i]
		if project.Kind != ecosystem.KeyProject || !home[project.ID] {
			continue
		}
		answer, err := s.ask(ctx, db, partners.Demand{Entity: project.ID}, s.Region)
		if err != nil {
			return f, err
		}
		f.Projects++
		count(Matcher, scoresOf(answer, list, s.Weights))
		for _, m := range match.Rank(answer.Candidates, answer.Needs, s.Weights, 0, places) {
			if len(m.Against) == 0 {
				f.Undoubted += 1.0 / places
			}
		}
		for _, m := range methods {
			count(m.Name, m.Scores(shape, project.ID, list))
		}
	}
	f.Undoubted /= float64(max(f.Projects, 1))
	for name := range f.Shares {
		f.Shares[name] /= float64(max(f.Projects, 1))
	}
	for name, ids := range seen {
		f.Different[name] = len(ids)
	}
	return f, nil
}

// biggest are those with most relations.
func biggest(list []string, shape *baseline.Graph) []string {
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b string) int { return cmp.Compare(shape.Degree(b), shape.Degree(a)) })
	return sorted[:min(largest, len(sorted))]
}
