package graph

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/innograph/innograph/graph/generated"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/trusted"
)

func TestDocumentsAreKeptUnlessLong(t *testing.T) {
	d := newDocuments(nil)
	for text, want := range map[string]bool{"{ __typename }": true, strings.Repeat(" ", longestKept): true, strings.Repeat(" ", longestKept+1): false} {
		d.Add(t.Context(), text, &ast.QueryDocument{})
		if _, kept := d.Get(t.Context(), text); kept != want {
			t.Errorf("a document of %d bytes: kept is %v, want %v", len(text), kept, want)
		}
	}
}

// TestTrustedDocumentsStay adds so many others that all before must go.
func TestTrustedDocumentsStay(t *testing.T) {
	const text, other = "{ __typename }", "{ generation { number } }"
	set, err := trusted.NewSet(generated.NewExecutableSchema(generated.Config{}).Schema(), limits.Default().Check, trusted.Document{ID: "a", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	d := newDocuments(set)
	d.Add(t.Context(), other, &ast.QueryDocument{})
	for i := range keptDocuments {
		d.Add(t.Context(), strings.Repeat(" ", i), &ast.QueryDocument{})
	}
	if _, kept := d.Get(t.Context(), other); kept {
		t.Error("the first of too many documents is still there")
	}
	if doc, kept := d.Get(t.Context(), text); !kept || len(doc.Operations) != 1 {
		t.Error("the trusted document is gone")
	}
}
