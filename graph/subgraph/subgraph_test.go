package subgraph_test

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/subgraph"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/storetest"
)

// recorder remembers what a store was asked for.
type recorder struct {
	store.Reader
	levels [][]string
	counts int // calls for no rows
	rows   int // most rows that one call could give
}

func (r *recorder) Neighbors(ctx context.Context, ids []string, f store.RelationFilter, p store.Page) ([]store.EdgePage, error) {
	if f.Far != nil && f.Far.IDs != nil {
		r.counts++
	} else {
		r.levels = append(r.levels, ids)
		r.rows = max(r.rows, p.Limit*len(ids))
	}
	return r.Reader.Neighbors(ctx, ids, f, p)
}

// TestExpandAgainstBruteForce compares cuts of random graphs with what a simple
// search over the list of relations gives.
func TestExpandAgainstBruteForce(t *testing.T) {
	filters := map[string]store.RelationFilter{
		"all":       {},
		"kinds":     {Kinds: []ecosystem.Kind{ecosystem.Platform}},
		"out":       {Direction: store.Out},
		"in, types": {Direction: store.In, Types: []ecosystem.RelationType{ecosystem.CooperatesWith, ecosystem.HostedBy}},
		"weight":    {MinWeight: 0.5},
		"region":    {Region: "region:1"},
		"region, out, weight, no plans": {
			Region: "region:1", Direction: store.Out, MinWeight: 0.3, ExcludeStatuses: []ecosystem.Status{ecosystem.Planned},
		},
		"out, kind": {Direction: store.Out, Kinds: []ecosystem.Kind{ecosystem.University}},
	}
	for seed := range uint64(6) {
		g := randomGraph(t, seed)
		s := stored(t, g)
		for name, filter := range filters {
			for depth := range 4 {
				for _, limit := range []int{0, 1, 7, 30, 900} {
					q := subgraph.Query{Starts: starts(t, s), Depth: depth, Filter: filter, Limit: limit}
					for _, q.Known = range [][]string{nil, knownEntities(), knownRelations(g)} {
						t.Run(fmt.Sprintf("seed %d, %s, depth %d, limit %d, %d known", seed, name, depth, limit, len(q.Known)), func(t *testing.T) {
							check(t, s, g, q)
						})
					}
				}
			}
		}
	}
}

// knownEntities are one start and others.
func knownEntities() []string {
	return []string{"org:01", "org:02", "platform:06", "org:07", "org:08", "platform:09", "org:none", "org:02"}
}

// knownRelations are both starts, others, and some relations.
func knownRelations(g ecosystem.Graph) []string {
	ids := append(knownEntities(), "platform:03")
	for i := 0; i < len(g.Relations); i += 3 {
		ids = append(ids, g.Relations[i].ID)
	}
	return ids
}

func check(t *testing.T, s store.Reader, g ecosystem.Graph, q subgraph.Query) {
	t.Helper()
	asked := &recorder{Reader: s}
	got, err := subgraph.Expand(t.Context(), asked, q)
	if err != nil {
		t.Fatal(err)
	}
	nodes := map[string]bool{}
	for _, n := range got.Nodes {
		if nodes[n.ID] {
			t.Errorf("node %s stands twice", n.ID)
		}
		nodes[n.ID] = true
		if slices.Contains(q.Known, n.ID) {
			t.Errorf("node %s is known", n.ID)
		}
	}
	drawn := func(id string) bool { return nodes[id] || slices.Contains(q.Known, id) }
	edges := map[string]bool{}
	for _, r := range got.Edges {
		if edges[r.ID] || !drawn(r.From) || !drawn(r.To) {
			t.Errorf("edge %s from %s to %s stands twice or dangles", r.ID, r.From, r.To)
		}
		edges[r.ID] = true
	}
	expanded := map[string]bool{} // the levels do not hold the outermost nodes
	for _, id := range slices.Concat(asked.levels...) {
		expanded[id] = true
	}
	want := touching(g, expanded, q.Filter)
	near := maps.Clone(nodes)
	for _, n := range q.Starts {
		near[n.ID] = true
	}
	maps.Copy(want, among(g, q, near, expanded))
	if want = unknown(g, q, want); got.TotalEdges != len(want) {
		t.Errorf("a total of %d edges, want %d", got.TotalEdges, len(want))
	}
	if got.Truncated != (got.TotalEdges > len(got.Edges)) || len(got.Edges) > q.Limit {
		t.Errorf("%d of %d edges, limit %d, truncated %v", len(got.Edges), got.TotalEdges, q.Limit, got.Truncated)
	}
	if len(asked.levels) > q.Depth+1 || asked.counts > 4 || asked.rows > 5*q.Limit+len(nodes) {
		t.Errorf("asked %d times, %d times for a count, for up to %d rows", len(asked.levels), asked.counts, asked.rows)
	}
	if got.Truncated {
		return
	}
	wantNodes, wantEdges := bruteForce(g, q)
	if diff := cmp.Diff(wantNodes, nodes); diff != "" {
		t.Errorf("nodes (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(wantEdges, edges); diff != "" {
		t.Errorf("edges (-want +got):\n%s", diff)
	}
}

// bruteForce is the whole cut, without a limit.
func bruteForce(g ecosystem.Graph, q subgraph.Query) (nodes, edges map[string]bool) {
	nodes, edges = map[string]bool{}, map[string]bool{}
	reached, inner := map[string]bool{}, map[string]bool{}
	for _, n := range q.Starts {
		reached[n.ID] = true
	}
	for range q.Depth {
		inner = maps.Clone(reached)
		edges = unknown(g, q, touching(g, reached, q.Filter))
		for _, r := range g.Relations {
			for _, end := range []string{r.From, r.To} {
				if edges[r.ID] && !slices.Contains(q.Known, end) {
					reached[end] = true
				}
			}
		}
	}
	maps.Copy(edges, among(g, q, reached, inner))
	edges = unknown(g, q, edges)
	for id := range reached {
		if !slices.Contains(q.Known, id) {
			nodes[id] = true
		}
	}
	return nodes, edges
}

// among are the relations that the filter holds as seen from an outermost node, and
// that lead to another one or to a known entity which is not an inner node.
func among(g ecosystem.Graph, q subgraph.Query, reached, inner map[string]bool) map[string]bool {
	outermost := map[string]bool{}
	for id := range reached {
		if !inner[id] && (!slices.Contains(q.Known, id) || slices.ContainsFunc(q.Known, isRelation)) {
			outermost[id] = true
		}
	}
	far := maps.Clone(outermost)
	for _, id := range q.Known {
		if !inner[id] {
			far[id] = true
		}
	}
	edges := touching(g, outermost, q.Filter)
	for _, r := range g.Relations {
		if !far[r.From] || !far[r.To] {
			delete(edges, r.ID)
		}
	}
	return edges
}

func isRelation(id string) bool { return strings.HasPrefix(id, "rel:") }

// unknown leaves out what is drawn already.
func unknown(g ecosystem.Graph, q subgraph.Query, edges map[string]bool) map[string]bool {
	for _, r := range g.Relations {
		drawn := slices.Contains(q.Known, r.From) && slices.Contains(q.Known, r.To)
		if slices.ContainsFunc(q.Known, isRelation) {
			drawn = slices.Contains(q.Known, r.ID)
		}
		if drawn {
			delete(edges, r.ID)
		}
	}
	return edges
}

// touching are the relations that the filter holds as seen from one of the nodes.
func touching(g ecosystem.Graph, nodes map[string]bool, f store.RelationFilter) map[string]bool {
	kinds := map[string]ecosystem.Kind{}
	for _, e := range g.Entities {
		kinds[e.ID] = e.Kind
	}
	located := located(g)
	far := func(id string) bool {
		return (f.Kinds == nil || slices.Contains(f.Kinds, kinds[id])) && (f.Region == "" || located[id])
	}
	found := map[string]bool{}
	for _, r := range g.Relations {
		info, _ := r.Type.Info()
		out := nodes[r.From] && (f.Direction != store.In || info.Symmetric) && far(r.To)
		in := nodes[r.To] && (f.Direction != store.Out || info.Symmetric) && far(r.From)
		if (out || in) && r.Weight >= f.MinWeight && !slices.Contains(f.ExcludeStatuses, r.Status) && (f.Types == nil || slices.Contains(f.Types, r.Type)) {
			found[r.ID] = true
		}
	}
	return found
}

// located are the entities in region:1, of which region:2 is a part.
func located(g ecosystem.Graph) map[string]bool {
	there := map[string]bool{}
	for _, r := range g.Relations {
		if r.Type == ecosystem.LocatedIn {
			there[r.From] = true
		}
	}
	return there
}

func randomGraph(t *testing.T, seed uint64) ecosystem.Graph {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 1))
	source := []ecosystem.Source{{Document: "doc:a", Known: ecosystem.Stated, Confidence: 1}}
	b := ecosystem.NewBuilder()
	if err := b.Document(ecosystem.Document{ID: "doc:a", Title: "a"}); err != nil {
		t.Fatal(err)
	}
	var ids []string
	for i := range 25 {
		e := ecosystem.Entity{ID: fmt.Sprintf("org:%02d", i), Kind: ecosystem.University, Name: strconv.Itoa(i), Sources: source}
		if i%3 == 0 {
			e.ID, e.Kind = fmt.Sprintf("platform:%02d", i), ecosystem.Platform
		}
		ids = append(ids, e.ID)
		if err := b.Entity(e); err != nil {
			t.Fatal(err)
		}
	}
	for _, id := range []string{"region:1", "region:2"} {
		if err := b.Entity(ecosystem.Entity{ID: id, Kind: ecosystem.Region, Name: id, Sources: source}); err != nil {
			t.Fatal(err)
		}
	}
	b.Relation(ecosystem.Relation{Type: ecosystem.PartOf, From: "region:2", To: "region:1", Weight: 1, Sources: source})
	for i, id := range ids {
		if i%5 != 1 { // one start, and not the other
			region := fmt.Sprint("region:", 1+i%2)
			b.Relation(ecosystem.Relation{Type: ecosystem.LocatedIn, From: id, To: region, Weight: 1, Sources: source})
		}
	}
	types := []ecosystem.RelationType{ecosystem.CooperatesWith, ecosystem.HostedBy, ecosystem.ReliesOn, ecosystem.PartOf}
	for range 20 + 15*seed {
		from, to := ids[random.IntN(len(ids))], ids[min(random.IntN(len(ids)), random.IntN(len(ids)))] // some nodes are hubs
		r := ecosystem.Relation{Type: types[random.IntN(len(types))], From: from, To: to, Weight: 0.1 + 0.9*random.Float64(), Sources: source}
		if random.IntN(4) == 0 {
			r.Status = ecosystem.Planned
		}
		f, _ := b.Has(from)
		o, _ := b.Has(to)
		if info, _ := r.Type.Info(); from != to && info.Allows(f.Kind, o.Kind) {
			b.Relation(r)
		}
	}
	return b.Graph()
}

func stored(t *testing.T, g ecosystem.Graph) store.Store {
	t.Helper()
	s := memory.New()
	if _, _, err := storetest.LoadAll(t.Context(), s, g); err != nil {
		t.Fatal(err)
	}
	return s
}

// starts are two nodes, one of them twice.
func starts(t *testing.T, s store.Reader) []*ecosystem.Entity {
	t.Helper()
	found, err := s.Entities(t.Context(), []string{"org:01", "platform:03", "org:01"})
	if err != nil || slices.Contains(found, nil) {
		t.Fatalf("starts: %v, %v", found, err)
	}
	return found
}

// TestAHubLeavesRoom wants a node with few edges to keep them beside a hub.
func TestAHubLeavesRoom(t *testing.T) {
	source := []ecosystem.Source{{Document: "doc:a", Known: ecosystem.Stated, Confidence: 1}}
	g := ecosystem.Graph{Documents: []ecosystem.Document{{ID: "doc:a", Title: "a"}}}
	add := func(id string) {
		g.Entities = append(g.Entities, ecosystem.Entity{ID: id, Kind: ecosystem.University, Name: id, Sources: source})
	}
	tie := func(a, b string) {
		r := ecosystem.Relation{Type: ecosystem.CooperatesWith, From: a, To: b, Weight: 1, Sources: source}
		r.ID = r.RelationID()
		g.Relations = append(g.Relations, r)
	}
	add("org:01")
	add("platform:03")
	g.Entities[1].Kind = ecosystem.Platform
	for i := range 100 {
		id := fmt.Sprintf("org:a%03d", i)
		add(id)
		tie("org:01", id)
		if i < 3 {
			tie("platform:03", id)
		}
	}
	s := stored(t, g)
	got, err := subgraph.Expand(t.Context(), s, subgraph.Query{Starts: starts(t, s), Depth: 1, Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	from := map[string]int{}
	for _, r := range got.Edges {
		from[r.From]++
	}
	if diff := cmp.Diff(map[string]int{"org:01": 7, "platform:03": 3}, from); diff != "" || got.TotalEdges != 103 {
		t.Errorf("edges per start (-want +got):\n%s%v, total %d, want 103", diff, slices.Sorted(maps.Keys(from)), got.TotalEdges)
	}
}

// TestATypeLeavesRoom wants relation types with few edges to keep them beside one
// with very many.
func TestATypeLeavesRoom(t *testing.T) {
	source := []ecosystem.Source{{Document: "doc:a", Known: ecosystem.Stated, Confidence: 1}}
	b := ecosystem.NewBuilder()
	if err := b.Document(ecosystem.Document{ID: "doc:a", Title: "a"}); err != nil {
		t.Fatal(err)
	}
	add := func(kind ecosystem.Kind, id string) {
		if err := b.Entity(ecosystem.Entity{ID: id, Kind: kind, Name: id, Sources: source}); err != nil {
			t.Fatal(err)
		}
	}
	add(ecosystem.University, "org:01")
	add(ecosystem.Platform, "platform:03")
	for i := range 60 {
		id := fmt.Sprintf("platform:a%03d", i)
		add(ecosystem.Platform, id)
		typ := ecosystem.BuiltBy // the first in the order of types
		if i < 4 {
			typ = ecosystem.HostedBy
		}
		b.Relation(ecosystem.Relation{Type: typ, From: id, To: "org:01", Weight: 1, Sources: source})
	}
	s := stored(t, b.Graph())
	got, err := subgraph.Expand(t.Context(), s, subgraph.Query{Starts: starts(t, s), Depth: 1, Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	of := map[ecosystem.RelationType]int{}
	for _, r := range got.Edges {
		of[r.Type]++
	}
	if diff := cmp.Diff(map[ecosystem.RelationType]int{ecosystem.BuiltBy: 6, ecosystem.HostedBy: 4}, of); diff != "" || got.TotalEdges != 60 {
		t.Errorf("edges per type (-want +got):\n%stotal %d, want 60", diff, got.TotalEdges)
	}
}
