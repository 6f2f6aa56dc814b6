package baseline

import "math"

// Method scores candidates for a body.
type Method struct {
	Name   string
	Scores func(g *Graph, body string, candidates []string) []float64
}

// Methods lists the baselines, the plainest first. home holds the bodies of the home
// region.
func Methods(home map[string]bool) []Method {
	return []Method{
		{"random", func(_ *Graph, _ string, candidates []string) []float64 { return make([]float64, len(candidates)) }},
		{"popularity (degree)", each(func(g *Graph, _, c int) float64 { return float64(len(g.neighbours[c])) })},
		{"popularity (ties with home)", func(g *Graph, _ string, candidates []string) []float64 { return g.tiesWith(home, candidates) }},
		{"common neighbours", each(func(g *Graph, a, c int) float64 { return g.common(a, c, func(int) float64 { return 1 }) })},
		{"Adamic–Adar", each(func(g *Graph, a, c int) float64 { return g.common(a, c, g.adamicAdar) })},
		{"Katz ≤ 3", func(g *Graph, body string, candidates []string) []float64 {
			return g.pick(g.katz(g.at[body]), candidates)
		}},
		{"personalised PageRank", func(g *Graph, body string, candidates []string) []float64 {
			return g.pick(g.pageRank(g.at[body]), candidates)
		}},
		{"PathSim", func(g *Graph, body string, candidates []string) []float64 { return g.pathSim(body, candidates) }},
	}
}

// each scores candidates one by one.
func each(score func(g *Graph, body, candidate int) float64) func(*Graph, string, []string) []float64 {
	return func(g *Graph, body string, candidates []string) []float64 {
		scores := make([]float64, len(candidates))
		for i, id := range candidates {
			scores[i] = score(g, g.at[body], g.at[id])
		}
		return scores
	}
}

func (g *Graph) pick(scores []float64, candidates []string) []float64 {
	picked := make([]float64, len(candidates))
	for i, id := range candidates {
		picked[i] = scores[g.at[id]]
	}
	return picked
}

// tiesWith counts the bodies of the home region with which each candidate has a tie.
func (g *Graph) tiesWith(home map[string]bool, candidates []string) []float64 {
	scores := make([]float64, len(candidates))
	for i, id := range candidates {
		scores[i] = float64(TiesWith(g, home, id))
	}
	return scores
}

// TiesWith counts the bodies of a set with which a body has ties.
func TiesWith(g *Graph, set map[string]bool, body string) int {
	n := 0
	for other := range g.tied[body] {
		if set[other] {
			n++
		}
	}
	return n
}

// common sums what the neighbours that two share are worth.
func (g *Graph) common(a, b int, worth func(int) float64) float64 {
	sum, i, j := 0.0, 0, 0
	x, y := g.neighbours[a], g.neighbours[b]
	for i < len(x) && j < len(y) {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] > y[j]:
			j++
		default:
			sum += worth(x[i])
			i++
			j++
		}
	}
	return sum
}

// adamicAdar: who has few neighbours says more (Adamic and Adar, Social Networks 2003).
func (g *Graph) adamicAdar(n int) float64 {
	return 1 / math.Log(float64(max(len(g.neighbours[n]), 2)))
}

const (
	katzFactor = 0.05 // of each further step
	katzSteps  = 3
)

// katz sums the walks of up to three steps, longer ones less (Katz, Psychometrika 1953).
func (g *Graph) katz(from int) []float64 {
	total, walks, factor := make([]float64, len(g.neighbours)), make([]float64, len(g.neighbours)), 1.0
	walks[from] = 1
	for range katzSteps {
		next := make([]float64, len(walks))
		for n, count := range walks {
			if count == 0 {
				continue
			}
			for _, to := range g.neighbours[n] {
				next[to] += count
			}
		}
		walks, factor = next, factor*katzFactor
		for n, count := range walks {
			total[n] += factor * count
		}
	}
	return total
}

const (
	damping = 0.85
	rounds  = 60 // 0.85^60 is 6e-5
)

// pageRank is how often a random walk that keeps returning to a body visits each
// (Page et al. 1999; personalised: Haveliwala, WWW 2002).
func (g *Graph) pageRank(from int) []float64 {
	rank := make([]float64, len(g.neighbours))
	rank[from] = 1
	for range rounds {
		next := make([]float64, len(rank))
		back := 1 - damping
		for n, share := range rank {
			degree := len(g.neighbours[n])
			if degree == 0 {
				back += damping * share
				continue
			}
			for _, to := range g.neighbours[n] {
				next[to] += damping * share / float64(degree)
			}
		}
		next[from] += back
		rank = next
	}
	return rank
}

// pathSim is PathSim (Sun et al., VLDB 2011) on the metapath body – field – body, where
// a body comes to a field itself, over its disciplines, or over what it hosts.
func (g *Graph) pathSim(body string, candidates []string) []float64 {
	self := dot(g.fields[body], g.fields[body])
	scores := make([]float64, len(candidates))
	for i, id := range candidates {
		if sum := self + dot(g.fields[id], g.fields[id]); sum > 0 {
			scores[i] = 2 * dot(g.fields[body], g.fields[id]) / sum
		}
	}
	return scores
}

func dot(a, b map[string]float64) float64 {
	sum := 0.0
	for field, w := range a {
		sum += w * b[field]
	}
	return sum
}
