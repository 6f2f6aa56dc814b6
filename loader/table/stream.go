package table

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/innograph/innograph/ecosystem"
)

// Rows are the rows of a graph that is too large to be held.
type Rows struct {
	Documents iter.Seq[ecosystem.Document]
	Entities  iter.Seq[ecosystem.Entity]
	Relations iter.Seq[ecosystem.Relation]
}

// WriteRows writes CSV tables into a folder as Write does, but row by row, in the
// order in which the rows come, with all columns, and with LOCATED_IN among the
// relations. A context that is over leaves the old files as they were.
func WriteRows(ctx context.Context, dir string, r Rows) error {
	one := func(row cells) iter.Seq[cells] { return func(yield func(cells) bool) { yield(row) } }
	all := []sheet{
		streamed(ctx, Sources, r.Documents, func(d *ecosystem.Document) iter.Seq[cells] { return one(documentCells(*d)) }),
		streamed(ctx, Entities, r.Entities, func(e *ecosystem.Entity) iter.Seq[cells] { return entityRows(e, fold{}) }),
		streamed(ctx, Relations, r.Relations, relationRows),
	}
	files := eachSheet(".csv", func(s sheet, w io.Writer) error {
		return cmp.Or(writeCSV(s, w, false), ctx.Err())
	})(all)
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return fmt.Errorf("table: make the folder: %w", err)
	}
	if err := refuseStrangers(dir, files); err != nil {
		return err
	}
	return Options{}.replace(dir, files)
}

// streamed is a sheet of rows that are gone through once.
func streamed[T any](ctx context.Context, t Table, rows iter.Seq[T], cellsOf func(*T) iter.Seq[cells]) sheet {
	return sheet{name: string(t), columns: Columns(t), rows: func(yield func(cells) bool) {
		for row := range rows {
			for line := range cellsOf(&row) {
				if ctx.Err() != nil || !yield(line) {
					return
				}
			}
		}
	}}
}
