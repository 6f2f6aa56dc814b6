package evaluate

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/innograph/innograph/evaluate/baseline"
	"github.com/innograph/innograph/evaluate/measure"
	"github.com/innograph/innograph/match"
)

// column is a set of cases that figures are told of.
type column struct {
	name string
	has  func(Case) bool
}

func partColumns() []column {
	return []column{
		{"validation", func(c Case) bool { return c.Part == Validation }},
		{"test", func(c Case) bool { return c.Part == Test }},
	}
}

func stratumColumns() []column {
	var all []column
	for _, p := range partColumns() {
		for _, s := range Strata() {
			all = append(all, column{p.name + ", " + string(s), func(c Case) bool { return p.has(c) && c.Stratum == s }})
		}
	}
	return all
}

// baselines lists the names of the baselines.
func baselines() []string {
	var names []string
	for _, m := range baseline.Methods(nil) {
		names = append(names, m.Name)
	}
	return names
}

func sampleOf(cases []Case, method string, has func(Case) bool) sample {
	var s sample
	for _, c := range cases {
		if has(c) {
			s.figures = append(s.figures, c.Figures[method])
			s.clusters = append(s.clusters, c.Statement)
		}
	}
	return s
}

// mrr is the place of the mean reciprocal rank among the figures.
const mrr = 3

// WriteHeldOut tells the figures of the held-out ties as Markdown.
func WriteHeldOut(w io.Writer, cases []Case) {
	for _, c := range partColumns() {
		writeFigures(w, cases, c)
	}
	_, _ = fmt.Fprintf(w, "Mean reciprocal rank by stratum (%s: 3 bodies at home or more with which the partner still has a tie, %s: 1 or 2, %s: none):\n\n", WellConnected, Sparse, Newcomer)
	writeGrid(w, cases, append([]string{Matcher}, baselines()...), stratumColumns(), func(s, _ sample) string { return figure(s.interval(mrr)) })
	_, _ = fmt.Fprintf(w, "%s minus each baseline, mean reciprocal rank, paired; **+** and **−** where the interval excludes 0:\n\n", Matcher)
	both := column{"all", func(Case) bool { return true }}
	columns := append(append(partColumns(), both), bothStrata()...)
	writeGrid(w, cases, baselines(), columns, func(s, own sample) string { return gain(own.minus(s, mrr)) })
	writeLosses(w, cases, append(partColumns(), stratumColumns()...))
	writeAblation(w, cases)
}

func bothStrata() []column {
	var all []column
	for _, s := range Strata() {
		all = append(all, column{string(s), func(c Case) bool { return c.Stratum == s }})
	}
	return all
}

func writeFigures(w io.Writer, cases []Case, c column) {
	own := sampleOf(cases, Matcher, c.has)
	_, _ = fmt.Fprintf(w, "%s part, %d ties of %d statements, figures with 95 %% intervals:\n\n", c.name, len(own.figures), countClusters(own.clusters))
	head(w, slices.Concat([]string{"method"}, measure.Names(), []string{"MRR, each statement once"})...)
	for _, name := range append([]string{Matcher}, baselines()...) {
		s := sampleOf(cases, name, c.has)
		cells := []string{name}
		for _, i := range s.intervals() {
			cells = append(cells, figure(i))
		}
		row(w, append(cells, figure(s.once().interval(mrr)))...)
	}
	_, _ = fmt.Fprintln(w)
}

func countClusters(clusters []string) int {
	sorted := slices.Sorted(slices.Values(clusters))
	return len(slices.Compact(sorted))
}

// writeGrid writes a row for each method and a column for each set of cases.
func writeGrid(w io.Writer, cases []Case, methods []string, columns []column, cell func(s, own sample) string) {
	titles := []string{"method"}
	for _, c := range columns {
		titles = append(titles, fmt.Sprintf("%s (%d)", c.name, len(sampleOf(cases, Matcher, c.has).figures)))
	}
	head(w, titles...)
	for _, m := range methods {
		cells := []string{m}
		for _, c := range columns {
			s := sampleOf(cases, m, c.has)
			if len(s.figures) == 0 {
				cells = append(cells, "")
				continue
			}
			cells = append(cells, cell(s, sampleOf(cases, Matcher, c.has)))
		}
		row(w, cells...)
	}
	_, _ = fmt.Fprintln(w)
}

// ahead is the least difference that is told.
const ahead = 0.005

// writeLosses says where a baseline is ahead, in any figure.
func writeLosses(w io.Writer, cases []Case, columns []column) {
	any := false
	for _, c := range columns {
		own := sampleOf(cases, Matcher, c.has)
		for _, name := range baselines() {
			var in []string
			s := sampleOf(cases, name, c.has)
			for n, f := range measure.Names() {
				if d := own.minus(s, n); d.Mean <= -ahead {
					in = append(in, f+" "+gain(d))
				}
			}
			if len(in) > 0 {
				any = true
				_, _ = fmt.Fprintf(w, "- %s is ahead on %s: %s\n", name, c.name, strings.Join(in, ", "))
			}
		}
	}
	if !any {
		_, _ = fmt.Fprintln(w, "No baseline is ahead by 0.005 or more, in any figure on any part or stratum.")
	}
	_, _ = fmt.Fprintln(w)
}

// writeAblation tells what each component brings.
func writeAblation(w io.Writer, cases []Case) {
	_, _ = fmt.Fprint(w, "What each component brings (all five minus the four others):\n\n")
	head(w, "component", "validation, MRR", "validation, nDCG@10", "test, MRR", "test, nDCG@10")
	for _, component := range match.Components() {
		cells := []string{string(component) + " " + component.Chinese()}
		for _, c := range partColumns() {
			own, less := sampleOf(cases, Matcher, c.has), sampleOf(cases, Without(component), c.has)
			cells = append(cells, gain(own.minus(less, mrr)), gain(own.minus(less, len(measure.Names())-1)))
		}
		row(w, cells...)
	}
	_, _ = fmt.Fprintln(w)
}
