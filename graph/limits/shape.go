package limits

import (
	"math"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/innograph/innograph/graph/apierror"
)

// shape is how deep a selection is nested and how many aliases it has, once all
// fragments are put in.
type shape struct{ depth, aliases int }

// checkShape refuses documents that are nested too deep or have too many
// aliases. The document need not be valid.
func (l Limits) checkShape(doc *ast.QueryDocument) *gqlerror.Error {
	for _, op := range doc.Operations {
		total := shapeOf(doc, op)
		switch {
		case total.depth > l.Depth:
			return refuse(op.Position, apierror.CodeDepthLimit, "the document is nested %d deep, at most %d are allowed (edges, node and nodes do not count)", total.depth, l.Depth)
		case total.aliases > l.Aliases:
			return refuse(op.Position, apierror.CodeAliasLimit, "the document uses %d aliases, at most %d are allowed", total.aliases, l.Aliases)
		}
	}
	return nil
}

func shapeOf(doc *ast.QueryDocument, op *ast.OperationDefinition) shape {
	s := shaper{fragments: doc.Fragments, known: map[string]shape{}}
	return s.selection(op.SelectionSet)
}

type shaper struct {
	fragments ast.FragmentDefinitionList
	known     map[string]shape // per fragment; an entry without content while it is being looked at
}

func (s shaper) selection(set ast.SelectionSet) (total shape) {
	for _, selection := range set {
		var part shape
		switch selection := selection.(type) {
		case *ast.Field:
			part = s.field(selection)
		case *ast.InlineFragment:
			part = s.selection(selection.SelectionSet)
		case *ast.FragmentSpread:
			part = s.fragment(selection.Name)
		}
		total.depth = max(total.depth, part.depth)
		total.aliases = add(total.aliases, part.aliases)
	}
	return total
}

func (s shaper) field(f *ast.Field) shape {
	inner := s.selection(f.SelectionSet)
	switch {
	case strings.HasPrefix(f.Name, "__"):
		inner.depth = 0 // the depth of introspection is bounded by the validator
	case !isWrapper(f.Name):
		inner.depth++
	}
	if f.Alias != f.Name {
		inner.aliases = add(inner.aliases, 1)
	}
	return inner
}

// fragment looks at each fragment once. A fragment within itself counts as
// nothing: the validator refuses such documents.
func (s shaper) fragment(name string) shape {
	if known, ok := s.known[name]; ok {
		return known
	}
	s.known[name] = shape{}
	if f := s.fragments.ForName(name); f != nil {
		s.known[name] = s.selection(f.SelectionSet)
	}
	return s.known[name]
}

// isWrapper tells the fields that only wrap the rows of a connection.
func isWrapper(field string) bool {
	return field == "edges" || field == "node" || field == "nodes"
}

// add and multiply stop at the greatest number instead of wrapping around.
func add(a, b int) int {
	if a > math.MaxInt-b {
		return math.MaxInt
	}
	return a + b
}

func multiply(a, b int) int {
	if b != 0 && a > math.MaxInt/b {
		return math.MaxInt
	}
	return a * b
}
