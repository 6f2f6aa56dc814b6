package server

import (
	"context"
	"log/slog"
	"net/http"
)

type notesKey struct{}

// notes are what is found out about a request on its way in, for the line in the
// log that is written when it is over. One goroutine at a time writes them.
type notes struct {
	id        string
	client    string // whose share of the server the request takes
	route     string // pattern of the address; empty: it leads nowhere
	lasting   bool   // the answer stayed open
	again     func() error
	operation string
	code      string
}

// told is the route as figures tell it: how long answers stayed open says nothing of
// how fast others are.
func (n *notes) told() string {
	if n.lasting {
		return n.route + " (stream)"
	}
	return n.route
}

// attrs are what the line in the log tells of them.
func (n *notes) attrs() (attrs []slog.Attr) {
	if n.operation != "" {
		attrs = append(attrs, slog.String("operation", n.operation))
	}
	if n.code != "" {
		attrs = append(attrs, slog.String("code", n.code))
	}
	return attrs
}

func notesOf(ctx context.Context) *notes {
	if n, ok := ctx.Value(notesKey{}).(*notes); ok {
		return n
	}
	return &notes{}
}

// RequestID is the id of the request that ctx belongs to; empty outside one.
func RequestID(ctx context.Context) string { return notesOf(ctx).id }

// Client tells whose share of the server the request of ctx takes: that of the holder
// of its credentials, or else of the address that it comes from. It is empty outside
// of a request to the endpoint.
func Client(ctx context.Context) string { return notesOf(ctx).client }

// Again counts, in the rate of its client, one more thing that comes within a request
// whose answer stays open, such as a document over a WebSocket. RATE_LIMITED: the
// client sends too often.
func Again(ctx context.Context) error {
	if again := notesOf(ctx).again; again != nil {
		return again()
	}
	return nil
}

// NoteOperation tells the access log which GraphQL operation a request was and the
// code of its first error; both may be empty. It must be called before the request
// is over, by the goroutine that answers it.
func NoteOperation(ctx context.Context, name, code string) {
	const longest = 100 // bytes; a stranger chooses the name
	n := notesOf(ctx)
	n.operation, n.code = name[:min(len(name), longest)], code
}

// routed notes which of the routes an address led to.
func routed(all http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() { notesOf(r.Context()).route = r.Pattern }()
		all.ServeHTTP(w, r)
	})
}
