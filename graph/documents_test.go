package graph

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

func TestDocumentsAreKeptUnlessLong(t *testing.T) {
	d := newDocuments()
	for text, want := range map[string]bool{"{ __typename }": true, strings.Repeat(" ", longestKept): true, strings.Repeat(" ", longestKept+1): false} {
		d.Add(t.Context(), text, &ast.QueryDocument{})
		if _, kept := d.Get(t.Context(), text); kept != want {
			t.Errorf("a document of %d bytes: kept is %v, want %v", len(text), kept, want)
		}
	}
}
