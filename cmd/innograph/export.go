package main

import (
	"context"
	"fmt"
	"log/slog"
	"slices"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
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

func exportCommand() *cli.Command {
	s := &settings{}
	return &cli.Command{
		Name:         "export",
		Usage:        "write the content of a store as tables",
		Description:  "What load reads, export gives back. With --store embedded it is the tables of --data (default: the shipped data set), joined and checked.",
		Flags:        slices.Concat([]cli.Flag{s.configFlag()}, outFlags(), storeFlags(s), dataFlags(s)),
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
