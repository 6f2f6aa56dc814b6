package evaluate

import (
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/innograph/innograph/evaluate/measure"
)

// seed of all resampling.
const seed = 20261130

// row writes one line of a Markdown table.
func row(w io.Writer, cells ...string) { _, _ = fmt.Fprintln(w, "| "+strings.Join(cells, " | ")+" |") }

func head(w io.Writer, cells ...string) {
	row(w, cells...)
	_, _ = fmt.Fprintln(w, strings.Repeat("|---", len(cells))+"|")
}

// figure writes a mean with its interval.
func figure(i measure.Interval) string {
	if math.IsNaN(i.Low) {
		return fmt.Sprintf("%.3f", i.Mean)
	}
	return fmt.Sprintf("%.3f (%.2f–%.2f)", i.Mean, i.Low, i.High)
}

// gain writes a difference with its interval, and marks what the interval tells.
func gain(i measure.Interval) string {
	mark := ""
	switch above, below := i.Tells(); {
	case above:
		mark = " **+**"
	case below:
		mark = " **−**"
	}
	if math.IsNaN(i.Low) {
		return fmt.Sprintf("%+.3f", i.Mean)
	}
	return fmt.Sprintf("%+.3f (%+.2f to %+.2f)%s", i.Mean, i.Low, i.High, mark)
}

// sample are figures of one method over some cases, with the cluster of each.
type sample struct {
	figures  []measure.Figures
	clusters []string
}

func (s sample) intervals() []measure.Interval {
	all := make([]measure.Interval, len(measure.Names()))
	for n := range all {
		all[n] = s.interval(n)
	}
	return all
}

func (s sample) interval(n int) measure.Interval {
	values := make([]float64, len(s.figures))
	for i, f := range s.figures {
		values[i] = f.Values()[n]
	}
	return measure.Bootstrap(values, s.clusters, seed)
}

// minus is the paired difference of two samples of the same cases in one figure.
func (s sample) minus(o sample, n int) measure.Interval {
	values := make([]float64, len(s.figures))
	for i := range values {
		values[i] = s.figures[i].Values()[n] - o.figures[i].Values()[n]
	}
	return measure.Bootstrap(values, s.clusters, seed)
}

// once are the means of each cluster.
func (s sample) once() sample {
	of := map[string][]measure.Figures{}
	for i, f := range s.figures {
		of[s.clusters[i]] = append(of[s.clusters[i]], f)
	}
	var means sample
	for _, cluster := range slices.Sorted(maps.Keys(of)) {
		means.figures = append(means.figures, measure.Mean(of[cluster]))
		means.clusters = append(means.clusters, cluster)
	}
	return means
}
