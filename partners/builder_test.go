package partners_test

import (
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/store/memory"
)

type builder struct {
	t     *testing.T
	graph *ecosystem.Builder
}

func (b *builder) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

func sources() []ecosystem.Source {
	return []ecosystem.Source{{Document: "doc:1", Known: ecosystem.Stated, Confidence: 0.9}}
}

func (b *builder) entity(id string, kind ecosystem.Kind) {
	b.t.Helper()
	_, name, _ := strings.Cut(id, ":")
	b.must(b.graph.Entity(ecosystem.Entity{ID: id, Kind: kind, Name: name, Sources: sources()}))
}

// places puts seats on the map: two degrees of latitude between home and away.
func (b *builder) places() {
	b.t.Helper()
	for id, lat := range map[string]string{"region:home": "35", "region:city": "33"} {
		b.must(b.graph.Entity(ecosystem.Entity{
			ID: id, Kind: ecosystem.Region, Name: strings.TrimPrefix(id, "region:"), Sources: sources(),
			Properties: map[string]string{"lat": lat, "lon": "118"},
		}))
	}
}

func weight(w float64) func(*ecosystem.Relation) {
	return func(r *ecosystem.Relation) { r.Weight = w }
}

func strength(word string) func(*ecosystem.Relation) {
	return func(r *ecosystem.Relation) { r.Strength, r.Weight = word, ecosystem.DefaultWeight(word, "") }
}

func year(y int) func(*ecosystem.Relation) {
	return func(r *ecosystem.Relation) { r.Year = y }
}

func planned(r *ecosystem.Relation) {
	r.Status, r.Weight = ecosystem.Planned, ecosystem.DefaultWeight("", ecosystem.Planned)
}

func (b *builder) relation(t ecosystem.RelationType, from, to string, with ...func(*ecosystem.Relation)) {
	b.t.Helper()
	r := ecosystem.Relation{Type: t, From: from, To: to, Weight: 1, Sources: sources()}
	for _, change := range with {
		change(&r)
	}
	b.graph.Relation(r)
}

func (b *builder) load() *memory.Store {
	b.t.Helper()
	s := memory.New()
	_, _, err := loader.Write(b.t.Context(), s, b.graph.Graph(), nil)
	b.must(err)
	return s
}
