package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/data"
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/neo4j"
)

// The kinds of stores.
const (
	storeEmbedded = "embedded"
	storeNeo4j    = "neo4j"
	storeReplica  = "replica"
)

const passwordSetting = "neo4j-password" // of the settings file; never a flag

// storeFlags say which store is meant and how to reach it.
func storeFlags(s *settings) []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{
			Name: "store", Value: storeEmbedded, Sources: s.sources("store"),
			Usage: "`KIND` of store: embedded (tables in memory), neo4j, or for serve replica (memory, following neo4j)",
		},
		&cli.StringFlag{
			Name: "neo4j-uri", Value: "bolt://127.0.0.1:7687", Sources: s.sources("neo4j-uri"),
			Usage: "`ADDRESS` of the Neo4j server; neo4j:// routes in a cluster. The password comes from INNOGRAPH_NEO4J_PASSWORD or " + passwordSetting + " in the settings file",
		},
		&cli.StringFlag{Name: "neo4j-user", Value: "neo4j", Sources: s.sources("neo4j-user"), Usage: "`NAME` to log in with"},
		&cli.StringFlag{Name: "neo4j-database", Sources: s.sources("neo4j-database"), Usage: "`NAME` of the database; empty: the user's own"},
	}
}

// dataFlags say which tables are meant.
func dataFlags(s *settings) []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "data", Sources: s.sources("data"), Usage: "`DIR` with tables, or a table file; may be repeated; without any, the shipped data set", TakesFile: true},
		&cli.BoolFlag{Name: "shipped", Sources: s.sources("shipped"), Usage: "take the shipped data set too"},
	}
}

// tables finds the sources of tables: the named ones, and the shipped data set
// when it is asked for or nothing is named.
func tables(c *cli.Command, names []string) ([]table.Source, error) {
	var sources []table.Source
	if len(names) == 0 || c.Bool("shipped") {
		sources = append(sources, shippedTables(data.FS()))
	}
	for _, name := range names {
		source, err := table.Open(name)
		if err != nil {
			return nil, err
		}
		sources = append(sources, source)
	}
	return sources, nil
}

func shippedTables(files fs.FS) table.Source { return table.Source{Name: "shipped", FS: files} }

// openStore opens the store that the flags name. The embedded one is empty; a
// Neo4j store is set up further by the options.
func openStore(ctx context.Context, c *cli.Command, s *settings, options ...func(*neo4j.Config)) (store.Store, error) {
	switch kind := c.String("store"); kind {
	case storeEmbedded:
		return memory.New(), nil
	case storeNeo4j:
		db, err := openNeo4j(ctx, c, s, options...)
		if err != nil {
			return nil, err // not the nil *neo4j.Store as a store
		}
		return db, nil
	case storeReplica:
		return nil, notSupported("a replica is only for serve: use --store neo4j, which is the graph of record")
	default:
		return nil, usagef("--store %s: there are embedded, neo4j and, for serve, replica", kind)
	}
}

func openNeo4j(ctx context.Context, c *cli.Command, s *settings, options ...func(*neo4j.Config)) (*neo4j.Store, error) {
	password, _ := s.lookup(passwordSetting)
	config := neo4j.Config{
		URI: c.String("neo4j-uri"), User: c.String("neo4j-user"), Password: password, Database: c.String("neo4j-database"),
	}
	for _, set := range options {
		set(&config)
	}
	return neo4j.Open(ctx, config)
}

// closeStore ends a store at the end of a command; what goes wrong there is
// worth a line in the log, not a failure of work that is done.
func closeStore(ctx context.Context, s store.Store, log *slog.Logger) {
	if err := s.Close(context.WithoutCancel(ctx)); err != nil {
		log.Warn("closing the store", "error", err)
	}
}

// fill reads the tables into a store.
func fill(ctx context.Context, s store.Store, c *cli.Command) (store.Generation, error) {
	sources, err := tables(c, c.StringSlice("data"))
	if err != nil {
		return store.Generation{}, err
	}
	graph, err := readTables(c, sources)
	if err != nil {
		return store.Generation{}, err
	}
	generation, _, err := loader.Write(ctx, s, graph, nil)
	return generation, err
}

// shownReadings bounds what is listed of the cells that were read as another
// name.
const shownReadings = 20

// readTables makes a graph of tables and tells a person which cells were read as
// another name.
func readTables(c *cli.Command, sources []table.Source) (ecosystem.Graph, error) {
	graph, readings, err := loader.ReadNoted(sources...)
	if err != nil {
		return ecosystem.Graph{}, explain(err)
	}
	return graph, readings.Print(c.Root().ErrWriter, shownReadings)
}

// explain puts a headline above a list of problems.
func explain(err error) error {
	var problems *table.Problems
	if !errors.As(err, &problems) {
		return err
	}
	return fmt.Errorf("the tables have problems, nothing was loaded:\n%w\n%d in all; rows are numbered as in Excel", err, problems.Total())
}
