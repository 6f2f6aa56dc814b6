package limits

import (
	"context"
	"math"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/lexer"

	"github.com/innograph/innograph/ecosystem"
)

// Cost is what extensions.cost of an answer tells: what a document asks for, and
// how much of it is allowed. What could not be counted, because the document was
// refused before, is left out.
type Cost struct {
	Complexity *Measure `json:"complexity,omitempty"`
	Depth      *Measure `json:"depth,omitempty"`
	Aliases    *Measure `json:"aliases,omitempty"`
	Tokens     *Measure `json:"tokens,omitempty"`
}

// Measure is one side of a cost.
type Measure struct {
	Requested int `json:"requested"`
	Limit     int `json:"limit"`
}

// extensionName is the member of extensions by which clients ask for the cost and
// get it.
const extensionName = "cost"

// asked is what a request wants to know of its cost.
type asked int

const (
	notAsked asked = iota
	askedToo       // beside the answer
	askedDry       // instead of it
)

func readAsked(extensions map[string]any) (asked, *gqlerror.Error) {
	switch extensions[extensionName] {
	case nil, false:
		return notAsked, nil
	case true:
		return askedToo, nil
	case "dry":
		return askedDry, nil
	default:
		return notAsked, refuse(nil, ecosystem.CodeBadInput, `extensions.cost must be true, to get the cost with the answer, or "dry", to get it without executing anything`)
	}
}

// shapeCost tells what can be known of a document before it is validated; doc is
// nil when it cannot be read.
func (l Limits) shapeCost(text string, doc *ast.QueryDocument) *Cost {
	cost := &Cost{Tokens: &Measure{tokens(text), l.Tokens}}
	if doc == nil {
		return cost
	}
	cost.Depth, cost.Aliases = &Measure{0, l.Depth}, &Measure{0, l.Aliases}
	for _, op := range doc.Operations {
		s := shapeOf(doc, op)
		cost.Depth.Requested = max(cost.Depth.Requested, s.depth)
		cost.Aliases.Requested = max(cost.Aliases.Requested, s.aliases)
	}
	return cost
}

// tokens counts the tokens of a text up to the first that is none.
func tokens(text string) int {
	lex := lexer.New(&ast.Source{Input: text})
	for n := range math.MaxInt {
		token, err := lex.ReadToken()
		if err != nil || token.Kind == lexer.EOF {
			return n
		}
	}
	return math.MaxInt
}

// note keeps the cost of an operation for its answer.
func note(ctx context.Context, cost *Cost) {
	graphql.GetOperationContext(ctx).Stats.SetExtension(extensionName, cost)
}

// costOf is the cost that the answer to an operation shall tell; nil: none.
func costOf(op *graphql.OperationContext) *Cost {
	cost, _ := op.Stats.GetExtension(extensionName).(*Cost)
	return cost
}

// InterceptOperation answers with the cost alone where no more is asked for.
func (e *Extension) InterceptOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx)
	if op.Extensions[extensionName] != "dry" {
		return next(ctx)
	}
	return graphql.OneShot(&graphql.Response{Data: []byte("null"), Extensions: map[string]any{extensionName: costOf(op)}})
}

// InterceptResponse tells the cost beside the answer, or beside what was refused.
func (e *Extension) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	if graphql.HasOperationContext(ctx) {
		if cost := costOf(graphql.GetOperationContext(ctx)); cost != nil {
			graphql.RegisterExtension(ctx, extensionName, cost)
		}
	}
	return next(ctx)
}
