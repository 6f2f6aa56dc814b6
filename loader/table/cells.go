package table

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// cells are the cells of one row by column; blank ones may be left out.
type cells map[string]string

func documentCells(d ecosystem.Document) cells {
	return cells{"document": d.ID, "title": d.Title, "issuer": d.Issuer, "date": d.Date, "url": d.URL}
}

// entityRows gives one row per source: the first says everything, further ones
// only whose source they are.
func entityRows(e *ecosystem.Entity, region fold) iter.Seq[cells] {
	return func(yield func(cells) bool) {
		for i, s := range atLeastOne(e.Sources) {
			row := cells{"id": e.ID, "kind": string(e.Kind), "name": e.Name, "region": region.in(s)}
			if i == 0 {
				row["name_en"] = e.NameEn
				row["aliases"] = strings.Join(e.Aliases, ecosystem.ListSeparator)
				row["former_names"] = strings.Join(e.FormerNames, ecosystem.ListSeparator)
				row["status"], row["status_date"] = string(e.Status), e.StatusDate
				row["external_ids"] = externalIDText(e.ExternalIDs)
				for name, value := range e.Properties {
					row[name] = value
				}
			}
			claimCells(row, e.Claims, s)
			sourceCells(row, s)
			if !yield(row) {
				return
			}
		}
	}
}

// claimCells puts beside a source what it says itself of the fields in which
// sources contradict each other.
func claimCells(row cells, claims []ecosystem.Claim, s ecosystem.Source) {
	for _, c := range claims {
		delete(row, c.Field)
	}
	for _, c := range claims {
		if slices.Contains(c.Sources, s) {
			row[c.Field] = c.Value
		}
	}
}

// relationRows gives one row per source: each repeats what makes the relation
// the one it is.
func relationRows(r *ecosystem.Relation) iter.Seq[cells] {
	return func(yield func(cells) bool) {
		for i, s := range atLeastOne(r.Sources) {
			row := cells{
				"type": string(r.Type), "from": r.From, "to": r.To, "label": r.Label, "strength": r.Strength,
				"value": r.Value, "unit": r.Unit,
			}
			if r.Year != 0 {
				row["year"] = strconv.Itoa(r.Year)
			}
			if i == 0 {
				row["status"], row["weight"] = string(r.Status), weightText(r)
			}
			sourceCells(row, s)
			if !yield(row) {
				return
			}
		}
	}
}

// weightText is blank for the weight that a blank cell means, so that it follows
// when somebody mends the strength or the status.
func weightText(r *ecosystem.Relation) string {
	if r.Weight == ecosystem.DefaultWeight(r.Strength, r.Status) {
		return ""
	}
	return number(r.Weight)
}

func sourceCells(row cells, s ecosystem.Source) {
	if s == (ecosystem.Source{}) {
		return
	}
	row["document"], row["locator"], row["known"] = s.Document, s.Locator, string(s.Known)
	row["confidence"], row["date"] = number(s.Confidence), s.Date
	row["printed_name"], row["note"] = s.PrintedName, s.Note
}

// atLeastOne lets something without a source, which is wrong but may be looked
// at, have a row too.
func atLeastOne(sources []ecosystem.Source) []ecosystem.Source {
	if len(sources) == 0 {
		return []ecosystem.Source{{}}
	}
	return sources
}

func externalIDText(ids []ecosystem.ExternalID) string {
	parts := make([]string, 0, len(ids))
	for _, id := range ids {
		parts = append(parts, id.Scheme+"="+id.Value)
	}
	return strings.Join(parts, ecosystem.ListSeparator)
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
