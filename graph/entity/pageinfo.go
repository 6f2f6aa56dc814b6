package entity

import "github.com/innograph/innograph/store"

// PageInfo tells where a page stands in its list, as Relay defines it.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	start, end      func() string // nil without rows
}

// StartCursor is the cursor of the first row.
func (p PageInfo) StartCursor() (string, bool) { return given(p.start) }

// EndCursor is the cursor of the last row.
func (p PageInfo) EndCursor() (string, bool) { return given(p.end) }

func pageInfo(info store.PageInfo, scope store.Scope, keys []store.Key) PageInfo {
	p := PageInfo{HasNextPage: info.HasNext, HasPreviousPage: info.HasPrevious}
	if len(keys) > 0 {
		p.start, p.end = cursor(scope, keys, 0), cursor(scope, keys, len(keys)-1)
	}
	return p
}

// cursor makes a cursor when it is asked for: making one is not free, and most
// clients ask for the last only.
func cursor(scope store.Scope, keys []store.Key, i int) func() string {
	return func() string { return store.EncodeCursor(scope, keys[i]) }
}

func given(cursor func() string) (string, bool) {
	if cursor == nil {
		return "", false
	}
	return cursor(), true
}
