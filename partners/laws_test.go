package partners_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
)

// TestLaws: what holds of a recommendation, whatever the graph, from the store to the
// score.
func TestLaws(t *testing.T) {
	for seed := range uint64(25) {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) { laws(t, seed, func(*testing.T) store.Store { return memory.New() }) })
	}
}

// planning leaves a busy server the time to plan each metapath anew.
const planning = 3 * time.Minute

// TestLawsNeo4j: they hold there too, and scores are those of the embedded store.
func TestLawsNeo4j(t *testing.T) {
	server := neo4jtest.Open(t)
	open := func(t *testing.T) store.Store {
		t.Helper()
		server.Wipe(t)
		db, err := neo4j.Open(t.Context(), neo4j.Config{URI: server.URI, User: server.User, Password: server.Password, ReadTimeout: planning})
		if err != nil {
			t.Fatal(err)
		}
		return db
	}
	for seed := range uint64(2) {
		embedded := laws(t, seed, func(*testing.T) store.Store { return memory.New() })
		if diff := cmp.Diff(embedded, laws(t, seed, open)); diff != "" {
			t.Errorf("seed %d (-embedded +Neo4j):\n%s", seed, diff)
		}
	}
}

// laws checks a random world and gives its scores.
func laws(t *testing.T, seed uint64, open func(*testing.T) store.Store) map[string]float64 {
	t.Helper()
	r := rand.New(rand.NewPCG(7, seed))
	w := randomWorld(t, r)
	before := scores(t, open(t), w)
	if len(before) == 0 {
		t.Fatal("nobody is found")
	}

	// More evidence of whatever kind never lowers who it speaks for.
	for range 3 {
		partner := outside[r.IntN(len(outside))]
		richer := slices.Concat(w, evidenceFor(r, partner))
		if after := scores(t, open(t), richer); after[partner] < before[partner] {
			t.Errorf("%s fell from %v to %v with %v", partner, before[partner], after[partner], richer[len(richer)-1])
		}
	}

	// The order of what is read makes no difference.
	shuffled := slices.Clone(w)
	r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	if diff := cmp.Diff(before, scores(t, open(t), shuffled)); diff != "" {
		t.Errorf("in another order:\n%s", diff)
	}

	// Nor does somebody who has nothing to do with it.
	more := slices.Concat(w, []edge{{ecosystem.LocatedIn, "org:stranger", "region:city", 1}, {ecosystem.InField, "org:stranger", "field:tea", 1}})
	if diff := cmp.Diff(before, scores(t, open(t), more)); diff != "" {
		t.Errorf("with a stranger:\n%s", diff)
	}
	return before
}

type edge struct {
	relation ecosystem.RelationType
	from, to string
	weight   float64
}

var (
	outside = []string{"org:a", "org:b", "org:c", "org:d", "org:e", "org:f"}
	inside  = []string{"org:x", "org:y", "org:z"}
	fields  = []string{"field:wood", "field:glue", "field:panel"}
)

// randomWorld has partners outside, bodies at home, and evidence of any kind.
func randomWorld(t *testing.T, r *rand.Rand) []edge {
	t.Helper()
	w := []edge{
		{ecosystem.PartOf, "field:glue", "field:wood", 1},
		{ecosystem.PartOf, "field:panel", "field:wood", 1},
		{ecosystem.AppliesTo, "discipline:forestry", "field:wood", 0.9},
		{ecosystem.AppliesTo, "discipline:chemistry", "field:glue", 0.5},
		{ecosystem.LocatedIn, "platform:lab", "region:city", 1},
		{ecosystem.LocatedIn, "platform:centre", "region:city", 1},
		{ecosystem.InField, "platform:lab", fields[r.IntN(3)], 1},
		{ecosystem.InField, "platform:centre", fields[r.IntN(3)], 1},
	}
	for _, o := range outside {
		w = append(w, edge{ecosystem.LocatedIn, o, "region:city", 1})
		for range r.IntN(4) {
			w = append(w, evidenceFor(r, o)...)
		}
	}
	for _, o := range inside {
		w = append(w, edge{ecosystem.LocatedIn, o, "region:home", 1}, edge{ecosystem.InField, o, fields[r.IntN(3)], 1})
	}
	return append(w, edge{ecosystem.StrongIn, "org:a", "discipline:forestry", 0.8})
}

// evidenceFor speaks for a partner.
func evidenceFor(r *rand.Rand, partner string) []edge {
	weight := []float64{0.4, 0.65, 0.9, 1}[r.IntN(4)]
	switch r.IntN(5) {
	case 0:
		return []edge{{ecosystem.StrongIn, partner, []string{"discipline:forestry", "discipline:chemistry"}[r.IntN(2)], weight}}
	case 1:
		return []edge{{ecosystem.InField, partner, fields[r.IntN(3)], 1}}
	case 2:
		return []edge{{ecosystem.HostedBy, []string{"platform:lab", "platform:centre"}[r.IntN(2)], partner, 1}}
	case 3:
		return []edge{{ecosystem.CooperatesWith, fields[r.IntN(3)], partner, weight}}
	default:
		return []edge{{ecosystem.CooperatesWith, inside[r.IntN(3)], partner, weight}}
	}
}

// scores loads a world and asks for partners of org:x.
func scores(t *testing.T, db store.Store, w []edge) map[string]float64 {
	t.Helper()
	defer func() { _ = db.Close(t.Context()) }()
	b := &builder{t: t, graph: ecosystem.NewBuilder()}
	b.must(b.graph.Document(ecosystem.Document{ID: "doc:1", Title: "名录"}))
	b.places()
	known := map[string]bool{"region:home": true, "region:city": true}
	for _, e := range w {
		for _, id := range []string{e.from, e.to} {
			if !known[id] {
				known[id] = true
				b.entity(id, kindOf(id))
			}
		}
		b.relation(e.relation, e.from, e.to, weight(e.weight))
	}
	if _, _, err := loader.Write(t.Context(), db, b.graph.Graph(), nil); err != nil {
		t.Fatal(err)
	}
	answer, err := partners.NewDesk(db, readsBattery{}, partners.DefaultBounds()).Ask(t.Context(), partners.Question{
		Demand: partners.Demand{Entity: "org:x", Fields: []partners.FieldNeed{{"field:glue", 1}, {"field:wood", 2}}},
		Home:   "region:home", Weights: match.DefaultWeights(), Year: 2026,
	})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]float64{}
	for _, c := range answer.Candidates {
		found[c.Partner.ID] = c.Score(answer.Needs, match.DefaultWeights())
	}
	return found
}

func kindOf(id string) ecosystem.Kind {
	switch id[:3] {
	case "reg":
		return ecosystem.Region
	case "fie":
		return ecosystem.TechnologyField
	case "dis":
		return ecosystem.Discipline
	case "pla":
		return ecosystem.Platform
	default:
		return ecosystem.University
	}
}
