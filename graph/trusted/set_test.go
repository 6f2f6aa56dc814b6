package trusted_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/trusted"
)

func TestOperations(t *testing.T) {
	field := "{ number }"
	set, err := trusted.NewSet(testSchema(t), limits.Default().Check,
		trusted.Document{ID: "1", Text: "query Two " + field + " query One " + field},
		trusted.Document{ID: "2", Text: "query One " + field}, trusted.Document{ID: "3", Text: field})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"One", "Two"}, set.Operations()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var none *trusted.Set
	if got := none.Operations(); got != nil {
		t.Errorf("of no set: %q", got)
	}
}
