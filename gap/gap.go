package gap

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Gap is a need with who supplies it.
type Gap struct {
	Need     *ecosystem.Entity
	Severity Severity
	Wants    []*ecosystem.Entity // projects and clusters that make up the demand
	Fields   []*ecosystem.Entity // by which supply was looked for, those below left out
	Home     []Supplier          // who counts, the strongest first
	Partner  []Supplier
	// Elsewhere is the number of suppliers strong enough that lie in neither region,
	// or of which no place is known.
	Elsewhere int
	// Planned is the number of bodies at home strong enough that are only planned,
	// promoted or being built.
	Planned int
}

// Demand is how many projects and clusters want it.
func (g Gap) Demand() int { return len(g.Wants) }

// Find judges every need of the world, in the order of the package. When the
// context is over before the last, that is TIMEOUT.
func Find(ctx context.Context, w World, q Question) ([]Gap, error) {
	gaps := make([]Gap, len(w.Needs))
	for i, need := range w.Needs {
		if err := over(ctx); err != nil {
			return nil, err
		}
		gaps[i] = judge(w, q, need)
	}
	slices.SortFunc(gaps, func(a, b Gap) int { return a.Place().Compare(b.Place()) })
	return gaps, nil
}

func over(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return ecosystem.Wrap(err, ecosystem.CodeTimeout, "the time was over before all needs were judged; narrow filter.kinds, filter.fields or filter.section")
	}
	return nil
}

func judge(w World, q Question, need *ecosystem.Entity) Gap {
	o := offersFor(w, q.Suppliers, need)
	strongest := strong(o.best, q.MinStrength)
	at := func(region string) func(string) bool {
		return func(id string) bool { return w.In(id, region) }
	}
	g := Gap{
		Need: need, Wants: w.in(q.Home, wants(w, need)), Fields: fieldsOf(w, need),
		Home: w.count(strongest, at(q.Home)), Partner: w.count(strongest, at(q.Partner)),
		Elsewhere: len(w.count(strongest, func(id string) bool { return !w.In(id, q.Home) && !w.In(id, q.Partner) })),
		Planned:   len(w.count(strong(o.planned, q.MinStrength), at(q.Home))),
	}
	if g.Severity = Unknown; o.told {
		g.Severity = q.SeverityOf(len(g.Home), len(g.Partner))
	}
	return g
}

// fieldsOf are the fields of a need itself.
func fieldsOf(w World, need *ecosystem.Entity) []*ecosystem.Entity {
	if need.Kind == ecosystem.TechnologyField {
		return []*ecosystem.Entity{need}
	}
	var fields []*ecosystem.Entity
	for _, e := range w.Edges[need.ID] {
		if e.Relation.Type == ecosystem.InField && e.Out {
			fields = append(fields, e.Node)
		}
	}
	return fields
}

// Place is where a gap stands in the order.
type Place struct {
	rank, demand, partner, home int
	id                          string
}

// Place is where the gap stands.
func (g Gap) Place() Place {
	return Place{slices.Index(Severities(), g.Severity), g.Demand(), len(g.Partner), len(g.Home), g.Need.ID}
}

// Compare orders places; it is 0 for the same place only.
func (p Place) Compare(o Place) int {
	return cmp.Or(
		cmp.Compare(p.rank, o.rank), cmp.Compare(o.demand, p.demand), cmp.Compare(p.partner, o.partner),
		cmp.Compare(p.home, o.home), cmp.Compare(p.id, o.id),
	)
}

// Key is the place as the key of a cursor.
func (p Place) Key() store.Key {
	return store.Key{strconv.Itoa(p.rank), strconv.Itoa(p.demand), strconv.Itoa(p.partner), strconv.Itoa(p.home), p.id}
}

// PlaceOf reads a key; ok is false for one that no gap can have.
func PlaceOf(k store.Key) (p Place, ok bool) {
	if len(k) != 5 {
		return p, false
	}
	for i, to := range []*int{&p.rank, &p.demand, &p.partner, &p.home} {
		n, err := strconv.Atoi(k[i])
		if err != nil || n < 0 {
			return p, false
		}
		*to = n
	}
	p.id = k[4]
	return p, true
}
