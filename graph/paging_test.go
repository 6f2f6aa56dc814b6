package graph_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/memory"
)

type connection struct {
	TotalCount int
	Edges      []struct {
		Cursor string
		Node   struct{ ID string }
	}
	PageInfo struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       *string
	}
}

func (c connection) ids() (ids []string) {
	for _, e := range c.Edges {
		ids = append(ids, e.Node.ID)
	}
	return ids
}

const rows = `{ totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`

// lists are connections of every sort, as a selection with the place of the page
// arguments; those of search and shortcuts go forward only.
func lists() []struct {
	name, selection string
	backward        bool
} {
	return []struct {
		name, selection string
		backward        bool
	}{
		{"entities", `list: entities(orderBy: {field: ID}, filter: {kinds: [PLATFORM, UNIVERSITY]}%s) ` + rows, true},
		{"entities by name downwards", `list: entities(orderBy: {direction: DESC}%s) ` + rows, true},
		{"search", `list: search(query: "储能"%s) ` + rows, false},
		{"relations", `node(id: "org:0") { ... on Entity { list: relations(filter: {status: null}%s) ` + rows + ` } }`, true},
		{"shortcut", `node(id: "field:1") { ... on TechnologyField { list: platforms(filter: {minWeight: 0.1}%s) ` + rows + ` } }`, false},
	}
}

// page asks for a page; args are the page arguments.
func (c client) page(t testing.TB, selection, args string) connection {
	t.Helper()
	got := data[struct {
		List connection
		Node struct{ List connection }
	}](t, c, "{ "+fmt.Sprintf(selection, ", "+args)+" }", nil)
	if got.Node.List.PageInfo.StartCursor != nil {
		return got.Node.List
	}
	return got.List
}

func TestPagesJoinedAreTheWholeList(t *testing.T) {
	s := memory.New()
	load(t, s, wideWorld(t))
	c := newClient(s)
	for _, list := range lists() {
		t.Run(list.name, func(t *testing.T) {
			whole := c.page(t, list.selection, "first: 100")
			want := whole.ids()
			if len(want) < 6 || whole.TotalCount != len(want) {
				t.Fatalf("the list has %d rows and a total of %d: not a list to page through", len(want), whole.TotalCount)
			}
			if diff := cmp.Diff(want, c.forward(t, list.selection, len(want))); diff != "" {
				t.Errorf("forward (-whole +joined):\n%s", diff)
			}
			if !list.backward {
				return
			}
			if diff := cmp.Diff(want, c.backward(t, list.selection, len(want))); diff != "" {
				t.Errorf("backward (-whole +joined):\n%s", diff)
			}
		})
	}
}

// forward joins pages of 4 from the first one on.
func (c client) forward(t *testing.T, selection string, total int) (joined []string) {
	t.Helper()
	args := "first: 4"
	for {
		p := c.page(t, selection, args)
		joined = append(joined, p.ids()...)
		if p.TotalCount != total {
			t.Errorf("a page tells a total of %d, want %d", p.TotalCount, total)
		}
		if p.PageInfo.HasPreviousPage != (args != "first: 4") {
			t.Errorf("page %q: hasPreviousPage is %v", args, p.PageInfo.HasPreviousPage)
		}
		if *p.PageInfo.StartCursor != p.Edges[0].Cursor || *p.PageInfo.EndCursor != p.Edges[len(p.Edges)-1].Cursor {
			t.Errorf("page %q: the cursors of pageInfo are not those of its edges", args)
		}
		if !p.PageInfo.HasNextPage || len(joined) > total {
			return joined
		}
		args = fmt.Sprintf("first: 4, after: %q", *p.PageInfo.EndCursor)
	}
}

// backward joins pages of 4 from the last one on.
func (c client) backward(t *testing.T, selection string, total int) (joined []string) {
	t.Helper()
	args := "last: 4"
	for {
		p := c.page(t, selection, args)
		joined = slices.Concat(p.ids(), joined)
		if !p.PageInfo.HasPreviousPage || len(joined) > total {
			return joined
		}
		args = fmt.Sprintf("last: 4, before: %q", *p.PageInfo.StartCursor)
	}
}

func TestPageSizes(t *testing.T) {
	s := memory.New()
	load(t, s, wideWorld(t))
	c := newClient(s)
	list := lists()[0].selection
	for args, want := range map[string]int{"first: 3": 3, "last: 2": 2, "first: null": 20, "first: 100": 48} {
		if got := len(c.page(t, list, args).ids()); got != want {
			t.Errorf("%s gives %d rows, want %d", args, got, want)
		}
	}
	none := data[struct{ Entities connection }](t, c, `{ entities(first: 0) `+rows+` }`, nil).Entities
	if len(none.Edges) != 0 || none.TotalCount == 0 || none.PageInfo.StartCursor != nil {
		t.Errorf("first: 0 gives %+v, want a total without rows and cursors", none)
	}
}

// TestBothCursors asks for what lies between two rows.
func TestBothCursors(t *testing.T) {
	s := memory.New()
	load(t, s, wideWorld(t))
	c := newClient(s)
	list := lists()[0].selection
	whole := c.page(t, list, "first: 100")
	between := fmt.Sprintf("after: %q, before: %q", whole.Edges[3].Cursor, whole.Edges[7].Cursor)
	got := c.page(t, list, between)
	if diff := cmp.Diff(whole.ids()[4:7], got.ids()); diff != "" {
		t.Errorf("between rows 3 and 7 (-want +got):\n%s", diff)
	}
}

func TestForeignAndStaleCursors(t *testing.T) {
	s := loaded(t)
	c := newClient(s)
	page := data[struct{ Entities connection }](t, c, `{ entities(filter: {kinds: [UNIVERSITY]}, first: 1) `+rows+` }`, nil).Entities
	v := variables{"after": page.PageInfo.EndCursor}
	ask := func(list string) []string {
		return c.ask(t, `query ($after: String) { `+list+` }`, v).codes()
	}
	for _, list := range []string{
		`entities(filter: {kinds: [PLATFORM]}, after: $after) { nodes { id } }`,
		`entities(filter: {kinds: [UNIVERSITY]}, orderBy: {field: ID}, after: $after) { nodes { id } }`,
		`search(query: "浙大", after: $after) { nodes { id } }`,
		`node(id: "org:zju") { ... on Entity { relations(after: $after) { nodes { id } } } }`,
	} {
		if diff := cmp.Diff([]string{"INVALID_CURSOR"}, ask(list)); diff != "" {
			t.Errorf("%s\nwith the cursor of another list (-want +got):\n%s", list, diff)
		}
	}
	same := `entities(filter: {kinds: [UNIVERSITY]}, first: 1, after: $after) { nodes { id } }`
	if codes := ask(same); codes != nil {
		t.Errorf("with its own cursor: %v", codes)
	}

	g := world(t)
	g.Entities = append(g.Entities, ecosystem.Entity{ID: "org:zzz", Kind: ecosystem.University, Name: "新大学", Sources: listed(0.9)})
	load(t, s, g)
	if diff := cmp.Diff([]string{"STALE_CURSOR"}, ask(same)); diff != "" {
		t.Errorf("after a load (-want +got):\n%s", diff)
	}
}
