package page

import (
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Want is what a client selected of a list.
type Want struct {
	Rows    bool // edges, nodes or pageInfo
	Total   bool
	Cursors bool // any cursor, which takes the generation
}

// Nothing reports whether the store need not be asked for the list.
func (w Want) Nothing() bool { return !w.Rows && !w.Total }

// Lists is what all lists of an operation share.
type Lists struct {
	Sizes      Sizes
	Signer     store.Signer // of cursors
	Generation func() (store.Generation, error)
}

// Open checks the arguments of a list and gives the page to ask the store for,
// and the scope of its cursors. The generation is read before the rows, so that
// a load in between makes cursors stale, never wrong; it is not read when no
// cursor is given or wanted.
func (a Args) Open(list any, want Want, of Lists) (store.Page, store.Scope, error) {
	scope := store.Scope{List: list, Signer: of.Signer}
	if _, err := a.Limit(of.Sizes); err != nil {
		return store.Page{}, scope, err
	}
	if err := a.checkCursors(scope); err != nil {
		return store.Page{}, scope, err
	}
	if want.Cursors || a.HasCursor() {
		g, err := of.Generation()
		if err != nil {
			return store.Page{}, scope, err
		}
		scope.Generation = g.Number
	}
	p, err := a.page(scope, of.Sizes)
	p.Total = want.Total
	if !want.Rows {
		p.Limit = 0
	}
	return p, scope, err
}

// checkCursors refuses what is no cursor of the list. It does not need the
// generation: whether a cursor is stale is found by page.
func (a Args) checkCursors(scope store.Scope) error {
	_, err := a.bounds(scope)
	if err != nil && ecosystem.CodeOf(err) == ecosystem.CodeStaleCursor {
		return nil
	}
	return err
}

// page is the page of the store that the arguments ask for.
func (a Args) page(scope store.Scope, sizes Sizes) (store.Page, error) {
	limit, err := a.Limit(sizes)
	if err != nil {
		return store.Page{}, err
	}
	p, err := a.bounds(scope)
	p.Limit, p.Backward = limit, a.Last != nil
	return p, err
}

func (a Args) bounds(scope store.Scope) (p store.Page, err error) {
	if p.After, err = decode(scope, a.After); err != nil {
		return p, err
	}
	p.Before, err = decode(scope, a.Before)
	return p, err
}

func decode(scope store.Scope, cursor *string) (store.Key, error) {
	if cursor == nil {
		return nil, nil
	}
	return store.DecodeCursor(scope, *cursor)
}
