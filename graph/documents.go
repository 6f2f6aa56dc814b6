package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/innograph/innograph/graph/generated"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/trusted"
)

// documents keeps parsed and validated documents. Both bounds together keep the
// memory small that a stranger can fill: a parsed document takes some hundred times
// the room of its text.
// Trusted documents are not counted: they stay.
type documents struct {
	*lru.LRU[*ast.QueryDocument]
	trusted *trusted.Set
}

const (
	keptDocuments = 200
	longestKept   = 8 << 10 // bytes of text
)

func newDocuments(t *trusted.Set) documents {
	return documents{lru.New[*ast.QueryDocument](keptDocuments), t}
}

// Get finds a document by its text.
func (d documents) Get(ctx context.Context, text string) (*ast.QueryDocument, bool) {
	if doc, known := d.trusted.Parsed(text); known {
		return doc, true
	}
	return d.LRU.Get(ctx, text)
}

// Add keeps a document unless it is long.
func (d documents) Add(ctx context.Context, text string, doc *ast.QueryDocument) {
	if len(text) <= longestKept {
		d.LRU.Add(ctx, text, doc)
	}
}

// ReadTrusted reads manifests of trusted documents for a handler with these limits, and
// adds own. BAD_INPUT: names each file and document that is not fit to be served.
func ReadTrusted(l limits.Limits, own []trusted.Document, files ...string) (*trusted.Set, error) {
	return trusted.Read(generated.NewExecutableSchema(generated.Config{}).Schema(), l.Check, own, files...)
}

// CheckTrusted tells which of the documents ReadTrusted would refuse, one line each.
func CheckTrusted(l limits.Limits, documents ...trusted.Document) error {
	_, err := trusted.NewSet(generated.NewExecutableSchema(generated.Config{}).Schema(), l.Check, documents...)
	return err
}
