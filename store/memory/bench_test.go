package memory_test

import (
	"context"
	"flag"
	"runtime"
	"testing"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/storetest"
)

var benchEntities = flag.Int("bench-entities", 100_000, "entities of the graph that BenchmarkLarge asks; it has ten relations for each")

// BenchmarkLarge loads a large graph, tells what that costs, and times questions.
func BenchmarkLarge(b *testing.B) {
	g := largeGraph(*benchEntities, 10)
	size := []int{len(g.Entities), len(g.Relations)}
	before := heap()
	s := memory.New()
	begin := time.Now()
	if _, _, err := storetest.LoadAll(b.Context(), s, g); err != nil {
		b.Fatal(err)
	}
	took := time.Since(begin)
	b.Logf("%d entities and %d relations: loaded in %s, %.0f bytes for an entity and its relations", size[0], size[1], took,
		float64(heap()-before)/float64(size[0]))
	begin = time.Now()
	if _, changes, err := storetest.LoadAll(b.Context(), s, g); err != nil || !changes.None() {
		b.Fatalf("second load: %+v, %v", changes, err)
	}
	b.Logf("the same again: %s", time.Since(begin))
	for _, q := range questions(s, g) {
		b.Run(q.name, func(b *testing.B) {
			for b.Loop() {
				if err := q.ask(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

type question struct {
	name string
	ask  func(context.Context) error
}

func questions(s store.Reader, g ecosystem.Graph) []question {
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
	ids := map[ecosystem.Kind][]string{}
	for _, e := range g.Entities {
		ids[e.Kind] = append(ids[e.Kind], e.ID)
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
		list("property", store.Filter{Properties: []store.PropertyFilter{{Name: "group", Values: []string{"创新"}}}}, store.ByName, total),
		list("hosted by a university", store.Filter{Related: []store.Related{{Type: ecosystem.HostedBy, Direction: store.Out, Where: &universities}}}, store.ByName, total),
		list("related to many", store.Filter{Related: []store.Related{{Type: ecosystem.CooperatesWith, Where: &store.Filter{Not: &universities}}}}, store.ByName, total),
		search(g.Entities[len(g.Entities)/2].Name),
		search("浙江大学"), search("zjdx"), search("z"), search("example org"), search("大学"),
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
