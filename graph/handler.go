package graph

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/transport"

	"github.com/innograph/innograph/graph/apierror"
	"github.com/innograph/innograph/graph/generated"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/naming"
	"github.com/innograph/innograph/store"
)

// Config is what the endpoint needs. Only Reader must be given.
type Config struct {
	Reader store.Reader
	Limits *limits.Limits // nil: limits.Default
	// Wait is how long the first row of a level waits for the others before the
	// store is asked for all of them; zero: load.DefaultWait.
	Wait   time.Duration
	Logger *slog.Logger
	// RequestID gives the id under which the caller knows a request; nil: each
	// operation gets an id of its own.
	RequestID func(context.Context) string
}

// NewHandler makes the GraphQL endpoint: queries by POST and GET.
func NewHandler(c Config) http.Handler {
	c = c.withDefaults()
	reporter := apierror.Reporter{Logger: c.Logger}
	known := newDocuments()
	names := naming.New(c.Reader, c.Limits.NamedEntities)

	srv := handler.New(generated.NewExecutableSchema(generated.Config{Resolvers: &Resolver{}}))
	srv.AddTransport(transport.POST{})
	srv.AddTransport(transport.GET{})
	srv.SetQueryCache(known)
	srv.SetParserTokenLimit(c.Limits.Tokens)
	srv.SetErrorPresenter(reporter.Present)
	srv.SetRecoverFunc(reporter.Recover)
	srv.Use(extension.Introspection{})
	srv.Use(limits.NewExtension(*c.Limits, known))
	srv.AroundOperations(func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		ctx = apierror.WithOperation(ctx, c.RequestID(ctx))
		return next(load.WithLoaders(ctx, load.New(ctx, c.Reader, names, *c.Limits, c.Wait)))
	})
	return checked(srv)
}

func (c Config) withDefaults() Config {
	if c.Limits == nil {
		l := limits.Default()
		c.Limits = &l
	}
	if c.Wait == 0 {
		c.Wait = load.DefaultWait
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	if c.RequestID == nil {
		c.RequestID = func(context.Context) string { return rand.Text()[:16] }
	}
	return c
}
