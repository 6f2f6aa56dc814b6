package graph

import (
	"context"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/transport"
	"github.com/innograph/innograph/graph/watch"
	"github.com/innograph/innograph/store"
)

// DefaultWatch is how often a store is asked for its generation.
const DefaultWatch = 2 * time.Second

// Streams tells the requests whose answer stays open: see transport.Streams for
// what the server in front owes them.
func Streams(r *http.Request) bool { return transport.Streams(r) }

func newWatch(c Config) *watch.Watch {
	crowd := watch.NewCrowd("subscriptions", c.Limits.Subscriptions, c.Limits.ClientSubscriptions)
	return watch.New(c.Reader, c.Watch, crowd, c.Logger)
}

// addStreams adds the transports of subscriptions.
func addStreams(srv *handler.Server, queries transport.Transport, c Config) {
	config := transport.NewStreamConfig(queries, transport.Messages{Bytes: c.Limits.MessageBytes, Rate: c.Limits.MessageRate}, watch.NewCrowd("connections for subscriptions", c.Limits.Subscriptions, c.Limits.ClientSubscriptions))
	srv.AddTransport(transport.WebSocket{StreamConfig: config})
	srv.AddTransport(transport.EventStream{StreamConfig: config})
	srv.Use(transport.Fitting{})
}

// pinned is what an operation reads from: the graph as it is when the operation
// begins, so that a load does not come between its parts. A subscription lasts,
// and would keep an old graph in memory.
func pinned(ctx context.Context, c load.Config) load.Config {
	if graphql.GetOperationContext(ctx).Operation.Operation != ast.Subscription {
		c.Reader = store.Pin(c.Reader)
	}
	return c
}
