package transport

import (
	"net/http"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/operation"
)

// observe tells the observer of a request, which goes on in the observer's context.
func (t Transport) observe(r *http.Request) (op *operation.Operation, within *http.Request, done func()) {
	op = &operation.Operation{}
	if t.Observe == nil {
		return op, r, func() {}
	}
	ctx, done := t.Observe(r.Context(), op)
	return op, r.WithContext(ctx), done
}

// read notes what the checks of a document found out about it.
func (a answerer) read(params *graphql.RawParams, found *graphql.OperationContext) {
	a.op.Document = params.Query
	a.op.Cost = limits.PriceOf(found)
	if found.Operation != nil {
		a.op.Name, a.op.Type = found.Operation.Name, string(found.Operation.Operation)
	}
}

// answered notes the codes of the errors of an answer.
func (a answerer) answered(errs gqlerror.List) {
	a.op.Codes = nil // a panic on the way may have made another answer of it
	for _, err := range errs {
		if code := codeOf(err); code != "" && !slices.Contains(a.op.Codes, code) {
			a.op.Codes = append(a.op.Codes, code)
		}
	}
}
