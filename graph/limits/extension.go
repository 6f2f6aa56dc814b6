package limits

import (
	"context"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/apierror"
)

// Extension enforces the limits on every document and tells what it costs.
type Extension struct {
	limits Limits
	known  graphql.Cache[*ast.QueryDocument]
	schema *ast.Schema
}

// NewExtension makes the extension. Documents that known holds were checked and
// validated before; the server adds to it.
func NewExtension(limits Limits, known graphql.Cache[*ast.QueryDocument]) *Extension {
	return &Extension{limits: limits, known: known}
}

// ExtensionName names the extension.
func (e *Extension) ExtensionName() string { return "Limits" }

// Validate takes the schema; gqlgen calls it once.
func (e *Extension) Validate(schema graphql.ExecutableSchema) error {
	e.schema = schema.Schema()
	return nil
}

// MutateOperationParameters checks tokens, depth, aliases and repetitions. It runs
// before validation, which itself is costly for documents made to be so.
func (e *Extension) MutateOperationParameters(ctx context.Context, request *graphql.RawParams) *gqlerror.Error {
	asked, refused := readAsked(request.Extensions)
	if refused != nil {
		return refused
	}
	doc, known := e.known.Get(ctx, request.Query)
	if !known {
		doc, refused = e.limits.Check(request.Query)
	}
	if asked != notAsked {
		note(ctx, e.limits.shapeCost(request.Query, doc))
	}
	if refused != nil && refused.Extensions["code"] == string(apierror.CodeParseFailed) {
		return nil // gqlgen parses it again and tells the same
	}
	return refused
}

// Check parses a document and refuses one with too many tokens, aliases or levels,
// or with too many repetitions. The document, which need not be valid, is nil when
// it could not be read.
func (l Limits) Check(text string) (*ast.QueryDocument, *gqlerror.Error) {
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: text}, l.Tokens)
	switch {
	case err == nil:
	case strings.Contains(err.Error(), "exceeded token limit"): // gqlparser has no type for it
		return nil, refuse(nil, apierror.CodeTokenLimit, "the document has more than %d tokens; ask for less in one document", l.Tokens)
	default:
		refused := gqlerror.WrapIfUnwrapped(err)
		refused.Extensions = map[string]any{"code": string(apierror.CodeParseFailed)}
		return nil, refused
	}
	if refused := l.checkShape(doc); refused != nil {
		return doc, refused
	}
	return doc, l.checkRepeats(doc)
}

// MutateOperationContext checks variables, page sizes and cost.
func (e *Extension) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	if err := checkVariables(e.schema, op.Operation, op.Variables); err != nil {
		return err
	}
	cost, err := e.limits.price(e.schema, op.Operation, op.Variables)
	if err != nil {
		return err
	}
	op.Stats.SetExtension(priceKey, cost)
	if noted := costOf(op); noted != nil {
		noted.Complexity = &Measure{cost, e.limits.Complexity}
	}
	return e.limits.checkCost(op.Operation, cost)
}

const priceKey = "innograph price"

// PriceOf is what an operation may cost at most, also one that was refused for it; 0
// for one that was refused before that was known.
func PriceOf(op *graphql.OperationContext) int {
	cost, _ := op.Stats.GetExtension(priceKey).(int)
	return cost
}

func refuse(at *ast.Position, code ecosystem.Code, format string, args ...any) *gqlerror.Error {
	err := gqlerror.Errorf(format, args...)
	if at != nil {
		err.Locations = []gqlerror.Location{{Line: at.Line, Column: at.Column}}
	}
	err.Extensions = map[string]any{"code": string(code)}
	return err
}
