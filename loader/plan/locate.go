package plan

import (
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// Passage is why a record was made, and from what.
type Passage struct {
	Locator string
	Text    string // what stands there; empty when the place is not found
	Rule    string // name of the rule that made the record
	Remark  string // what else its note says
	Printed string // what stands for the name, where it differs from it
}

// Locate finds the passage of a source of a record in this plan. A source with
// another document, or with a place that the plan does not have, gives ok false.
func (r Result) Locate(s ecosystem.Source) (p Passage, ok bool) {
	rule, remark, _ := strings.Cut(strings.TrimPrefix(s.Note, rulePrefix), "; ")
	p = Passage{Locator: s.Locator, Rule: rule, Remark: remark, Printed: s.PrintedName}
	if !strings.HasPrefix(s.Note, rulePrefix) {
		p.Rule, p.Remark = "", s.Note
	}
	for _, d := range r.Graph.Documents {
		if d.ID == s.Document {
			p.Text, ok = r.Outline.Find(s.Locator)
			return p, ok
		}
	}
	return p, false
}

// Explain finds the passages of all sources of a record, in their order; those
// that are not from this plan are left out.
func (r Result) Explain(sources []ecosystem.Source) []Passage {
	var out []Passage
	for _, s := range sources {
		if p, ok := r.Locate(s); ok {
			out = append(out, p)
		}
	}
	return out
}
