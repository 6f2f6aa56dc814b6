package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// converter turns the fact tables into a graph. Wrong rows are collected, so
// that one run tells of all of them.
type converter struct {
	dir             string
	build           *ecosystem.Builder
	cite            citations
	provinces       []string // names
	bodies          bodies
	report          *report
	invalid         []error
	administrations map[string]string // zone by name → agency
}

// convert makes a graph of all fact tables below dir.
func convert(dir string, known places, r *report) (ecosystem.Graph, error) {
	library := newLibrary()
	c := &converter{
		dir: dir, build: ecosystem.NewBuilder(), report: r,
		cite: citations{library: library, places: known},
	}
	for _, table := range []func() error{
		c.regions, c.fields, c.disciplines, c.disciplineFields,
		c.organizationsAndPlatforms, c.policy, c.clusters, c.strengths, c.cooperations,
	} {
		if err := table(); err != nil {
			return ecosystem.Graph{}, err
		}
	}
	for _, d := range library.all() {
		c.note(c.build.Document(d))
	}
	return c.build.Graph(), errors.Join(c.invalid...)
}

// each reads a table and calls f for each row.
func (c *converter) each(f func(row) error, file string, columns ...string) error {
	rows, err := readTable(c.dir, file, columns...)
	if err != nil {
		return err
	}
	c.report.read[file] = len(rows)
	for _, r := range rows {
		if err := f(r); err != nil {
			c.note(r.fail("%w", err))
		}
	}
	return nil
}

func (c *converter) note(err error) {
	if err != nil {
		c.invalid = append(c.invalid, err)
	}
}

// relate adds a relation and checks that its ends are there and allowed.
func (c *converter) relate(r ecosystem.Relation) error {
	info, _ := r.Type.Info()
	from, okFrom := c.build.Has(r.From)
	to, okTo := c.build.Has(r.To)
	switch {
	case !okFrom || !okTo:
		return fmt.Errorf("%s from %s to %s: not both ends are known", r.Type, r.From, r.To)
	case !info.Allows(from.Kind, to.Kind):
		return fmt.Errorf("%s may not lead from %s (%s) to %s (%s)", r.Type, r.From, from.Kind, r.To, to.Kind)
	}
	r.Sources = changed(r.Sources, func(s *ecosystem.Source) { s.PrintedName = "" }) // it is the entity's
	c.build.Relation(r)
	return nil
}

// sources reads the sources of a row about an entity. Those in the plan are led
// to the item or paragraph that names it.
func (c *converter) sources(r row) ([]ecosystem.Source, error) {
	sources, err := c.cite.cell(r.cell("source"))
	names := append([]string{r.cell("name")}, r.list("aliases")...)
	if short := strings.Replace(names[0], "中国科学院", "中科院", 1); short != names[0] {
		names = append(names, short)
	}
	for i, s := range sources {
		if s.Document == docPlan && s.Locator != "" {
			sources[i] = c.cite.places.sharpen(s, names)
		}
	}
	return sources, err
}

// located places an entity; what a row notes about it says nothing of the place.
func (c *converter) located(id, region string, sources []ecosystem.Source) error {
	return c.relate(ecosystem.Relation{
		Type: ecosystem.LocatedIn, From: id, To: "region:" + region,
		Sources: changed(sources, func(s *ecosystem.Source) { s.Note = "" }),
	})
}

// inFields relates an entity to fields, by the compiler's reading.
func (c *converter) inFields(id string, fields []string, sources []ecosystem.Source) error {
	var errs []error
	for _, field := range fields {
		errs = append(errs, c.relate(ecosystem.Relation{
			Type: ecosystem.InField, From: id, To: "field:" + field,
			Sources: read(sources, ecosystem.Curated, confidenceReading),
		}))
	}
	return errors.Join(errs...)
}

// properties drops the empty ones and writes the others in their one spelling.
func properties(values map[ecosystem.Property]string) (map[string]string, error) {
	out := map[string]string{}
	for p, value := range values {
		if value == "" {
			continue
		}
		canonical, err := p.Canonical(value)
		if err != nil {
			return nil, err
		}
		out[p.Name] = canonical
	}
	return out, nil
}

// otherNames lists aliases without the name itself.
func otherNames(name string, aliases []string) []string {
	return slices.DeleteFunc(slices.Clone(aliases), func(a string) bool { return a == name })
}
