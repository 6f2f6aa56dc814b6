package transport

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/apierror"
	"github.com/innograph/innograph/graph/operation"
	"github.com/innograph/innograph/graph/trusted"
	"github.com/innograph/innograph/store"
)

// Config is what a transport needs.
type Config struct {
	// Generation tells which data answer; entity tags are bound to it.
	Generation func(context.Context) (store.Generation, error)
	// Build is what answers depend on besides the data: program and settings; nil:
	// nothing.
	Build         func() string
	Concurrent    int // requests executed at once; zero: any number
	ResponseBytes int // data of one answer; zero: any size
	// Documents finds the texts of documents; nil: requests bring them along.
	Documents *trusted.Finder
	// RequestBytes is how long a body may be, which the server around enforces.
	RequestBytes int64
	// Observe is told of each request; nil: nobody looks.
	Observe operation.Observer
	Shares  Shares // what requests take together
}

// Transport answers requests by GET and POST. It takes every request that it is
// given, so that it must be the last transport of a server.
type Transport struct {
	Config
	pools pools
}

// New makes a transport.
func New(c Config) Transport {
	if c.Documents == nil {
		c.Documents = trusted.NewFinder(trusted.Config{})
	}
	if c.Build == nil {
		c.Build = func() string { return "" }
	}
	return Transport{Config: c, pools: newPools(c)}
}

var _ graphql.Transport = Transport{}

// Supports takes every request; what is no GraphQL request is refused with words.
func (t Transport) Supports(*http.Request) bool { return true }

// Do answers one request. A panic outside of resolvers, whose panics gqlgen
// catches, becomes a coded error as well.
func (t Transport) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	op, r, done := t.observe(r)
	defer done()
	held := t.holding(r.Context())
	defer held.leave()
	a := answerer{writer: w, request: r, exec: exec, most: t.ResponseBytes, op: op, held: held}
	defer func() {
		if cause := recover(); cause != nil {
			a.refuse(&refusal{http.StatusInternalServerError, apierror.FromPanic(cause)})
		}
	}()
	w.Header().Add("Vary", "Accept")
	w.Header().Set("Cache-Control", "no-store")
	mediaType, ok := negotiate(r.Header.Values("Accept"))
	a.mediaType = mediaType
	if !ok {
		a.refuse(notAcceptable())
		return
	}
	r.Body = held.body(r)
	params, refused := t.read(w, r, held.begin)
	if refused != nil {
		a.refuse(refused)
		return
	}
	tag := ""
	if r.Method == http.MethodGet {
		tag = t.tag(r.Context(), mediaType, params)
		if matches(r.Header.Values("If-None-Match"), tag) {
			a.notModified(tag)
			return
		}
	}
	a.execute(params, tag)
}

// answerer answers one request.
type answerer struct {
	writer    http.ResponseWriter
	request   *http.Request
	exec      graphql.GraphExecutor
	mediaType string
	most      int // bytes of data; zero: any number
	op        *operation.Operation
	held      *holding
}

// execute runs the operation that a request asks for.
func (a answerer) execute(params *graphql.RawParams, tag string) {
	ctx, moment := withMoment(a.request.Context())
	op, errs := a.exec.CreateOperationContext(ctx, params)
	a.read(params, op)
	if len(errs) > 0 {
		a.writeRefused(a.exec.DispatchError(graphql.WithOperationContext(ctx, op), errs))
		return
	}
	if a.request.Method == http.MethodGet && op.Operation.Operation != ast.Query {
		a.writer.Header().Set("Allow", http.MethodPost)
		a.refuse(&refusal{http.StatusMethodNotAllowed, badInput("GET is for queries only: send this operation by POST")})
		return
	}
	a.held.leaveCPU()
	if refused := a.held.execution(a.op.Cost); refused != nil {
		a.refuse(refused)
		return
	}
	a.op.Executed = true
	next, ctx := a.exec.DispatchOperation(ctx, op)
	response := next(ctx)
	a.held.leaveWork()   // a client that reads slowly keeps nobody from executing
	if response == nil { // gqlgen's word for: the time is over
		a.refuse(&refusal{0, ctx.Err()})
		return
	}
	if refusedWhole(response) {
		a.writeRefused(response)
		return
	}
	if a.most > 0 && len(response.Data) > a.most {
		a.refuse(&refusal{0, ecosystem.Errorf(apierror.CodeResponseLimit, "the answer has %d bytes of data, at most %d are sent: ask for smaller pages or fewer fields", len(response.Data), a.most)})
		return
	}
	if tag != "" && len(response.Errors) == 0 && !moment.Load() {
		a.cacheable(tag)
	}
	a.answered(response.Errors)
	body, err := encode(response)
	a.write(http.StatusOK, body, err)
}

// refuse answers without executing anything.
func (a answerer) refuse(f *refusal) {
	if ecosystem.CodeOf(f.err) == apierror.CodeOverloaded {
		a.writer.Header().Set("Retry-After", retryAfter)
	}
	if a.mediaType == "" {
		a.mediaType = applicationJSON
	}
	response := a.exec.DispatchError(a.request.Context(), gqlerror.List{gqlerror.Wrap(f.err)})
	if f.status == 0 {
		a.writeRefused(response)
		return
	}
	a.writeError(f.status, response)
}

// requestError is a response to what was not executed: it has no data at all,
// while a failed execution has "data": null.
type requestError struct {
	Errors     gqlerror.List  `json:"errors"`
	Extensions map[string]any `json:"extensions,omitempty"`
}

func (a answerer) writeError(status int, r *graphql.Response) {
	a.answered(r.Errors)
	body, err := encodeAny(requestError{r.Errors, r.Extensions})
	a.write(status, body, err)
}

// write sends what was encoded as a whole, so that a failure can still get its status.
func (a answerer) write(status int, body []byte, err error) {
	if err != nil {
		panic(err) // answered by Do
	}
	if !a.held.bytes(len(body)) {
		a.writer.Header().Del("ETag")
		a.writer.Header().Set("Cache-Control", "no-store")
		a.refuse(busy()) // shorter than what asks for a share
		return
	}
	a.op.Bytes = len(body)
	a.writer.Header().Set("Content-Type", a.mediaType+"; charset=utf-8")
	a.writer.WriteHeader(status)
	_, _ = a.writer.Write(body) // the client may have gone
}
