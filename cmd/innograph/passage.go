package main

import (
	"fmt"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan"
)

// evidence is a statement with the place in the plan that it comes from.
type evidence struct {
	Row        string          `json:"row,omitempty"` // of the tables: file:row
	Record     string          `json:"record"`        // for people: the name, or the ends of a relation
	ID         string          `json:"id,omitempty"`  // of an entity
	Locator    string          `json:"locator"`
	Found      bool            `json:"found"`   // the plan has this place
	Passage    string          `json:"passage"` // what stands there
	Rule       string          `json:"rule,omitempty"`
	Remark     string          `json:"remark,omitempty"`
	Printed    string          `json:"printed,omitempty"` // how the plan writes the name
	Known      ecosystem.Known `json:"known"`
	Confidence float64         `json:"confidence"`
	// sought is what a reader looks for in the passage.
	sought []string
}

// evidenceOf looks a source up in the plan that it cites.
func evidenceOf(result plan.Result, s ecosystem.Source) evidence {
	p, ok := result.Locate(s)
	return evidence{
		Locator: p.Locator, Found: ok, Passage: p.Text, Rule: p.Rule, Remark: p.Remark, Printed: p.Printed,
		Known: s.Known, Confidence: s.Confidence,
	}
}

// full prints the statement's grounds, then the whole passage.
func (e evidence) full() string {
	return e.grounds() + indented(e.passage(0))
}

// brief prints the same with the part of the passage around the name.
func (e evidence) brief() string {
	return e.grounds() + indented(e.passage(briefPassage))
}

// line prints one line: the record, the place and the beginning of the passage.
func (e evidence) line() []string {
	return []string{e.Record, e.Locator, strings.ReplaceAll(e.passage(linePassage), "\n", " / ")}
}

// The length, in characters, to which passages are cut.
const (
	briefPassage = 160
	linePassage  = 50
)

// grounds tells where the statement stands, how it is known and how sure it is.
func (e evidence) grounds() string {
	parts := []string{e.Locator}
	if e.Locator == "" {
		parts[0] = "no locator"
	}
	if e.Rule != "" {
		parts = append(parts, "rule "+e.Rule)
	}
	for _, term := range ecosystem.KnownWays() {
		if term.Name == string(e.Known) {
			parts = append(parts, word(term.Name, term.Chinese))
		}
	}
	parts = append(parts, fmt.Sprintf("confidence %v", e.Confidence))
	if e.Printed != "" {
		parts = append(parts, "printed "+e.Printed)
	}
	if e.Remark != "" {
		parts = append(parts, e.Remark)
	}
	text := "  " + strings.Join(parts, ", ") + "\n"
	if e.Row != "" {
		text = "  " + e.Row + ":" + text[1:]
	}
	return text
}

// passage is the text at the place, cut to a length around what is sought; 0
// does not cut. Cells of a table row stand apart by strokes.
func (e evidence) passage(length int) string {
	switch {
	case e.Locator == "":
		return "(the row names no place)"
	case !e.Found:
		return "(the plan has no such place)"
	}
	whole := strings.ReplaceAll(e.Passage, "\t", " | ")
	runes := []rune(whole)
	if length == 0 || len(runes) <= length {
		return whole
	}
	start := 0
	for _, name := range append([]string{e.Printed}, e.sought...) {
		if i := strings.Index(whole, name); i >= 0 && name != "" {
			start = max(0, len([]rune(whole[:i]))-length/3)
			break
		}
	}
	end := min(len(runes), start+length)
	text := string(runes[start:end])
	if start > 0 {
		text = "…" + text
	}
	if end < len(runes) {
		text += "…"
	}
	return text
}

func indented(text string) string {
	return "    " + strings.ReplaceAll(text, "\n", "\n    ") + "\n"
}
