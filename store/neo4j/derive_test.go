package neo4j

import (
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
	up := map[string][]string{"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": {"e"}, "e": {"a"}} // with a way round
	for _, c := range []struct {
		name  string
		from  []string
		steps int
		want  []string
	}{
		{"nothing", nil, 8, nil},
		{"no step", []string{"a"}, 0, []string{"a"}},
		{"one step", []string{"a"}, 1, []string{"a", "b", "c"}},
		{"two steps", []string{"a"}, 2, []string{"a", "b", "c", "d"}},
		{"from two", []string{"b", "e", "b"}, 1, []string{"a", "b", "d", "e"}},
		{"all the way round", []string{"a"}, 8, []string{"a", "b", "c", "d", "e"}},
	} {
		if diff := cmp.Diff(c.want, climb(c.from, up, c.steps)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestTokensStandBetweenBlanks(t *testing.T) {
	tokens := tokensOf(&ecosystem.Entity{Name: "浙大"})
	if tokens[0] != ' ' || tokens[len(tokens)-1] != ' ' {
		t.Errorf("%q", tokens)
	}
}
