package graph_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/store/memory"
)

const cursorSecret = "a secret that several servers share"

// TestCursorsOfOneKey hands a cursor from one server to another.
func TestCursorsOfOneKey(t *testing.T) {
	s := memory.New()
	load(t, s, wideWorld(t))
	serve := func(key string) client { return client{graph.NewHandler(graph.Config{Reader: s, CursorKey: key})} }
	first := serve(cursorSecret)
	for _, list := range lists() {
		given := *first.page(t, list.selection, "first: 3").PageInfo.EndCursor
		next := fmt.Sprintf(list.selection, fmt.Sprintf(", first: 3, after: %q", given))
		for name, test := range map[string]struct {
			server client
			want   []string
		}{
			"the same server":          {first, nil},
			"another with the key":     {serve(cursorSecret), nil},
			"one with another key":     {serve(cursorSecret + "."), []string{"INVALID_CURSOR"}},
			"one with its own key":     {serve(""), []string{"INVALID_CURSOR"}},
			"another with its own key": {serve(""), []string{"INVALID_CURSOR"}},
		} {
			if diff := cmp.Diff(test.want, test.server.ask(t, "{ "+next+" }", nil).codes()); diff != "" {
				t.Errorf("%s: %s (-want +got):\n%s", list.name, name, diff)
			}
		}
	}
}

// TestTamperedCursors changes cursors of every list in both directions.
func TestTamperedCursors(t *testing.T) {
	s := memory.New()
	load(t, s, wideWorld(t))
	counted := newCounting(s)
	c := newClient(counted)
	for _, list := range lists() {
		given := *c.page(t, list.selection, "first: 3").PageInfo.EndCursor
		args := []string{"first: 3, after: %q"}
		if list.backward {
			args = append(args, "last: 1, before: %q")
		}
		for _, arg := range args {
			if codes := c.ask(t, "{ "+fmt.Sprintf(list.selection, ", "+fmt.Sprintf(arg, given))+" }", nil).codes(); codes != nil {
				t.Fatalf("%s: %s with the cursor as given: %v", list.name, arg, codes)
			}
			for i := range given {
				changed := []byte(given)
				changed[i] = map[bool]byte{true: 'A', false: 'B'}[changed[i] != 'A']
				clear(counted.calls)
				codes := c.ask(t, "{ "+fmt.Sprintf(list.selection, ", "+fmt.Sprintf(arg, changed))+" }", nil).codes()
				if !slices.Equal(codes, []string{"INVALID_CURSOR"}) || counted.calls["List"]+counted.calls["Search"]+counted.calls["Neighbors"] > 0 {
					t.Fatalf("%s: %s with byte %d changed: codes %v, calls %v", list.name, arg, i, codes, counted.calls)
				}
			}
		}
	}
}

// TestEntityTagsOfAnotherKey wants an answer whose cursors no longer hold to be
// fetched anew.
func TestEntityTagsOfAnotherKey(t *testing.T) {
	s := loaded(t)
	tag := func(key string) string {
		return client{graph.NewHandler(graph.Config{Reader: s, CursorKey: key})}.get(t, threeNames).Header().Get("ETag")
	}
	if a, b := tag(cursorSecret), tag(cursorSecret); a != b || a == "" {
		t.Errorf("one key: tags %q and %q", a, b)
	}
	if a, b := tag(cursorSecret), tag(cursorSecret+"."); a == b {
		t.Errorf("two keys: one tag %q", a)
	}
	if a, b := tag(""), tag(""); a == b {
		t.Errorf("two random keys: one tag %q", a)
	}
}
