package evaluate

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/evaluate/measure"
)

// Report measures all and tells it as Markdown. The judged demands are those of the
// shipped data set; a graph that lacks one of them is measured by its ties only. Errors
// as HeldOut.
func Report(ctx context.Context, w io.Writer, s Setup) error {
	cases, err := HeldOut(ctx, s)
	if err != nil {
		return err
	}
	_, _ = fmt.Fprintf(w, "### Held-out ties\n\n%d ties of %s with bodies outside, one at a time taken out; %d candidates. Ages of ties as of %d.\n\n", len(cases), s.Home, cases[0].Candidates, s.Year)
	WriteHeldOut(w, cases)
	db, err := s.Open(ctx, s.Graph)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close(context.WithoutCancel(ctx)) }() // only read from
	judgements, err := ReadJudgements(strings.NewReader(demandsCSV))
	if err != nil {
		return err
	}
	judged, err := Demands(ctx, s, db, judgements)
	switch {
	case ecosystem.CodeOf(err) == ecosystem.CodeUnknownID:
		_, _ = fmt.Fprintf(w, "Demands were not asked: %v.\n", err)
	case err != nil:
		return err
	default:
		WriteDemands(w, judged)
	}
	fair, err := Fair(ctx, s, db)
	if err != nil {
		return err
	}
	WriteFairness(w, s, fair)
	return nil
}

// WriteDemands tells the figures of the judged demands as Markdown.
func WriteDemands(w io.Writer, judged []Judged) {
	partners, shown := 0, 0
	for _, j := range judged {
		partners += len(j.Facts)
		shown += j.Shown
	}
	_, _ = fmt.Fprintf(w, "### Judged demands\n\n%d demands of the plan with %d acceptable partners (`evaluate/demands.csv`, a fact for each); %d candidates. For %d of the partners (%.0f %%) the graph itself holds a strong discipline of the field or a platform in it, so that for these the judgement is not independent of what is measured.\n\n",
		len(judged), partners, judged[0].Candidates, shown, 100*float64(shown)/float64(partners))
	for _, part := range []Part{Validation, Test} {
		writeDemandPart(w, slices.DeleteFunc(slices.Clone(judged), func(j Judged) bool { return j.Part != part }), part)
	}
}

func writeDemandPart(w io.Writer, judged []Judged, part Part) {
	demandsOf := func(method string) sample {
		var s sample
		for _, j := range judged {
			s.figures = append(s.figures, j.Figures[method])
			s.clusters = append(s.clusters, j.Demand)
		}
		return s
	}
	own := demandsOf(Matcher)
	last := len(measure.Names()) - 1
	_, _ = fmt.Fprintf(w, "%s part, %d demands:\n\n", part, len(judged))
	head(w, append(append([]string{"method"}, measure.Names()...), Matcher+" minus it, nDCG@10")...)
	for _, name := range append([]string{Matcher}, baselines()...) {
		cells, s := []string{name}, demandsOf(name)
		for _, i := range s.intervals() {
			cells = append(cells, figure(i))
		}
		difference := ""
		if name != Matcher {
			difference = gain(own.minus(s, last))
		}
		row(w, append(cells, difference)...)
	}
	_, _ = fmt.Fprintln(w)
}

// WriteFairness tells who comes first, as Markdown.
func WriteFairness(w io.Writer, s Setup, f Fairness) {
	names := map[string]string{}
	for i := range s.Graph.Entities {
		names[s.Graph.Entities[i].ID] = s.Graph.Entities[i].Name
	}
	var big []string
	for _, id := range f.Largest {
		big = append(big, names[id])
	}
	_, _ = fmt.Fprintf(w, "### Who comes first\n\nThe first three partners for each of the %d key projects. Share of these places that the five largest institutions take (most relations: %s), and how many different partners come there:\n\n", f.Projects, strings.Join(big, ", "))
	head(w, "method", "share of the five largest", "different partners")
	for _, name := range append([]string{Matcher}, baselines()...) {
		row(w, name, fmt.Sprintf("%.3f", f.Shares[name]), strconv.Itoa(f.Different[name]))
	}
	_, _ = fmt.Fprintf(w, "\nAgainst %.1f %% of the partners in these places of innograph nothing is said.\n", 100*f.Undoubted)
	_, _ = fmt.Fprintln(w)
}
