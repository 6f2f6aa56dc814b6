package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan"
	"github.com/innograph/innograph/loader/resolve"
)

const (
	planFile   = "linyi-14th-five-year-plan.txt"
	planPolicy = "policy:linyi-145-sti-plan"
	planIssuer = "org:ly-gov"
)

// planFacts reads what the plan's boxes state, with the names that the tables
// know already.
func planFacts(ctx context.Context, file string, document ecosystem.Document, known ecosystem.Graph) (plan.Result, error) {
	f, err := os.Open(file)
	if err != nil {
		return plan.Result{}, err
	}
	defer func() { _ = f.Close() }() // only read from
	return plan.Extract(ctx, f, plan.Options{Document: document, Lookup: resolve.NewIndex(known.Entities)})
}

// policy adds the plan itself under its short id, so that extraction finds it.
func (c *converter) policy() error {
	s := stated(docPlan, confidencePlan)
	s.Locator = "§1"
	c.note(errors.Join(
		c.build.Entity(ecosystem.Entity{
			ID: planPolicy, Kind: ecosystem.Policy, Name: "临沂市“十四五”科技创新发展规划",
			Properties: map[string]string{"category": "规划"}, Sources: []ecosystem.Source{s},
		}),
		c.relate(ecosystem.Relation{
			Type: ecosystem.IssuedBy, From: planPolicy, To: planIssuer,
			Sources: read([]ecosystem.Source{s}, ecosystem.Implied, confidencePlan),
		}),
	))
	return nil
}

// join makes one graph of the tables and the plan. Where a table cites a place
// of the plan in which extraction found the same entity, extraction says it
// better: with the rule, what is printed, and the item.
func join(tables, facts ecosystem.Graph) (ecosystem.Graph, error) {
	facts = byBranch(byAnchor(facts, tables), tables)
	better := map[string][]ecosystem.Source{}
	for _, e := range facts.Entities {
		better[e.ID] = e.Sources
	}
	b := ecosystem.NewBuilder()
	var errs []error
	for _, d := range slices.Concat(tables.Documents, facts.Documents) {
		errs = append(errs, b.Document(d))
	}
	for _, e := range tables.Entities {
		e.Sources = superseded(e.Sources, better[e.ID])
		errs = append(errs, b.Entity(e))
	}
	for _, e := range facts.Entities {
		errs = append(errs, b.Entity(e))
	}
	for _, r := range tables.Relations {
		if r.Type == ecosystem.LocatedIn {
			// A place stands in the row of the entity: its source is one of them.
			r.Sources = changed(superseded(r.Sources, better[r.From]), func(s *ecosystem.Source) { s.PrintedName, s.Note = "", "" })
		}
		b.Relation(r)
	}
	for _, r := range facts.Relations {
		b.Relation(r)
	}
	for _, r := range slices.Concat(phases(facts, tables), inPlace(facts, tables), underTop(facts)) {
		b.Relation(r)
	}
	return b.Graph(), errors.Join(errs...)
}

// superseded puts a better source in the place of one that holds its locator.
func superseded(sources, better []ecosystem.Source) []ecosystem.Source {
	out := slices.Clone(sources)
	for i, s := range out {
		for _, b := range better {
			if s.Document == b.Document && ecosystem.InSection(b.Locator, s.Locator) {
				out[i] = b
				break
			}
		}
	}
	return out
}

var phase = regexp.MustCompile(`^(.+)[一二三四五六七八九]期$`)

// phases makes the second phase of something a part of it.
func phases(facts, tables ecosystem.Graph) []ecosystem.Relation {
	index := resolve.NewIndex(slices.Concat(tables.Entities, facts.Entities))
	info, _ := ecosystem.PartOf.Info()
	var out []ecosystem.Relation
	for _, e := range facts.Entities {
		m := phase.FindStringSubmatch(e.Name)
		if m == nil {
			continue
		}
		for _, whole := range index.Find(m[1]) {
			if whole.ID != e.ID && info.Allows(e.Kind, whole.Kind) {
				out = append(out, ecosystem.Relation{
					Type: ecosystem.PartOf, From: e.ID, To: whole.ID,
					Sources: changed(read(e.Sources, ecosystem.Implied, confidencePlan), func(s *ecosystem.Source) { s.PrintedName, s.Note = "", "rule:phase" }),
				})
			}
		}
	}
	return out
}

// diagnosed writes what extraction did not understand into the report.
func (r *report) diagnosed(diagnostics []plan.Diagnostic) {
	for _, d := range diagnostics {
		r.unclear = append(r.unclear, fmt.Sprintf("line %d %s %s: %s", d.Line, d.Locator, d.Text, d.Reason))
	}
}
