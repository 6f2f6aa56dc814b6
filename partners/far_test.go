package partners_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/kept"
)

// asking counts what a store is asked.
type asking struct {
	store.Reader
	calls  int
	number int64
}

func (a *asking) Walk(ctx context.Context, q store.WalkQuery) (store.WalkAnswer, error) {
	a.calls++
	return a.Reader.Walk(ctx, q)
}

func (a *asking) Neighbors(ctx context.Context, ids []string, f store.RelationFilter, p store.Page) ([]store.EdgePage, error) {
	a.calls++
	return a.Reader.Neighbors(ctx, ids, f, p)
}

func (a *asking) Entities(ctx context.Context, ids []string) ([]*ecosystem.Entity, error) {
	a.calls++
	return a.Reader.Entities(ctx, ids)
}

func (a *asking) Generation(context.Context) (store.Generation, error) {
	return store.Generation{Number: a.number}, nil
}

// TestFarStoreIsAskedOnce: with other weights nothing is asked again, as long as the
// graph is the same, and whatever is asked the answers are those of a near store.
func TestFarStoreIsAskedOnce(t *testing.T) {
	s := newWorld(t)
	far := &asking{Reader: s}
	bounds := partners.DefaultBounds()
	bounds.AtOnce = 1 // calls are counted
	keeper, texts := kept.New(kept.Config{Reader: far}), partners.NewTextCache()
	heavy := match.DefaultWeights()
	heavy.Strength *= 3
	for _, c := range []struct {
		name     string
		question partners.Question
		number   int64
		asks     bool
	}{
		{"at first", partners.Question{Demand: partners.Demand{Entity: "project:p"}, Weights: match.DefaultWeights()}, 0, true},
		{"with other weights", partners.Question{Demand: partners.Demand{Entity: "project:p"}, Weights: heavy}, 0, false},
		{"by another strategy", partners.Question{Demand: partners.Demand{Entity: "project:p"}, Weights: heavy, Strategy: partners.Similar}, 0, true},
		{"about one partner", partners.Question{Demand: partners.Demand{Entity: "project:p"}, Weights: heavy, Where: partners.Where{Partner: "org:weak"}}, 0, true},
		{"for another demand", partners.Question{Demand: partners.Demand{Entity: "org:asker"}, Weights: heavy}, 0, true},
		{"at first, again", partners.Question{Demand: partners.Demand{Entity: "project:p"}, Weights: match.DefaultWeights()}, 0, false},
		{"of another graph", partners.Question{Demand: partners.Demand{Entity: "project:p"}, Weights: match.DefaultWeights()}, 1, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			far.number, far.calls = c.number, 0
			c.question.Home, c.question.Year = "region:home", 2026
			reader := keeper.Pin()
			got, err := partners.NewDesk(reader, texts.Of(reader, nil), bounds).Ask(t.Context(), c.question)
			if err != nil {
				t.Fatal(err)
			}
			if asks := far.calls > 0; asks != c.asks {
				t.Errorf("the store is asked %d times", far.calls)
			}
			want, err := partners.NewDesk(s, partners.NewTexts(s), bounds).Ask(t.Context(), c.question)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("near (-), far (+):\n%s", diff)
			}
		})
	}
}
