package transport

import (
	"context"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	gqlgen "github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/coder/websocket"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"golang.org/x/time/rate"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/operation"
)

// WebSocket answers subscriptions by the protocol graphql-transport-ws (npm
// graphql-ws), by gqlgen's transport. The older protocol graphql-ws is not spoken.
type WebSocket struct{ StreamConfig }

var _ graphql.Transport = WebSocket{}

const (
	subprotocol = "graphql-transport-ws"
	// initTime is how long a client may take for its first message.
	initTime = 10 * time.Second
)

// Supports takes requests that ask for a WebSocket.
func (WebSocket) Supports(r *http.Request) bool { return upgrades(r) }

// Do serves one connection, which may hold several subscriptions.
func (s WebSocket) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	a := s.answerer(w, r, exec, &operation.Operation{})
	w.Header().Set("Cache-Control", "no-store")
	if !names(r.Header.Values("Sec-WebSocket-Protocol"), subprotocol) {
		a.refuse(badRequest("the WebSocket must offer the subprotocol " + subprotocol + " (npm graphql-ws speaks it)"))
		return
	}
	ctx, leave, refused := s.enter(r)
	if refused != nil {
		w.Header().Set("Retry-After", retryAfter)
		a.refuse(refused)
		return
	}
	defer leave()
	// Where pages may come from is for the server in front to say, see Streams.
	socket, err := gqlgen.CoderWebsocketImplementation{AcceptOptions: websocket.AcceptOptions{InsecureSkipVerify: true}}.
		Accept(w, r, gqlgen.WebsocketAcceptOptions{Subprotocols: []string{subprotocol}})
	if err != nil { // and answered
		return
	}
	limit := int64(s.Messages.Bytes)
	gqlgen.Websocket{
		Implementation: accepted{socket, ctx, s.Messages.pace()}, InitTimeout: initTime, PingPongInterval: s.Ping, PayloadReadLimit: &limit,
	}.Do(w, r.WithContext(ctx), sharing{exec, s.queries})
}

// sharing lets each document of a connection count and take shares as a request does:
// of what is checked at once, and of what is executed until its first answer is there.
type sharing struct {
	graphql.GraphExecutor
	queries Transport
}

func (s sharing) CreateOperationContext(ctx context.Context, params *graphql.RawParams) (*graphql.OperationContext, gqlerror.List) {
	refused := func(err error) (*graphql.OperationContext, gqlerror.List) {
		return &graphql.OperationContext{RawQuery: params.Query}, coded(err)
	}
	if again := s.queries.Shares.Again; again != nil {
		if err := again(ctx); err != nil {
			return refused(err)
		}
	}
	held := s.queries.holding(ctx)
	defer held.leave()
	if !held.begin() {
		return refused(busy().err)
	}
	return s.GraphExecutor.CreateOperationContext(ctx, params)
}

// DispatchOperation executes a subscription; what follows the first answer costs next
// to nothing.
func (s sharing) DispatchOperation(ctx context.Context, op *graphql.OperationContext) (graphql.ResponseHandler, context.Context) {
	held := s.queries.holding(ctx)
	if refused := held.execution(limits.PriceOf(op)); refused != nil {
		held.leave()
		return graphql.OneShot(&graphql.Response{Errors: coded(refused.err)}), ctx
	}
	leave := sync.OnceFunc(held.leave)
	context.AfterFunc(ctx, leave) // also when nobody asks for the first answer
	next, ctx := s.GraphExecutor.DispatchOperation(ctx, op)
	return func(ctx context.Context) *graphql.Response {
		defer leave()
		return next(ctx)
	}, ctx
}

// coded is an error as gqlgen's transport sends it, which asks no presenter.
func coded(err error) gqlerror.List {
	e := gqlerror.Wrap(err)
	e.Extensions = map[string]any{"code": string(ecosystem.CodeOf(err))}
	return gqlerror.List{e}
}

// accepted hands a connection to gqlgen's transport, which would log and answer a
// second time what keeps it from accepting one itself.
type accepted struct {
	socket gqlgen.WebsocketConn
	ctx    context.Context //nolint:containedctx // of the one connection
	pace   *rate.Limiter
}

func (a accepted) Accept(http.ResponseWriter, *http.Request, gqlgen.WebsocketAcceptOptions) (gqlgen.WebsocketConn, error) {
	limiter, _ := a.socket.(gqlgen.WebsocketReadLimiter)
	deadliner, _ := a.socket.(gqlgen.WebsocketReadDeadliner)
	return conn{a.socket, limiter, deadliner, a.ctx, a.pace}, nil
}

// conn is a connection that reads no faster than is good for the server, and tells
// clients why it ends.
type conn struct {
	gqlgen.WebsocketConn
	gqlgen.WebsocketReadLimiter
	gqlgen.WebsocketReadDeadliner
	ctx  context.Context //nolint:containedctx // of the one connection
	pace *rate.Limiter
}

// NextReader lets a client that sends very many messages of any sort wait; whole
// documents count in its rate beside.
func (c conn) NextReader() (int, io.Reader, error) {
	if err := c.pace.Wait(c.ctx); err != nil {
		return 0, nil, gqlgen.ErrWebsocketClosed
	}
	return c.WebsocketConn.NextReader()
}

// WriteJSON cuts off who does not read what was sent before: gqlgen bounds no write, and
// can neither ping nor close while one waits.
func (c conn) WriteJSON(v any) error {
	cut := time.AfterFunc(eventTime, func() { _ = c.Close() })
	defer cut.Stop()
	return c.WebsocketConn.WriteJSON(v)
}

// Codes of the protocol for clients whose credentials are not accepted; they do not
// come back by themselves.
const (
	closeUnauthorized = 4401
	closeForbidden    = 4403
)

// WriteClose says why a connection ends.
func (c conn) WriteClose(code int, message string) error {
	if code == gqlgen.WebsocketCloseNormalClosure && c.ctx.Err() != nil {
		cause := context.Cause(c.ctx)
		switch ecosystem.CodeOf(cause) {
		case ecosystem.CodeUnauthorized:
			code, message = closeUnauthorized, cause.Error()
		case ecosystem.CodeForbidden:
			code, message = closeForbidden, cause.Error()
		default: // so that they come back
			code, message = int(websocket.StatusGoingAway), "the server is stopping"
		}
	}
	return c.WebsocketConn.WriteClose(code, message)
}
