package memory_test

import (
	"context"
	"maps"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
)

// fresh dumps a graph as a driver does: every text is a new one each time.
type fresh struct {
	store.Reader
	graph  ecosystem.Graph
	number int64
}

func (f fresh) Generation(context.Context) (store.Generation, error) {
	return store.Generation{Number: f.number, Loaded: "2026-01-02T03:04:05Z"}, nil
}

func (f fresh) Dump(_ context.Context, visit func(ecosystem.Graph) error) error {
	if err := visit(ecosystem.Graph{Documents: f.graph.Documents}); err != nil {
		return err
	}
	for part := range slices.Chunk(f.graph.Entities, 5000) {
		part = slices.Clone(part)
		for i := range part {
			e := &part[i]
			e.ID, e.Name, e.NameEn = strings.Clone(e.ID), strings.Clone(e.Name), strings.Clone(e.NameEn)
			e.Aliases, e.Sources, e.Properties = slices.Clone(e.Aliases), slices.Clone(e.Sources), maps.Clone(e.Properties)
		}
		if err := visit(ecosystem.Graph{Entities: part}); err != nil {
			return err
		}
	}
	for part := range slices.Chunk(f.graph.Relations, 5000) {
		part = slices.Clone(part)
		for i := range part {
			r := &part[i]
			r.ID, r.From, r.To, r.Sources = strings.Clone(r.ID), strings.Clone(r.From), strings.Clone(r.To), slices.Clone(r.Sources)
		}
		if err := visit(ecosystem.Graph{Relations: part}); err != nil {
			return err
		}
	}
	return nil
}

// BenchmarkCopy copies a graph of which one row in a hundred is another, while
// the old one is still read: MB-one is what one graph takes, MB-both what the two
// take until the last reader of the old one is done.
func BenchmarkCopy(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			g := largeGraph(n, 10)
			changed := g
			changed.Entities = slices.Clone(g.Entities)
			for i := 0; i < n; i += 100 {
				changed.Entities[i].NameEn = "Another name"
			}
			empty := heap()
			s := memory.New()
			number := int64(1)
			if _, err := s.Copy(b.Context(), fresh{graph: g, number: number}); err != nil {
				b.Fatal(err)
			}
			one, both := heap()-empty, uint64(0)
			for b.Loop() {
				number++
				held := s.Pin()
				if _, err := s.Copy(b.Context(), fresh{graph: changed, number: number}); err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				both = heap() - empty
				runtime.KeepAlive(held)
				g, changed = changed, g
				b.StartTimer()
			}
			b.ReportMetric(float64(one)/(1<<20), "MB-one")
			b.ReportMetric(float64(both)/(1<<20), "MB-both")
		})
	}
}
