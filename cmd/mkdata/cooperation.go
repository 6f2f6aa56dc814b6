package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// cooperations reads the reported and planned ties. The sentence about each is
// not copied; what it says of talks and visits becomes the strength.
func (c *converter) cooperations() error {
	return c.each(func(r row) error {
		sources, err := c.tieSources(r)
		if err != nil {
			return err
		}
		tie := ecosystem.Relation{
			Type: ecosystem.CooperatesWith, From: c.bodies.end(r.cell("a_id")), To: c.bodies.end(r.cell("b_id")),
			Label: r.cell("kind"), Strength: tieStrength(r.cell("kind"), r.cell("note")), Sources: sources,
		}
		if _, ok := ecosystem.StrengthOf(tie.Strength); !ok {
			return fmt.Errorf("cooperation kind %q is not known", tie.Label)
		}
		if year := r.cell("year"); year != "" {
			if tie.Year, err = strconv.Atoi(year); err != nil {
				return fmt.Errorf("year: %w", err)
			}
		}
		// A plan speaks of a branch as of something that is there; of joint work,
		// as of something that it intends.
		if r.cell("verification") == "from_seed" && tie.Strength != "分支机构" {
			tie.Status = ecosystem.Planned
		}
		return c.relate(tie)
	}, "cooperation.csv", "a_id", "b_id", "kind", "year", "note", "source_url", "verification", "link_quality")
}

// tieSources reads the source of a tie, for which the table itself says how good
// the link is.
func (c *converter) tieSources(r row) ([]ecosystem.Source, error) {
	sources, err := c.cite.cell(r.cell("source_url"))
	if err != nil {
		return nil, err
	}
	var confidence float64
	switch r.cell("verification") + "/" + r.cell("link_quality") {
	case "verified/official":
		confidence = confidenceOfficial
	case "verified/secondary":
		confidence = confidenceSecondary
	case "from_seed/plan":
		confidence = confidencePlan
	default:
		return nil, fmt.Errorf("verification %q with link_quality %q is not known", r.cell("verification"), r.cell("link_quality"))
	}
	return changed(sources, func(s *ecosystem.Source) { s.Confidence = confidence }), nil
}

func tieStrength(kind, note string) string {
	switch {
	case strings.Contains(note, "商谈"):
		return "商谈"
	case strings.Contains(note, "考察"), strings.Contains(note, "交流"):
		return "考察交流"
	}
	return kind
}
