package gap

import (
	"cmp"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Route names a way from a need to a supplier; see the package.
type Route string

// The routes.
const (
	ByField      Route = "FIELD"
	ByDiscipline Route = "DISCIPLINE"
	ByPlatform   Route = "PLATFORM"
	ByProject    Route = "PROJECT"
	ByName       Route = "NAMED"
)

// Supplier is a body that can supply a need, with its best path.
type Supplier struct {
	Entity   *ecosystem.Entity
	Route    Route
	Steps    []store.Edge // from the need to Entity, each seen from the node before it
	Strength float64      // product of the weights of the steps, see Membership
}

// Membership is what being in a field is worth, on the scale of
// ecosystem.Strengths: it tells the direction of a body and not its rank, so it
// counts as less than a discipline graded B+ and more than a reading of a name.
const Membership = 0.6

// factor is what the weights of a path are multiplied by.
func (r Route) factor() float64 {
	switch r {
	case ByField, ByPlatform, ByProject:
		return Membership
	default:
		return 1
	}
}

func compareSuppliers(a, b Supplier) int {
	return cmp.Or(cmp.Compare(b.Strength, a.Strength), cmp.Compare(a.Entity.ID, b.Entity.ID))
}

// offers collects who supplies one need.
type offers struct {
	world World
	kinds []ecosystem.Kind
	need  *ecosystem.Entity
	best  map[string]Supplier
	// planned are bodies that are not there yet.
	planned map[string]Supplier
	// told: the graph says something of what would supply the need.
	told bool
}

// offersFor follows all routes from a need.
func offersFor(w World, kinds []ecosystem.Kind, need *ecosystem.Entity) offers {
	o := offers{w, kinds, need, map[string]Supplier{}, map[string]Supplier{}, false}
	if need.Kind != ecosystem.TechnologyField {
		o.named(need.ID, nil)
	}
	for _, r := range reach(w, need) {
		o.named(r.field, r.steps)
		o.field(r)
	}
	return o
}

// named follows what the plan names of a need or field.
func (o *offers) named(id string, before []store.Edge) {
	for _, e := range o.world.Edges[id] {
		switch t := e.Relation.Type; {
		case t == ecosystem.CooperatesWith, e.Out && (t == ecosystem.ReliesOn || t == ecosystem.BuiltBy):
			o.add(ByName, before, e)
		}
	}
}

func (o *offers) field(r reached) {
	for _, e := range o.world.Edges[r.field] {
		switch {
		case e.Relation.Type == ecosystem.AppliesTo:
			o.told = true
			o.onward(ByDiscipline, r.steps, e, ecosystem.StrongIn)
		case e.Relation.Type != ecosystem.InField || e.Node.ID == o.need.ID:
		case e.Node.Kind == ecosystem.Platform:
			o.add(ByPlatform, r.steps, e)
			if real(e.Node) {
				o.onward(ByPlatform, r.steps, e, ecosystem.HostedBy, ecosystem.BuiltBy)
			}
		case e.Node.Kind == ecosystem.KeyProject:
			o.onward(ByProject, r.steps, e, ecosystem.HostedBy, ecosystem.BuiltBy)
		default:
			o.add(ByField, r.steps, e)
		}
	}
}

// onward follows the edges of some types of the far end of an edge.
func (o *offers) onward(by Route, before []store.Edge, e store.Edge, types ...ecosystem.RelationType) {
	for _, next := range o.world.Edges[e.Node.ID] {
		if slices.Contains(types, next.Relation.Type) {
			o.add(by, before, e, next)
		}
	}
}

// add takes the far end of the last edge as a supplier, if it is one.
func (o *offers) add(by Route, before []store.Edge, further ...store.Edge) {
	body := further[len(further)-1].Node
	if (body.Kind != ecosystem.Platform && !body.Kind.IsOrganization()) || body.ID == o.need.ID {
		return
	}
	o.told = true
	if !slices.Contains(o.kinds, body.Kind) || serves(body) {
		return
	}
	best := o.best
	if !real(body) {
		best = o.planned
	}
	strength := by.factor()
	for _, e := range before {
		strength *= e.Relation.Weight
	}
	for _, e := range further {
		strength *= e.Relation.Weight
	}
	have, ok := best[body.ID]
	if ok && cmp.Or(cmp.Compare(strength, have.Strength), cmp.Compare(len(have.Steps), len(before)+len(further))) <= 0 {
		return // of equals the first in the order of the store stays
	}
	best[body.ID] = Supplier{body, by, slices.Concat(before, further), strength}
}

// serves reports whether a platform serves others and does no research itself:
// incubators, exchanges, offices. The words are those that plans and lists use.
func serves(e *ecosystem.Entity) bool {
	words := []string{"孵化", "众创", "技术转移", "公共服务"}
	about := e.Properties[ecosystem.PropCategory.Name] + " " + e.Properties[ecosystem.PropGroup.Name]
	return e.Kind == ecosystem.Platform && slices.ContainsFunc(words, func(w string) bool { return strings.Contains(about, w) })
}

// real reports whether a body is there already, as far as is known.
func real(e *ecosystem.Entity) bool {
	return e.Status == "" || e.Status == ecosystem.Built || e.Status == ecosystem.Upgraded
}

// strong are those strong enough, the strongest first.
func strong(best map[string]Supplier, least float64) []Supplier {
	var all []Supplier
	for _, s := range best {
		if s.Strength >= least {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, compareSuppliers)
	return all
}

// count leaves out platforms whose host counts too, so that a body counts once.
func (w World) count(suppliers []Supplier, in func(id string) bool) []Supplier {
	there := map[string]bool{}
	for _, s := range suppliers {
		there[s.Entity.ID] = in(s.Entity.ID)
	}
	hosted := func(s Supplier) bool {
		return s.Entity.Kind == ecosystem.Platform && slices.ContainsFunc(w.Edges[s.Entity.ID], func(e store.Edge) bool {
			return e.Relation.Type == ecosystem.HostedBy && there[e.Node.ID]
		})
	}
	var counted []Supplier
	for _, s := range suppliers {
		if there[s.Entity.ID] && !hosted(s) {
			counted = append(counted, s)
		}
	}
	return counted
}
