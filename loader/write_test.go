package loader_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/store"
)

// recorder is a writer that keeps what it is given.
type recorder struct {
	size      store.Size
	parts     []ecosystem.Graph
	failAt    int // the part that is refused; 0: none
	committed bool
	closed    error // of the context with which Close was called
	closings  int
}

func (r *recorder) Begin(_ context.Context, size store.Size) (store.Load, error) {
	r.size = size
	return r, nil
}

func (r *recorder) Apply(_ context.Context, part ecosystem.Graph) error {
	if r.parts = append(r.parts, part); len(r.parts) == r.failAt {
		return ecosystem.Errorf(ecosystem.CodeUnavailable, "the store does not answer")
	}
	return nil
}

func (r *recorder) Commit(context.Context) (store.Generation, store.Changes, error) {
	r.committed = true
	return store.Generation{Number: 7}, store.Changes{Entities: store.Delta{Created: 1}}, nil
}

func (r *recorder) Close(ctx context.Context) error {
	r.closings++
	r.closed = ctx.Err()
	return nil
}

func bigGraph() ecosystem.Graph {
	var g ecosystem.Graph
	for i := range 12000 {
		g.Entities = append(g.Entities, ecosystem.Entity{ID: fmt.Sprintf("org:%05d", i)})
		g.Relations = append(g.Relations, ecosystem.Relation{ID: fmt.Sprintf("rel:%05d", i)})
	}
	g.Documents = []ecosystem.Document{{ID: "doc:a"}}
	return g
}

func TestWriteInBoundedParts(t *testing.T) {
	g := bigGraph()
	var r recorder
	var progress []int
	generation, changes, err := loader.Write(t.Context(), &r, g, func(_ loader.Phase, done, total int) {
		if total != 24001 {
			t.Errorf("the total is %d, want 24001", total)
		}
		progress = append(progress, done)
	})
	if err != nil || generation.Number != 7 || changes.Entities.Created != 1 || !r.committed || r.closings != 1 {
		t.Errorf("Write = %+v, %+v, %v; load %v %d", generation, changes, err, r.committed, r.closings)
	}
	if want := (store.Size{Documents: 1, Entities: 12000, Relations: 12000}); r.size != want {
		t.Errorf("announced %+v, want %+v", r.size, want)
	}
	if diff := cmp.Diff([]int{1, 5001, 10001, 12001, 17001, 22001, 24001}, progress); diff != "" {
		t.Errorf("progress (-want +got):\n%s", diff)
	}
	var got ecosystem.Graph
	for _, part := range r.parts {
		if len(part.Entities) > 0 && len(got.Relations) > 0 {
			t.Error("entities come after relations")
		}
		got.Documents = append(got.Documents, part.Documents...)
		got.Entities = append(got.Entities, part.Entities...)
		got.Relations = append(got.Relations, part.Relations...)
	}
	if diff := cmp.Diff(g, got); diff != "" {
		t.Errorf("the parts are not the whole:\n%s", diff)
	}
}

func TestWriteThatFails(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	r := recorder{failAt: 3}
	_, _, err := loader.Write(ctx, &r, bigGraph(), func(loader.Phase, int, int) { cancel() })
	if ecosystem.CodeOf(err) != ecosystem.CodeUnavailable {
		t.Errorf("code of %v is %s, want UNAVAILABLE", err, ecosystem.CodeOf(err))
	}
	if r.committed || r.closings != 1 || r.closed != nil {
		t.Errorf("committed %v, closed %d times with a context of error %v; want no commit and one close with a context that is not over", r.committed, r.closings, r.closed)
	}
}

func TestWriteWhileAnotherLoadRuns(t *testing.T) {
	_, _, err := loader.Write(t.Context(), busy{}, ecosystem.Graph{}, nil)
	if ecosystem.CodeOf(err) != ecosystem.CodeBusy {
		t.Errorf("code of %v is %s, want BUSY", err, ecosystem.CodeOf(err))
	}
}

type busy struct{}

func (busy) Begin(context.Context, store.Size) (store.Load, error) {
	return nil, ecosystem.Errorf(ecosystem.CodeBusy, "another load is running")
}

func TestReadWithoutSources(t *testing.T) {
	if _, err := loader.Read(); ecosystem.CodeOf(err) != ecosystem.CodeBadInput {
		t.Errorf("reading nothing gives %v, want BAD_INPUT", err)
	}
	var problems *table.Problems
	if _, err := loader.Read(folder(nil)); !errors.As(err, &problems) {
		t.Errorf("an empty folder gives %v", err)
	}
}
