package storetest

import (
	"testing"

	"github.com/innograph/innograph/store"
)

// pages are the same part of the same list, with the keys of the oracle and with
// those of the store: keys are a store's own business.
type pages struct{ oracle, store store.Page }

// wholeList asks for all rows of a list of the subject at once.
func (s *subject) wholeList() pages {
	p := store.Page{Limit: s.limits().Page, Total: true}
	return pages{p, p}
}

// pages draws a part of a list from the keys of all its rows.
func (r *random) pages(want, got []store.Key) pages {
	p := store.Page{Limit: r.IntN(12), Backward: r.chance(2), Total: r.chance(2)}
	out := pages{p, p}
	if len(want) > 0 && r.chance(2) {
		i := r.IntN(len(want))
		out.oracle.After, out.store.After = want[i], got[i]
	}
	if len(want) > 0 && r.chance(2) {
		i := r.IntN(len(want))
		out.oracle.Before, out.store.Before = want[i], got[i]
	}
	return out
}

// ask puts a question to the oracle and to the store.
func ask[A any](t *testing.T, what string, o *oracle, s *subject, p pages, question func(store.Reader, store.Page) (A, error)) (want, got A) {
	t.Helper()
	want, err := question(o, p.oracle)
	if err != nil {
		t.Fatalf("%s: the oracle has no answer: %v", what, err)
	}
	got, err = question(s, p.store)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	return want, got
}
