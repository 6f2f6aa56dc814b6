package match

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// reasonsAgainst tells what speaks against a candidate, the field of most weight first.
// Each reason is about this demand: a large university has ties and A disciplines for
// everything, so what is asked is whether any of them is about this matter.
func reasonsAgainst(c Candidate, needs []Need) []Reason {
	var out []Reason
	sorted := heaviestFirst(needs)
	if len(sorted) > 0 {
		out = c.coreDoubts(sorted[0].Field)
	}
	for i, n := range sorted {
		if i > 0 && c.covering(n.Field.ID) < hardly {
			out = append(out, Reason{Code: NotCovering, Component: FieldFit, Field: n.Field, Text: notCoveringText(n.Field)})
		}
	}
	if r, ok := c.tieDoubt(len(needs) > 0); ok {
		out = append(out, r)
	}
	if r, ok := c.unchecked(sorted); ok {
		out = append(out, r)
	}
	if c.Place.Kilometres > farKilometres && c.Place.Branch == nil {
		out = append(out, Reason{Code: Far, Component: Reach, Text: distanceText(c.Place, false)})
	}
	return out
}

// coreDoubts: for the field of most weight, nothing strong is on record, or nothing that
// names the matter.
func (c Candidate) coreDoubts(field *ecosystem.Entity) []Reason {
	if !c.strongIn(field.ID) {
		return []Reason{{Code: WeakInCore, Component: Strength, Field: field, Text: weakText(field)}}
	}
	own, shown := Evidence{}, false
	for _, e := range c.Evidence {
		switch {
		case e.Need != field.ID || e.Ground == ByDiscipline || e.Ground.IsTie():
			continue
		case e.Named != "" || e.Ground == ByProject || e.Ground == ByName:
			return nil // it works on the very matter
		case !shown || e.Weight > own.Weight:
			own, shown = e, true
		}
	}
	if !shown {
		own, _ = c.best(ByDiscipline, field.ID)
	}
	return []Reason{{Code: BroadOnly, Component: FieldFit, Field: field, Evidence: []Evidence{own}, Text: broadText(own, field)}}
}

// strongIn: an A discipline that serves the field, or a platform in it.
func (c Candidate) strongIn(field string) bool {
	return slices.ContainsFunc(c.Evidence, func(e Evidence) bool {
		if e.Need != field {
			return false
		}
		switch e.Ground {
		case ByPlatform:
			return true
		case ByDiscipline:
			return e.Path.Steps[len(e.Path.Steps)-1].Relation.Weight >= strongGrade
		default:
			return false
		}
	})
}

// tieDoubt: no tie, only planned ones, or reported ones that have nothing to do with the
// fields that are needed, if any are.
func (c Candidate) tieDoubt(inField bool) (Reason, bool) {
	var planned, elsewhere []Evidence
	for _, e := range c.Evidence {
		switch {
		case !e.Ground.IsTie():
		case !e.Reported():
			planned = append(planned, e)
		case e.Ground == ByHomeTie && inField:
			elsewhere = append(elsewhere, e)
		default:
			return Reason{}, false
		}
	}
	switch {
	case len(elsewhere) > 0:
		return Reason{Code: TiesElse, Component: Ties, Evidence: elsewhere[:1], Text: tiesElsewhereText(elsewhere[0])}, true
	case len(planned) > 0:
		return Reason{Code: PlannedTies, Component: Ties, Evidence: planned[:1], Text: plannedTiesText()}, true
	default:
		return Reason{Code: NoTie, Component: Ties, Text: noTieText()}, true
	}
}

// unchecked doubts the strongest evidence for the field of most weight, or all evidence
// for fields, if that is of low certainty.
func (c Candidate) unchecked(needs []Need) (Reason, bool) {
	var strongest, core *Evidence
	all := true
	for i := range c.Evidence {
		e := &c.Evidence[i]
		if e.Ground.IsTie() || !slices.ContainsFunc(needs, func(n Need) bool { return n.Field.ID == e.Need }) {
			continue
		}
		all = all && e.Certainty() == ecosystem.Low
		if strongest == nil || e.Weight > strongest.Weight {
			strongest = e
		}
		if e.Need == needs[0].Field.ID && (core == nil || e.Weight > core.Weight) {
			core = e
		}
	}
	switch {
	case strongest == nil:
		return Reason{}, false
	case all:
		return Reason{Code: Unchecked, Component: FieldFit, Evidence: []Evidence{*strongest}, Text: uncheckedText()}, true
	case core != nil && core.Certainty() == ecosystem.Low:
		return Reason{Code: Unchecked, Component: Strength, Field: needs[0].Field, Evidence: []Evidence{*core}, Text: uncheckedBestText(*core)}, true
	default:
		return Reason{}, false
	}
}
