package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/wording"
)

// recommendation is what match prints.
type recommendation struct {
	demand     string
	answer     partners.Answer
	matches    []match.Match
	consortium match.Consortium
}

// nobody says why the list is empty, and what may help.
func (r recommendation) nobody(w partners.Where) error {
	why := r.answer.Nobody(w)
	hint := ""
	if w.Region != "" {
		hint = " 不限地区 everywhere: --region anywhere"
	}
	return ecosystem.Errorf(ecosystem.CodeBadInput, "%s %s%s", why.Zh, why.En, hint)
}

func (r recommendation) fields() string {
	names := make([]string, len(r.answer.Needs))
	for i, n := range r.answer.Needs {
		names[i] = fmt.Sprintf("%s %.0f%%", n.Field.Name, 100*n.Weight)
	}
	return strings.Join(names, "、")
}

// print shows a table and, if wanted, the reasons.
func (r recommendation) print(w io.Writer, explain bool) error {
	var b strings.Builder
	fmt.Fprintf(&b, "需求 demand: %s\n所需领域 fields: %s\n", r.demand, r.fields())
	if note := r.answer.Note(); note.Zh != "" {
		fmt.Fprintf(&b, "  注意 note: %s\n  %s\n", note.Zh, note.En)
	}
	for _, words := range r.answer.Words {
		fmt.Fprintf(&b, "  %s ← %s\n", words.Field.Name, strings.Join(words.Text, "、"))
	}
	for _, left := range r.answer.LeftOut {
		fmt.Fprintf(&b, "  未计入 left out: %s\n", left.Field.Name)
	}
	fmt.Fprintf(&b, "候选 candidates: %d", len(r.answer.Candidates))
	if r.answer.Truncated {
		b.WriteString(" (the best by each kind of evidence; there are more)")
	}
	b.WriteString("\n\n")
	rows := [][]string{r.header()}
	for _, m := range r.matches {
		rows = append(rows, cells(m))
	}
	b.WriteString(columns(rows))
	if explain {
		r.reasons(&b)
	}
	r.together(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

func (r recommendation) header() []string {
	header := []string{"名次", "合作方 partner", "得分"}
	for _, c := range match.Components() {
		header = append(header, c.Chinese())
	}
	return append(header, "id")
}

func cells(m match.Match) []string {
	row := []string{strconv.Itoa(m.Rank), m.Partner.Name, fmt.Sprintf("%.3f", m.Score)}
	for _, p := range m.Components {
		row = append(row, fmt.Sprintf("%.2f", p.Value))
	}
	return append(row, m.Partner.ID)
}

func (r recommendation) reasons(b *strings.Builder) {
	for _, m := range r.matches {
		fmt.Fprintf(b, "\n%d. %s\n", m.Rank, m.Partner.Name)
		for _, reason := range m.For {
			fmt.Fprintf(b, "   + %s\n", reason.Text.Zh+cited(reason.Evidence))
		}
		for _, reason := range m.Against {
			fmt.Fprintf(b, "   - %s\n", reason.Text.Zh+cited(reason.Evidence))
		}
		for _, change := range m.Changes {
			fmt.Fprintf(b, "   ~ %s\n", change.Text.Zh)
		}
	}
}

// cited are the documents and places that evidence stands on, each step by its surest
// source.
func cited(evidence []match.Evidence) string {
	var places []string
	for _, e := range evidence {
		for _, step := range e.Path.Steps {
			if s := step.Relation.Sources; len(s) > 0 {
				if place := strings.TrimSpace(s[0].Document + " " + s[0].Locator); !slices.Contains(places, place) {
					places = append(places, place)
				}
			}
		}
	}
	if len(places) == 0 {
		return ""
	}
	return " [" + strings.Join(places, "; ") + "]"
}

func (r recommendation) together(b *strings.Builder) {
	if len(r.consortium.Members) < 2 && len(r.consortium.Uncovered) == 0 {
		return
	}
	b.WriteString("\n联合体 consortium:\n")
	for _, m := range r.consortium.Members {
		fmt.Fprintf(b, "  %s: %s\n", m.Partner.Name, names(m.Covers))
	}
	if len(r.consortium.Uncovered) > 0 {
		fmt.Fprintf(b, "  无人覆盖 uncovered: %s\n", names(r.consortium.Uncovered))
	}
}

func names(entities []*ecosystem.Entity) string {
	all := make([]string, len(entities))
	for i, e := range entities {
		all[i] = e.Name
	}
	return strings.Join(all, "、")
}

func (r recommendation) printCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	rows := [][]string{append(r.header(), "推荐理由", "不利因素")}
	for _, m := range r.matches {
		rows = append(rows, append(cells(m), sentences(m.For), sentences(m.Against)))
	}
	return out.WriteAll(rows)
}

func sentences(reasons []match.Reason) string {
	all := make([]string, len(reasons))
	for i, reason := range reasons {
		all[i] = reason.Text.Zh + cited(reason.Evidence)
	}
	return strings.Join(all, "；")
}

// The JSON that --json prints.
type (
	matchJSON struct {
		Rank       int                `json:"rank"`
		ID         string             `json:"id"`
		Name       string             `json:"name"`
		Score      float64            `json:"score"`
		Components map[string]float64 `json:"components"`
		For        []reasonJSON       `json:"reasonsFor"`
		Against    []reasonJSON       `json:"reasonsAgainst"`
		Changes    []wording.Sentence `json:"wouldChange"`
	}
	reasonJSON struct {
		Code     string           `json:"code"`
		Sentence wording.Sentence `json:"sentence"`
		Evidence [][]stepJSON     `json:"evidence"`
	}
	stepJSON struct {
		Relation string   `json:"relation"`
		From     string   `json:"from"`
		To       string   `json:"to"`
		Sources  []string `json:"sources"`
	}
)

func (r recommendation) printJSON(w io.Writer) error {
	fields := map[string]float64{}
	for _, n := range r.answer.Needs {
		fields[n.Field.ID] = n.Weight
	}
	all := make([]matchJSON, len(r.matches))
	for i, m := range r.matches {
		all[i] = matchJSON{
			Rank: m.Rank, ID: m.Partner.ID, Name: m.Partner.Name, Score: m.Score, Components: map[string]float64{},
			For: reasonsJSON(m.For), Against: reasonsJSON(m.Against),
		}
		for _, p := range m.Components {
			all[i].Components[string(p.Component)] = p.Value
		}
		for _, c := range m.Changes {
			all[i].Changes = append(all[i].Changes, c.Text)
		}
	}
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	return out.Encode(map[string]any{"demand": r.demand, "fields": fields, "candidates": len(r.answer.Candidates), "truncated": r.answer.Truncated, "matches": all})
}

func reasonsJSON(reasons []match.Reason) []reasonJSON {
	all := make([]reasonJSON, len(reasons))
	for i, reason := range reasons {
		all[i] = reasonJSON{Code: string(reason.Code), Sentence: reason.Text, Evidence: [][]stepJSON{}}
		for _, e := range reason.Evidence {
			all[i].Evidence = append(all[i].Evidence, stepsJSON(e))
		}
	}
	return all
}

func stepsJSON(e match.Evidence) []stepJSON {
	var steps []stepJSON
	for _, step := range e.Path.Steps {
		s := stepJSON{Relation: string(step.Relation.Type), From: step.Relation.From, To: step.Relation.To}
		for _, source := range step.Relation.Sources {
			s.Sources = append(s.Sources, strings.TrimSpace(source.Document+" "+source.Locator))
		}
		steps = append(steps, s)
	}
	return steps
}
