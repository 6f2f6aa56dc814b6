package measure

import (
	"cmp"
	"math"
	"slices"
)

// Figures tell how well one list is ranked; each lies in [0, 1]. Of several lists they
// are means.
type Figures struct {
	Hits1, Hits3, Hits10 float64 // is one of the relevant ones among the first k?
	MRR                  float64 // 1 / place of the first relevant one
	NDCG                 float64 // nDCG@10, every relevant one of gain 1
}

// Names lists the figures in the order of Values.
func Names() []string { return []string{"Hits@1", "Hits@3", "Hits@10", "MRR", "nDCG@10"} }

// Values lists the figures.
func (f Figures) Values() []float64 { return []float64{f.Hits1, f.Hits3, f.Hits10, f.MRR, f.NDCG} }

const depth = 10 // of nDCG

// Of are the expected figures of a list: a score for each, higher is better, and
// whether it is relevant. Scores that differ by less than a billionth are equal. Without
// a relevant one all figures are 0.
func Of(scores []float64, relevant []bool) Figures {
	var f Figures
	gain, wanted, above := 0.0, 0, 0
	for _, g := range tied(scores, relevant) {
		if g.relevant > 0 {
			if wanted == 0 {
				f = g.first(above)
			}
			gain += g.gain(above)
			wanted += g.relevant
		}
		above += g.size
	}
	if ideal := discounts(0, wanted); ideal > 0 {
		f.NDCG = gain / ideal
	}
	return f
}

// group are those of equal score.
type group struct{ size, relevant int }

func tied(scores []float64, relevant []bool) []group {
	var groups []group
	for _, places := range ordered(scores) {
		g := group{size: len(places)}
		for _, i := range places {
			if relevant[i] {
				g.relevant++
			}
		}
		groups = append(groups, g)
	}
	return groups
}

// ordered lists those of equal score together, the highest first.
func ordered(scores []float64) [][]int {
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
	}
	rounded := func(i int) float64 { return math.Round(scores[i] * 1e9) }
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rounded(b), rounded(a)) })
	var groups [][]int
	for n, i := range order {
		if n == 0 || rounded(i) != rounded(order[n-1]) {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], i)
	}
	return groups
}

// first are the figures that the first relevant one decides; it is in this group,
// which stands behind so many others.
func (g group) first(above int) Figures {
	var f Figures
	before := 1.0 // the chance that none of the places so far holds a relevant one
	irrelevant := float64(g.size - g.relevant)
	for n := range g.size {
		left := float64(g.size - n)
		here := before * float64(g.relevant) / left
		place := above + n + 1
		f.MRR += here / float64(place)
		if place <= 1 {
			f.Hits1 += here
		}
		if place <= 3 {
			f.Hits3 += here
		}
		if place <= 10 {
			f.Hits10 += here
		}
		before *= (irrelevant - float64(n)) / left
		if before <= 0 {
			break
		}
	}
	return f
}

// gain is what the group is expected to bring.
func (g group) gain(above int) float64 {
	return float64(g.relevant) / float64(g.size) * discounts(above, g.size)
}

// discounts is the sum of the discounts of so many places behind so many others.
func discounts(above, size int) float64 {
	sum := 0.0
	for place := above + 1; place <= min(above+size, depth); place++ {
		sum += 1 / math.Log2(float64(place+1))
	}
	return sum
}

// Mean are the means of several lists.
func Mean(all []Figures) Figures {
	var m Figures
	for _, f := range all {
		m.Hits1 += f.Hits1
		m.Hits3 += f.Hits3
		m.Hits10 += f.Hits10
		m.MRR += f.MRR
		m.NDCG += f.NDCG
	}
	n := float64(max(len(all), 1))
	return Figures{m.Hits1 / n, m.Hits3 / n, m.Hits10 / n, m.MRR / n, m.NDCG / n}
}

// Top is for each of a list the chance that it stands among the first k.
func Top(scores []float64, k int) []float64 {
	chances := make([]float64, len(scores))
	above := 0
	for _, places := range ordered(scores) {
		share := min(max(float64(k-above)/float64(len(places)), 0), 1)
		for _, i := range places {
			chances[i] = share
		}
		above += len(places)
	}
	return chances
}
