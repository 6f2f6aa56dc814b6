package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/data"
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan"
	"github.com/innograph/innograph/loader/table"
)

func locateCommand() *cli.Command {
	return &cli.Command{
		Name:      "locate",
		Usage:     "show the passage of a plan that a row of the tables comes from",
		ArgsUsage: "DIR PLAN [ROW | ID | NAME | 'FROM TYPE TO']…",
		Description: "DIR holds tables that cite the plan, as extract writes them; with --shipped instead of DIR, the shipped data set.\n" +
			"A record is named by its row (entities.csv:12, rows as Excel numbers them), by the id or the name of an entity (its rows\n" +
			"and those of its relations), or by a relation ('临沂大学 HOSTED_BY 浙江大学'). Without any, all rows are listed in short.\n" +
			"Exit code 1 when a place is not found in the plan.",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "shipped", Usage: "take the shipped data set instead of DIR"},
			&cli.BoolFlag{Name: "json", Usage: "print the result as JSON"},
		},
		OnUsageError: asUsageError,
		Action:       locate,
	}
}

func locate(ctx context.Context, c *cli.Command) error {
	source, path, asked, err := locateArgs(c)
	if err != nil {
		return err
	}
	var problems table.Problems
	records := table.Read(&problems, source)
	if n := problems.Total(); n > 0 {
		if _, err := fmt.Fprintf(c.Root().ErrWriter, "the tables have %d problems, and rows may be missing here; innograph load lists them\n", n); err != nil {
			return err
		}
	}
	book := newRowBook(&records)
	wanted, err := book.wanted(asked)
	if err != nil {
		return err
	}
	// The plan is read as a whole: its numbering makes the locators.
	result, err := extractFile(ctx, path, plan.Options{Documents: book.documents})
	if err != nil {
		return err
	}
	found, err := located(book, wanted, result, filepath.Base(path))
	if err != nil {
		return err
	}
	if err := printEvidence(c.Root().Writer, found, c.Bool("json"), len(asked) > 0); err != nil {
		return err
	}
	return missing(found)
}

// locateArgs takes the arguments apart.
func locateArgs(c *cli.Command) (source table.Source, path string, asked []string, err error) {
	args := c.Args().Slice()
	if c.Bool("shipped") {
		if len(args) < 1 {
			return source, "", nil, usagef("name the plan: innograph locate --shipped PLAN [ROW | ID | NAME]…")
		}
		return shippedTables(data.FS()), args[0], args[1:], nil
	}
	if len(args) < 2 {
		return source, "", nil, usagef("name the tables and the plan: innograph locate DIR PLAN [ROW | ID | NAME]…")
	}
	source, err = table.Open(args[0])
	return source, args[1], args[2:], err
}

// located looks the wanted rows up in the plan. Rows that cite other documents
// are left out, unless all do.
func located(book *rowBook, wanted []statement, result plan.Result, file string) ([]evidence, error) {
	var out []evidence
	cited := map[string]bool{}
	for _, st := range wanted {
		s := st.source
		s.Document = book.document(s.Document)
		cited[s.Document] = true
		if s.Document != result.Graph.Documents[0].ID {
			continue
		}
		e := evidenceOf(result, s)
		e.Row, e.Record, e.ID, e.sought = st.row, st.title, st.id, st.names
		out = append(out, e)
	}
	if len(out) > 0 {
		return out, nil
	}
	var titles []string
	for _, d := range book.documents {
		if cited[d.ID] {
			titles = append(titles, d.ID+" 《"+d.Title+"》")
		}
	}
	return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "%s is not the plan that these rows cite: its title is 《%s》, they cite %s; if it is the same document, give it this title in the table sources",
		file, result.Graph.Documents[0].Title, strings.Join(titles, ", "))
}

func printEvidence(w io.Writer, found []evidence, asJSON, whole bool) error {
	if asJSON {
		encoder := json.NewEncoder(w)
		encoder.SetIndent("", "  ")
		encoder.SetEscapeHTML(false)
		return encoder.Encode(found)
	}
	var b strings.Builder
	if !whole {
		var rows [][]string
		for _, e := range found {
			rows = append(rows, e.line())
		}
		b.WriteString(columns(rows))
	} else {
		for i, e := range found {
			if i == 0 || found[i-1].Record != e.Record {
				fmt.Fprintln(&b, e.Record)
			}
			b.WriteString(e.full())
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// missing is the error when a place is not in the plan.
func missing(found []evidence) error {
	lost := 0
	for _, e := range found {
		if !e.Found && e.Locator != "" {
			lost++
		}
	}
	if lost == 0 {
		return nil
	}
	return ecosystem.Errorf(ecosystem.CodeInvalidData, "%d of %d places are not in the plan; is it another edition, or was the column locator changed?", lost, len(found))
}
