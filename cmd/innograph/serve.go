package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"math"
	"net"
	"net/http"
	"slices"
	"time"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/fair"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/schema"
	"github.com/innograph/innograph/server"
	"github.com/innograph/innograph/server/graphiql"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/web"
)

func serveCommand() *cli.Command {
	s := &settings{}
	flags := []cli.Flag{
		s.configFlag(),
		&cli.StringFlag{Name: "listen", Value: "127.0.0.1:8080", Sources: s.sources("listen"), Usage: "`HOST:PORT` to listen on"},
		&cli.StringSliceFlag{Name: "origin", Sources: s.sources("origin"), Usage: "`SCHEME://HOST` whose pages may call; may be repeated; default: pages of the same host only"},
		&cli.DurationFlag{Name: "request-timeout", Value: 10 * time.Second, Sources: s.sources("request-timeout"), Usage: "`TIME` for answering one request"},
		&cli.Int64Flag{Name: "max-body", Value: 1 << 20, Sources: s.sources("max-body"), Usage: "`BYTES` of a request body"},
		&cli.IntFlag{Name: "max-connections", Value: 1024, Sources: s.sources("max-connections"), Usage: "`NUMBER` of connections open at once; of one address at most what leaves room for others"},
		&cli.BoolFlag{Name: "production", Sources: s.sources("production"), Usage: "errors do not suggest names of the schema"},
		&cli.BoolFlag{Name: "h2c", Sources: s.sources("h2c"), Usage: "take HTTP/2 without TLS too, for proxies that speak it"},
		&cli.StringFlag{Name: "log-format", Value: "text", Sources: s.sources("log-format"), Usage: "`FORMAT` of the log: text or json"},
	}
	return &cli.Command{
		Name:  "serve",
		Usage: "answer GraphQL over HTTP",
		Description: "Settings come from flags, then the environment, then the settings file.\n" +
			"Cursors are signed with INNOGRAPH_CURSOR_KEY, or " + cursorKeySetting + " in the settings file: the same for all servers\n" +
			"behind one address; without it, with a key of the process, and cursors end with it.",
		Flags:        slices.Concat(flags, endpointFlags(s), accessFlags(s), watchFlags(s), storeFlags(s), followFlags(s), dataFlags(s)),
		OnUsageError: asUsageError,
		Action:       func(ctx context.Context, c *cli.Command) error { return serve(ctx, c, s) },
	}
}

func serve(ctx context.Context, c *cli.Command, s *settings) error {
	if err := s.check(c); err != nil {
		return err
	}
	if c.Args().Present() {
		return usagef("serve takes no %q; name tables with --data", c.Args().First())
	}
	log, err := newLogger(c.String("log-format"), c.Root().ErrWriter)
	if err != nil {
		return err
	}
	endpoint, err := endpointConfig(c, s, log)
	if err != nil {
		return err
	}
	who, err := openAccess(ctx, c, log)
	if err != nil {
		return err
	}
	w, err := newWatch(ctx, c, endpoint.Trusted.Operations(), log)
	if err != nil {
		return err
	}
	defer w.end(ctx, log)
	db, err := openServed(ctx, c, s, log, w.statements)
	if err != nil {
		return err
	}
	defer closeStore(ctx, db, log)
	w.metrics.Watch(db)
	turns := takingTurns(fair.NewPool(storeCalls(c.String("store")), math.MaxInt))
	endpoint.Reader, endpoint.Observe, endpoint.Limits = keeping(c, w, db, turns), w.operation(), boundOpen(c, toldLimits(who))
	// The port is taken before the work of loading, so that a second start on
	// the same port fails at once.
	srv, err := server.New(w.serverConfig(server.Config{
		Listen: c.String("listen"), Reader: db, Store: c.String("store"), Logger: log, H2C: c.Bool("h2c"),
		GraphQL: newGraphQL(endpoint, c.Int64("max-body"), c.Duration("request-timeout")),
		Streams: graph.Streams, Schema: schema.SDL(), Tabs: exampleTabs(), Explorer: web.Dist(),
		Gate: who.gate, Limiter: who.limiter, Proxies: who.proxies,
		Origins: c.StringSlice("origin"), MaxBody: c.Int64("max-body"), RequestTimeout: c.Duration("request-timeout"),
		MaxConnections: c.Int("max-connections"),
	}))
	if err != nil {
		return err
	}
	w.metrics.WatchConnections(srv.Connections)
	listener, err := srv.Listen(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = listener.Close() }() // closed already after a normal end
	endProfiles, err := serveProfiles(ctx, c, log)
	if err != nil {
		return err
	}
	defer endProfiles()
	paceGarbage(ctx)
	if err := announce(ctx, c, db, listener, log); err != nil {
		return err
	}
	if c.String("store") == storeNeo4j {
		defer foresee(ctx, db, log)()
	}
	return srv.Serve(ctx, listener)
}

// newGraphQL is the endpoint /graphql. The bounds that the server around it keeps
// are told to clients by serviceConfig.
func newGraphQL(config graph.Config, maxBody int64, timeout time.Duration) http.Handler {
	l := limits.Default()
	if config.Limits != nil {
		l = *config.Limits
	}
	l.RequestBytes, l.RequestTimeout = maxBody, timeout
	config.Limits, config.RequestID, config.Shares = &l, server.RequestID, shares(l)
	return graph.NewHandler(config)
}

// exampleTabs are the example documents as tabs of GraphiQL.
func exampleTabs() []graphiql.Tab {
	examples := schema.Examples()
	tabs := make([]graphiql.Tab, len(examples))
	for i, e := range examples {
		tabs[i] = graphiql.Tab{Query: e.Document, Variables: e.Variables}
	}
	return tabs
}

// announce fills what is in this process and tells a person where to look.
func announce(ctx context.Context, c *cli.Command, db store.Store, listener net.Listener, log *slog.Logger) error {
	generation, err := prepare(ctx, c, db, log)
	if err != nil {
		return err
	}
	size := generation.Size()
	_, err = fmt.Fprintf(c.Root().ErrWriter, "innograph serves %d entities and %d relations (generation %d, %s store) at http://%s/graphql\n",
		size.Entities, size.Relations, generation.Number, c.String("store"), listener.Addr())
	return err
}

func newLogger(format string, w io.Writer) (*slog.Logger, error) {
	switch format {
	case "text":
		return slog.New(slog.NewTextHandler(w, nil)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(w, nil)), nil
	default:
		return nil, usagef("--log-format %s: there are text and json", format)
	}
}
