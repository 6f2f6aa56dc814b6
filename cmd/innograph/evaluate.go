package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/evaluate"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
)

func evaluateCommand() *cli.Command {
	s := &settings{}
	flags := []cli.Flag{
		s.configFlag(),
		&cli.StringFlag{Name: "home", Value: ecosystem.Linyi, Usage: "`ID` of the region that looks for partners"},
		&cli.StringFlag{Name: "region", Value: ecosystem.YangtzeRiverDelta, Usage: "`ID` of the region where partners for demands are looked for"},
		&cli.IntFlag{Name: "year", Value: time.Now().Year(), Usage: "`YEAR` from which the age of ties is counted"},
		&cli.StringFlag{Name: "into", Usage: "write the report into this Markdown `FILE`, between the lines " + reportBegins + " and " + reportEnds, TakesFile: true},
	}
	return &cli.Command{
		Name:  "evaluate",
		Usage: "measure how well partners are recommended, beside baselines",
		Description: "Takes one tie with an outside partner at a time out of the tables and asks for partners; docs/matching.md tells the method.\n" +
			"Prints a report in Markdown.",
		Flags:        slices.Concat(flags, dataFlags(s)),
		OnUsageError: asUsageError,
		Action:       func(ctx context.Context, c *cli.Command) error { return evaluateMatching(ctx, c, s) },
	}
}

func evaluateMatching(ctx context.Context, c *cli.Command, s *settings) error {
	if err := s.check(c); err != nil {
		return err
	}
	if c.Args().Present() {
		return usagef("evaluate takes no arguments, only flags: %q", c.Args().First())
	}
	file := c.String("into")
	if file != "" {
		if _, _, err := aroundReport(file); err != nil { // known before the work, which takes a while
			return err
		}
	}
	sources, err := tables(c, c.StringSlice("data"))
	if err != nil {
		return err
	}
	graph, err := readTables(c, sources)
	if err != nil {
		return err
	}
	var report bytes.Buffer
	err = evaluate.Report(ctx, &report, evaluate.Setup{
		Graph: graph, Home: c.String("home"), Region: c.String("region"), Year: c.Int("year"), Weights: match.DefaultWeights(), Open: openGraph,
	})
	if err != nil {
		return err
	}
	if file != "" {
		return writeBetween(file, report.Bytes())
	}
	_, err = io.Copy(c.Root().Writer, &report)
	return err
}

// openGraph makes a memory store of a graph.
func openGraph(ctx context.Context, g ecosystem.Graph) (store.Store, error) {
	db := memory.New()
	if _, _, err := loader.Write(ctx, db, g, nil); err != nil {
		return nil, err
	}
	return db, nil
}

// The lines between which a report stands in a document.
const (
	reportBegins = "<!-- evaluation: written by innograph evaluate -->"
	reportEnds   = "<!-- /evaluation -->"
)

// aroundReport is what stands in a document before the report, and after it.
func aroundReport(file string) (before, after []byte, err error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, err
	}
	before, rest, begins := bytes.Cut(text, []byte(reportBegins))
	_, after, ends := bytes.Cut(rest, []byte(reportEnds))
	if !begins || !ends {
		return nil, nil, ecosystem.Errorf(ecosystem.CodeBadInput, "%s has no lines %s and %s to write the report between", file, reportBegins, reportEnds)
	}
	return before, after, nil
}

func writeBetween(file string, report []byte) error {
	before, after, err := aroundReport(file)
	if err != nil {
		return err
	}
	now := fmt.Sprintf("%s%s\n\n%s%s%s", before, reportBegins, report, reportEnds, after)
	return os.WriteFile(file, []byte(now), 0o644) //nolint:gosec // a document that anybody may read
}
