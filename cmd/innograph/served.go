package main

import (
	"context"
	"log/slog"
	"time"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/kept"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/observed"
	"github.com/innograph/innograph/store/replica"
)

// followFlags say how new generations are noticed.
func followFlags(s *settings) []cli.Flag {
	return []cli.Flag{
		&cli.DurationFlag{Name: "watch-interval", Value: graph.DefaultWatch, Sources: s.sources("watch-interval"), Usage: "`TIME` between two looks whether Neo4j holds a newer generation, for the replica and for subscriptions"},
		&cli.IntFlag{Name: "max-subscriptions", Value: limits.Default().Subscriptions, Sources: s.sources("max-subscriptions"), Usage: "`NUMBER` of subscriptions open at once, of all clients; 0: any"},
		&cli.IntFlag{Name: "max-client-subscriptions", Value: limits.Default().ClientSubscriptions, Sources: s.sources("max-client-subscriptions"), Usage: "`NUMBER` of subscriptions open at once, of one client: a holder of credentials, or else an address (see --trusted-proxy); 0: any"},
		&cli.IntFlag{Name: "kept-rows", Value: kept.DefaultRows, Sources: s.sources("kept-rows"), Usage: "`NUMBER` of rows of Neo4j's answers that are kept while it holds the same generation, which each operation checks; some 1 kB each; 0: none"},
		&cli.DurationFlag{Name: "replica-wait", Value: 30 * time.Second, Sources: s.sources("replica-wait"), Usage: "`TIME` that a replica waits at its start for Neo4j and for a complete graph in it"},
	}
}

// localWatch is how often a store in this process is asked for its generation,
// which costs nothing.
const localWatch = 100 * time.Millisecond

func watchInterval(c *cli.Command) time.Duration {
	if c.String("store") == storeNeo4j {
		return c.Duration("watch-interval")
	}
	return localWatch
}

// boundOpen puts what the flags say of what is open at once into the limits.
func boundOpen(c *cli.Command, l *limits.Limits) *limits.Limits {
	l.Subscriptions, l.ClientSubscriptions = c.Int("max-subscriptions"), c.Int("max-client-subscriptions")
	l.Connections = c.Int("max-connections")
	return l
}

// openServed opens the store that serve answers from.
func openServed(ctx context.Context, c *cli.Command, s *settings, log *slog.Logger, options ...func(*neo4j.Config)) (store.Store, error) {
	if c.Duration("watch-interval") < localWatch {
		return nil, usagef("--watch-interval %s: at least %s", c.Duration("watch-interval"), localWatch)
	}
	if c.Int("kept-rows") < 0 {
		return nil, usagef("--kept-rows %d: a number of rows, or 0 to keep none", c.Int("kept-rows"))
	}
	if c.String("store") != storeReplica {
		return openStore(ctx, c, s, options...)
	}
	var record replica.Record
	err := patiently(ctx, c, log, func() (err error) {
		record, err = openNeo4j(ctx, c, s, options...)
		return err
	})
	if err != nil {
		return nil, err
	}
	return replica.New(record, replica.Config{Interval: c.Duration("watch-interval"), Logger: log}), nil
}

// keeping is the store as the API reads it: of Neo4j's answers some are kept.
func keeping(c *cli.Command, w watch, db store.Reader, turns observed.Observer) store.Reader {
	reader := w.reader(db, turns)
	rows := c.Int("kept-rows")
	if c.String("store") != storeNeo4j || rows == 0 {
		return reader
	}
	// Others may wait for the look at the generation of whoever has no turn, so that it takes none.
	return kept.New(kept.Config{Reader: reader, Generation: w.reader(db, nil).Generation, Rows: rows, Observe: w.metrics.Kept})
}

// prepare makes a store ready to be asked, and tells what it holds.
func prepare(ctx context.Context, c *cli.Command, db store.Store, log *slog.Logger) (store.Generation, error) {
	copied, isReplica := db.(*replica.Store)
	switch {
	case isReplica:
		err := patiently(ctx, c, log, func() error {
			_, err := copied.Refresh(ctx)
			return err
		})
		if err != nil {
			return store.Generation{}, err
		}
		copied.Watch()
	case c.String("store") == storeEmbedded:
		return fill(ctx, db, c)
	}
	return db.Generation(ctx)
}

// patiently tries again what the next moment may mend, within the time that a
// replica waits at its start: Neo4j often starts beside it, and takes longer.
func patiently(ctx context.Context, c *cli.Command, log *slog.Logger, try func() error) error {
	const pause = time.Second
	wait := c.Duration("replica-wait")
	end := time.Now().Add(wait)
	for told := false; ; told = true {
		err := try()
		if err == nil || !passing(err) || time.Now().Add(pause).After(end) {
			return err
		}
		if !told {
			log.WarnContext(ctx, "the replica waits for the graph of record", "error", err, "at_most", wait)
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(pause):
		}
	}
}

// passing tells an error that may be gone in a moment.
func passing(err error) bool {
	switch ecosystem.CodeOf(err) {
	case ecosystem.CodeUnavailable, ecosystem.CodeBusy, ecosystem.CodeTimeout:
		return true
	default:
		return false
	}
}
