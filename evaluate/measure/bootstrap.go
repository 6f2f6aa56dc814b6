package measure

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Interval is a mean with the bounds that hold 95 % of the resampled means.
type Interval struct{ Mean, Low, High float64 }

// Rounds of resampling.
const rounds = 4000

// Bootstrap resamples whole clusters: values of one cluster come from one statement and
// do not tell independently (cluster bootstrap; Field and Welsh, JRSS B 2007). cluster
// names that of each value. With fewer than two clusters the bounds are not known: NaN.
func Bootstrap(values []float64, cluster []string, seed uint64) Interval {
	sums, counts := byCluster(values, cluster)
	total, n := 0.0, 0.0
	for i := range sums {
		total += sums[i]
		n += counts[i]
	}
	i := Interval{total / max(n, 1), math.NaN(), math.NaN()}
	if len(sums) < 2 {
		return i
	}
	random := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // resampling must be repeatable, not secret
	means := make([]float64, rounds)
	for r := range means {
		sum, count := 0.0, 0.0
		for range sums {
			drawn := random.IntN(len(sums))
			sum += sums[drawn]
			count += counts[drawn]
		}
		means[r] = sum / count
	}
	slices.Sort(means)
	i.Low, i.High = means[rounds*25/1000], means[rounds*975/1000-1]
	return i
}

// byCluster gives sum and number of the values of each cluster, in the order in which
// the clusters first come.
func byCluster(values []float64, cluster []string) (sums, counts []float64) {
	at := map[string]int{}
	for i, v := range values {
		n, ok := at[cluster[i]]
		if !ok {
			n = len(sums)
			at[cluster[i]] = n
			sums, counts = append(sums, 0), append(counts, 0)
		}
		sums[n] += v
		counts[n]++
	}
	return sums, counts
}

// Tells reports whether the interval excludes 0, and on which side it lies.
func (i Interval) Tells() (above, below bool) { return i.Low > 0, i.High < 0 }
