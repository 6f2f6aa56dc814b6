package main

import (
	"context"
	"fmt"
	"log/slog"
	"slices"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/store/neo4j"
)

// outFlags say where tables are written and how.
func outFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "out", Aliases: []string{"o"}, Required: true, Usage: "`DIR` for the tables", TakesFile: true},
		&cli.StringFlag{Name: "format", Value: string(table.CSV), Usage: "`FORMAT` of the tables: csv, jsonl or xlsx"},
		&cli.BoolFlag{Name: "bom", Usage: "begin CSV files with a byte order mark, so that Excel reads them as UTF-8"},
		&cli.BoolFlag{Name: "split", Usage: "write a file for each kind of entity and type of relation"},
	}
}

func outOptions(c *cli.Command) table.Options {
	return table.Options{Format: table.Format(c.String("format")), BOM: c.Bool("bom"), Split: c.Bool("split")}
}

// formatAdmin is the format of neo4j-admin, which only export writes.
const formatAdmin = "neo4j-admin"

// exportFlags are outFlags with one format more.
func exportFlags() []cli.Flag {
	flags := outFlags()
	for _, f := range flags {
		if format, ok := f.(*cli.StringFlag); ok && format.Name == "format" {
			format.Usage += ", or " + formatAdmin
		}
	}
	return flags
}

func exportCommand() *cli.Command {
	s := &settings{}
	return &cli.Command{
		Name:  "export",
		Usage: "write the content of a store as tables",
		Description: "What load reads, export gives back. With --store embedded it is the tables of --data (default: the shipped data set), joined and checked.\n" +
			"--format " + formatAdmin + " writes the files of `neo4j-admin database import full` instead, the quickest way to fill a Neo4j database with millions of rows.",
		Flags:        slices.Concat([]cli.Flag{s.configFlag()}, exportFlags(), storeFlags(s), dataFlags(s)),
		OnUsageError: asUsageError,
		Action:       func(ctx context.Context, c *cli.Command) error { return export(ctx, c, s) },
	}
}

func export(ctx context.Context, c *cli.Command, s *settings) error {
	if err := s.check(c); err != nil {
		return err
	}
	db, err := openStore(ctx, c, s)
	if err != nil {
		return err
	}
	defer closeStore(ctx, db, slog.New(slog.NewTextHandler(c.Root().ErrWriter, nil)))
	if c.String("store") == storeEmbedded {
		if _, err := fill(ctx, db, c); err != nil {
			return err
		}
	}
	if c.String("format") == formatAdmin {
		return exportAdmin(ctx, c, db)
	}
	g, err := loader.Dump(ctx, db)
	if err != nil {
		return err
	}
	if err := table.Write(c.String("out"), g, outOptions(c)); err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.Root().Writer, "wrote %d sources, %d entities and %d relations to %s\n", len(g.Documents), len(g.Entities), len(g.Relations), c.String("out"))
	return err
}

// exportAdmin writes the files of neo4j-admin and says what to do with them.
func exportAdmin(ctx context.Context, c *cli.Command, db neo4j.Content) error {
	for _, name := range []string{"bom", "split"} {
		if c.IsSet(name) {
			return usagef("--%s is for tables, not for --format %s", name, formatAdmin)
		}
	}
	dir := c.String("out")
	written, err := neo4j.WriteImport(ctx, dir, db)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.Root().Writer, "wrote %d sources, %d entities and %d relations to %s\nto import them, stop Neo4j and run in that folder (see README.txt there):\n  %s\n",
		written.Documents, written.Entities, written.Relations, dir, written.Command)
	return err
}
