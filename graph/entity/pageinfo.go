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

// NewPageInfo tells where a page with these keys stands.
func NewPageInfo(info store.PageInfo, scope store.Scope, keys []store.Key) PageInfo {
	p := PageInfo{HasNextPage: info.HasNext, HasPreviousPage: info.HasPrevious}
	if len(keys) > 0 {
		p.start, p.end = CursorOf(scope, keys, 0), CursorOf(scope, keys, len(keys)-1)
	}
	return p
}

// CursorOf makes a cursor when it is asked for: making one is not free, and most
// clients ask for the last only.
func CursorOf(scope store.Scope, keys []store.Key, i int) func() string {
	return func() string { return store.EncodeCursor(scope, keys[i]) }
}

func given(cursor func() string) (string, bool) {
	if cursor == nil {
		return "", false
	}
	return cursor(), true
}
