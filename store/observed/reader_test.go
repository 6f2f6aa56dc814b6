package observed_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/data"
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/observed"
	"github.com/innograph/innograph/store/storetest"
)

type seen struct {
	Call string
	Rows int
	Err  string
}

type key struct{}

// note keeps what it is told; it must be used by one goroutine.
type note struct{ calls []seen }

func (n *note) observe(ctx context.Context, call string) (context.Context, func(int, error)) {
	return context.WithValue(ctx, key{}, call), func(rows int, err error) {
		n.calls = append(n.calls, seen{call, rows, fmt.Sprint(err)})
	}
}

// inContext fails unless each call runs in the context of its observer.
type inContext struct {
	store.Reader
	t *testing.T
}

func (c inContext) Generation(ctx context.Context) (store.Generation, error) {
	if ctx.Value(key{}) != "Generation" {
		c.t.Error("the call does not run within the context of the observer")
	}
	return c.Reader.Generation(ctx)
}

func filled(t testing.TB) store.Reader {
	t.Helper()
	g, err := loader.Read(table.Source{Name: "shipped", FS: data.FS()})
	if err != nil {
		t.Fatal(err)
	}
	db := memory.New()
	if _, _, err := storetest.LoadAll(t.Context(), db, g); err != nil {
		t.Fatal(err)
	}
	return db
}

func TestEachCallIsSeenWithItsRows(t *testing.T) {
	db := filled(t)
	all, err := db.List(t.Context(), store.Filter{}, store.Order{By: store.ByID}, store.Page{Limit: 3})
	if err != nil {
		t.Fatal(err)
	}
	id := all.Entities[0].ID
	var n note
	r := observed.Wrap(inContext{db, t}, n.observe)
	for _, ask := range []func() error{
		func() error { _, err := r.Entities(t.Context(), []string{id, "org:nobody"}); return err },
		func() error { _, err := r.Documents(t.Context(), []string{"nothing"}); return err },
		func() error {
			_, err := r.List(t.Context(), store.Filter{}, store.Order{By: store.ByID}, store.Page{Limit: 3})
			return err
		},
		func() error {
			_, err := r.Search(t.Context(), all.Entities[0].Name, store.Filter{IDs: []string{id}}, store.Page{Limit: 3})
			return err
		},
		func() error { _, err := r.Generation(t.Context()); return err },
	} {
		if err := ask(); err != nil {
			t.Fatal(err)
		}
	}
	want := []seen{{"Entities", 1, "<nil>"}, {"Documents", 0, "<nil>"}, {"List", 3, "<nil>"}, {"Search", 1, "<nil>"}, {"Generation", 1, "<nil>"}}
	if diff := cmp.Diff(want, n.calls); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestRowsOfTheOthers counts anew what the answers hold.
func TestRowsOfTheOthers(t *testing.T) {
	db := filled(t)
	all, err := db.List(t.Context(), store.Filter{}, store.Order{By: store.ByID}, store.Page{Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, e := range all.Entities {
		ids = append(ids, e.ID)
	}
	var n note
	r := observed.Wrap(db, n.observe)
	want := 0
	check := func(call string, err error) {
		t.Helper()
		if got := n.calls[len(n.calls)-1]; err != nil || want == 0 || got != (seen{call, want, "<nil>"}) {
			t.Errorf("%s: seen %v, want %d rows (%v)", call, got, want, err)
		}
		want = 0
	}
	facets, err := r.Facets(t.Context(), store.Filter{}, []store.Dimension{store.FacetKind, store.FacetRelation})
	for _, f := range facets {
		want += len(f.Buckets)
	}
	check("Facets", err)
	pages, err := r.Neighbors(t.Context(), ids, store.RelationFilter{}, store.Page{Limit: 5})
	for _, p := range pages {
		want += len(p.Edges)
	}
	check("Neighbors", err)
	paths, err := r.Paths(t.Context(), store.PathQuery{From: ids[0], To: ids[0], MaxHops: 1, K: 1})
	want = len(paths.Paths)
	check("Paths", err)
	walk, err := r.Walk(t.Context(), store.WalkQuery{Starts: []store.WalkStart{{ID: ids[0], Weight: 1}}, Steps: []store.WalkStep{{}}, Ends: 5})
	want = len(walk.Ends)
	check("Walk", err)
	err = r.Dump(t.Context(), func(g ecosystem.Graph) error {
		want += len(g.Documents) + len(g.Entities) + len(g.Relations)
		return nil
	})
	check("Dump", err)
}

// broken fails every call.
type broken struct{ store.Reader }

var errBroken = errors.New("broken")

func (broken) Generation(context.Context) (store.Generation, error) {
	return store.Generation{}, errBroken
}

func (broken) Entities(context.Context, []string) ([]*ecosystem.Entity, error) { panic("boom") }

func TestErrorsPass(t *testing.T) {
	var n note
	r := observed.Wrap(broken{}, n.observe)
	if _, err := r.Generation(t.Context()); !errors.Is(err, errBroken) {
		t.Errorf("the error became %v", err)
	}
	func() {
		defer func() {
			if cause := recover(); cause != "boom" {
				t.Errorf("the panic became %v", cause)
			}
		}()
		_, _ = r.Entities(t.Context(), nil)
	}()
	if diff := cmp.Diff([]seen{{"Generation", 0, "broken"}, {"Entities", 0, "<nil>"}}, n.calls); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestNamesAreThoseOfTheMethods keeps a call from being seen under another's name.
func TestNamesAreThoseOfTheMethods(t *testing.T) {
	contract := reflect.TypeFor[store.Reader]()
	for i := range contract.NumMethod() {
		method := contract.Method(i)
		var n note
		value := reflect.ValueOf(observed.Wrap(nothing{}, n.observe)).MethodByName(method.Name)
		arguments := []reflect.Value{reflect.ValueOf(t.Context())}
		for at := 1; at < method.Type.NumIn(); at++ {
			arguments = append(arguments, reflect.Zero(method.Type.In(at)))
		}
		func() {
			defer func() { _ = recover() }() // nothing answers
			value.Call(arguments)
		}()
		if !slices.ContainsFunc(n.calls, func(s seen) bool { return s.Call == method.Name }) || len(n.calls) != 1 {
			t.Errorf("%s is seen as %v", method.Name, n.calls)
		}
	}
}

type nothing struct{ store.Reader }

func TestNobodyLooks(t *testing.T) {
	db := filled(t)
	if got := observed.Wrap(db, nil, nil); got != db {
		t.Errorf("without an observer the reader is %T", got)
	}
	var order []string
	mark := func(name string) observed.Observer {
		return func(ctx context.Context, _ string) (context.Context, func(int, error)) {
			order = append(order, name)
			return ctx, func(int, error) { order = append(order, name+" done") }
		}
	}
	if _, err := observed.Wrap(db, mark("outer"), nil, mark("inner")).Generation(t.Context()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"outer", "inner", "inner done", "outer done"}, order); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What a reader can do beside answering is passed on: holding on to a graph, which
// goes on being watched, and telling its age.
func TestPinAndFreshnessPassThrough(t *testing.T) {
	db := memory.New()
	load := func(name string) {
		t.Helper()
		g := ecosystem.Graph{Entities: []ecosystem.Entity{{ID: "org:a", Kind: ecosystem.University, Name: name}}}
		if _, _, err := storetest.LoadAll(t.Context(), db, g); err != nil {
			t.Fatal(err)
		}
	}
	calls := 0
	r := observed.Wrap(db, func(ctx context.Context, _ string) (context.Context, func(int, error)) {
		calls++
		return ctx, func(int, error) {}
	})
	load("旧")
	held := store.Pin(r)
	load("新")
	if got, err := held.Entities(t.Context(), []string{"org:a"}); err != nil || got[0].Name != "旧" || calls != 1 {
		t.Errorf("%+v, %v, watched %d times, want the old graph, watched", got, err, calls)
	}
	if _, copied := store.FreshnessOf(r); copied {
		t.Error("the store passes for a copy")
	}
	if _, copied := store.FreshnessOf(observed.Wrap(aged{db}, func(ctx context.Context, _ string) (context.Context, func(int, error)) {
		return ctx, func(int, error) {}
	})); !copied {
		t.Error("the copy passes for the graph of record")
	}
}

type aged struct{ store.Reader }

func (aged) Freshness() (store.Freshness, bool) { return store.Freshness{Stale: true}, true }
