package gap

import (
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// reached is a field that serves a need, and the steps from the need to it.
type reached struct {
	field string
	steps []store.Edge
}

// reach gives the fields of a need, then those below them level by level, each
// once.
func reach(w World, need *ecosystem.Entity) []reached {
	var all []reached
	seen := map[string]bool{}
	take := func(field string, before []store.Edge, e ...store.Edge) {
		if !seen[field] {
			seen[field] = true
			all = append(all, reached{field, append(before[:len(before):len(before)], e...)})
		}
	}
	if need.Kind == ecosystem.TechnologyField {
		take(need.ID, nil)
	} else {
		for _, e := range w.Edges[need.ID] {
			if e.Relation.Type == ecosystem.InField && e.Out {
				take(e.Node.ID, nil, e)
			}
		}
	}
	for i := 0; i < len(all); i++ {
		for _, e := range w.Edges[all[i].field] {
			if e.Relation.Type == ecosystem.PartOf && !e.Out {
				take(e.Node.ID, all[i].steps, e)
			}
		}
	}
	return all
}

// wants are the projects and clusters that a need stands for, wherever they lie:
// itself, or those in the field and below it, each once, in the order of the fields.
func wants(w World, need *ecosystem.Entity) []*ecosystem.Entity {
	if need.Kind != ecosystem.TechnologyField {
		return []*ecosystem.Entity{need}
	}
	var all []*ecosystem.Entity
	seen := map[string]bool{}
	for _, r := range reach(w, need) {
		for _, e := range w.Edges[r.field] {
			asks := e.Node.Kind == ecosystem.KeyProject || e.Node.Kind == ecosystem.IndustryCluster
			if e.Relation.Type == ecosystem.InField && asks && !seen[e.Node.ID] {
				seen[e.Node.ID] = true
				all = append(all, e.Node)
			}
		}
	}
	return all
}

// in keeps the entities that lie in a region.
func (w World) in(region string, all []*ecosystem.Entity) (some []*ecosystem.Entity) {
	for _, e := range all {
		if w.In(e.ID, region) {
			some = append(some, e)
		}
	}
	return some
}

// Within reports whether a need is one of these fields or below, or in one.
func (w World) Within(need *ecosystem.Entity, fields []string) bool {
	for _, id := range fields {
		for _, r := range reach(w, &ecosystem.Entity{ID: id, Kind: ecosystem.TechnologyField}) {
			if r.field == need.ID {
				return true
			}
			for _, e := range w.Edges[r.field] {
				if e.Relation.Type == ecosystem.InField && e.Node.ID == need.ID {
					return true
				}
			}
		}
	}
	return false
}
