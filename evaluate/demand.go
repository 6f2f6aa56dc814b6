package evaluate

import (
	"context"
	_ "embed"
	"encoding/csv"
	"io"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/evaluate/baseline"
	"github.com/innograph/innograph/evaluate/measure"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store"
)

// Judgement is a demand with the partners that are acceptable for it, and the fact that
// speaks for each.
type Judgement struct {
	Demand string
	Facts  map[string]string // by partner
}

// ReadJudgements reads a table with the columns demand, partner and fact. Demands are in
// the order in which they first come. What cannot be read is INVALID_DATA.
func ReadJudgements(r io.Reader) ([]Judgement, error) {
	rows, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, ecosystem.Wrap(err, ecosystem.CodeInvalidData, "the judgements cannot be read")
	}
	if len(rows) == 0 || !slices.Equal(rows[0], []string{"demand", "partner", "fact"}) {
		return nil, ecosystem.Errorf(ecosystem.CodeInvalidData, "judgements have the columns demand, partner and fact")
	}
	var all []Judgement
	for n, row := range rows[1:] {
		if row[2] == "" {
			return nil, ecosystem.Errorf(ecosystem.CodeInvalidData, "row %d of the judgements has no fact", n+2)
		}
		i := slices.IndexFunc(all, func(j Judgement) bool { return j.Demand == row[0] })
		if i < 0 {
			i = len(all)
			all = append(all, Judgement{row[0], map[string]string{}})
		}
		all[i].Facts[row[1]] = row[2]
	}
	return all, nil
}

//go:embed demands.csv
var demandsCSV string

// Judged is a demand with the figures of each method.
type Judged struct {
	Judgement
	Part       Part
	Candidates int
	Figures    map[string]measure.Figures
	// Shown counts the acceptable partners for which the graph itself holds a strong
	// discipline of a needed field or a platform in it.
	Shown int
}

// Demands asks for partners for each judged demand. An id that the graph has not is
// UNKNOWN_ID.
func Demands(ctx context.Context, s Setup, db store.Reader, all []Judgement) ([]Judged, error) {
	home, shape := Within(s.Graph, s.Home), baseline.NewGraph(s.Graph)
	list := s.candidatesIn(home)
	kinds := kindsOf(s.Graph)
	judged := make([]Judged, len(all))
	for i, j := range all {
		relevant := make([]bool, len(list))
		for partner := range j.Facts {
			at, ok := slices.BinarySearch(list, partner)
			if !ok {
				return nil, ecosystem.Errorf(ecosystem.CodeUnknownID, "%s is judged acceptable for %s, but is no organization or platform in %s", partner, j.Demand, s.Region)
			}
			relevant[at] = true
		}
		if kinds[j.Demand] == "" {
			return nil, ecosystem.Errorf(ecosystem.CodeUnknownID, "nothing has the id %q, of which partners are judged", j.Demand)
		}
		answer, err := s.ask(ctx, db, partners.Demand{Entity: j.Demand}, s.Region)
		if err != nil {
			return nil, err
		}
		judged[i] = Judged{j, partOf(j.Demand), len(list), map[string]measure.Figures{}, shown(answer, j)}
		for name, scores := range s.ours(answer, list) {
			judged[i].Figures[name] = measure.Of(scores, relevant)
		}
		for _, m := range baseline.Methods(home) {
			judged[i].Figures[m.Name] = measure.Of(m.Scores(shape, j.Demand, list), relevant)
		}
	}
	return judged, nil
}

// candidatesIn are the candidates in the region where partners are looked for.
func (s Setup) candidatesIn(home map[string]bool) []string {
	inside := Within(s.Graph, s.Region)
	return slices.DeleteFunc(Candidates(s.Graph, home), func(id string) bool { return !inside[id] })
}

// plain is how heavy evidence must be for the graph itself to say that a partner is
// strong in a field.
const plain = 0.5

func shown(answer partners.Answer, j Judgement) int {
	n := 0
	for _, c := range answer.Candidates {
		_, acceptable := j.Facts[c.Partner.ID]
		if acceptable && slices.ContainsFunc(c.Evidence, func(e match.Evidence) bool {
			return (e.Ground == match.ByDiscipline || e.Ground == match.ByPlatform) && e.Weight >= plain
		}) {
			n++
		}
	}
	return n
}
