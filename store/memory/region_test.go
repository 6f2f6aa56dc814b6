package memory

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// TestRegionSetsAreKept asks for regions again and again: sets that a filter narrows are
// not those that are kept, and no more than so many are.
func TestRegionSetsAreKept(t *testing.T) {
	s := loaded(t, village(300, 3))
	count := func(f store.Filter) int {
		page, err := s.List(t.Context(), f, store.Order{By: store.ByID}, store.Page{Total: true})
		if err != nil {
			t.Fatal(err)
		}
		return page.Total
	}
	here := store.Filter{Region: "region:r"}
	narrowed := store.Filter{Region: "region:r", Not: &store.Filter{IDs: []string{"org:o00000", "org:o00001"}}}
	all, some := count(here), count(narrowed)
	if all < 10 || some != all-2 {
		t.Fatalf("%d lie there, %d without two of them", all, some)
	}
	for range 3 {
		if diff := cmp.Diff([]int{all, some, all}, []int{count(here), count(narrowed), count(here)}); diff != "" {
			t.Errorf("asked again (-first +then):\n%s", diff)
		}
	}
	kept := s.current.Load().regions
	if len(kept.held) != 1 {
		t.Errorf("%d sets of one region are kept", len(kept.held))
	}
	count(store.Filter{Region: "region:none"})
	for i := range 2 * maxRegionSets {
		kept.put(regionKey{in: fmt.Sprint("region:", i), levels: 8}, newSet(10))
	}
	if len(kept.held) != maxRegionSets {
		t.Errorf("%d sets are kept, want %d", len(kept.held), maxRegionSets)
	}
	if count(here) != all || count(store.Filter{Region: "region:none"}) != 0 {
		t.Error("a region that is kept no longer has another answer")
	}
	load := loaded(t, village(30, 3))
	if got := load.current.Load().regions; len(got.held) != 0 {
		t.Errorf("a new snapshot has %d sets", len(got.held))
	}
}

// TestSetsOfRegionsAreShared: filters of known regions alone are worked out once, and no
// two that hold something else have one set.
func TestSetsOfRegionsAreShared(t *testing.T) {
	s := loaded(t, village(300, 3))
	sel := s.selector(t.Context(), s.current.Load())
	here := store.Filter{Region: "region:r"}
	for _, c := range []struct {
		name   string
		filter store.Filter
		shared bool
	}{
		{"a region", here, true},
		{"all but a region", store.Filter{Not: &here}, true},
		{"a region but itself", store.Filter{Region: "region:r", Not: &here}, true},
		{"a region but everything", store.Filter{Region: "region:r", Not: &store.Filter{}}, false},
		{"an unknown region", store.Filter{Region: "region:none"}, false},
		{"all but an unknown region", store.Filter{Not: &store.Filter{Region: "region:none"}}, false},
		{"a region and a kind", store.Filter{Region: "region:r", Kinds: []ecosystem.Kind{ecosystem.University}}, false},
		{"a region but one of it", store.Filter{Region: "region:r", Not: &store.Filter{Region: "region:r", IDs: []string{"org:o00000"}}}, false},
	} {
		want, err := sel.set(&c.filter)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			got, err := sel.shared(&c.filter)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-alone +shared):\n%s", c.name, diff)
			}
		}
		first, _ := sel.shared(&c.filter)
		second, _ := sel.shared(&c.filter)
		if (&first[0] == &second[0]) != c.shared {
			t.Errorf("%s: shared is %v, want %v", c.name, !c.shared, c.shared)
		}
	}
}
