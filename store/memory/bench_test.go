package memory_test

import (
	"context"
	"flag"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/synthetic"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/storetest"
)

var walkEntities = flag.Int("walk-entities", 100_000, "BenchmarkWalk takes no graphs of more entities (up to 1000000)")

var benchEntities = flag.Int("bench-entities", 100_000, "entities of the graph that BenchmarkLarge asks; it has ten relations for each")

// BenchmarkLarge loads a large graph, tells what that costs, and times questions.
func BenchmarkLarge(b *testing.B) {
	before := heap()
	s := memory.New()
	begin := time.Now()
	generation, _ := loadMadeUp(b, s, *benchEntities)
	took := time.Since(begin)
	relations := 0
	for _, n := range generation.Relations {
		relations += n
	}
	b.Logf("%d entities and %d relations: made up and loaded in %s, %.0f bytes for an entity and its relations", *benchEntities, relations, took,
		float64(heap()-before)/float64(*benchEntities))
	begin = time.Now()
	if _, changes := loadMadeUp(b, s, *benchEntities); !changes.None() {
		b.Fatalf("second load: %+v", changes)
	}
	b.Logf("the same again: %s", time.Since(begin))
	for _, q := range questions(s, firstOfEach(b, s)) {
		b.Run(q.name, func(b *testing.B) {
			for b.Loop() {
				if err := q.ask(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkWalk walks in made-up graphs of several sizes, from common fields and
// from rare ones, and tells how far the slowest walks are from the others.
func BenchmarkWalk(b *testing.B) {
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		if n > *walkEntities {
			continue
		}
		s := memory.New()
		loadMadeUp(b, s, n)
		w, err := storetest.NewWorkload(b.Context(), s)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				begin := time.Now()
				if _, err := s.Walk(b.Context(), w.Walks[i%len(w.Walks)]); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(begin))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
		})
	}
}

// loadMadeUp fills a store with a made-up graph, in parts.
func loadMadeUp(b *testing.B, s store.Store, n int) (store.Generation, store.Changes) {
	b.Helper()
	g, err := synthetic.New(synthetic.Options{Entities: n, Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	load, err := s.Begin(b.Context(), store.Size{Entities: n, Relations: 10 * n})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = load.Close(b.Context()) }()
	for part := range g.Parts(10_000) {
		if err := load.Apply(b.Context(), part); err != nil {
			b.Fatal(err)
		}
	}
	generation, changes, err := load.Commit(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	return generation, changes
}

// firstOfEach lists the ids of the first entities of each kind.
func firstOfEach(b *testing.B, s store.Reader) map[ecosystem.Kind][]string {
	b.Helper()
	ids := map[ecosystem.Kind][]string{}
	for _, info := range ecosystem.Kinds() {
		p, err := s.List(b.Context(), store.Filter{Kinds: []ecosystem.Kind{info.Kind}}, store.Order{By: store.ByID}, store.Page{Limit: 1000})
		if err != nil {
			b.Fatal(err)
		}
		for _, e := range p.Entities {
			ids[info.Kind] = append(ids[info.Kind], e.ID)
		}
	}
	return ids
}

type question struct {
	name string
	ask  func(context.Context) error
}

func questions(s store.Reader, ids map[ecosystem.Kind][]string) []question {
	list := func(name string, f store.Filter, by store.OrderBy, p store.Page) question {
		return question{"list/" + name, func(ctx context.Context) error {
			_, err := s.List(ctx, f, store.Order{By: by}, p)
			return err
		}}
	}
	search := func(query string) question {
		return question{"search/" + query, func(ctx context.Context) error {
			_, err := s.Search(ctx, query, store.Filter{}, store.Page{Limit: 20})
			return err
		}}
	}
	facets := func(d store.Dimension) question {
		return question{"facets/" + string(d), func(ctx context.Context) error {
			_, err := s.Facets(ctx, store.Filter{}, []store.Dimension{d})
			return err
		}}
	}
	paths := func(name, from, to string, hops int) question {
		return question{"paths/" + name, func(ctx context.Context) error {
			_, err := s.Paths(ctx, store.PathQuery{From: from, To: to, MaxHops: hops, K: 10})
			return err
		}}
	}
	neighbors := func(name string, ids []string, f store.RelationFilter, p store.Page) question {
		return question{"neighbors/" + name, func(ctx context.Context) error {
			_, err := s.Neighbors(ctx, ids, f, p)
			return err
		}}
	}
	page, total := store.Page{Limit: 20}, store.Page{Limit: 20, Total: true}
	universities := store.Filter{Kinds: []ecosystem.Kind{ecosystem.University}}
	region, enterprises := ids[ecosystem.Region][0], ids[ecosystem.Enterprise]
	return []question{
		{"entity", func(ctx context.Context) error {
			_, err := s.Entities(ctx, enterprises[:1])
			return err
		}},
		list("all by name", store.Filter{}, store.ByName, page),
		list("kind by name", universities, store.ByName, total),
		list("kind by id", store.Filter{Kinds: []ecosystem.Kind{ecosystem.Enterprise}}, store.ByID, total),
		list("region and field", store.Filter{Region: ids[ecosystem.Region][1], Fields: ids[ecosystem.TechnologyField][1:2]}, store.ByName, total),
		list("section", store.Filter{Section: "专栏10"}, store.ByName, total),
		list("property", store.Filter{Properties: []store.PropertyFilter{{Name: "group", Values: []string{"科技公共服务平台"}}}}, store.ByName, total),
		list("hosted by a university", store.Filter{Related: []store.Related{{Type: ecosystem.HostedBy, Direction: store.Out, Where: &universities}}}, store.ByName, total),
		list("related to many", store.Filter{Related: []store.Related{{Type: ecosystem.CooperatesWith, Where: &store.Filter{Not: &universities}}}}, store.ByName, total),
		search("临沂液压装备有限公司"), search("lydx"), search("z"), search("made-up univ"), search("大学"),
		facets(store.FacetKind), facets(store.FacetRegion), facets(store.FacetDocument), facets(store.FacetCertainty),
		neighbors("one", enterprises[len(enterprises)/2:][:1], store.RelationFilter{}, total),
		neighbors("hub", []string{region}, store.RelationFilter{}, page),
		neighbors("hub filtered", []string{region}, store.RelationFilter{Kinds: []ecosystem.Kind{ecosystem.University}}, total),
		neighbors("hundred", enterprises[:100], store.RelationFilter{}, page),
		paths("2 hubs", enterprises[0], enterprises[1], 4),
		paths("hub to rim", enterprises[0], enterprises[len(enterprises)-1], 4),
		paths("rim to rim", enterprises[len(enterprises)-2], enterprises[len(enterprises)-1], 6),
	}
}

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
