package route_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/route"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/storetest"
)

// The graph of the tests:
//
//	org:a —联合→ org:b ←建设— platform:p —部分→ platform:q —建设→ org:c
//	org:a, org:far and org:c lie in region:1; org:far has no other tie; org:alone has none.
func graph() ecosystem.Graph {
	source := []ecosystem.Source{{Document: "doc:a", Known: ecosystem.Stated, Confidence: 1}}
	b := ecosystem.NewBuilder()
	_ = b.Document(ecosystem.Document{ID: "doc:a", Title: "a"})
	for id, kind := range map[string]ecosystem.Kind{
		"org:a": ecosystem.University, "org:b": ecosystem.University, "org:c": ecosystem.University, "org:far": ecosystem.University, "org:alone": ecosystem.University,
		"platform:p": ecosystem.Platform, "platform:q": ecosystem.Platform, "region:1": ecosystem.Region,
	} {
		_ = b.Entity(ecosystem.Entity{ID: id, Kind: kind, Name: id, Sources: source})
	}
	for _, r := range []ecosystem.Relation{
		{Type: ecosystem.CooperatesWith, From: "org:a", To: "org:b", Weight: 0.4},
		{Type: ecosystem.HostedBy, From: "platform:p", To: "org:b"},
		{Type: ecosystem.PartOf, From: "platform:p", To: "platform:q", Status: ecosystem.Planned},
		{Type: ecosystem.HostedBy, From: "platform:q", To: "org:c"},
		{Type: ecosystem.LocatedIn, From: "org:a", To: "region:1"},
		{Type: ecosystem.LocatedIn, From: "org:far", To: "region:1"},
	} {
		r.Sources = source
		b.Relation(r)
	}
	return b.Graph()
}

// asked counts the calls for paths.
type asked struct {
	store.Reader
	paths int
}

func (a *asked) Paths(ctx context.Context, q store.PathQuery) (store.PathAnswer, error) {
	a.paths++
	return a.Reader.Paths(ctx, q)
}

// found is what matters of a result.
type found struct {
	Hops    []int // of the paths
	Reason  route.Reason
	Unknown []string
	Misses  []int // hops of the nearest misses
	Parts   []route.Part
}

func TestFind(t *testing.T) {
	s := stored(t)
	relations := func(types ...ecosystem.RelationType) store.RelationFilter {
		return store.RelationFilter{Types: types}
	}
	for _, test := range []struct {
		name  string
		query store.PathQuery
		want  found
		calls int
	}{
		{"a path", store.PathQuery{From: "org:a", To: "platform:p", MaxHops: 2}, found{Hops: []int{2}}, 1},
		{"to itself", store.PathQuery{From: "org:a", To: "org:a", MaxHops: 2}, found{Hops: []int{0}}, 1},
		{"one unknown id", store.PathQuery{From: "org:x", To: "org:a", MaxHops: 2}, found{Reason: route.UnknownID, Unknown: []string{"org:x"}}, 1},
		{"two unknown ids", store.PathQuery{From: "org:x", To: "org:y", MaxHops: 2}, found{Reason: route.UnknownID, Unknown: []string{"org:x", "org:y"}}, 1},
		{"the same unknown id", store.PathQuery{From: "org:x", To: "org:x", MaxHops: 2}, found{Reason: route.UnknownID, Unknown: []string{"org:x"}}, 1},
		{"too few hops", store.PathQuery{From: "org:a", To: "org:c", MaxHops: 3}, found{Reason: route.NoRouteWithinHops, Misses: []int{4}}, 3},
		{"too few hops of the server", store.PathQuery{From: "org:alone", To: "org:c", MaxHops: 6}, found{Reason: route.NoRouteWithinHops}, 2},
		{"no tie at all", store.PathQuery{From: "org:alone", To: "org:c", MaxHops: 2}, found{Reason: route.NoRouteWithinHops}, 3},
		{"only through a region", store.PathQuery{From: "org:a", To: "org:far", MaxHops: 2}, found{Reason: route.FilteredOut, Parts: []route.Part{route.ThroughHierarchy}}, 3},
		{"through a region", store.PathQuery{From: "org:a", To: "org:far", MaxHops: 2, ThroughHierarchy: true}, found{Hops: []int{2}}, 1},
		{"relations", store.PathQuery{From: "org:a", To: "org:b", MaxHops: 2, Filter: relations(ecosystem.HostedBy)}, found{Reason: route.FilteredOut, Parts: []route.Part{route.Relations}}, 5},
		{"direction", store.PathQuery{From: "org:b", To: "platform:p", MaxHops: 1, Filter: store.RelationFilter{Direction: store.Out}}, found{Reason: route.FilteredOut, Parts: []route.Part{route.Direction}}, 5},
		{"kinds", store.PathQuery{From: "org:a", To: "platform:p", MaxHops: 2, Filter: store.RelationFilter{Kinds: []ecosystem.Kind{ecosystem.Hospital}}}, found{Reason: route.FilteredOut, Parts: []route.Part{route.Kinds}}, 5},
		{"weight", store.PathQuery{From: "org:a", To: "org:b", MaxHops: 1, Filter: store.RelationFilter{MinWeight: 0.9}}, found{Reason: route.FilteredOut, Parts: []route.Part{route.MinWeight}}, 5},
		{"status", store.PathQuery{From: "org:a", To: "org:b", MaxHops: 1, Filter: store.RelationFilter{Statuses: []ecosystem.Status{ecosystem.Built}}}, found{Reason: route.FilteredOut, Parts: []route.Part{route.Status}}, 5},
		{"region", store.PathQuery{From: "org:a", To: "platform:p", MaxHops: 2, Filter: store.RelationFilter{Region: "region:1"}}, found{Reason: route.FilteredOut, Parts: []route.Part{route.Region}}, 5},
		{
			"statuses left out",
			store.PathQuery{From: "platform:p", To: "platform:q", MaxHops: 1, Filter: store.RelationFilter{ExcludeStatuses: []ecosystem.Status{ecosystem.Planned}}},
			found{Reason: route.FilteredOut, Parts: []route.Part{route.Status}},
			5,
		},
		{
			"two parts, of which one bars the way",
			store.PathQuery{From: "org:a", To: "org:b", MaxHops: 1, Filter: store.RelationFilter{MinWeight: 0.1, Types: []ecosystem.RelationType{ecosystem.HostedBy}}},
			found{Reason: route.FilteredOut, Parts: []route.Part{route.Relations}},
			6,
		},
		{
			"two parts that bar the way together only",
			store.PathQuery{From: "org:a", To: "org:b", MaxHops: 1, ThroughHierarchy: true, Filter: store.RelationFilter{MinWeight: 0.9, Types: []ecosystem.RelationType{ecosystem.HostedBy}}},
			found{Reason: route.FilteredOut, Parts: []route.Part{route.Relations, route.MinWeight}},
			5,
		},
		{
			"the filter bars the short way, a longer one is free",
			store.PathQuery{From: "org:b", To: "platform:q", MaxHops: 1, Filter: store.RelationFilter{MinWeight: 0.3}},
			found{Reason: route.NoRouteWithinHops, Misses: []int{2}},
			3,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			counted := &asked{Reader: s}
			test.query.K = 3
			r, err := route.Find(t.Context(), counted, test.query, 6, route.Wanted{Reason: true, NearestMisses: true})
			if err != nil {
				t.Fatal(err)
			}
			got := found{hops(r.Paths), r.Reason, r.UnknownIDs, hops(r.NearestMisses), r.FilteredBy}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if counted.paths != test.calls {
				t.Errorf("asked the store for paths %d times, want %d", counted.paths, test.calls)
			}
		})
	}
}

func TestFindExplainsOnlyWhatIsWanted(t *testing.T) {
	for _, test := range []struct {
		wanted route.Wanted
		want   found
		calls  int
	}{
		{route.Wanted{}, found{}, 1},
		{route.Wanted{Reason: true}, found{Reason: route.NoRouteWithinHops}, 2},
		{route.Wanted{NearestMisses: true}, found{Misses: []int{4}}, 2},
	} {
		counted := &asked{Reader: stored(t)}
		r, err := route.Find(t.Context(), counted, store.PathQuery{From: "org:a", To: "org:c", MaxHops: 3, K: 3}, 6, test.wanted)
		if err != nil {
			t.Fatal(err)
		}
		got := found{hops(r.Paths), r.Reason, r.UnknownIDs, hops(r.NearestMisses), r.FilteredBy}
		if diff := cmp.Diff(test.want, got); diff != "" || counted.paths != test.calls {
			t.Errorf("%+v: asked %d times, want %d (-want +got):\n%s", test.wanted, counted.paths, test.calls, diff)
		}
	}
}

func TestFindPassesErrorsOn(t *testing.T) {
	_, err := route.Find(t.Context(), stored(t), store.PathQuery{From: "org:a", To: "org:b", MaxHops: 100, K: 1}, 100, route.Wanted{})
	if ecosystem.CodeOf(err) != ecosystem.CodeLimitExceeded {
		t.Errorf("error %v, want LIMIT_EXCEEDED", err)
	}
}

func hops(paths []store.Path) (lengths []int) {
	for _, p := range paths {
		lengths = append(lengths, len(p.Steps))
	}
	return lengths
}

func stored(t *testing.T) store.Store {
	t.Helper()
	s := memory.New()
	if _, _, err := storetest.LoadAll(t.Context(), s, graph()); err != nil {
		t.Fatal(err)
	}
	return s
}
