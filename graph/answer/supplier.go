package answer

import (
	"context"
	"sync"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/gap"
	"github.com/innograph/innograph/graph/entity"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/wording"
)

// side is one of the two regions of a gap.
type side int

const (
	atHome side = iota
	inPartner
)

func (s side) of(g gap.Gap) []gap.Supplier {
	if s == atHome {
		return g.Home
	}
	return g.Partner
}

// GapSupply is who supplies a need in a region.
type GapSupply struct {
	g    gap.Gap
	in   *gapPage
	side side
}

// Supplier is a body that can supply a need.
type Supplier struct {
	s  gap.Supplier
	at supplierLevels
}

// supplierLevels are what suppliers that are shown together were read with.
type supplierLevels struct {
	bodies, steps *load.Level
	cited         func() *load.Documents
}

func levelsOf(l *load.Loaders, suppliers []gap.Supplier) supplierLevels {
	var bodies, nodes []*ecosystem.Entity
	var relations []*ecosystem.Relation
	for _, s := range suppliers {
		bodies = append(bodies, s.Entity)
		n, r := walked(s.Steps)
		nodes, relations = append(nodes, n...), append(relations, r...)
	}
	return supplierLevels{l.Level(bodies), l.Level(nodes), l.CitedBy(relations)}
}

// walked are the nodes and relations of steps.
func walked(steps []store.Edge) (nodes []*ecosystem.Entity, relations []*ecosystem.Relation) {
	for _, e := range steps {
		nodes, relations = append(nodes, e.Node), append(relations, e.Relation)
	}
	return nodes, relations
}

// shown makes the levels of the suppliers of a page: one for each side and number
// that the client asks for, so that a level knows who is going to ask.
type shown struct {
	loaders *load.Loaders
	rows    []gap.Gap
	mu      sync.Mutex
	made    map[shownPart]supplierLevels
}

type shownPart struct {
	side  side
	first int
}

func newShown(l *load.Loaders, rows []gap.Gap) *shown {
	return &shown{loaders: l, rows: rows, made: map[shownPart]supplierLevels{}}
}

func (s *shown) levels(part shownPart) supplierLevels {
	s.mu.Lock()
	defer s.mu.Unlock()
	levels, ok := s.made[part]
	if !ok {
		var all []gap.Supplier
		for _, g := range s.rows {
			all = append(all, firstOf(part.side.of(g), part.first)...)
		}
		levels = levelsOf(s.loaders, all)
		s.made[part] = levels
	}
	return levels
}

// Region is the region.
func (s GapSupply) Region() *entity.Region {
	place := s.in.places.Home
	if s.side == inPartner {
		place = s.in.places.Partner
	}
	return regionOf(place, s.in.ends)
}

// Count is the number of suppliers.
func (s GapSupply) Count() int { return len(s.side.of(s.g)) }

// Suppliers are the suppliers, the strongest first.
func (s GapSupply) Suppliers(ctx context.Context, first *int) ([]Supplier, error) {
	n, err := page.Bounded("first", first, load.From(ctx).Limits.Page)
	if err != nil {
		return nil, err
	}
	at := s.in.shown.levels(shownPart{s.side, n})
	suppliers := []Supplier{}
	for _, one := range firstOf(s.side.of(s.g), n) {
		suppliers = append(suppliers, Supplier{one, at})
	}
	return suppliers, nil
}

// Entity is the body.
func (s Supplier) Entity() entity.Entity { return entity.Of(s.s.Entity, s.at.bodies) }

// Strength is the product of the weights of the steps.
func (s Supplier) Strength() float64 { return s.s.Strength }

// Route is the way by which it reaches the need.
func (s Supplier) Route() gap.Route { return s.s.Route }

// Steps lead from the need to the body.
func (s Supplier) Steps() []PathStep { return stepsOf(s.s.Steps, s.at.steps, s.at.cited) }

// Reason tells the same in words.
func (s Supplier) Reason() wording.Sentence { return s.s.Reason() }

func stepsOf(edges []store.Edge, at *load.Level, cited func() *load.Documents) []PathStep {
	steps := make([]PathStep, len(edges))
	for i, e := range edges {
		steps[i] = PathStep{entity.StepOf(e, at, cited)}
	}
	return steps
}
