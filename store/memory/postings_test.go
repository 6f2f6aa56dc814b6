package memory

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func collect(t *testing.T, rows [][]string) postings {
	t.Helper()
	c := newCollector()
	for place, keys := range rows {
		for _, key := range keys {
			c.add(key, int32(place))
		}
	}
	p, err := c.postings()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPostings(t *testing.T) {
	p := collect(t, [][]string{{"浙", "zju", "zhe"}, {"浙"}, {}, {"zju", "zju", ""}, {"z"}})
	for _, c := range []struct {
		key           string
		exact, prefix []int32
	}{
		{"浙", []int32{0, 1}, []int32{0, 1}},
		{"zju", []int32{0, 3}, []int32{0, 3}},
		{"z", []int32{4}, []int32{4, 0, 0, 3}}, // z, zhe, zju
		{"zj", nil, []int32{0, 3}},
		{"", []int32{3}, []int32{3, 4, 0, 0, 3, 0, 1}},
		{"zz", nil, nil},
		{"浙江", nil, nil},
		{"a", nil, nil},
	} {
		if diff := cmp.Diff(c.exact, p.exact(c.key)); diff != "" {
			t.Errorf("exact(%q) (-want +got):\n%s", c.key, diff)
		}
		if diff := cmp.Diff(c.prefix, p.prefix(c.key)); diff != "" {
			t.Errorf("prefix(%q) (-want +got):\n%s", c.key, diff)
		}
	}
}

func TestPostingsOfNothing(t *testing.T) {
	for name, p := range map[string]postings{"zero value": {}, "no keys": collect(t, nil)} {
		if p.exact("a") != nil || p.prefix("") != nil || p.keys.len() != 0 {
			t.Errorf("%s: has keys", name)
		}
	}
}

func TestPostingsAgainstScan(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 5))
	rows := make([][]string, 200)
	for i := range rows {
		for range rng.IntN(6) {
			rows[i] = append(rows[i], strings.Repeat("ab", rng.IntN(3))+strconv.Itoa(rng.IntN(40)))
		}
	}
	p := collect(t, rows)
	for _, key := range []string{"", "a", "ab", "ab1", "abab", "abab2", "1", "12", "39", "x"} {
		var exact, prefix []int32
		for i, keys := range rows {
			if slices.Contains(keys, key) {
				exact = append(exact, int32(i))
			}
			if slices.ContainsFunc(keys, func(k string) bool { return strings.HasPrefix(k, key) }) {
				prefix = append(prefix, int32(i))
			}
		}
		if diff := cmp.Diff(exact, p.exact(key)); diff != "" {
			t.Errorf("exact(%q) (-want +got):\n%s", key, diff)
		}
		got := slices.Clone(p.prefix(key))
		slices.Sort(got)
		if diff := cmp.Diff(prefix, slices.Compact(got)); diff != "" {
			t.Errorf("prefix(%q) (-want +got):\n%s", key, diff)
		}
	}
}

func TestLinkKeepsItsParts(t *testing.T) {
	for _, relation := range []int{0, 1, maxRelations - 1} {
		for _, kind := range []uint8{0, 14, 31} {
			for _, out := range []bool{false, true} {
				e := edge{link: newLink(relation, kind, out)}
				if int(e.relation()) != relation || e.kind() != kind || e.out() != out {
					t.Errorf("link of %d, %d, %v reads %d, %d, %v", relation, kind, out, e.relation(), e.kind(), e.out())
				}
			}
		}
	}
}

func TestVocabularyFitsItsMasks(t *testing.T) {
	v := newVocabulary()
	for what, n := range map[string]int{"kinds": len(v.kinds), "relation types": len(v.types), "statuses": len(v.statuses)} {
		if n > 32 {
			t.Errorf("%d %s do not fit a mask", n, what)
		}
	}
	if !slices.IsSorted(v.typeNames) {
		t.Errorf("relation types are not in the order of their texts: %v", v.typeNames)
	}
}
