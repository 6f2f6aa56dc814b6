package storetest

import (
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// pageCase is a part of the list of organizations by id:
// alone fudan hospital lingong ly-gov lyu nimte sdaari sdsia zju.
type pageCase struct {
	name          string
	kinds         []ecosystem.Kind // nil: organizations
	limit         int
	after, before string // slugs of rows
	backward      bool
	want          string // slugs
	previous      bool
	next          bool
}

func pageCases() []pageCase {
	return []pageCase{
		{name: "first", limit: 3, want: "alone fudan hospital", next: true},
		{name: "middle", limit: 3, after: "hospital", want: "lingong ly-gov lyu", previous: true, next: true},
		{name: "last, full", limit: 3, after: "nimte", want: "sdaari sdsia zju", previous: true},
		{name: "last, not full", limit: 3, after: "sdaari", want: "sdsia zju", previous: true},
		{name: "behind the end", limit: 3, after: "zju", previous: true},
		{name: "all", limit: 10, want: "alone fudan hospital lingong ly-gov lyu nimte sdaari sdsia zju"},
		{name: "all but one", limit: 9, want: "alone fudan hospital lingong ly-gov lyu nimte sdaari sdsia", next: true},

		{name: "backward from the end", limit: 3, backward: true, want: "sdaari sdsia zju", previous: true},
		{name: "backward", limit: 2, before: "lyu", backward: true, want: "lingong ly-gov", previous: true, next: true},
		{name: "backward to the beginning", limit: 3, before: "lingong", backward: true, want: "alone fudan hospital", next: true},
		{name: "before the beginning", limit: 3, before: "alone", backward: true, next: true},
		{name: "all but one, backward", limit: 9, backward: true, want: "fudan hospital lingong ly-gov lyu nimte sdaari sdsia zju", previous: true},

		{name: "forward before a row", limit: 2, before: "lyu", want: "alone fudan", next: true},
		{name: "backward after a row", limit: 2, after: "sdaari", backward: true, want: "sdsia zju", previous: true},
		{name: "both bounds", limit: 9, after: "fudan", before: "lyu", want: "hospital lingong ly-gov", previous: true, next: true},
		{name: "both bounds, cut", limit: 2, after: "fudan", before: "lyu", want: "hospital lingong", previous: true, next: true},
		{name: "both bounds, cut backward", limit: 2, after: "fudan", before: "lyu", backward: true, want: "lingong ly-gov", previous: true, next: true},
		{name: "nothing between the bounds", limit: 9, after: "fudan", before: "hospital", previous: true, next: true},
		{name: "crossed bounds", limit: 9, after: "lyu", before: "fudan", previous: true, next: true},

		{name: "no rows asked for", limit: 0, next: true},
		{name: "no rows asked for, backward", limit: 0, backward: true, previous: true},
		{name: "no rows asked for after a row", limit: 0, after: "lyu", previous: true, next: true},
		{name: "no rows asked for after the last", limit: 0, after: "zju", previous: true},

		// Bounds that the list does not hold are places all the same.
		{name: "after a row of another list", kinds: []ecosystem.Kind{ecosystem.University}, limit: 1, after: "hospital", want: "lyu", previous: true, next: true},
		{name: "after one before the first", kinds: []ecosystem.Kind{ecosystem.University}, limit: 5, after: "alone", want: "fudan lyu zju"},
		{name: "before a row of another list", kinds: []ecosystem.Kind{ecosystem.University}, limit: 1, before: "sdsia", backward: true, want: "lyu", previous: true, next: true},
		{name: "before one behind the last", kinds: []ecosystem.Kind{ecosystem.Agency, ecosystem.University}, limit: 2, before: "zju", want: "fudan ly-gov", next: true},
		{name: "nothing to page", kinds: []ecosystem.Kind{}, limit: 5},
		{name: "nothing to page after a row", kinds: []ecosystem.Kind{}, limit: 5, after: "lyu"},
	}
}

func testPages(t *testing.T, s *subject) {
	organizations := store.Filter{Kinds: ecosystem.OrganizationKinds()}
	order := store.Order{By: store.ByID}
	full, err := s.List(t.Context(), organizations, order, store.Page{Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	keys := map[string]store.Key{} // "" has none
	for i, row := range s.listed(t, full).Rows {
		keys[row] = full.Keys[i]
	}
	slug := func(s string) string { return "org:" + s }
	for _, c := range pageCases() {
		t.Run(c.name, func(t *testing.T) {
			filter := organizations
			if c.kinds != nil {
				filter.Kinds = c.kinds
			}
			page := store.Page{Limit: c.limit, After: keys[slug(c.after)], Before: keys[slug(c.before)], Backward: c.backward}
			want := answer{PageInfo: store.PageInfo{HasPrevious: c.previous, HasNext: c.next, Total: -1}}
			for _, w := range words(c.want) {
				want.Rows = append(want.Rows, slug(w))
			}
			got, err := s.List(t.Context(), filter, order, page)
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "page", want, s.listed(t, got))

			page.Total, want.Total = true, s.count(filter.Kinds)
			got, err = s.List(t.Context(), filter, order, page)
			if err != nil {
				t.Fatal(err)
			}
			equal(t, "page with the total of the whole list", want, s.listed(t, got))
		})
	}
}

// count is the number of entities of these kinds.
func (s *subject) count(kinds []ecosystem.Kind) int {
	n := 0
	for _, e := range s.graph.Entities {
		if among(kinds, e.Kind) {
			n++
		}
	}
	return n
}
