package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/data"
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/neo4j"
)

const (
	// shownChanges bounds what --dry-run lists of each table; --json lists all.
	shownChanges = 20
	// shownClaims bounds how many contradictions are listed.
	shownClaims = 10
)

func loadCommand() *cli.Command {
	s := &settings{}
	flags := []cli.Flag{
		s.configFlag(),
		&cli.BoolFlag{Name: "shipped", Usage: "take the shipped data set too"},
		&cli.BoolFlag{Name: "dry-run", Usage: "tell what would change, and change nothing"},
		&cli.BoolFlag{Name: "json", Usage: "print the result as JSON"},
		&cli.StringFlag{Name: "out", Aliases: []string{"o"}, Usage: "write all that is loaded, joined, as tables to this `DIR`", TakesFile: true},
	}
	return &cli.Command{
		Name:      "load",
		Usage:     "make tables the content of a store",
		ArgsUsage: "[DIR|SHEET…]",
		Description: "Reads, checks and writes the tables of all DIRs (without any: the shipped data set) as one new generation:\n" +
			"what they do not hold is removed. All problems are listed at once, and then nothing is written.\n" +
			"With --store embedded the tables are checked only: `innograph serve --data DIR` reads them at its start; --out makes such a DIR.\n" +
			"A SHEET (*.xlsx, *.csv) is a table as people keep it: own headers, merged cells, short names. It is read on top of the DIRs\n" +
			"(without any: the shipped data set), and a report tells what became of each row; docs/own-tables.md has more.",
		Flags:        slices.Concat(flags, sheetFlags(), storeFlags(s)),
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
	Sheets     []sheetResult      `json:"sheets,omitempty"`
	Out        string             `json:"out,omitempty"` // where the joined tables were written
}

func load(ctx context.Context, c *cli.Command, s *settings) (err error) {
	if err := s.check(c); err != nil {
		return err
	}
	p := newProgress(c)
	in, err := readArguments(ctx, c, p)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.close()) }()
	if in.incomplete != nil && !c.Bool("dry-run") {
		return in.incomplete
	}
	if in.size().Entities == 0 {
		return ecosystem.Errorf(ecosystem.CodeInvalidData, "the tables hold no entities; loading them would empty the store")
	}
	claims := in.claims()
	if err := claims.Print(c.Root().ErrWriter, shownClaims); err != nil {
		return err
	}
	db, err := openStore(ctx, c, s, func(config *neo4j.Config) { config.OnWritten = p.written })
	if err != nil {
		return err
	}
	defer closeStore(ctx, db, slog.New(slog.NewTextHandler(c.Root().ErrWriter, nil)))
	result := loadResult{Store: c.String("store"), DryRun: c.Bool("dry-run"), Sheets: in.sheets, Out: c.String("out")}
	if result.DryRun {
		err = result.compare(ctx, c, db, in)
	} else {
		err = result.write(ctx, db, in, p)
	}
	if err != nil {
		return err
	}
	return errors.Join(result.tell(c), in.incomplete)
}

// readArguments reads what load is given. Sheets are read in memory, with the
// tables that they stand on; tables alone are not.
func readArguments(ctx context.Context, c *cli.Command, p *progress) (input, error) {
	sheets, names, err := arguments(c)
	if err != nil {
		return input{}, err
	}
	sources, err := tables(c, names)
	if err != nil {
		return input{}, err
	}
	if len(sheets) > 0 {
		return importSheets(ctx, c, sources, sheets)
	}
	opened, err := loader.Open(ctx, p.step, sources...)
	p.end()
	if err != nil {
		return input{}, explain(err)
	}
	if err := opened.Readings.Print(c.Root().ErrWriter, shownReadings); err != nil {
		return input{}, errors.Join(err, opened.Close())
	}
	return input{tables: opened}, nil
}

func (r *loadResult) tell(c *cli.Command) error {
	if !c.Bool("json") {
		return r.print(c.Root().Writer)
	}
	encoder := json.NewEncoder(c.Root().Writer)
	encoder.SetIndent("", "  ")
	return encoder.Encode(r)
}

// compare tells what the load would change in the store; with nothing stored
// anywhere, what sheets would change in the tables below them, and tables in the
// shipped data set that they are loaded with.
func (r *loadResult) compare(ctx context.Context, c *cli.Command, db store.Store, in input) error {
	old, err := loader.Dump(ctx, db)
	if err != nil {
		return err
	}
	switch {
	case r.Store != storeEmbedded:
	case in.tables != nil && c.Bool("shipped") && c.Args().Present():
		if old, err = readTables(c, []table.Source{shippedTables(data.FS())}); err != nil {
			return err
		}
	default:
		old = in.base
	}
	now, err := in.whole()
	if err != nil {
		return err
	}
	difference := loader.Diff(old, now)
	r.Difference, r.Changes = &difference, difference.Counts
	r.Generation, err = db.Generation(ctx)
	return err
}

func (r *loadResult) write(ctx context.Context, db store.Store, in input, p *progress) (err error) {
	if r.Out != "" {
		now, err := in.whole()
		if err != nil {
			return err
		}
		if err := table.Write(r.Out, now, table.Options{}); err != nil {
			return err
		}
	}
	r.Generation, r.Changes, err = in.write(ctx, db, p)
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
	if r.Out != "" {
		if _, err := fmt.Fprintf(w, "all of it stands as tables in %s\n", r.Out); err != nil {
			return err
		}
	}
	if r.Store == storeEmbedded {
		return r.concludeEmbedded(w)
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

// concludeEmbedded says how the tables get into a server.
func (r *loadResult) concludeEmbedded(w io.Writer) error {
	_, err := fmt.Fprintf(w, "the tables are sound: %d sources, %d entities, %d relations\nnothing was stored, because the embedded store lives in the server: innograph serve --data %s\n",
		r.Changes.Documents.Created, r.Changes.Entities.Created, r.Changes.Relations.Created, cmp.Or(r.Out, "DIR"))
	return err
}

func (r *loadResult) conclude(w io.Writer) error {
	text := fmt.Sprintf("generation %d is current", r.Generation.Number)
	if r.Changes.None() {
		text = fmt.Sprintf("nothing changed; generation %d stays current", r.Generation.Number)
	}
	_, err := fmt.Fprintln(w, text)
	return err
}
