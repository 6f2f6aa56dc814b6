package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// testContextOver asks everything with a context that is over.
func testContextOver(t *testing.T, s *subject) {
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	late, cancelLate := context.WithDeadline(t.Context(), time.Unix(0, 0))
	defer cancelLate()
	page := store.Page{Limit: 10}
	for _, c := range []struct {
		name string
		ask  question
	}{
		{"entities", entities([]string{"org:zju"})},
		{"documents", documents([]string{docPlan})},
		{"list", filtering(store.Filter{})},
		{"facets", counting(store.Filter{}, store.FacetKind)},
		{"search", searching("浙大", store.Filter{}, page)},
		{"neighbors", exploring([]string{"org:zju"}, store.RelationFilter{}, page)},
		{"paths", pathing(3, 3, store.RelationFilter{})},
		{"walk", walking(nil)},
		{"generation", func(ctx context.Context, s store.Reader) error {
			_, err := s.Generation(ctx)
			return err
		}},
		{"dump", func(ctx context.Context, s store.Reader) error {
			return s.Dump(ctx, func(ecosystem.Graph) error { return nil })
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, ctx := range []context.Context{cancelled, late} {
				wantOver(t, c.name, c.ask(ctx, s), ctx.Err())
			}
			if err := c.ask(t.Context(), s); err != nil {
				t.Errorf("the store does not answer any more: %v", err)
			}
		})
	}
}

// wantOver holds that an error tells of a context that is over for a reason.
func wantOver(t *testing.T, what string, err, reason error) {
	t.Helper()
	wantCode(t, what, err, ecosystem.CodeTimeout)
	if !errors.Is(err, reason) {
		t.Errorf("%s: error %v does not wrap that of its context: %v", what, err, reason)
	}
}
