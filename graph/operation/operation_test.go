package operation

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestJoin(t *testing.T) {
	if Join() != nil || Join(nil, nil) != nil {
		t.Error("observers were made of none")
	}
	type key string
	var steps []string
	watch := func(name string) Observer {
		return func(ctx context.Context, op *Operation) (context.Context, func()) {
			steps = append(steps, name+" "+op.Name)
			return context.WithValue(ctx, key(name), true), func() { steps = append(steps, name+" done "+op.Name) }
		}
	}
	op := &Operation{Name: "before"}
	ctx, done := Join(watch("a"), nil, watch("b"), watch("c"))(t.Context(), op)
	for _, name := range []key{"a", "b", "c"} {
		if ctx.Value(name) == nil {
			t.Errorf("the context of %s is lost", name)
		}
	}
	op.Name = "after"
	done()
	want := []string{"a before", "b before", "c before", "c done after", "b done after", "a done after"}
	if diff := cmp.Diff(want, steps); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
