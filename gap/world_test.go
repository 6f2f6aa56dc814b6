package gap_test

import (
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/gap"
	"github.com/innograph/innograph/store"
)

// builder makes a world of relations: an edge at each end, as a store gives them.
type builder struct {
	world    gap.World
	entities map[string]*ecosystem.Entity
}

func newBuilder() *builder {
	return &builder{gap.World{Edges: map[string][]store.Edge{}, Above: map[string][]string{}}, map[string]*ecosystem.Entity{}}
}

// entity adds an entity that lies in these regions.
func (b *builder) entity(kind ecosystem.Kind, id string, regions ...string) *ecosystem.Entity {
	e := &ecosystem.Entity{ID: id, Kind: kind, Name: id}
	b.entities[id] = e
	b.world.Above[id] = regions
	return e
}

func (b *builder) need(kind ecosystem.Kind, id string, regions ...string) *ecosystem.Entity {
	e := b.entity(kind, id, regions...)
	b.world.Needs = append(b.world.Needs, e)
	return e
}

func (b *builder) relation(from string, typ ecosystem.RelationType, to string, weight float64) *ecosystem.Relation {
	r := &ecosystem.Relation{ID: from + string(typ) + to, Type: typ, From: from, To: to, Weight: weight}
	b.world.Edges[from] = append(b.world.Edges[from], store.Edge{Relation: r, Out: true, Node: b.entities[to]})
	b.world.Edges[to] = append(b.world.Edges[to], store.Edge{Relation: r, Node: b.entities[from]})
	return r
}

func question() gap.Question {
	return gap.Question{
		Home: "home", Partner: "near", MinStrength: gap.DefaultMinStrength,
		FewHome: 1, FewPartner: 2, Suppliers: gap.DefaultSuppliers(),
	}
}

// only is the one gap of a world.
func only(t *testing.T, w gap.World, q gap.Question) gap.Gap {
	t.Helper()
	gaps := found(t, w, q)
	if len(gaps) != 1 {
		t.Fatalf("%d gaps, want 1", len(gaps))
	}
	return gaps[0]
}

// names are the ids of suppliers.
func names(suppliers []gap.Supplier) []string {
	ids := []string{}
	for _, s := range suppliers {
		ids = append(ids, s.Entity.ID)
	}
	return ids
}

func found(t *testing.T, w gap.World, q gap.Question) []gap.Gap {
	t.Helper()
	gaps, err := gap.Find(t.Context(), w, q)
	if err != nil {
		t.Fatal(err)
	}
	return gaps
}
