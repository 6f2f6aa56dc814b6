package main

import (
	"context"
	"log/slog"
	"regexp"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/graph/operation"
	"github.com/innograph/innograph/schema"
	"github.com/innograph/innograph/server"
	"github.com/innograph/innograph/server/profile"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/observed"
	"github.com/innograph/innograph/telemetry/metrics"
	"github.com/innograph/innograph/telemetry/traces"
)

// watchFlags say who may look into a running server.
func watchFlags(s *settings) []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "otlp-endpoint", Sources: s.sources("otlp-endpoint"), Usage: "`URL` of a receiver of OpenTelemetry traces (OTLP over HTTP), e.g. http://localhost:4318; the standard OTEL_… variables are heeded too; without any, there are no traces"},
		&cli.StringFlag{Name: "pprof", Sources: s.sources("pprof"), Usage: "`HOST:PORT` of this machine itself where Go's profiles are served, e.g. 127.0.0.1:6060; without it, they are not"},
	}
}

// watch is what looks at a running server: metrics always, traces if wanted.
type watch struct {
	metrics *metrics.Metrics
	traces  *traces.Traces // nil: none are wanted
}

// newWatch begins to watch; operations of trusted documents are told apart by name.
func newWatch(ctx context.Context, c *cli.Command, trusted []string, log *slog.Logger) (watch, error) {
	program, revision := build()
	t, err := traces.Start(ctx, traces.Config{
		Endpoint: c.String("otlp-endpoint"), Version: program, Database: c.String("neo4j-database"), RequestID: server.RequestID, Logger: log,
	})
	if err != nil {
		return watch{}, err
	}
	return watch{traces: t, metrics: metrics.New(metrics.Config{
		Store: c.String("store"), Known: append(exampleNames(), trusted...), Logger: log,
		Build: map[string]string{"version": program, "revision": revision},
	})}, nil
}

// end exports the last spans.
func (w watch) end(ctx context.Context, log *slog.Logger) {
	if w.traces == nil {
		return
	}
	if err := w.traces.Shutdown(context.WithoutCancel(ctx)); err != nil {
		log.Warn("traces", "error", err)
	}
}

// reader is the store as the API reads it. Who waits for a turn is not seen as a call
// that takes long.
func (w watch) reader(db store.Reader, turns observed.Observer) store.Reader {
	if w.traces == nil {
		return observed.Wrap(db, turns, w.metrics.Call)
	}
	return observed.Wrap(db, turns, w.traces.Call, w.metrics.Call)
}

// statements makes the Neo4j store tell of its statements.
func (w watch) statements(config *neo4j.Config) {
	config.Observe = w.metrics.Statement
	if w.traces == nil {
		return
	}
	config.Observe = func(ctx context.Context, name, text string) (context.Context, func(int, error)) {
		ctx, traced := w.traces.Statement(ctx, name, text)
		ctx, counted := w.metrics.Statement(ctx, name, text)
		return ctx, func(rows int, err error) {
			counted(rows, err)
			traced(rows, err)
		}
	}
}

// operation is who watches GraphQL requests.
func (w watch) operation() operation.Observer {
	if w.traces == nil {
		return operation.Join(w.metrics.Operation, logOperation)
	}
	return operation.Join(w.traces.Operation, w.metrics.Operation, logOperation)
}

// serverConfig adds to the settings of a server what the watch needs of it.
func (w watch) serverConfig(config server.Config) server.Config {
	config.Version, _ = build()
	config.Metrics, config.OnRequest = w.metrics.Handler(), w.metrics.Request
	if w.traces != nil {
		config.Around = w.traces.HTTP
	}
	return config
}

// serveProfiles serves profiles if they are wanted, until end is called.
func serveProfiles(ctx context.Context, c *cli.Command, log *slog.Logger) (end func(), err error) {
	address := c.String("pprof")
	if address == "" {
		return func() {}, nil
	}
	profiles, err := profile.Listen(ctx, address)
	if err != nil {
		return nil, err
	}
	go func() {
		if err := profiles.Serve(); err != nil {
			log.Error("profiles", "error", err)
		}
	}()
	log.Info("profiles for this machine", "address", profiles.Address())
	return func() { _ = profiles.Close() }, nil
}

// logOperation tells the access log what a request was.
func logOperation(ctx context.Context, op *operation.Operation) (within context.Context, done func()) {
	return ctx, func() {
		code := ""
		if len(op.Codes) > 0 {
			code = string(op.Codes[0])
		}
		server.NoteOperation(ctx, op.Name, code)
	}
}

// exampleNames are the names of the operations that come with the program.
func exampleNames() []string {
	name := regexp.MustCompile(`(?m)^query (\w+)`)
	var names []string
	for _, e := range schema.Examples() {
		for _, found := range name.FindAllStringSubmatch(e.Document, -1) {
			names = append(names, found[1])
		}
	}
	return names
}
