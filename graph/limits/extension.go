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

// Extension enforces the limits on every document.
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
	if _, ok := e.known.Get(ctx, request.Query); ok {
		return nil
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: request.Query}, e.limits.Tokens)
	if err == nil {
		if refused := e.limits.checkShape(doc); refused != nil {
			return refused
		}
		return e.limits.checkRepeats(doc)
	}
	if strings.Contains(err.Error(), "exceeded token limit") { // gqlparser has no type for it
		return refuse(nil, apierror.CodeTokenLimit, "the document has more than %d tokens", e.limits.Tokens)
	}
	return nil // gqlgen parses it again and tells what is wrong with it
}

// MutateOperationContext checks variables, page sizes and cost.
func (e *Extension) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	if err := checkVariables(e.schema, op.Operation, op.Variables); err != nil {
		return err
	}
	return e.limits.checkCost(e.schema, op.Operation, op.Variables)
}

func refuse(at *ast.Position, code ecosystem.Code, format string, args ...any) *gqlerror.Error {
	err := gqlerror.Errorf(format, args...)
	if at != nil {
		err.Locations = []gqlerror.Location{{Line: at.Line, Column: at.Column}}
	}
	err.Extensions = map[string]any{"code": string(code)}
	return err
}
