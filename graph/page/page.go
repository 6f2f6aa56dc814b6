package page

import (
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Args are the paging arguments of one list; nil means left out.
type Args struct {
	First  *int
	After  *string
	Last   *int
	Before *string
}

// Sizes bounds pages.
type Sizes struct{ Default, Max int }

// Limit is the number of rows that the arguments ask for.
func (a Args) Limit(sizes Sizes) (int, error) {
	switch {
	case a.First != nil && a.Last != nil:
		return 0, ecosystem.Errorf(ecosystem.CodeBadInput, "first and last were both given; give one of them")
	case a.Last != nil:
		return Bounded("last", a.Last, sizes)
	default:
		return Bounded("first", a.First, sizes)
	}
}

// Bounded is the value of an argument within its bounds, the default when it was
// left out.
func Bounded(name string, value *int, sizes Sizes) (int, error) {
	switch {
	case value == nil:
		return sizes.Default, nil
	case *value < 0:
		return 0, ecosystem.Errorf(ecosystem.CodeBadInput, "%s is %d, it cannot be less than 0", name, *value)
	case *value > sizes.Max:
		return 0, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%s is %d, at most %d is allowed", name, *value, sizes.Max)
	default:
		return *value, nil
	}
}

// HasCursor reports whether the arguments hold a cursor.
func (a Args) HasCursor() bool { return a.After != nil || a.Before != nil }

// CheckCursors refuses what is no cursor of the list. It does not need the
// generation: whether a cursor is stale is found by Page.
func (a Args) CheckCursors(list any) error {
	_, err := a.bounds(store.Scope{List: list})
	if err != nil && ecosystem.CodeOf(err) == ecosystem.CodeStaleCursor {
		return nil
	}
	return err
}

// Page is the page of the store that the arguments ask for.
func (a Args) Page(scope store.Scope, sizes Sizes) (store.Page, error) {
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
