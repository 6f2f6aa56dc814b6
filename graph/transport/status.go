package transport

import (
	"net/http"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/apierror"
)

// writeRefused answers a well-formed request that was not executed.
func (a answerer) writeRefused(r *graphql.Response) {
	a.writeError(statusOf(a.mediaType, codeOf(r.Errors[0])), r)
}

// statusOf is the status of a well-formed request that was not executed. Clients
// that ask for application/json expect 200 for what they can mend themselves; what
// is the server's, proxies must see too.
func statusOf(mediaType string, code ecosystem.Code) int {
	status := apierror.Status(code)
	if mediaType != graphqlResponse && status < http.StatusInternalServerError {
		return http.StatusOK
	}
	return status
}

// refusedWhole tells an answer that holds nothing but refusals: an argument out of
// its limits or a stale cursor is found when the resolver looks at it, before it
// asks the store, and where that leaves no data, the request as a whole was
// refused. The same goes for one whose time was over before there were any data.
func refusedWhole(r *graphql.Response) bool {
	return len(r.Errors) > 0 && string(r.Data) == "null" && !slices.ContainsFunc(r.Errors, func(e *gqlerror.Error) bool {
		code := codeOf(e)
		return code != ecosystem.CodeTimeout && apierror.Status(code) >= http.StatusInternalServerError
	})
}

// codeOf is the code of an error as it was presented.
func codeOf(e *gqlerror.Error) ecosystem.Code {
	code, _ := e.Extensions["code"].(string)
	return ecosystem.Code(code)
}
