package evaluate_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/evaluate"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
)

// A world: mill and saw (Home) work with forest (Away), as one sentence of the plan
// says, and mill with tech, of which a report tells, that founded the joint institute.
const (
	entities = `
region:home REGION
region:town REGION
region:away REGION
field:wood TECHNOLOGY_FIELD
org:mill ENTERPRISE region:town
org:saw ENTERPRISE region:home
org:joint RESEARCH_INSTITUTE region:home
org:campus RESEARCH_INSTITUTE region:home
org:forest UNIVERSITY region:away
org:tech UNIVERSITY region:away
org:other UNIVERSITY region:away
`
	relations = `
PART_OF region:town region:home list -
COOPERATES_WITH org:mill org:forest plan 六.7
COOPERATES_WITH org:saw org:forest plan 六.7§1
COOPERATES_WITH field:wood org:forest plan 六.7
RELIES_ON field:wood org:mill plan 六.7
RELIES_ON field:wood org:saw plan 四.2
IN_FIELD org:mill field:wood plan 六.7
IN_FIELD org:forest field:wood list -
COOPERATES_WITH org:mill org:tech report -
HOSTED_BY org:joint org:tech report2 -
COOPERATES_WITH org:joint org:mill report2 -
HOSTED_BY org:campus org:tech list -
COOPERATES_WITH org:mill org:saw report3 -
COOPERATES_WITH org:tech org:other report3 -
`
)

func world(t *testing.T) ecosystem.Graph {
	t.Helper()
	b := ecosystem.NewBuilder()
	source := func(document, locator string) []ecosystem.Source {
		if err := b.Document(ecosystem.Document{ID: "doc:" + document, Title: document}); err != nil {
			t.Fatal(err)
		}
		return []ecosystem.Source{{Document: "doc:" + document, Locator: strings.Trim(locator, "-"), Known: ecosystem.Stated, Confidence: 0.9}}
	}
	for line := range strings.Lines(strings.TrimSpace(entities)) {
		w := strings.Fields(line)
		_, name, _ := strings.Cut(w[0], ":")
		if err := b.Entity(ecosystem.Entity{ID: w[0], Kind: ecosystem.Kind(w[1]), Name: name, Sources: source("list", "")}); err != nil {
			t.Fatal(err)
		}
		if len(w) > 2 {
			b.Relation(ecosystem.Relation{Type: ecosystem.LocatedIn, From: w[0], To: w[2], Sources: source("list", "")})
		}
	}
	for line := range strings.Lines(strings.TrimSpace(relations)) {
		w := strings.Fields(line)
		b.Relation(ecosystem.Relation{Type: ecosystem.RelationType(w[0]), From: w[1], To: w[2], Sources: source(w[3], w[4])})
	}
	return b.Graph()
}

func TestTies(t *testing.T) {
	g := world(t)
	home := evaluate.Within(g, "region:home")
	var got []string
	statements := map[string]string{}
	for _, tie := range evaluate.Ties(g, home) {
		got = append(got, tie.Local+"–"+tie.Partner)
		statements[tie.Local+"–"+tie.Partner] = tie.Statement + string(tie.Part)
	}
	// Neither a field's tie, nor those on one side of the border.
	if want := []string{"org:mill–org:forest", "org:mill–org:tech", "org:saw–org:forest"}; !slices.Equal(got, want) {
		t.Errorf("ties %v, want %v", got, want)
	}
	if statements["org:mill–org:forest"] != statements["org:saw–org:forest"] || statements["org:mill–org:forest"] == statements["org:mill–org:tech"] {
		t.Errorf("one sentence is one statement in one part: %v", statements)
	}
	if got, want := evaluate.Candidates(g, home), []string{"org:forest", "org:other", "org:tech"}; !slices.Equal(got, want) {
		t.Errorf("candidates %v, want %v", got, want)
	}
}

func TestReduce(t *testing.T) {
	g := world(t)
	home := evaluate.Within(g, "region:home")
	ties := evaluate.Ties(g, home)
	for i, want := range []string{
		// The sentence about mill and forest: also what it says of either with others.
		"COOPERATES_WITH field:wood org:forest, COOPERATES_WITH org:forest org:mill, COOPERATES_WITH org:forest org:saw, RELIES_ON field:wood org:mill",
		// The joint institute goes with all its relations; the campus stays.
		"COOPERATES_WITH org:joint org:mill, COOPERATES_WITH org:mill org:tech, HOSTED_BY org:joint org:tech, LOCATED_IN org:joint region:home",
	} {
		reduced := evaluate.Reduce(g, ties[i], home)
		if got := strings.Join(missing(g, reduced), ", "); got != want {
			t.Errorf("without %s–%s\n got %s\nwant %s", ties[i].Local, ties[i].Partner, got, want)
		}
		if problems := ecosystem.Validate(reduced); len(problems) > 0 {
			t.Errorf("what is left is not sound: %v", problems)
		}
	}
}

// missing lists the relations that a graph has and another has not.
func missing(g, reduced ecosystem.Graph) []string {
	var gone []string
	for _, r := range g.Relations {
		if !slices.ContainsFunc(reduced.Relations, func(o ecosystem.Relation) bool { return o.ID == r.ID }) {
			gone = append(gone, string(r.Type)+" "+r.From+" "+r.To)
		}
	}
	slices.Sort(gone)
	return gone
}

func setup(t *testing.T) evaluate.Setup {
	t.Helper()
	return evaluate.Setup{
		Graph: world(t), Home: "region:home", Year: 2026, Weights: match.DefaultWeights(),
		Open: func(ctx context.Context, g ecosystem.Graph) (store.Store, error) {
			db := memory.New()
			_, _, err := loader.Write(ctx, db, g, nil)
			return db, err
		},
	}
}

func TestHeldOut(t *testing.T) {
	cases, err := evaluate.HeldOut(t.Context(), setup(t))
	if err != nil || len(cases) != 3 {
		t.Fatalf("%d cases, %v", len(cases), err)
	}
	forest, tech := cases[0], cases[1]
	// tech is left out of mill's list for forest, and the other way round.
	if forest.Candidates != 2 || forest.Stratum != evaluate.Newcomer || tech.Stratum != evaluate.Sparse {
		t.Errorf("%d candidates; %s, %s", forest.Candidates, forest.Stratum, tech.Stratum)
	}
	// forest still works in wood; of the other nothing is known.
	if got := forest.Figures[evaluate.Matcher].MRR; got != 1 {
		t.Errorf("forest: %v", got)
	}
	if got := forest.Figures["random"].MRR; got != 0.75 {
		t.Errorf("one of two by chance: %v, want 0.75", got)
	}
	if _, ok := forest.Figures[evaluate.Without(match.Ties)]; !ok {
		t.Error("the components are not taken away")
	}
}

func TestHeldOutRefusals(t *testing.T) {
	s := setup(t)
	s.Home = "region:mars"
	if _, err := evaluate.HeldOut(t.Context(), s); ecosystem.CodeOf(err) != ecosystem.CodeUnknownID {
		t.Errorf("an unknown region: %v", err)
	}
	s = setup(t)
	s.Graph.Relations = slices.DeleteFunc(s.Graph.Relations, func(r ecosystem.Relation) bool { return r.Type == ecosystem.CooperatesWith })
	if _, err := evaluate.HeldOut(t.Context(), s); ecosystem.CodeOf(err) != ecosystem.CodeBadInput {
		t.Errorf("no ties: %v", err)
	}
}

func judgements(t *testing.T, table string) []evaluate.Judgement {
	t.Helper()
	all, err := evaluate.ReadJudgements(strings.NewReader(table))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestDemands(t *testing.T) {
	s := setup(t)
	s.Region = "region:away"
	db, err := s.Open(t.Context(), s.Graph)
	if err != nil {
		t.Fatal(err)
	}
	judged, err := evaluate.Demands(t.Context(), s, db, judgements(t, "demand,partner,fact\nfield:wood,org:forest,林业大学\nfield:wood,org:other,有木材实验室\n"))
	if err != nil || len(judged) != 1 {
		t.Fatalf("%v, %v", judged, err)
	}
	j := judged[0]
	if j.Candidates != 3 || len(j.Facts) != 2 || j.Shown != 0 {
		t.Errorf("%+v", j)
	}
	// forest comes first, of the other nothing is known: 1/2 + what a place of 2 or 3 brings.
	if f := j.Figures[evaluate.Matcher]; f.Hits1 != 1 || f.NDCG < 0.9 || f.NDCG >= 1 {
		t.Errorf("%+v", f)
	}
	for name, table := range map[string]string{
		"unknown demand":  "demand,partner,fact\nfield:tea,org:forest,x\n",
		"unknown partner": "demand,partner,fact\nfield:wood,org:none,x\n",
		"partner at home": "demand,partner,fact\nfield:wood,org:saw,x\n",
	} {
		if _, err := evaluate.Demands(t.Context(), s, db, judgements(t, table)); ecosystem.CodeOf(err) != ecosystem.CodeUnknownID {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, table := range []string{"", "demand,partner\na,b\n", "demand,partner,fact\na,b,\n", "demand,partner,fact\na\n"} {
		if _, err := evaluate.ReadJudgements(strings.NewReader(table)); ecosystem.CodeOf(err) != ecosystem.CodeInvalidData {
			t.Errorf("%q: %v", table, err)
		}
	}
}

func TestFair(t *testing.T) {
	s := setup(t)
	s.Region = "region:away"
	source := s.Graph.Entities[0].Sources
	s.Graph.Entities = append(s.Graph.Entities, ecosystem.Entity{ID: "project:p", Kind: ecosystem.KeyProject, Name: "p", Sources: source})
	for _, r := range []ecosystem.Relation{
		{Type: ecosystem.LocatedIn, From: "project:p", To: "region:home", Weight: 1, Sources: source},
		{Type: ecosystem.InField, From: "project:p", To: "field:wood", Weight: 1, Sources: source},
	} {
		r.ID = r.RelationID()
		s.Graph.Relations = append(s.Graph.Relations, r)
	}
	db, err := s.Open(t.Context(), s.Graph)
	if err != nil {
		t.Fatal(err)
	}
	f, err := evaluate.Fair(t.Context(), s, db)
	if err != nil {
		t.Fatal(err)
	}
	// There are three candidates only: they take all places.
	if f.Projects != 1 || len(f.Largest) != 3 || f.Largest[0] != "org:tech" || f.Shares[evaluate.Matcher] != 1 || f.Different[evaluate.Matcher] != 3 {
		t.Errorf("%+v", f)
	}
}

func TestReport(t *testing.T) {
	s := setup(t)
	s.Region = "region:away"
	var report strings.Builder
	if err := evaluate.Report(t.Context(), &report, s); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"3 ties of region:home", "| personalised PageRank |", "FIELD_FIT", "Demands were not asked", "### Who comes first"} {
		if !strings.Contains(report.String(), want) {
			t.Errorf("%q is not told:\n%s", want, report.String())
		}
	}
}
