package trusted_test

import (
	"testing"

	"github.com/99designs/gqlgen/graphql"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/apierror"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/trusted"
)

// TestGuard sends texts on ways that do not ask the finder for them.
func TestGuard(t *testing.T) {
	set, err := trusted.NewSet(testSchema(t), limits.Default().Check, trusted.Document{ID: "n", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		config trusted.Config
		text   string
		want   ecosystem.Code
	}{
		"a trusted text":                   {trusted.Config{Set: set, Only: true}, text, ""},
		"the same with a blank":            {trusted.Config{Set: set, Only: true}, text + " ", apierror.CodeDocumentsOnly},
		"any text beside the trusted ones": {trusted.Config{Set: set}, "{ number }", ""},
		"any text":                         {trusted.Config{}, "{ number }", ""},
		"any text where none is trusted":   {trusted.Config{Only: true}, text, apierror.CodeDocumentsOnly},
	} {
		refused := trusted.NewFinder(test.config).MutateOperationParameters(t.Context(), &graphql.RawParams{Query: test.text})
		got := ecosystem.Code("")
		if refused != nil {
			got = ecosystem.CodeOf(refused)
		}
		if got != test.want {
			t.Errorf("%s: code %q, want %q", name, got, test.want)
		}
	}
}
