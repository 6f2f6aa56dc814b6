package page

import "github.com/innograph/innograph/store"

// Want is what a client selected of a list.
type Want struct {
	Rows    bool // edges, nodes or pageInfo
	Total   bool
	Cursors bool // any cursor, which takes the generation
}

// Nothing reports whether the store need not be asked for the list.
func (w Want) Nothing() bool { return !w.Rows && !w.Total }

// Open checks the arguments of a list and gives the page to ask the store for,
// and the scope of its cursors. The generation is read before the rows, so that
// a load in between makes cursors stale, never wrong; it is not read when no
// cursor is given or wanted.
func (a Args) Open(list any, want Want, sizes Sizes, generation func() (store.Generation, error)) (store.Page, store.Scope, error) {
	scope := store.Scope{List: list}
	if _, err := a.Limit(sizes); err != nil {
		return store.Page{}, scope, err
	}
	if err := a.CheckCursors(list); err != nil {
		return store.Page{}, scope, err
	}
	if want.Cursors || a.HasCursor() {
		g, err := generation()
		if err != nil {
			return store.Page{}, scope, err
		}
		scope.Generation = g.Number
	}
	p, err := a.Page(scope, sizes)
	p.Total = want.Total
	if !want.Rows {
		p.Limit = 0
	}
	return p, scope, err
}
