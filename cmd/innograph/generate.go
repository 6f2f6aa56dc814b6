package main

import (
	"context"
	"fmt"
	"iter"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/loader/synthetic"
	"github.com/innograph/innograph/loader/table"
)

func generateCommand() *cli.Command {
	return &cli.Command{
		Name:  "generate",
		Usage: "write the tables of a made-up graph of any size, to try and to measure with",
		Description: "The vocabulary is the real one, each entity has about ten relations, and a few have very many; nothing in it is true.\n" +
			"The same numbers give the same files. Rows are written as they are made: a graph of millions needs no memory.\n" +
			"  innograph generate --entities 100000 -o big\n  innograph serve --data big",
		Flags: []cli.Flag{
			&cli.IntFlag{Name: "entities", Value: 10_000, Usage: fmt.Sprintf("`NUMBER` of entities, %d to %d", synthetic.MinEntities, synthetic.MaxEntities)},
			&cli.Uint64Flag{Name: "seed", Value: 1, Usage: "another `NUMBER` gives another graph"},
			&cli.StringFlag{Name: "out", Aliases: []string{"o"}, Required: true, Usage: "`DIR` for the tables", TakesFile: true},
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
