package memory

import "github.com/innograph/innograph/store"

// bounds is the part of a list that the keys of a page enclose: the rows at
// positions lo to hi-1 of n. Behind a stale Before, hi may lie below lo.
type bounds struct{ n, lo, hi int }

// take collects the positions of a page's rows and what lies around them. Rows
// that match does not hold are no part of the list; nil holds all. It looks no
// further than it must.
func (b bounds) take(w *watch, p store.Page, match func(position int) bool) ([]int, store.PageInfo, error) {
	info := store.PageInfo{Total: -1}
	step, first, end := 1, b.lo, b.hi
	if p.Backward {
		step, first, end = -1, b.hi-1, b.lo-1
	}
	rows, more, err := scan(w, first, end, step, p.Limit, match)
	if err != nil {
		return nil, info, err
	}
	before, err := exists(w, b.lo-1, -1, -1, match)
	if err != nil {
		return nil, info, err
	}
	behind, err := exists(w, b.hi, b.n, 1, match)
	if err != nil {
		return nil, info, err
	}
	info.HasPrevious = before || (more && p.Backward)
	info.HasNext = behind || (more && !p.Backward)
	if p.Backward {
		for i, j := 0, len(rows)-1; i < j; i, j = i+1, j-1 {
			rows[i], rows[j] = rows[j], rows[i]
		}
	}
	return rows, info, nil
}

// exists reports whether there is a row between two positions.
func exists(w *watch, from, to, step int, match func(int) bool) (bool, error) {
	_, found, err := scan(w, from, to, step, 0, match)
	return found, err
}

// scan goes from one position towards another, which it does not reach, and
// collects up to limit rows; more tells that there was a further one.
func scan(w *watch, from, to, step, limit int, match func(int) bool) (rows []int, more bool, err error) {
	for i := from; (to-i)*step > 0; i += step {
		if err := w.tick(); err != nil {
			return nil, false, err
		}
		if match != nil && !match(i) {
			continue
		}
		if len(rows) == limit {
			return rows, true, nil
		}
		rows = append(rows, i)
	}
	return rows, false, nil
}

// mark is where a key stands among sorted values: at the value at, or just
// before it when the key's own value is not there.
type mark struct {
	at    int
	there bool
}

// compare orders the value at position i against the key.
func (m mark) compare(i int) int {
	switch {
	case i < m.at:
		return -1
	case i == m.at && m.there:
		return 0
	default:
		return 1
	}
}
