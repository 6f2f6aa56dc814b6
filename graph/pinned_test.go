package graph_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/replica"
)

// overtaken takes a load in the middle of each operation: after the list that it
// answers.
type overtaken struct {
	store.Reader
	load func()
}

func (o overtaken) List(ctx context.Context, f store.Filter, order store.Order, p store.Page) (store.EntityPage, error) {
	page, err := o.Reader.List(ctx, f, order, p)
	o.load()
	return page, err
}

func (o overtaken) Pin() store.Reader { return overtaken{store.Pin(o.Reader), o.load} }

// TestOperationSeesOneGeneration loads another graph between the parts of an
// operation: all of them are of the graph that it began with, its cursors too.
func TestOperationSeesOneGeneration(t *testing.T) {
	db := memory.New()
	before := world(t)
	load(t, db, before)
	after := ecosystem.Graph{Entities: []ecosystem.Entity{{ID: "org:zju", Kind: ecosystem.University, Name: "别的大学"}}}
	o := overtaken{db, func() { load(t, db, after) }}
	const document = `{
		entities(first: 1, filter: {ids: ["org:zju"]}) { nodes { name region { name } sources { document { title } } } pageInfo { endCursor } }
		generation { number entities }
	}`
	const names = `{ entities(first: 1) { totalCount } generation { number } resolveName(name: "浙大") { chosen entity { name } } }`
	c := client{graph.NewHandler(graph.Config{Reader: o})}
	sameGraph := func(a answer) {
		t.Helper()
		if text := string(a.Data); len(a.Errors) > 0 || strings.Contains(text, "别的大学") {
			t.Errorf("%s %+v: not all of it is of the graph that the operation began with", text, a.Errors)
		}
	}
	for _, document := range []string{document, names} {
		load(t, db, before)
		a := c.ask(t, document, nil)
		sameGraph(a)
		if !strings.Contains(string(a.Data), "浙江") {
			t.Errorf("%s does not tell of the old graph", a.Data)
		}
		if a := c.ask(t, `{ node(id: "org:zju") { ... on Entity { name } } }`, nil); !strings.Contains(string(a.Data), "别的大学") {
			t.Errorf("the next operation: %s, want the new graph", a.Data)
		}
	}
}

// away is a graph of record that does not answer any more.
type away struct {
	*memory.Store
	gone bool
}

func (a *away) Generation(ctx context.Context) (store.Generation, error) {
	if a.gone {
		return store.Generation{}, errors.New("connection refused")
	}
	return a.Store.Generation(ctx)
}

// TestCopyTellsItsAge asks a replica whose record goes away. No cache may keep
// what it says of its age.
func TestCopyTellsItsAge(t *testing.T) {
	const age = `{ generation { number checkedAt stale } }`
	record := &away{Store: loaded(t)}
	s := replica.New(record, replica.Config{StaleAfter: time.Millisecond})
	if _, err := s.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	record.gone = true
	if _, err := s.Refresh(t.Context()); err == nil {
		t.Fatal("the record answers")
	}
	time.Sleep(2 * time.Millisecond)
	w := newClient(s).get(t, age)
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"number":1,"checkedAt":"20`) || !strings.Contains(w.Body.String(), `"stale":true`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if w.Header().Get("ETag") != "" || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("caches may keep it: %v", w.Header())
	}
	own := newClient(record.Store).ask(t, age, nil)
	sameJSON(t, own.Data, `{"generation": {"number": 1, "checkedAt": null, "stale": false}}`)
}

// TestChangesOfALoad asks what is new after a load.
func TestChangesOfALoad(t *testing.T) {
	db := loaded(t)
	c := newClient(db)
	g := world(t)
	g.Entities[0].NameEn = "Another name"
	g.Relations = g.Relations[1:]
	load(t, db, g)
	rows := func(created, updated, removed string) string {
		return `{"created": ` + created + `, "updated": ` + updated + `, "removed": ` + removed + `}`
	}
	const all = `{ entities { created updated removed } relations { created updated removed } documents { created updated removed } }`
	got := c.ask(t, `{ generation { number changes `+all+` since: changesSince(generation: 2) { entities { created } } never: changesSince(generation: 3) { entities { created } } } }`, nil)
	sameJSON(t, got.Data, `{"generation": {"number": 2,
		"changes": {"entities": `+rows("0", "1", "0")+`, "relations": `+rows("0", "0", "1")+`, "documents": `+rows("0", "0", "0")+`},
		"since": {"entities": {"created": 0}}, "never": null}}`)
}
