package main

import (
	"fmt"
	"regexp"
	"strconv"

	"github.com/innograph/innograph/ecosystem"
)

// Forms of the column basis: what a strength rests on.
var (
	evaluationBasis = regexp.MustCompile(`^第四轮学科评估(2017)(?:\((?:B|C)[+-]?\))?$`)
	listBasis       = regexp.MustCompile(`^第二轮双一流建设学科名单(2022)$`)
	labBasis        = regexp.MustCompile(`^\p{Han}+重点实验室$`)
	planBasis       = regexp.MustCompile(`^seed (\S+?)(?:\((\p{Han}+)\))?$`)
)

const readingBasis = "机构研究领域(编制者按机构名称与职能归类)"

// strengths reads who is strong in which discipline.
func (c *converter) strengths() error {
	return c.each(func(r row) error {
		sources, err := c.cite.cell(r.cell("source_url"))
		if err != nil {
			return err
		}
		s := ecosystem.Relation{
			Type: ecosystem.StrongIn, From: c.bodies.end(r.cell("org_id")), To: disciplineID(r.cell("discipline_id")),
			Strength: r.cell("strength"),
		}
		if _, ok := ecosystem.StrengthOf(s.Strength); !ok {
			return fmt.Errorf("strength %q is not known", s.Strength)
		}
		if s.Year, s.Sources, err = basis(r.cell("basis"), sources); err != nil {
			return err
		}
		if o, ok := c.build.Has(s.From); ok && !c.allows(s.Type, s.From, s.To) {
			c.report.dropped = append(c.report.dropped, fmt.Sprintf(
				"%s:%d: %s carries no disciplines: %s %s, %s, %s", r.file, r.line, o.Kind, s.From, o.Name, s.To, s.Strength))
			return nil
		}
		return c.relate(s)
	}, "org_disciplines.csv", "org_id", "discipline_id", "strength", "basis", "source_url")
}

// basis tells the year of a statement and how it is known.
func basis(cell string, sources []ecosystem.Source) (year int, out []ecosystem.Source, err error) {
	if m := evaluationBasis.FindStringSubmatch(cell); m != nil {
		year, err = strconv.Atoi(m[1])
		return year, noted(sources, cell), err
	}
	if m := listBasis.FindStringSubmatch(cell); m != nil {
		year, err = strconv.Atoi(m[1])
		return year, noted(sources, cell), err
	}
	if labBasis.MatchString(cell) { // which discipline a laboratory is of is read off its name
		return 0, noted(read(sources, ecosystem.Implied, confidenceSecondary), cell), nil
	}
	if m := planBasis.FindStringSubmatch(cell); m != nil {
		sources = read(sources, ecosystem.Implied, confidencePlan)
		if m[2] != "" {
			sources = noted(sources, m[2])
		}
		return 0, sources, nil
	}
	if cell == readingBasis {
		return 0, read(sources, ecosystem.Curated, confidenceReading), nil
	}
	return 0, nil, fmt.Errorf("basis %q has a form that is not known", cell)
}
