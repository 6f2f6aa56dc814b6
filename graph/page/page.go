package page

import "github.com/innograph/innograph/ecosystem"

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
