package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/loader/table"
)

func extractCommand() *cli.Command {
	s := &settings{}
	return &cli.Command{
		Name:      "extract",
		Usage:     "read plan documents into tables that a person can review",
		ArgsUsage: "PLAN…",
		Description: "Reads plans and writes what their numbered boxes (专栏) and their running text say as tables, each row with its\n" +
			"place in the document, the rule that found it, and how sure it is. Names that the tables of --data (default: the shipped data set) know keep their ids.\n" +
			"With --explain, why each record was made is printed on standard output; innograph locate shows the same later, from the tables.",
		Flags:        slices.Concat([]cli.Flag{s.configFlag()}, extractFlags(), dataFlags(s)),
		OnUsageError: asUsageError,
		Action:       func(ctx context.Context, c *cli.Command) error { return extract(ctx, c, s) },
	}
}

// extractFlags are those of the tables and those of the explanation, for which no
// tables need be written.
func extractFlags() []cli.Flag {
	flags := []cli.Flag{
		&cli.BoolFlag{Name: "explain", Usage: "print why each record was made: its passage, the rule, how sure it is"},
		&cli.StringSliceFlag{Name: "about", Usage: "explain only what has this `NAME` (part of a name, or an id), and its relations; may be repeated"},
	}
	for _, f := range outFlags() {
		if out, ok := f.(*cli.StringFlag); ok && out.Name == "out" {
			out.Required = false
			out.Usage += "; may be left out with --explain"
		}
		flags = append(flags, f)
	}
	return flags
}

func checkExtract(c *cli.Command) error {
	switch {
	case !c.Args().Present():
		return usagef("name at least one plan: innograph extract PLAN… -o DIR")
	case c.IsSet("about") && !c.Bool("explain"):
		return usagef("--about belongs to --explain")
	case c.String("out") == "" && !c.Bool("explain"):
		return usagef("name a folder for the tables: innograph extract PLAN… -o DIR")
	default:
		return nil
	}
}

func extract(ctx context.Context, c *cli.Command, s *settings) error {
	if err := s.check(c); err != nil {
		return err
	}
	if err := checkExtract(c); err != nil {
		return err
	}
	sources, err := tables(c, c.StringSlice("data"))
	if err != nil {
		return err
	}
	known, err := readTables(c, sources)
	if err != nil {
		return err
	}
	g, err := extractAll(ctx, c, plan.Options{Lookup: resolve.NewKnown(known.Entities, known.Relations), Documents: known.Documents})
	if err != nil || c.String("out") == "" {
		return err
	}
	opts := outOptions(c)
	opts.Keep = func(name, kept string) { // somebody may have corrected it
		_, _ = fmt.Fprintf(c.Root().ErrWriter, "%s in %s said something else; it is kept as %s\n", name, c.String("out"), kept)
	}
	if err := table.Write(c.String("out"), g, opts); err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.Root().Writer, "wrote %d sources, %d entities and %d relations to %s\nLook through them, then: innograph load --shipped %s\n",
		len(g.Documents), len(g.Entities), len(g.Relations), c.String("out"), c.String("out"))
	return err
}

// extractAll reads all plans into one graph, reports on each and explains what is
// asked for.
func extractAll(ctx context.Context, c *cli.Command, opts plan.Options) (ecosystem.Graph, error) {
	about, explained := c.StringSlice("about"), 0
	all := ecosystem.NewBuilder()
	for _, path := range c.Args().Slice() {
		result, err := extractFile(ctx, path, opts)
		if err != nil {
			return ecosystem.Graph{}, err
		}
		if err := report(c.Root().ErrWriter, path, result); err != nil {
			return ecosystem.Graph{}, err
		}
		if c.Bool("explain") {
			n, err := explainRecords(c.Root().Writer, result, about)
			if err != nil {
				return ecosystem.Graph{}, err
			}
			explained += n
		}
		if err := join(all, result.Graph); err != nil {
			return ecosystem.Graph{}, fmt.Errorf("%s: %w", path, err)
		}
	}
	if len(about) > 0 && explained == 0 {
		return ecosystem.Graph{}, ecosystem.Errorf(ecosystem.CodeUnknownID, "nothing was found that is called %s", strings.Join(about, " or "))
	}
	return all.Graph(), nil
}

func extractFile(ctx context.Context, path string, opts plan.Options) (plan.Result, error) {
	file, err := os.Open(path)
	if err != nil {
		return plan.Result{}, ecosystem.Wrap(err, ecosystem.CodeBadInput, path+" cannot be read")
	}
	defer func() { _ = file.Close() }() // only read from
	result, err := plan.Extract(ctx, file, opts)
	if err != nil {
		return plan.Result{}, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	return result, nil
}

// report counts what was found, and lists what was not understood.
func report(w io.Writer, path string, result plan.Result) error {
	counts := map[ecosystem.Kind]int{}
	for _, e := range result.Graph.Entities {
		counts[e.Kind]++
	}
	var text strings.Builder
	for _, d := range result.Graph.Documents {
		fmt.Fprintf(&text, "  %s %s\n", d.ID, d.Title)
	}
	for _, k := range ecosystem.Kinds() {
		if n := counts[k.Kind]; n > 0 {
			fmt.Fprintf(&text, "  %4d %s %s\n", n, k.Kind, k.Chinese)
		}
	}
	for _, d := range result.Diagnostics {
		fmt.Fprintf(&text, "  line %d, %s: %s: %s\n", d.Line, d.Locator, d.Reason, d.Text)
	}
	_, err := fmt.Fprintf(w, "%s:\n%s", path, text.String())
	return err
}

func join(all *ecosystem.Builder, g ecosystem.Graph) error {
	for _, d := range g.Documents {
		if err := all.Document(d); err != nil {
			return err
		}
	}
	for _, e := range g.Entities {
		if err := all.Entity(e); err != nil {
			return err
		}
	}
	for _, r := range g.Relations {
		all.Relation(r)
	}
	return nil
}
