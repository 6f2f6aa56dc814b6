package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/store/neo4j/bare"
)

// draw takes the arguments of a question from the graph itself: the same graph gives
// the same ones.
func draw(ctx context.Context, driver *bare.Driver, q question, n int) ([]map[string]any, error) {
	rows, err := driver.Rows(ctx, q.draw, map[string]any{"arguments": n})
	if err != nil {
		return nil, err
	}
	var out []map[string]any
	for _, row := range rows {
		if a, ok := at(row, "a").(map[string]any); ok {
			out = append(out, complete(a))
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("the graph has nothing that %s could be asked of", q.name)
	}
	return out, nil
}

// agree asks all servers for all arguments and fails where an answer differs from
// that of the first, or where all answers are empty. It returns the rows that were
// compared.
func agree(ctx context.Context, q question, targets []target, arguments []map[string]any) (rows int, err error) {
	var first asker
	for n, t := range targets {
		a, err := t.prepare(ctx, q, arguments, 1)
		if err != nil {
			return 0, err
		}
		defer a.close(context.WithoutCancel(ctx))
		if n == 0 {
			first = a
			continue
		}
		for i := range arguments {
			want, err := first.answer(ctx, i)
			if err != nil {
				return 0, err
			}
			got, err := a.answer(ctx, i)
			if err != nil {
				return 0, err
			}
			rows += len(got)
			if diff := cmp.Diff(want, got); diff != "" {
				return 0, fmt.Errorf("%s %v: %s and %s answer differently (-/+):\n%s", q.name, arguments[i], targets[0].name(), t.name(), diff)
			}
		}
	}
	if rows == 0 {
		return 0, errors.New("all answers to " + q.name + " are empty")
	}
	return rows, nil
}
