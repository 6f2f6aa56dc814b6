package neo4j_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/neo4j"
)

func TestScratchTimes(t *testing.T) {
	if os.Getenv("SCRATCH") == "" {
		t.Skip("scratch")
	}
	s, err := neo4j.Open(context.Background(), neo4j.Config{URI: os.Getenv("INNOGRAPH_TEST_NEO4J_URI"), Password: os.Getenv("INNOGRAPH_TEST_NEO4J_PASSWORD")})
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	p20 := store.Page{Limit: 20}
	var twenty []string
	for i := range 20 {
		twenty = append(twenty, fmt.Sprintf("org:n%06d", 5000+i))
	}
	list := func(f store.Filter, by store.OrderBy, p store.Page) func() error {
		return func() error { _, err := s.List(ctx, f, store.Order{By: by}, p); return err }
	}
	nb := func(f store.RelationFilter, p store.Page, ids ...string) func() error {
		return func() error { _, err := s.Neighbors(ctx, ids, f, p); return err }
	}
	paths := func(from, to string, hops int) func() error {
		return func() error {
			_, err := s.Paths(ctx, store.PathQuery{From: from, To: to, MaxHops: hops, K: 5})
			return err
		}
	}
	search := func(q string) func() error {
		return func() error { _, err := s.Search(ctx, q, store.Filter{}, p20); return err }
	}
	facets := func(f store.Filter, d ...store.Dimension) func() error {
		return func() error { _, err := s.Facets(ctx, f, d); return err }
	}
	ent := []ecosystem.Kind{ecosystem.Enterprise}
	for _, c := range []struct {
		name string
		f    func() error
	}{
		{"1 id", func() error { _, err := s.Entities(ctx, twenty[:1]); return err }},
		{"20 ids", func() error { _, err := s.Entities(ctx, twenty); return err }},
		{"list name", list(store.Filter{}, store.ByName, p20)},
		{"list name after total", list(store.Filter{}, store.ByName, store.Page{Limit: 20, Total: true, After: store.Key{"m", "org:x"}})},
		{"list kind+region", list(store.Filter{Kinds: ent, Region: "region:n000001"}, store.ByName, p20)},
		{"list kind+region total", list(store.Filter{Kinds: ent, Region: "region:n000001"}, store.ByName, store.Page{Limit: 20, Total: true})},
		{"list rare region, all kinds", list(store.Filter{Region: "region:n003001"}, store.ByID, p20)},
		{"list section", list(store.Filter{Document: "doc:plan-1", Section: "专栏5.2"}, store.ByID, p20)},
		{"list related to", list(store.Filter{Related: []store.Related{{Type: ecosystem.HostedBy, Direction: store.Out, To: []string{"org:n005000"}}}}, store.ByID, p20)},
		{"list text", list(store.Filter{Text: "临沂智能大学"}, store.ByID, p20)},
		{"search 223", search("临沂智能大学")},
		{"search 5001", search("大")},
		{"facets all kind,region", facets(store.Filter{}, store.FacetKind, store.FacetRegion)},
		{"facets 17k kind,region", facets(store.Filter{Kinds: ent, Region: "region:n000001"}, store.FacetKind, store.FacetRegion)},
		{"facets 15k all dims", facets(store.Filter{Kinds: []ecosystem.Kind{ecosystem.Platform}}, store.Dimensions()...)},
		{"neighbors 1", nb(store.RelationFilter{}, p20, "org:n005000")},
		{"neighbors 20", nb(store.RelationFilter{}, p20, twenty...)},
		{"neighbors hub 826", nb(store.RelationFilter{}, p20, "region:n000001")},
		{"paths 4, hubs", paths("org:n005000", "org:n005777", 4)},
		{"paths 4", paths("org:n035000", "org:n040777", 4)},
		{"paths 6", paths("org:n035000", "org:n040777", 6)},
	} {
		var times []time.Duration
		for range 21 {
			start := time.Now()
			if err := c.f(); err != nil {
				t.Fatal(c.name, err)
			}
			times = append(times, time.Since(start))
		}
		first := times[0]
		slices.Sort(times)
		fmt.Printf("%-30s first %v p50 %v p95 %v\n", c.name, first.Round(10*time.Microsecond), times[10].Round(10*time.Microsecond), times[19].Round(10*time.Microsecond))
	}
}
