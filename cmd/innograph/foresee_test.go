package main

import (
	"context"
	"log/slog"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
)

// slowly refuses as many reads of neighbours as said before it answers.
type slowly struct {
	store.Reader
	refusals int
	code     ecosystem.Code
	reads    int
}

func (s *slowly) Neighbors(ctx context.Context, ids []string, f store.RelationFilter, p store.Page) ([]store.EdgePage, error) {
	if s.reads++; s.reads <= s.refusals {
		return nil, ecosystem.Errorf(s.code, "refused")
	}
	return s.Reader.Neighbors(ctx, ids, f, p)
}

// TestAskAhead: what is too slow at first is asked again, a few times; any other refusal
// is left to those who ask.
func TestAskAhead(t *testing.T) {
	db := shippedStore(t, memory.New())
	for name, c := range map[string]struct {
		store slowly
		code  ecosystem.Code // of the end; empty: answered
		tries int            // at most so many reads are refused
	}{
		"at once":         {slowly{}, "", 0},
		"at the third":    {slowly{refusals: 2, code: ecosystem.CodeTimeout}, "", 2},
		"never":           {slowly{refusals: 1000, code: ecosystem.CodeTimeout}, ecosystem.CodeTimeout, foreseeTries},
		"of other reason": {slowly{refusals: 1000, code: ecosystem.CodeUnavailable}, ecosystem.CodeUnavailable, 1},
	} {
		t.Run(name, func(t *testing.T) {
			c.store.Reader = db
			err := askAhead(t.Context(), &c.store)
			if (err == nil) != (c.code == "") || err != nil && ecosystem.CodeOf(err) != c.code {
				t.Errorf("%v, want %q", err, c.code)
			}
			if refused := min(c.store.reads, c.store.refusals); refused != c.tries {
				t.Errorf("%d refusals, want %d", refused, c.tries)
			}
		})
	}
}

// TestForeseeEnds: whoever ends it does not wait for an answer.
func TestForeseeEnds(t *testing.T) {
	asked := make(chan struct{})
	end := foresee(t.Context(), &waiting{Reader: memory.New(), asked: asked}, slog.New(slog.DiscardHandler))
	<-asked
	end()
}

// waiting does not answer before its context is over.
type waiting struct {
	store.Reader
	asked chan struct{}
}

func (w *waiting) List(ctx context.Context, _ store.Filter, _ store.Order, _ store.Page) (store.EntityPage, error) {
	close(w.asked)
	<-ctx.Done()
	return store.EntityPage{}, ctx.Err()
}
