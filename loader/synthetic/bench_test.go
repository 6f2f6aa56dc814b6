package synthetic_test

import (
	"testing"

	"github.com/innograph/innograph/loader/synthetic"
)

// BenchmarkRows makes the rows of a graph of 10,000 entities.
func BenchmarkRows(b *testing.B) {
	g, err := synthetic.New(synthetic.Options{Entities: 10_000, Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		rows := 0
		for range g.Entities() {
			rows++
		}
		for range g.Relations() {
			rows++
		}
		b.ReportMetric(float64(rows), "rows/op")
	}
}
