package transport

import (
	"context"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"golang.org/x/time/rate"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/apierror"
	"github.com/innograph/innograph/graph/operation"
	"github.com/innograph/innograph/graph/watch"
)

// Streams tells the requests whose answer stays open: a WebSocket, or an event
// stream for a client that takes nothing else. The server in front must not bound
// the time of their context, must not hold events back to compress them, must
// refuse pages of other sites (which may open WebSockets without asking), and must
// end their context when it stops.
func Streams(r *http.Request) bool { return upgrades(r) || wantsEvents(r) }

const eventStream = "text/event-stream"

func upgrades(r *http.Request) bool {
	return names(r.Header.Values("Upgrade"), "websocket")
}

func wantsEvents(r *http.Request) bool {
	accept := r.Header.Values("Accept")
	if !names(accept, eventStream) {
		return false
	}
	_, other := negotiate(accept)
	return !other
}

// names tells whether a list in a header has this value, parameters aside.
func names(header []string, value string) bool {
	for part := range strings.SplitSeq(strings.Join(header, ","), ",") {
		name, _, _ := strings.Cut(part, ";")
		if strings.EqualFold(strings.TrimSpace(name), value) {
			return true
		}
	}
	return false
}

// StreamConfig is what the transports of subscriptions need.
type StreamConfig struct {
	// Crowd bounds the connections.
	Crowd *watch.Crowd
	// Messages bounds what comes over a WebSocket.
	Messages Messages
	// Ping is how often a connection is shown to be alive.
	Ping time.Duration

	queries Transport // whose shares documents take, too
}

// Messages bounds the messages of one connection. What comes faster waits in the
// network.
type Messages struct {
	Bytes int // of one: a document and its variables
	Rate  int // a second, after a pause as many as in four seconds at once; zero: any number
}

func (m Messages) pace() *rate.Limiter {
	if m.Rate == 0 {
		return rate.NewLimiter(rate.Inf, 0)
	}
	return rate.NewLimiter(rate.Limit(m.Rate), 4*m.Rate)
}

// NewStreamConfig is shared by both transports; requests are read and checked as
// those of queries are.
func NewStreamConfig(queries Transport, messages Messages, crowd *watch.Crowd) StreamConfig {
	return StreamConfig{Crowd: crowd, Messages: messages, Ping: DefaultPing, queries: queries}
}

// answerer refuses requests for what stays open.
func (c StreamConfig) answerer(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor, op *operation.Operation) answerer {
	return answerer{writer: w, request: r, exec: exec, mediaType: graphqlResponse, op: op, held: c.queries.holding(r.Context())}
}

// DefaultPing is short enough for most proxies, which cut what is silent for a
// minute or half of it.
const DefaultPing = 20 * time.Second

// enter takes a place for a connection, within whose context subscriptions count
// for its client.
func (c StreamConfig) enter(r *http.Request) (ctx context.Context, leave func(), refused *refusal) {
	client := c.clientOf(r)
	leave, err := c.Crowd.Enter(client)
	switch {
	case err == nil:
		return watch.WithClient(context.WithValue(r.Context(), streamKey{}, true), client), leave, nil
	case ecosystem.CodeOf(err) == apierror.CodeOverloaded:
		return nil, nil, &refusal{http.StatusServiceUnavailable, err}
	default:
		return nil, nil, &refusal{http.StatusTooManyRequests, err}
	}
}

func (c StreamConfig) clientOf(r *http.Request) string {
	if of := c.queries.Shares.Client; of != nil {
		return of(r.Context())
	}
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil { // no TCP
		return r.RemoteAddr
	}
	return host
}

type streamKey struct{}

// Fitting is the extension that refuses subscriptions where only one answer can be
// given, and everything else where answers are not bounded as those of queries are.
type Fitting struct{}

var _ graphql.OperationContextMutator = Fitting{}

// ExtensionName names the extension.
func (Fitting) ExtensionName() string { return "Fitting" }

// Validate has nothing to look at.
func (Fitting) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext refuses an operation that does not fit its transport.
func (Fitting) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	streams, _ := ctx.Value(streamKey{}).(bool)
	message := "only subscriptions are answered here: send queries by POST or GET, and accept " + applicationJSON
	if subscribes := op.Operation.Operation == ast.Subscription; subscribes == streams {
		return nil
	} else if subscribes {
		message = "a subscription has many answers: accept " + eventStream + " and nothing else, or use a WebSocket with the subprotocol " + subprotocol
	}
	err := gqlerror.Wrap(badInput(message))
	err.Extensions = map[string]any{"code": string(ecosystem.CodeBadInput)}
	return err
}
