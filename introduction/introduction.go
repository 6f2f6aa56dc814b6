package introduction

import (
	"cmp"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/wording"
)

// MaxTies bounds a chain: a friend's friend is still of use, further ones are not.
const MaxTies = 3

// Ties are the relation types that count.
func Ties() []ecosystem.RelationType {
	return []ecosystem.RelationType{
		ecosystem.CooperatesWith, ecosystem.HostedBy, ecosystem.BuiltBy, ecosystem.ReliesOn, ecosystem.PartOf,
	}
}

// Bodies are the kinds that can ask, introduce and be the target.
func Bodies() []ecosystem.Kind { return append(ecosystem.OrganizationKinds(), ecosystem.Platform) }

// Through are the kinds that a chain may run through: what two bodies do together
// is a tie of both.
func Through() []ecosystem.Kind { return append(Bodies(), ecosystem.KeyProject) }

// World is what of the graph a question is about.
type World struct {
	Target *ecosystem.Entity
	// Around are ties of the target and of what is tied to it, by the near end.
	Around map[string][]store.Edge
	// Asking are the ties of all these, and of what is tied to them, whose far end
	// asks.
	Asking map[string][]store.Edge
	// Region tells that a region or a cluster asks, so that each of its bodies may introduce.
	Region bool
}

// Introduction is one chain.
type Introduction struct {
	Start   *ecosystem.Entity
	Steps   []store.Edge // from Start to the target, each seen from the node before it
	Planned bool         // some tie is only intended
	Region  bool         // Start is a body of the region that asks
	Weight  float64      // product of the weights
}

// Direct reports that start and target are tied themselves.
func (i Introduction) Direct() bool { return len(i.Steps) == 1 }

// Introducer is the partner of Start that knows the target; nil when it is direct.
func (i Introduction) Introducer() *ecosystem.Entity {
	if i.Direct() {
		return nil
	}
	return i.Steps[0].Node
}

// Find lists all introductions, the best first.
func Find(w World) []Introduction {
	type pair struct{ start, introducer string }
	kept := map[pair]Introduction{}
	for _, c := range w.chains() {
		i := read(c)
		i.Region = w.Region
		if i.onlyParts() {
			continue
		}
		key := pair{start: i.Start.ID}
		if !i.Direct() {
			key.introducer = i.Introducer().ID
		}
		if have, ok := kept[key]; !ok || i.compare(have) < 0 {
			kept[key] = i
		}
	}
	all := make([]Introduction, 0, len(kept))
	for _, i := range kept {
		all = append(all, i)
	}
	slices.SortFunc(all, Introduction.compare)
	return all
}

// chain is a walk from the target outwards; each edge is seen from the node before.
type chain struct {
	target *ecosystem.Entity
	edges  []store.Edge
}

func (c chain) end() *ecosystem.Entity {
	if len(c.edges) == 0 {
		return c.target
	}
	return c.edges[len(c.edges)-1].Node
}

func (c chain) holds(id string) bool {
	return c.target.ID == id || slices.ContainsFunc(c.edges, func(e store.Edge) bool { return e.Node.ID == id })
}

func (c chain) and(e store.Edge) chain {
	return chain{c.target, append(c.edges[:len(c.edges):len(c.edges)], e)}
}

// chains lists all walks without repetition from the target to who asks.
func (w World) chains() (complete []chain) {
	asking := map[string]bool{}
	for _, edges := range w.Asking {
		for _, e := range edges {
			asking[e.Node.ID] = true
		}
	}
	toAsking, around := best(w.Asking), best(w.Around)
	open := []chain{{target: w.Target}}
	for range MaxTies {
		var longer []chain
		for _, c := range open {
			for _, e := range toAsking[c.end().ID] {
				if !c.holds(e.Node.ID) {
					complete = append(complete, c.and(e))
				}
			}
			for _, e := range around[c.end().ID] {
				if !c.holds(e.Node.ID) && !asking[e.Node.ID] {
					longer = append(longer, c.and(e))
				}
			}
		}
		open = longer
	}
	return complete
}

// best keeps of several edges between two nodes the best.
func best(edges map[string][]store.Edge) map[string][]store.Edge {
	kept := make(map[string][]store.Edge, len(edges))
	for near, list := range edges {
		kept[near] = strongest(list)
	}
	return kept
}

// strongest keeps of several edges to the same node the best.
func strongest(edges []store.Edge) []store.Edge {
	sorted := slices.SortedFunc(slices.Values(edges), func(a, b store.Edge) int {
		return cmp.Or(cmp.Compare(a.Node.ID, b.Node.ID), falseFirst(wording.Planned(a.Relation), wording.Planned(b.Relation)),
			cmp.Compare(b.Relation.Weight, a.Relation.Weight), cmp.Compare(a.Relation.ID, b.Relation.ID))
	})
	return slices.CompactFunc(sorted, func(a, b store.Edge) bool { return a.Node.ID == b.Node.ID })
}

// read turns a chain round, so that it leads to the target.
func read(c chain) Introduction {
	i := Introduction{Start: c.end(), Weight: 1}
	for n := len(c.edges) - 1; n >= 0; n-- {
		e := c.edges[n]
		near := c.target
		if n > 0 {
			near = c.edges[n-1].Node
		}
		i.Steps = append(i.Steps, store.Edge{Relation: e.Relation, Out: !e.Out, Node: near})
		i.Planned = i.Planned || wording.Planned(e.Relation)
		i.Weight *= e.Relation.Weight
	}
	return i
}

func (i Introduction) onlyParts() bool {
	return len(i.Steps) > 1 && !slices.ContainsFunc(i.Steps, func(e store.Edge) bool { return e.Relation.Type != ecosystem.PartOf })
}

func (i Introduction) compare(o Introduction) int {
	return cmp.Or(
		falseFirst(i.Planned, o.Planned), cmp.Compare(len(i.Steps), len(o.Steps)), cmp.Compare(o.Weight, i.Weight),
		slices.Compare(i.ids(), o.ids()),
	)
}

func (i Introduction) ids() []string {
	ids := []string{i.Start.ID}
	for _, e := range i.Steps {
		ids = append(ids, e.Node.ID)
	}
	return ids
}

func falseFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	default:
		return 1
	}
}
