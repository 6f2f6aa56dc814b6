package memory_test

import (
	"context"
	"fmt"
	"runtime"
	"strconv"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/synthetic"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/memory"
)

// versions is a graph that is made up anew for each dump, as a driver hands out new
// rows each time. From one version to the next, one entity in a hundred is renamed.
type versions struct {
	store.Reader
	graph  *synthetic.Generator
	number int64
}

func (v versions) Generation(context.Context) (store.Generation, error) {
	return store.Generation{Number: v.number, Loaded: "2026-01-02T03:04:05Z"}, nil
}

func (v versions) Dump(_ context.Context, visit func(ecosystem.Graph) error) error {
	for part := range v.graph.Parts(10_000) {
		for i := 0; i < len(part.Entities); i += 100 {
			part.Entities[i].NameEn = fmt.Sprintf("Name %d", v.number)
		}
		if err := visit(part); err != nil {
			return err
		}
	}
	return nil
}

// BenchmarkCopy copies the next version of a graph while the one before is still
// read: MB-one is what one graph takes, MB-both what the two take until the last
// reader of the old one is done.
func BenchmarkCopy(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			g, err := synthetic.New(synthetic.Options{Entities: n, Seed: 1})
			if err != nil {
				b.Fatal(err)
			}
			empty := heap()
			s, from := memory.New(), versions{graph: g, number: 1}
			if _, err := s.Copy(b.Context(), from); err != nil {
				b.Fatal(err)
			}
			one, both := heap()-empty, uint64(0)
			for b.Loop() {
				from.number++
				held := s.Pin()
				if _, err := s.Copy(b.Context(), from); err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				both = heap() - empty
				runtime.KeepAlive(held)
				b.StartTimer()
			}
			b.ReportMetric(float64(one)/(1<<20), "MB-one")
			b.ReportMetric(float64(both)/(1<<20), "MB-both")
		})
	}
}
