package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"slices"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/store"
)

// shownChanges bounds what --dry-run lists of each table; --json lists all.
const shownChanges = 20

func loadCommand() *cli.Command {
	s := &settings{}
	flags := []cli.Flag{
		s.configFlag(),
		&cli.BoolFlag{Name: "shipped", Usage: "take the shipped data set too"},
		&cli.BoolFlag{Name: "dry-run", Usage: "tell what would change, and change nothing"},
		&cli.BoolFlag{Name: "json", Usage: "print the result as JSON"},
	}
	return &cli.Command{
		Name:      "load",
		Usage:     "make tables the content of a store",
		ArgsUsage: "[DIR…]",
		Description: "Reads, checks and writes the tables of all DIRs (without any: the shipped data set) as one new generation:\n" +
			"what they do not hold is removed. All problems are listed at once, and then nothing is written.\n" +
			"With --store embedded the tables are checked only: `innograph serve --data DIR` reads them at its start.",
		Flags:        slices.Concat(flags, storeFlags(s)),
		OnUsageError: asUsageError,
		Action:       func(ctx context.Context, c *cli.Command) error { return load(ctx, c, s) },
	}
}

// loadResult is what load prints as JSON.
type loadResult struct {
	Store      string           `json:"store"`
	DryRun     bool             `json:"dryRun"`
	Generation store.Generation `json:"generation"`
	Changes    store.Changes    `json:"changes"`
	// Difference lists every change; of a dry run only.
	Difference *loader.Difference `json:"difference,omitempty"`
}

func load(ctx context.Context, c *cli.Command, s *settings) error {
	if err := s.check(c); err != nil {
		return err
	}
	sources, err := tables(c, c.Args().Slice())
	if err != nil {
		return err
	}
	now, err := loader.Read(sources...)
	if err != nil {
		return explain(err)
	}
	if len(now.Entities) == 0 {
		return ecosystem.Errorf(ecosystem.CodeInvalidData, "the tables hold no entities; loading them would empty the store")
	}
	db, err := openStore(ctx, c, s)
	if err != nil {
		return err
	}
	defer closeStore(ctx, db, slog.New(slog.NewTextHandler(c.Root().ErrWriter, nil)))
	result := loadResult{Store: c.String("store"), DryRun: c.Bool("dry-run")}
	if result.DryRun {
		err = result.compare(ctx, db, now)
	} else {
		err = result.write(ctx, db, now, newProgress(c))
	}
	if err != nil {
		return err
	}
	if c.Bool("json") {
		encoder := json.NewEncoder(c.Root().Writer)
		encoder.SetIndent("", "  ")
		return encoder.Encode(result)
	}
	return result.print(c.Root().Writer)
}

func (r *loadResult) compare(ctx context.Context, db store.Store, now ecosystem.Graph) error {
	old, err := loader.Dump(ctx, db)
	if err != nil {
		return err
	}
	difference := loader.Diff(old, now)
	r.Difference, r.Changes = &difference, difference.Counts
	r.Generation, err = db.Generation(ctx)
	return err
}

func (r *loadResult) write(ctx context.Context, db store.Store, now ecosystem.Graph, p *progress) (err error) {
	r.Generation, r.Changes, err = loader.Write(ctx, db, now, p.step)
	p.end()
	return err
}

func (r *loadResult) print(w io.Writer) error {
	if r.DryRun {
		if err := r.Difference.Print(w, shownChanges); err != nil {
			return err
		}
		_, err := fmt.Fprintln(w, "dry run: nothing was written")
		return err
	}
	if r.Store == storeEmbedded {
		_, err := fmt.Fprintf(w, "the tables are sound: %d sources, %d entities, %d relations\nnothing was stored, because the embedded store lives in the server: innograph serve --data DIR\n",
			r.Changes.Documents.Created, r.Changes.Entities.Created, r.Changes.Relations.Created)
		return err
	}
	for _, line := range []struct {
		table string
		delta store.Delta
	}{{"sources", r.Changes.Documents}, {"entities", r.Changes.Entities}, {"relations", r.Changes.Relations}} {
		d := line.delta
		if _, err := fmt.Fprintf(w, "%-10s %6d created %6d updated %6d removed %6d unchanged\n", line.table, d.Created, d.Updated, d.Removed, d.Unchanged); err != nil {
			return err
		}
	}
	return r.conclude(w)
}

func (r *loadResult) conclude(w io.Writer) error {
	text := fmt.Sprintf("generation %d is current", r.Generation.Number)
	if r.Changes.None() {
		text = fmt.Sprintf("nothing changed; generation %d stays current", r.Generation.Number)
	}
	_, err := fmt.Fprintln(w, text)
	return err
}
