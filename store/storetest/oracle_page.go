package storetest

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// comparer orders keys.
type comparer func(a, b store.Key) int

// compareTexts compares keys whose parts are all texts.
func compareTexts(a, b store.Key) int { return slices.Compare(a, b) }

// numberAt compares keys of which one part is a number, the higher one first,
// and the others are texts.
func numberAt(part int) comparer {
	return func(a, b store.Key) int {
		return cmp.Or(
			slices.Compare(a[:part], b[:part]),
			cmp.Compare(number(b[part]), number(a[part])),
			slices.Compare(a[part+1:], b[part+1:]),
		)
	}
}

// number reads a part of a key that checkNumber has passed.
func number(s string) float64 {
	f, _ := strconv.ParseFloat(s, 64)
	return f
}

func numberText(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }

// checkNumber refuses keys whose part is no number.
func checkNumber(p store.Page, part int) error {
	for _, key := range []store.Key{p.After, p.Before} {
		if key == nil {
			continue
		}
		if _, err := strconv.ParseFloat(key[part], 64); err != nil {
			return ecosystem.Wrap(err, ecosystem.CodeInvalidCursor, "the cursor belongs to another list")
		}
	}
	return nil
}

// paged is a page of rows of any sort.
type paged[R any] struct {
	store.PageInfo
	rows []R
	keys []store.Key
}

// cut sorts rows and takes a page out of them.
func cut[R any](rows []R, key func(R) store.Key, compare comparer, p store.Page) paged[R] {
	slices.SortFunc(rows, func(a, b R) int { return compare(key(a), key(b)) })
	out := paged[R]{PageInfo: store.PageInfo{Total: -1}}
	if p.Total {
		out.Total = len(rows)
	}
	for _, row := range rows {
		before := p.After != nil && compare(key(row), p.After) <= 0
		behind := p.Before != nil && compare(key(row), p.Before) >= 0
		out.HasPrevious = out.HasPrevious || before
		out.HasNext = out.HasNext || behind
		if !before && !behind {
			out.rows = append(out.rows, row)
		}
	}
	switch over := len(out.rows) - p.Limit; {
	case over <= 0:
	case p.Backward:
		out.rows, out.HasPrevious = out.rows[over:], true
	default:
		out.rows, out.HasNext = out.rows[:p.Limit], true
	}
	for _, row := range out.rows {
		out.keys = append(out.keys, key(row))
	}
	return out
}
