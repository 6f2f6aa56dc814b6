package measure_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/innograph/innograph/evaluate/measure"
)

// TestFiguresAreExpectations compares with the mean over all orders of what is equal.
func TestFiguresAreExpectations(t *testing.T) {
	for seed := range uint64(80) {
		r := rand.New(rand.NewPCG(5, seed))
		n := 1 + r.IntN(7)
		scores, relevant := make([]float64, n), make([]bool, n)
		for i := range scores {
			scores[i], relevant[i] = float64(r.IntN(3)), r.IntN(3) == 0
		}
		var all []measure.Figures
		permutations(n, func(order []int) {
			if ordered := isRanking(scores, order); ordered {
				all = append(all, plain(relevant, order))
			}
		})
		want, got := measure.Mean(all).Values(), measure.Of(scores, relevant).Values()
		for i := range want {
			if math.Abs(want[i]-got[i]) > 1e-9 {
				t.Errorf("seed %d: %s is %v, want %v (scores %v, relevant %v)", seed, measure.Names()[i], got[i], want[i], scores, relevant)
			}
		}
	}
}

func isRanking(scores []float64, order []int) bool {
	for i := 1; i < len(order); i++ {
		if scores[order[i]] > scores[order[i-1]] {
			return false
		}
	}
	return true
}

// plain are the figures of one order, by their definitions.
func plain(relevant []bool, order []int) measure.Figures {
	var f measure.Figures
	gain, ideal, found := 0.0, 0.0, 0
	for place, i := range order {
		if !relevant[i] {
			continue
		}
		gain += 1 / math.Log2(float64(place)+2)
		ideal += 1 / math.Log2(float64(found)+2)
		if found++; found > 1 {
			continue
		}
		f.MRR = 1 / float64(place+1)
		if place < 1 {
			f.Hits1 = 1
		}
		if place < 3 {
			f.Hits3 = 1
		}
		f.Hits10 = 1 // lists are short here
	}
	if ideal > 0 {
		f.NDCG = gain / ideal
	}
	return f
}

func permutations(n int, visit func([]int)) {
	order := make([]int, 0, n)
	used := make([]bool, n)
	var extend func()
	extend = func() {
		if len(order) == n {
			visit(order)
			return
		}
		for i := range n {
			if !used[i] {
				used[i] = true
				order = append(order, i)
				extend()
				order = order[:len(order)-1]
				used[i] = false
			}
		}
	}
	extend()
}

// TestDepth: the eleventh place counts for neither Hits@10 nor nDCG@10.
func TestDepth(t *testing.T) {
	scores, relevant := make([]float64, 20), make([]bool, 20)
	for i := range scores {
		scores[i] = float64(-i)
	}
	relevant[10] = true
	if f := measure.Of(scores, relevant); f.Hits10 != 0 || f.NDCG != 0 || f.MRR != 1.0/11 {
		t.Errorf("%+v", f)
	}
	all := make([]float64, 1000) // as a random order has it
	some := make([]bool, 1000)
	some[3] = true
	if f := measure.Of(all, some); math.Abs(f.Hits10-0.01) > 1e-12 {
		t.Errorf("%+v", f)
	}
}

func TestBootstrap(t *testing.T) {
	values := make([]float64, 200)
	alone, together := make([]string, 200), make([]string, 200)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range values {
		alone[i], together[i] = string(rune(1000+i)), string(rune(1000+i/50))
		values[i] = float64(i/50%2) + r.NormFloat64()/10
	}
	narrow, wide := measure.Bootstrap(values, alone, 7), measure.Bootstrap(values, together, 7)
	if narrow != measure.Bootstrap(values, alone, 7) {
		t.Error("the same seed gives another interval")
	}
	if narrow.Low >= narrow.Mean || narrow.High <= narrow.Mean || wide.High-wide.Low < 2*(narrow.High-narrow.Low) {
		t.Errorf("values %+v, clusters %+v", narrow, wide)
	}
	// About ±1.96 standard errors of the mean.
	if half := (narrow.High - narrow.Low) / 2; half < 0.06 || half > 0.08 {
		t.Errorf("half of the interval is %v", half)
	}
	one := measure.Bootstrap(values, make([]string, 200), 7)
	if above, below := one.Tells(); above || below || !math.IsNaN(one.Low) {
		t.Errorf("one cluster cannot tell: %+v", one)
	}
}

func TestTop(t *testing.T) {
	got := measure.Top([]float64{1, 5, 3, 3, 3, 0}, 3)
	for i, want := range []float64{0, 1, 2.0 / 3, 2.0 / 3, 2.0 / 3, 0} {
		if math.Abs(got[i]-want) > 1e-12 {
			t.Errorf("%v", got)
			break
		}
	}
}
