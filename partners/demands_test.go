package partners_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/innograph/innograph/data"
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
)

func shipped(t *testing.T) *memory.Store {
	t.Helper()
	g, err := loader.Read(table.Source{Name: "shipped", FS: data.FS()})
	if err != nil {
		t.Fatal(err)
	}
	s := memory.New()
	if _, _, err := loader.Write(t.Context(), s, g, nil); err != nil {
		t.Fatal(err)
	}
	return s
}

func askDemands(t *testing.T, desk *partners.Desk, partner string, change func(*partners.DemandQuestion)) partners.DemandAnswer {
	t.Helper()
	q := partners.DemandQuestion{Partner: partner, Home: "region:371300", Weights: match.DefaultWeights(), Year: 2026}
	change(&q)
	found, err := desk.AskDemands(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestDemandsAreJudgedAsPartnersAre compares, for every demand of the shipped graph,
// what AskDemands finds for a partner with what Ask finds: the same needs, sums,
// evidence and so the same score, to the last bit; and no demand is left out.
func TestDemandsAreJudgedAsPartnersAre(t *testing.T) {
	s := shipped(t)
	desk := partners.NewDesk(s, partners.NewTexts(s), partners.DefaultBounds())
	all, err := s.List(t.Context(), store.Filter{Kinds: partners.DemandKinds(), Not: nil}, store.Order{By: store.ByID}, store.Page{Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		partner  string
		strategy partners.Strategy
		every    int // how many demands are compared: one in so many
	}{
		{"org:zju", partners.Balanced, 1},
		{"org:njfu", partners.Complementary, 3},
		{"org:sjtu", partners.Similar, 3},
		{"org:seu", partners.Balanced, 5},
	} {
		found := askDemands(t, desk, test.partner, func(q *partners.DemandQuestion) { q.Strategy = test.strategy })
		if found.Truncated || len(found.Demands) < 50 {
			t.Fatalf("%s: %d demands, truncated %t", test.partner, len(found.Demands), found.Truncated)
		}
		compared := 0
		for i, e := range all.Entities {
			at := slices.IndexFunc(found.Demands, func(f partners.DemandFit) bool { return f.Demand.ID == e.ID })
			if i%test.every != 0 {
				continue
			}
			a, err := desk.Ask(t.Context(), partners.Question{
				Demand: partners.Demand{Entity: e.ID}, Home: "region:371300", Strategy: test.strategy, Weights: match.DefaultWeights(), Year: 2026,
			})
			if err != nil {
				t.Fatal(err)
			}
			j := slices.IndexFunc(a.Candidates, func(c match.Candidate) bool { return c.Partner.ID == test.partner })
			if at < 0 || j < 0 {
				if j >= 0 && atHome(t, s, e) {
					t.Errorf("%s fits %s, which is not told", test.partner, e.ID)
				}
				if at >= 0 && !a.Truncated {
					t.Errorf("%s does not fit %s", test.partner, e.ID)
				}
				continue
			}
			compared++
			sameFit(t, found.Demands[at], a.Needs, a.Candidates[j])
		}
		if compared < 20 {
			t.Errorf("%s: only %d demands were compared", test.partner, compared)
		}
	}
}

// atHome: fields lie nowhere, and are always compared.
func atHome(t *testing.T, s *memory.Store, e *ecosystem.Entity) bool {
	t.Helper()
	page, err := s.List(t.Context(), store.Filter{IDs: []string{e.ID}, Region: "region:371300"}, store.Order{By: store.ByID}, store.Page{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	return e.Kind == ecosystem.TechnologyField || len(page.Entities) > 0
}

func sameFit(t *testing.T, got partners.DemandFit, needs []match.Need, want match.Candidate) {
	t.Helper()
	of := want.Partner.ID + " and " + got.Demand.ID
	if a, b := match.NewFit(got.Candidate, got.Needs, match.DefaultWeights()).Score(), match.NewFit(want, needs, match.DefaultWeights()).Score(); a != b {
		t.Errorf("%s: score %v, want %v", of, a, b)
	}
	for _, sum := range want.Sums {
		if math.Abs(got.Candidate.Sums.Of(sum.Key)-sum.Count) > 1.5e-9 { // a billionth: both are rounded
			t.Errorf("%s: %v adds up to %v, want %v", of, sum.Key, got.Candidate.Sums.Of(sum.Key), sum.Count)
		}
	}
	if len(got.Candidate.Sums) != len(want.Sums) || len(got.Candidate.Evidence) != len(want.Evidence) {
		t.Errorf("%s: %d sums and %d pieces of evidence, want %d and %d", of, len(got.Candidate.Sums), len(got.Candidate.Evidence), len(want.Sums), len(want.Evidence))
		return
	}
	for i, e := range want.Evidence {
		if g := got.Candidate.Evidence[i]; g.Ground != e.Ground || g.Need != e.Need || g.Weight != e.Weight || ids(g.Path) != ids(e.Path) {
			t.Errorf("%s: evidence %d is %s %s %v, want %s %s %v", of, i, g.Ground, ids(g.Path), g.Weight, e.Ground, ids(e.Path), e.Weight)
		}
	}
}

func ids(p store.Path) string {
	all := []string{p.Start.ID}
	for _, s := range p.Steps {
		all = append(all, s.Relation.ID, s.Node.ID)
	}
	return strings.Join(all, " ")
}

// TestOtherProjectsOfABody: a body between the partner and a demand takes part in more
// projects than are read in one call, and none of those elsewhere takes the room of the
// one that is asked about.
func TestOtherProjectsOfABody(t *testing.T) {
	b := &builder{t: t, graph: ecosystem.NewBuilder()}
	b.must(b.graph.Document(ecosystem.Document{ID: "doc:1", Title: "名录"}))
	b.places()
	for id, kind := range map[string]ecosystem.Kind{"field:battery": ecosystem.TechnologyField, "org:p": ecosystem.University, "org:between": ecosystem.Enterprise} {
		b.entity(id, kind)
	}
	b.relation(ecosystem.CooperatesWith, "org:between", "org:p", year(2026))
	project := func(id, region string) {
		b.entity(id, ecosystem.KeyProject)
		b.relation(ecosystem.InField, id, "field:battery")
		b.relation(ecosystem.LocatedIn, id, region)
		b.relation(ecosystem.BuiltBy, id, "org:between")
	}
	bounds := partners.DefaultBounds()
	bounds.Around = 4
	for i := range 3 * bounds.Around {
		project(fmt.Sprintf("project:a%02d", i), "region:city") // before the other in each list
	}
	project("project:here", "region:home")
	s := b.load()
	found := askDemands(t, partners.NewDesk(s, readsBattery{}, bounds), "org:p", func(q *partners.DemandQuestion) {
		q.Home, q.Where.Kinds = "region:home", []ecosystem.Kind{ecosystem.KeyProject}
	})
	if len(found.Demands) != 1 || found.Demands[0].Demand.ID != "project:here" || found.Truncated {
		t.Fatalf("%d demands, truncated: %t", len(found.Demands), found.Truncated)
	}
	want, err := ask(t, s, func(q *partners.Question) {
		q.Demand, q.Where = partners.Demand{Entity: "project:here"}, partners.Where{Partner: "org:p"}
	})
	if err != nil || len(want.Candidates) != 1 {
		t.Fatalf("%d candidates, %v", len(want.Candidates), err)
	}
	sameFit(t, found.Demands[0], want.Needs, want.Candidates[0])
}
