package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
)

// documents keeps parsed and validated documents. Both bounds together keep the
// memory small that a stranger can fill: a parsed document takes some hundred times
// the room of its text.
type documents struct{ *lru.LRU[*ast.QueryDocument] }

const (
	keptDocuments = 200
	longestKept   = 8 << 10 // bytes of text
)

func newDocuments() documents { return documents{lru.New[*ast.QueryDocument](keptDocuments)} }

// Add keeps a document unless it is long.
func (d documents) Add(ctx context.Context, text string, doc *ast.QueryDocument) {
	if len(text) <= longestKept {
		d.LRU.Add(ctx, text, doc)
	}
}
