package ecosystem

import (
	"cmp"
	"slices"
)

// Document is something that can be cited: a plan, a list, a report, a page.
type Document struct {
	ID     string // "doc:" and a slug
	Title  string
	Issuer string
	Date   string // YYYY, YYYY-MM or YYYY-MM-DD; empty when unknown
	URL    string // http(s) link; empty when there is none
}

// Source says where a statement stands and how sure it is.
type Source struct {
	Document    string // id of a Document
	Locator     string // place in the document, see ParseLocator
	Known       Known
	Confidence  float64 // in (0, 1]
	Date        string  // of the statement where it differs from the document's
	PrintedName string  // what this source prints where it differs from the name
	Note        string
}

// Certainty groups confidences for people.
type Certainty string

// The certainties (可信度).
const (
	High   Certainty = "HIGH"   // 高
	Medium Certainty = "MEDIUM" // 中
	Low    Certainty = "LOW"    // 低: e.g. a list that was not re-checked
)

// ConfidenceNotRechecked is the confidence of rows taken from general knowledge
// of a public list, without a stored copy at hand.
const ConfidenceNotRechecked = 0.5

// Certainty tells how sure the source is, in three steps.
func (s Source) Certainty() Certainty {
	switch {
	case s.Confidence >= 0.85:
		return High
	case s.Confidence > ConfidenceNotRechecked:
		return Medium
	default:
		return Low
	}
}

// compareSources orders sources for display: the surest first, then by place.
func compareSources(a, b Source) int {
	return cmp.Or(
		cmp.Compare(b.Confidence, a.Confidence),
		cmp.Compare(a.Document, b.Document),
		cmp.Compare(a.Locator, b.Locator),
		cmp.Compare(a.Known, b.Known),
		cmp.Compare(a.Date, b.Date),
		cmp.Compare(a.PrintedName, b.PrintedName),
		cmp.Compare(a.Note, b.Note),
	)
}

// mergeSources joins and orders two lists; identical sources become one.
func mergeSources(a, b []Source) []Source {
	out := slices.Concat(a, b)
	slices.SortFunc(out, compareSources)
	return slices.Compact(out)
}
