package transport

import (
	"context"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	gqlgen "github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/coder/websocket"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/innograph/innograph/graph/apierror"
	"github.com/innograph/innograph/graph/operation"
)

// WebSocket answers subscriptions by the protocol graphql-transport-ws (npm
// graphql-ws), by gqlgen's transport. The older protocol graphql-ws is not spoken.
type WebSocket struct{ StreamConfig }

var _ graphql.Transport = WebSocket{}

const (
	subprotocol = "graphql-transport-ws"
	// messageBytes bounds a message of a client: a document and its variables.
	messageBytes = 64 << 10
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
	limit := int64(messageBytes)
	gqlgen.Websocket{
		Implementation: accepted{socket, ctx}, InitTimeout: initTime, PingPongInterval: s.Ping, PayloadReadLimit: &limit,
	}.Do(w, r.WithContext(ctx), sharing{exec, s.queries})
}

// sharing lets each document of a connection take its share of what is checked at
// once. What is executed needs none: it is nothing but a look at the generation.
type sharing struct {
	graphql.GraphExecutor
	queries Transport
}

func (s sharing) CreateOperationContext(ctx context.Context, params *graphql.RawParams) (*graphql.OperationContext, gqlerror.List) {
	held := s.queries.holding(ctx)
	defer held.leave()
	if !held.begin() {
		err := gqlerror.Wrap(busy().err)
		err.Extensions = map[string]any{"code": string(apierror.CodeOverloaded)}
		return &graphql.OperationContext{RawQuery: params.Query}, gqlerror.List{err}
	}
	return s.GraphExecutor.CreateOperationContext(ctx, params)
}

// accepted hands a connection to gqlgen's transport, which would log and answer a
// second time what keeps it from accepting one itself.
type accepted struct {
	socket gqlgen.WebsocketConn
	ctx    context.Context //nolint:containedctx // of the one connection
}

func (a accepted) Accept(http.ResponseWriter, *http.Request, gqlgen.WebsocketAcceptOptions) (gqlgen.WebsocketConn, error) {
	limiter, _ := a.socket.(gqlgen.WebsocketReadLimiter)
	deadliner, _ := a.socket.(gqlgen.WebsocketReadDeadliner)
	return leaving{a.socket, limiter, deadliner, a.ctx}, nil
}

// leaving tells clients of a server that stops, so that they come back.
type leaving struct {
	gqlgen.WebsocketConn
	gqlgen.WebsocketReadLimiter
	gqlgen.WebsocketReadDeadliner
	ctx context.Context //nolint:containedctx // of the one connection
}

// WriteClose says why a connection ends.
func (l leaving) WriteClose(code int, message string) error {
	if code == gqlgen.WebsocketCloseNormalClosure && l.ctx.Err() != nil {
		code, message = int(websocket.StatusGoingAway), "the server is stopping"
	}
	return l.WebsocketConn.WriteClose(code, message)
}
