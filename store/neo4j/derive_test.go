package neo4j

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

func TestSectionsOf(t *testing.T) {
	got := sectionsOf([]ecosystem.Source{
		{Document: "doc:a", Locator: "专栏5.2（3）"},
		{Document: "doc:b", Locator: "专栏5"},
		{Document: "doc:c"},
	})
	want := []string{
		"#专栏5", "#专栏5.2", "#专栏5.2（3）", "doc:a#专栏5", "doc:a#专栏5.2", "doc:a#专栏5.2（3）", "doc:b#专栏5",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sections (-want +got):\n%s", diff)
	}
}

func TestClimb(t *testing.T) {
	const a, b, c, d, e = 0, 1, 2, 3, 4
	up := arcs{{a, b}, {a, c}, {b, d}, {c, d}, {d, e}, {e, a}} // with a way round
	for _, test := range []struct {
		name  string
		from  []uint32
		steps int
		want  []uint32
	}{
		{"nothing", nil, 8, nil},
		{"no step", []uint32{a}, 0, []uint32{a}},
		{"one step", []uint32{a}, 1, []uint32{a, b, c}},
		{"two steps", []uint32{a}, 2, []uint32{a, b, c, d}},
		{"from two", []uint32{b, e, b}, 1, []uint32{a, b, d, e}},
		{"all the way round", []uint32{a}, 8, []uint32{a, b, c, d, e}},
	} {
		if diff := cmp.Diff(test.want, slices.Sorted(maps.Keys(climb(test.from, up, test.steps)))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestTokensStandBetweenBlanks(t *testing.T) {
	tokens := tokensOf(&ecosystem.Entity{Name: "浙大"})
	if tokens[0] != ' ' || tokens[len(tokens)-1] != ' ' {
		t.Errorf("%q", tokens)
	}
}
