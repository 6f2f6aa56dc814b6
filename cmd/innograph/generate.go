package main

import (
	"context"
	"fmt"
	"iter"
	"time"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/synthetic"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/store"
)

func generateCommand() *cli.Command {
	return &cli.Command{
		Name:  "generate",
		Usage: "write the tables of a made-up graph of any size, to try and to measure with",
		Description: "The vocabulary is the real one, each entity has about ten relations, and a few have very many; nothing in it is true.\n" +
			"The same numbers give the same files. Rows are written as they are made: a graph of millions needs no memory.\n" +
			"  innograph generate --entities 100000 -o big\n  innograph serve --data big\n" +
			"--format " + formatAdmin + " writes the files of `neo4j-admin database import full` instead, the quickest way to fill a Neo4j database; it takes 0.1 GB of memory for a million relations.",
		Flags: []cli.Flag{
			&cli.IntFlag{Name: "entities", Value: 10_000, Usage: fmt.Sprintf("`NUMBER` of entities, %d to %d", synthetic.MinEntities, synthetic.MaxEntities)},
			&cli.Uint64Flag{Name: "seed", Value: 1, Usage: "another `NUMBER` gives another graph"},
			&cli.StringFlag{Name: "out", Aliases: []string{"o"}, Required: true, Usage: "`DIR` for the tables", TakesFile: true},
			&cli.StringFlag{Name: "format", Value: string(table.CSV), Usage: "`FORMAT` of the files: csv, or " + formatAdmin},
		},
		OnUsageError: asUsageError,
		Action:       generate,
	}
}

func generate(ctx context.Context, c *cli.Command) error {
	if c.Args().Present() {
		return usagef("generate takes no argument %q; the folder is named by --out", c.Args().First())
	}
	g, err := synthetic.New(synthetic.Options{Entities: c.Int("entities"), Seed: c.Uint64("seed")})
	if err != nil {
		return err
	}
	switch format := c.String("format"); format {
	case string(table.CSV):
	case formatAdmin:
		return exportAdmin(ctx, c, madeUp{g})
	default:
		return usagef("--format %s: made-up graphs are written as %s or %s", format, table.CSV, formatAdmin)
	}
	var documents, entities, relations int
	err = table.WriteRows(ctx, c.String("out"), table.Rows{
		Documents: counted(g.Documents(), &documents),
		Entities:  counted(g.Entities(), &entities),
		Relations: counted(g.Relations(), &relations),
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.Root().Writer, "wrote %d sources, %d entities and %d relations to %s\n", documents, entities, relations, c.String("out"))
	return err
}

// madeUp is a made-up graph as the content of a store that was loaded once.
type madeUp struct{ *synthetic.Generator }

func (m madeUp) Dump(ctx context.Context, visit func(ecosystem.Graph) error) error {
	for part := range m.Parts(10_000) {
		if ctx.Err() != nil {
			return ecosystem.Wrap(ctx.Err(), ecosystem.CodeTimeout, "the graph is not written to its end")
		}
		if err := visit(part); err != nil {
			return err
		}
	}
	return nil
}

// Generation counts what Dump gives.
func (m madeUp) Generation(context.Context) (store.Generation, error) {
	g := store.Generation{
		Number: 1, Loaded: time.Now().UTC().Format(time.RFC3339),
		Entities: map[ecosystem.Kind]int{}, Relations: map[ecosystem.RelationType]int{},
	}
	for range m.Documents() {
		g.Documents++
	}
	for e := range m.Entities() {
		g.Entities[e.Kind]++
	}
	for r := range m.Relations() {
		g.Relations[r.Type]++
	}
	return g, nil
}

// counted counts rows on their way.
func counted[T any](rows iter.Seq[T], n *int) iter.Seq[T] {
	return func(yield func(T) bool) {
		for row := range rows {
			*n++
			if !yield(row) {
				return
			}
		}
	}
}
