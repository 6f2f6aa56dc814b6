package partners_test

import (
	"testing"

	"github.com/innograph/innograph/data"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store/memory"
)

// BenchmarkAsk measures questions about the shipped graph, without the edge.
func BenchmarkAsk(b *testing.B) {
	g, err := loader.Read(table.Source{Name: "shipped", FS: data.FS()})
	if err != nil {
		b.Fatal(err)
	}
	s := memory.New()
	if _, _, err := loader.Write(b.Context(), s, g, nil); err != nil {
		b.Fatal(err)
	}
	desk := partners.NewDesk(s, partners.NewTexts(s), partners.DefaultBounds())
	for name, demand := range map[string]partners.Demand{
		"one field": {Entity: "field:mat-metal"}, "broad field": {Entity: "field:it"}, "text": {Text: "氢燃料电池液压挖掘机"},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := desk.Ask(b.Context(), partners.Question{
					Demand: demand, Home: "region:371300", Where: partners.Where{Region: "region:yrd"}, Weights: match.DefaultWeights(), Year: 2026,
				}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("demands of a partner", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := desk.AskDemands(b.Context(), partners.DemandQuestion{
				Partner: "org:zju", Home: "region:371300", Weights: match.DefaultWeights(), Year: 2026,
			}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
