package graph

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"

	"github.com/innograph/innograph/graph/apierror"
	"github.com/innograph/innograph/graph/generated"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/naming"
	"github.com/innograph/innograph/graph/operation"
	"github.com/innograph/innograph/graph/transport"
	"github.com/innograph/innograph/graph/trusted"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store"
)

// Config is what the endpoint needs. Only Reader must be given.
type Config struct {
	Reader store.Reader
	Limits *limits.Limits // nil: limits.Default
	// Wait is how long the first row of a level waits for the others before the
	// store is asked for all of them; zero: load.DefaultWait.
	Wait time.Duration
	// CursorKey is the secret that cursors are signed with; servers that share
	// their clients need the same one. Empty: one that nobody knows, so that cursors
	// end with this handler.
	CursorKey string
	Logger    *slog.Logger
	// RequestID gives the id under which the caller knows a request; nil: each
	// operation gets an id of its own.
	RequestID func(context.Context) string
	// Observe is told of each request; nil: nobody looks.
	Observe operation.Observer
	// Shares bounds what requests take together, beside Limits.Concurrent; zero: any.
	Shares transport.Shares
	// Watch is how often the store is asked for its generation while somebody
	// subscribes to new ones; zero: DefaultWatch.
	Watch time.Duration
	// Year tells the year from which the age of ties is counted; nil: that of the clock.
	Year func() int
	// Production leaves out of errors what only helps to write documents: the
	// names that may have been meant.
	Production bool
	// Trusted holds documents that clients name by documentId; nil: none. With
	// TrustedOnly, nothing else runs.
	Trusted     *trusted.Set
	TrustedOnly bool
}

// NewHandler makes the GraphQL endpoint: queries by POST and GET, subscriptions by
// WebSocket and as event streams (see Streams).
func NewHandler(c Config) http.Handler {
	c = c.withDefaults()
	reporter := apierror.Reporter{Logger: c.Logger}
	known := newDocuments(c.Trusted)
	finder := trusted.NewFinder(trusted.Config{
		Set: c.Trusted, Only: c.TrustedOnly, Automatic: c.Limits.PersistedQueries, Longest: c.Limits.PersistedQueryBytes,
	})
	signer := c.signer()
	loaders := load.Config{
		Reader: c.Reader, Names: naming.New(c.Limits.NamedEntities), Coverage: covered(c.Limits.CoveredEntities),
		Texts: partners.NewTextCache(), Year: c.Year, Limits: *c.Limits, Wait: c.Wait, Signer: signer,
	}

	srv := handler.New(generated.NewExecutableSchema(generated.Config{Resolvers: &Resolver{newWatch(c)}}))
	queries := transport.New(transport.Config{
		Generation: c.Reader.Generation, Build: build(*c.Limits, signer, c.Year),
		Concurrent: c.Limits.Concurrent, ResponseBytes: c.Limits.ResponseBytes, RequestBytes: c.Limits.RequestBytes,
		Documents: finder, Observe: c.Observe, Shares: c.Shares,
	})
	addStreams(srv, queries, c)
	srv.AddTransport(queries) // last: it takes everything
	srv.SetQueryCache(known)
	srv.SetParserTokenLimit(c.Limits.Tokens)
	srv.SetErrorPresenter(reporter.Present)
	srv.SetRecoverFunc(reporter.Recover)
	if c.Production {
		srv.SetDisableSuggestion(true)
		srv.SetValidationRulesFn(rulesWithoutSuggestions)
	}
	srv.Use(extension.Introspection{})
	srv.Use(finder)
	srv.Use(limits.NewExtension(*c.Limits, known))
	srv.AroundOperations(func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		return next(load.WithLoaders(ctx, load.New(ctx, pinned(ctx, loaders))))
	})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := apierror.WithOperation(r.Context(), c.RequestID(r.Context()))
		srv.ServeHTTP(w, r.WithContext(ctx))
	})
}

// build is what tells this program and its settings from another that may answer
// otherwise. Development builds of one revision are told apart by nothing.
// The signer counts: the cursors of an answer that a client kept must still hold.
// The year does too, since ties get older with it.
func build(l limits.Limits, signer store.Signer, year func() int) func() string {
	info, _ := debug.ReadBuildInfo() // nil is printed too
	settings := fmt.Sprint(info, l, signer.Fingerprint())
	return func() string { return settings + strconv.Itoa(year()) }
}

func (c Config) signer() store.Signer {
	if c.CursorKey == "" {
		return store.RandomSigner()
	}
	return store.NewSigner([]byte(c.CursorKey))
}

func (c Config) withDefaults() Config {
	if c.Limits == nil {
		l := limits.Default()
		c.Limits = &l
	}
	if c.Wait == 0 {
		c.Wait = load.DefaultWait
	}
	if c.Watch == 0 {
		c.Watch = DefaultWatch
	}
	if c.Year == nil {
		c.Year = func() int { return time.Now().Year() }
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	if c.RequestID == nil {
		c.RequestID = func(context.Context) string { return rand.Text()[:16] }
	}
	return c
}
