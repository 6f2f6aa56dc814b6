package partners_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store"
)

// walking counts walks, and can fail all that begin at a region.
type walking struct {
	store.Reader
	home   atomic.Int64 // walks that begin at regions
	broken bool
	number int64
}

func (w *walking) Walk(ctx context.Context, q store.WalkQuery) (store.WalkAnswer, error) {
	if q.Starts[0].ID == "region:home" {
		w.home.Add(1)
		if w.broken {
			return store.WalkAnswer{}, errors.New("broken")
		}
	}
	return w.Reader.Walk(ctx, q)
}

func (w *walking) Generation(context.Context) (store.Generation, error) {
	return store.Generation{Number: w.number}, nil
}

// TestTiesOfHomeAreKept: one walk serves many demands, until the graph is another one,
// and answers stay the same; what failed is tried again.
func TestTiesOfHomeAreKept(t *testing.T) {
	s := &walking{Reader: newWorld(t), broken: true}
	desk := partners.NewDesk(s, partners.NewTexts(s), partners.DefaultBounds())
	question := func(demand string) partners.Question {
		return partners.Question{
			Demand: partners.Demand{Entity: demand}, Home: "region:home", Where: partners.Where{Region: "region:away"},
			Weights: match.DefaultWeights(), Year: 2026,
		}
	}
	if _, err := desk.Ask(t.Context(), question("project:p")); err == nil {
		t.Fatal("a walk failed, and an answer came")
	}
	s.broken = false
	for _, step := range []struct {
		demand string
		number int64
		walks  int64 // so far
	}{
		{"project:p", 0, 2},     // after the one that failed
		{"field:battery", 0, 2}, // the same for every demand
		{"org:asker", 0, 4},     // whose own ties do not count among those of home; and one to the fields of its region
		{"project:p", 0, 4},
		{"project:p", 1, 5}, // another graph
	} {
		s.number = step.number
		got, err := desk.Ask(t.Context(), question(step.demand))
		if err != nil {
			t.Fatal(err)
		}
		if walks := s.home.Load(); walks != step.walks {
			t.Errorf("%s: %d walks from home, want %d", step.demand, walks, step.walks)
		}
		want, err := partners.NewDesk(s.Reader, readsBattery{}, partners.DefaultBounds()).Ask(t.Context(), question(step.demand))
		if err != nil {
			t.Fatal(err)
		}
		for i, m := range match.Rank(got.Candidates, got.Needs, match.DefaultWeights(), 0, 10) {
			if same := match.Rank(want.Candidates, want.Needs, match.DefaultWeights(), 0, 10)[i]; m.Partner.ID != same.Partner.ID || m.Score != same.Score || len(m.For) != len(same.For) {
				t.Errorf("%s: place %d is %s %v, without keeping %s %v", step.demand, i+1, m.Partner.ID, m.Score, same.Partner.ID, same.Score)
			}
		}
	}
}
