package partners_test

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store/memory"
)

// world is a small graph: Home wants partners in Away for a project about batteries.
//
//	discipline chem serves battery, energy ⊃ battery ⊃ cell
//	strong (Away): A+ in chem            weak (Away): hosts a lab for cells
//	friend (Away): cooperates with asker  peerly (Away): planned tie with peer, in the field
//	local (Home): A in chem               far (elsewhere): A+ in chem
const world = `
org:asker ENTERPRISE region:home
org:peer ENTERPRISE region:home
org:local UNIVERSITY region:town
org:strong UNIVERSITY region:city
org:weak UNIVERSITY region:city
org:friend RESEARCH_INSTITUTE region:city
org:peerly RESEARCH_INSTITUTE region:city
org:far UNIVERSITY region:other
platform:lab PLATFORM region:city
project:p KEY_PROJECT region:home
`

func newWorld(t *testing.T) *memory.Store {
	t.Helper()
	b := &builder{t: t, graph: ecosystem.NewBuilder()}
	b.must(b.graph.Document(ecosystem.Document{ID: "doc:1", Title: "名录"}))
	for _, id := range []string{"home", "town", "away", "city", "other"} {
		b.entity("region:"+id, ecosystem.Region)
	}
	b.places()
	for _, id := range []string{"energy", "battery", "cell", "tea"} {
		b.entity("field:"+id, ecosystem.TechnologyField)
	}
	b.entity("discipline:chem", ecosystem.Discipline)
	for line := range strings.Lines(world) {
		parts := strings.Fields(line)
		if len(parts) == 3 {
			b.entity(parts[0], ecosystem.Kind(parts[1]))
			b.relation(ecosystem.LocatedIn, parts[0], parts[2])
		}
	}
	b.relation(ecosystem.PartOf, "region:town", "region:home")
	b.relation(ecosystem.PartOf, "region:city", "region:away")
	b.relation(ecosystem.PartOf, "field:battery", "field:energy")
	b.relation(ecosystem.PartOf, "field:cell", "field:battery")
	b.relation(ecosystem.AppliesTo, "discipline:chem", "field:battery", weight(0.6))
	for _, id := range []string{"org:strong", "org:far"} {
		b.relation(ecosystem.StrongIn, id, "discipline:chem", strength("A+"))
	}
	b.relation(ecosystem.StrongIn, "org:local", "discipline:chem", strength("A"))
	b.relation(ecosystem.InField, "platform:lab", "field:cell")
	b.relation(ecosystem.HostedBy, "platform:lab", "org:weak")
	b.relation(ecosystem.CooperatesWith, "org:asker", "org:friend", year(2016))
	b.relation(ecosystem.InField, "org:peer", "field:battery")
	b.relation(ecosystem.CooperatesWith, "org:peer", "org:peerly", planned)
	b.relation(ecosystem.InField, "project:p", "field:battery")
	return b.load()
}

func ask(t *testing.T, s *memory.Store, change func(*partners.Question)) (partners.Answer, error) {
	t.Helper()
	q := partners.Question{
		Demand: partners.Demand{Entity: "project:p"}, Home: "region:home", Where: partners.Where{Region: "region:away"},
		Weights: match.DefaultWeights(), Year: 2026,
	}
	change(&q)
	return partners.NewDesk(s, readsBattery{}, partners.DefaultBounds()).Ask(t.Context(), q)
}

// readsBattery finds one field in texts that name it.
type readsBattery struct{}

func (readsBattery) Read(_ context.Context, text string) ([]partners.Words, error) {
	if !strings.Contains(text, "电池") {
		return nil, nil
	}
	return []partners.Words{{Field: &ecosystem.Entity{ID: "field:battery"}, Weight: 3, Text: []string{"电池"}}}, nil
}

// readsLittle also finds a field that the text says little of.
type readsLittle struct{ readsBattery }

func (r readsLittle) Read(ctx context.Context, text string) ([]partners.Words, error) {
	words, err := r.readsBattery.Read(ctx, text)
	return append(words, partners.Words{Field: &ecosystem.Entity{ID: "field:cell"}, Weight: 1, Little: true}), err
}

// TestLittle: what a text says little of does not count, and is told, unless it is asked
// for by name.
func TestLittle(t *testing.T) {
	desk := partners.NewDesk(newWorld(t), readsLittle{}, partners.DefaultBounds())
	for name, c := range map[string]struct {
		fields       []partners.FieldNeed
		needs, lefts int
	}{
		"of a text": {nil, 1, 1},
		"by name":   {[]partners.FieldNeed{{Field: "field:cell", Weight: 1}}, 2, 0},
	} {
		q := partners.Question{Demand: partners.Demand{Text: "要电池", Fields: c.fields}, Home: "region:home", Weights: match.DefaultWeights(), Year: 2026}
		a, err := desk.Ask(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Needs) != c.needs || len(a.LeftOut) != c.lefts {
			t.Errorf("%s: needs %v, left out %v", name, a.Needs, a.LeftOut)
		}
	}
}

func TestCandidates(t *testing.T) {
	s := newWorld(t)
	for name, c := range map[string]struct {
		change func(*partners.Question)
		want   string // ids of candidates with their grounds
	}{
		"a project": {func(*partners.Question) {}, "org:peerly[PEER_TIE HOME_TIE] org:friend[HOME_TIE] org:strong[DISCIPLINE] org:weak[PLATFORM] platform:lab[OWN_FIELD]"},
		"what asks has its own ties": {
			func(q *partners.Question) {
				q.Demand = partners.Demand{Entity: "org:asker", Fields: []partners.FieldNeed{{"field:battery", 1}}}
			},
			"org:friend[OWN_TIE] org:peerly[PEER_TIE HOME_TIE] org:strong[DISCIPLINE] org:weak[PLATFORM] platform:lab[OWN_FIELD]",
		},
		"a text":         {func(q *partners.Question) { q.Demand = partners.Demand{Text: "要电池"} }, "org:friend[HOME_TIE] org:peerly[PEER_TIE HOME_TIE] org:strong[DISCIPLINE] org:weak[PLATFORM] platform:lab[OWN_FIELD]"},
		"anywhere":       {func(q *partners.Question) { q.Where = partners.Where{Kinds: []ecosystem.Kind{ecosystem.University}} }, "org:far[DISCIPLINE] org:strong[DISCIPLINE] org:weak[PLATFORM]"},
		"of strength":    {func(q *partners.Question) { q.Where.MinStrength = 0.4 }, "org:strong[DISCIPLINE]"},
		"without one":    {func(q *partners.Question) { q.Where.Exclude = []string{"org:strong"}; q.Where.MinStrength = 0.1 }, "org:weak[PLATFORM] platform:lab[OWN_FIELD]"},
		"no field known": {func(q *partners.Question) { q.Demand = partners.Demand{Text: "茶"} }, "org:friend[HOME_TIE] org:peerly[HOME_TIE]"},
	} {
		t.Run(name, func(t *testing.T) {
			a, err := ask(t, s, c.change)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, candidate := range a.Candidates {
				var grounds []string
				for _, e := range candidate.Evidence {
					grounds = append(grounds, string(e.Ground))
				}
				got = append(got, candidate.Partner.ID+"["+strings.Join(grounds, " ")+"]")
			}
			want := strings.Split(strings.ReplaceAll(c.want, "] ", "]\n"), "\n")
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("got  %v\nwant %v", got, want)
			}
		})
	}
}

// TestSumsAndPaths looks at the numbers of two grounds.
func TestSumsAndPaths(t *testing.T) {
	a, err := ask(t, newWorld(t), func(q *partners.Question) {
		q.Demand.Entity = "org:asker"
		q.Demand.Fields = []partners.FieldNeed{{"field:battery", 9}}
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct {
		id   string
		key  match.Key
		sum  float64
		path string
	}{
		{"org:strong", match.Key{Ground: match.ByDiscipline, Need: "field:battery"}, 0.1764, "field:battery discipline:chem org:strong"}, // (0.7 · 0.6)²
		{"org:weak", match.Key{Ground: match.ByPlatform, Need: "field:battery"}, 0.105625, "field:cell platform:lab org:weak"},           // (0.5 · 0.65)²
		{"org:friend", match.Key{Ground: match.ByOwnTie}, 0.5, "org:asker org:friend"},                                                   // ten years old
		{"org:peerly", match.Key{Ground: match.ByHomeTie}, 0.25, "org:peer org:peerly"},                                                  // planned, of no year
	} {
		i := slices.IndexFunc(a.Candidates, func(c match.Candidate) bool { return c.Partner.ID == want.id })
		c := a.Candidates[i]
		if got := c.Sums.Of(want.key); got < want.sum-1e-9 || got > want.sum+1e-9 {
			t.Errorf("%s %v: %v, want %v", want.id, want.key, got, want.sum)
		}
		j := slices.IndexFunc(c.Evidence, func(e match.Evidence) bool { return e.Ground == want.key.Ground })
		ids := []string{c.Evidence[j].Path.Start.ID}
		for _, s := range c.Evidence[j].Path.Steps {
			ids = append(ids, s.Node.ID)
		}
		if got := strings.Join(ids, " "); got != want.path {
			t.Errorf("%s: %s, want %s", want.id, got, want.path)
		}
	}
}

// TestStrategies: home has an A in chem, so that who is strong in it counts more when
// likeness is wanted, and less when home is to be completed.
func TestStrategies(t *testing.T) {
	s := newWorld(t)
	fit := map[partners.Strategy]float64{}
	for _, strategy := range []partners.Strategy{partners.Similar, partners.Balanced, partners.Complementary} {
		a, err := ask(t, s, func(q *partners.Question) { q.Strategy = strategy })
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(a.Candidates, func(c match.Candidate) bool { return c.Partner.ID == "org:strong" })
		fit[strategy] = a.Candidates[i].Sums.Of(match.Key{Ground: match.ByDiscipline, Need: "field:battery"})
	}
	for strategy, want := range map[partners.Strategy]float64{partners.Similar: 0.399, partners.Balanced: 0.42, partners.Complementary: 0.231} {
		if got := math.Sqrt(fit[strategy]); got < want-1e-9 || got > want+1e-9 {
			t.Errorf("%s: %v, want %v", strategy, got, want)
		}
	}
}

func TestRefusals(t *testing.T) {
	s := newWorld(t)
	for name, c := range map[string]struct {
		change func(*partners.Question)
		want   ecosystem.Code
	}{
		"nothing asked":    {func(q *partners.Question) { q.Demand = partners.Demand{} }, ecosystem.CodeBadInput},
		"unknown entity":   {func(q *partners.Question) { q.Demand.Entity = "project:x" }, ecosystem.CodeUnknownID},
		"unknown field":    {func(q *partners.Question) { q.Demand.Fields = []partners.FieldNeed{{"field:x", 1}} }, ecosystem.CodeUnknownID},
		"no field":         {func(q *partners.Question) { q.Demand.Fields = []partners.FieldNeed{{"org:far", 1}} }, ecosystem.CodeUnknownID},
		"weight of 0":      {func(q *partners.Question) { q.Demand.Fields = []partners.FieldNeed{{"field:tea", 0}} }, ecosystem.CodeBadInput},
		"unknown home":     {func(q *partners.Question) { q.Home = "region:x" }, ecosystem.CodeUnknownID},
		"home is no place": {func(q *partners.Question) { q.Home = "org:far" }, ecosystem.CodeUnknownID},
		"unknown region":   {func(q *partners.Question) { q.Where.Region = "region:x" }, ecosystem.CodeUnknownID},
		"strategy":         {func(q *partners.Question) { q.Strategy = "BEST" }, ecosystem.CodeBadInput},
		"weights":          {func(q *partners.Question) { q.Weights = match.Weights{} }, ecosystem.CodeBadInput},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := ask(t, s, c.change); err == nil || ecosystem.CodeOf(err) != c.want {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
}

// TestSameAnswerEachTime: walks run at the same time, and their order must not show.
func TestSameAnswerEachTime(t *testing.T) {
	s := newWorld(t)
	first, err := ask(t, s, func(*partners.Question) {})
	if err != nil {
		t.Fatal(err)
	}
	want := match.Rank(first.Candidates, first.Needs, match.DefaultWeights(), 0, 10)
	for range 20 {
		again, err := ask(t, s, func(*partners.Question) {})
		if err != nil {
			t.Fatal(err)
		}
		for i, m := range match.Rank(again.Candidates, again.Needs, match.DefaultWeights(), 0, 10) {
			if m.Partner.ID != want[i].Partner.ID || m.Score != want[i].Score || len(m.For) != len(want[i].For) {
				t.Fatalf("place %d: %s %v, before %s %v", i+1, m.Partner.ID, m.Score, want[i].Partner.ID, want[i].Score)
			}
		}
	}
}
