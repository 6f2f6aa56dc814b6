package introductions

import (
	"context"

	"github.com/innograph/innograph/introduction"
)

// Found are the introductions to one target, the best first, or why there are none.
type Found struct {
	All []introduction.Introduction
	Err error
}

// Find tells through whom who asks is introduced to each target. Whoever has nobody is
// introduced by the bodies of home, the region that looks for partners with it; an empty
// home is nobody.
func Find(ctx context.Context, s Store, from, home string, to []string, b Bounds) ([]Found, error) {
	found, err := findFrom(ctx, s, from, to, b)
	if err != nil || home == "" || home == from {
		return found, err
	}
	var without []string
	for i, f := range found {
		if f.Err == nil && len(f.All) == 0 {
			without = append(without, to[i])
		}
	}
	if len(without) == 0 {
		return found, nil
	}
	others, err := findFrom(ctx, s, home, without, b)
	if err != nil {
		return nil, err
	}
	for i, f := range found {
		if f.Err == nil && len(f.All) == 0 {
			found[i], others = others[0], others[1:]
		}
	}
	return found, nil
}

func findFrom(ctx context.Context, s Store, from string, to []string, b Bounds) ([]Found, error) {
	rows, err := read(ctx, s, from, to, b)
	if err != nil {
		return nil, err
	}
	found := make([]Found, len(rows))
	for i, a := range rows {
		if found[i].Err = a.Err; a.Err == nil {
			found[i].All = introduction.Find(a.World)
		}
	}
	return found, nil
}
