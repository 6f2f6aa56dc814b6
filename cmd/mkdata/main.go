// Command mkdata makes the shipped data set: it turns the fact tables and the
// plan that are gathered beside the checkout into the tables of data/.
//
//	go run ./cmd/mkdata --shared ../shared -o data
//
// It fails on any cell that it does not know how to read, so that no fact and no
// source is lost without a word, and prints what it merged and dropped.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/table"
)

func main() {
	shared := flag.String("shared", "../shared", "folder with data/ (fact tables) and plans/")
	out := flag.String("o", "data", "folder to write the tables to")
	flag.Parse()
	if err := run(context.Background(), *shared, *out, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "mkdata:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, shared, out string, log io.Writer) error {
	r := newReport()
	g, err := makeGraph(ctx, shared, r)
	if err != nil {
		return err
	}
	if err := table.Write(out, g, table.Options{Split: true}); err != nil {
		return err
	}
	return errors.Join(writeCounts(out), r.write(log, g))
}

// makeGraph joins the fact tables and the plan's facts and checks the result.
func makeGraph(ctx context.Context, shared string, r *report) (ecosystem.Graph, error) {
	file := filepath.Join(shared, "plans", planFile)
	alone, err := planFacts(ctx, file, ecosystem.Document{}, ecosystem.Graph{}) // for its outline
	if err != nil {
		return ecosystem.Graph{}, err
	}
	tables, err := convert(filepath.Join(shared, "data"), places{passage: alone.Outline.Find}, r)
	if err != nil {
		return ecosystem.Graph{}, err
	}
	facts, err := planFacts(ctx, file, planDocument(), tables)
	if err != nil {
		return ecosystem.Graph{}, err
	}
	r.diagnosed(facts.Diagnostics)
	g, err := join(tables, facts.Graph)
	return g, errors.Join(err, invalid(g))
}

// invalid reports all broken rules of a graph.
func invalid(g ecosystem.Graph) error {
	var errs []error
	for _, p := range ecosystem.Validate(g) {
		errs = append(errs, fmt.Errorf("%s: %s: %s", p.ID, p.Field, p.Message))
	}
	return errors.Join(errs...)
}
