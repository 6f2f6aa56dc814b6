package memory_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/storetest"
)

func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return open(t) })
}

func open(t *testing.T) *memory.Store {
	t.Helper()
	s := memory.New()
	t.Cleanup(func() {
		if err := s.Close(context.Background()); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return s
}

// What is pinned stays, in every operation: the pinned graph is the old one to
// the last row.
func TestPinHoldsTheGraph(t *testing.T) {
	s := open(t)
	first, _, err := storetest.LoadAll(t.Context(), s, numbered(1))
	if err != nil {
		t.Fatal(err)
	}
	held := s.Pin()
	if _, _, err := storetest.LoadAll(t.Context(), s, numbered(2)); err != nil {
		t.Fatal(err)
	}
	told, err := held.Generation(t.Context())
	if err != nil || !told.Same(first) {
		t.Errorf("the pinned reader tells generation %d, %v, want %d", told.Number, err, first.Number)
	}
	for want, r := range map[string]store.Reader{"第1大学": held, "第2大学": s} {
		if got, err := r.Entities(t.Context(), []string{"org:a"}); err != nil || got[0].Name != want {
			t.Errorf("%v, %v, want %s", got[0], err, want)
		}
	}
}

// numbered is a graph of one university, whose name tells which.
func numbered(n int) ecosystem.Graph {
	return ecosystem.Graph{Entities: []ecosystem.Entity{{ID: "org:a", Kind: ecosystem.University, Name: fmt.Sprintf("第%d大学", n)}}}
}

// A copy is the other store under the number, time and history that it has there,
// also when only these differ.
func TestCopy(t *testing.T) {
	record, s := open(t), open(t)
	for n := range 3 {
		if _, _, err := storetest.LoadAll(t.Context(), record, numbered(n)); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := storetest.LoadAll(t.Context(), s, numbered(2)); err != nil { // the same rows
		t.Fatal(err)
	}
	want, err := record.Generation(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if got, err := s.Copy(t.Context(), record); err != nil || !cmp.Equal(got, want) {
		t.Errorf("%v, generation of the copy (-want +got):\n%s", err, cmp.Diff(want, got))
	}
	if got, err := s.Generation(t.Context()); err != nil || !cmp.Equal(got, want) {
		t.Errorf("%v, generation afterwards (-want +got):\n%s", err, cmp.Diff(want, got))
	}
}

// loadedWhileDumped takes a load in the middle of a dump.
type loadedWhileDumped struct{ *memory.Store }

func (l loadedWhileDumped) Dump(ctx context.Context, visit func(ecosystem.Graph) error) error {
	if err := l.Store.Dump(ctx, visit); err != nil {
		return err
	}
	_, _, err := storetest.LoadAll(ctx, l.Store, numbered(9))
	return err
}

func TestCopyThatALoadOvertakes(t *testing.T) {
	record, s := open(t), open(t)
	if _, _, err := storetest.LoadAll(t.Context(), record, numbered(1)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Copy(t.Context(), loadedWhileDumped{record}); ecosystem.CodeOf(err) != ecosystem.CodeBusy {
		t.Errorf("%v, want BUSY", err)
	}
	if g, err := s.Generation(t.Context()); err != nil || g.Number != 0 {
		t.Errorf("generation %d, %v: something was replaced", g.Number, err)
	}
	if _, err := s.Copy(t.Context(), record); err != nil {
		t.Errorf("the next copy: %v", err)
	}
}
