package storetest

import (
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/text"
)

// among reports whether a list of a filter admits a value.
func among[T comparable](list []T, value T) bool {
	return list == nil || slices.Contains(list, value)
}

// holds reports whether a filter holds an entity.
func (o *oracle) holds(f *store.Filter, e *ecosystem.Entity) bool {
	if f == nil {
		return true
	}
	return among(f.IDs, e.ID) && among(f.Kinds, e.Kind) && among(f.Statuses, e.Status) &&
		(f.Text == "" || fits(text.ParseQuery(f.Text), e)) &&
		(f.Region == "" || o.locatedIn(e.ID, f.Region)) &&
		(f.Fields == nil || o.inFields(e.ID, f.Fields)) &&
		inSource(f, e) && haveProperties(f, e) && o.haveRelated(f, e) &&
		(f.Not == nil || !o.holds(f.Not, e))
}

func (o *oracle) locatedIn(id, region string) bool {
	for _, r := range o.relations[id] {
		if r.Type == ecosystem.LocatedIn && r.From == id && o.below(r.To, region, o.limits.TreeDepth) {
			return true
		}
	}
	return false
}

// below reports whether a place is the region, or lies in it after at most so
// many further relations. In a thicket there are millions of ways up, so it goes
// level by level, through each place once: no later way has more levels left.
func (o *oracle) below(id, region string, levels int) bool {
	seen := map[string]bool{id: true}
	for level := []string{id}; len(level) > 0; levels-- {
		if slices.Contains(level, region) || levels == 0 {
			return slices.Contains(level, region)
		}
		var next []string
		for _, place := range level {
			for _, up := range o.above(place) {
				if !seen[up] {
					seen[up] = true
					next = append(next, up)
				}
			}
		}
		level = next
	}
	return false
}

// above are the places that a place lies in, or is part of.
func (o *oracle) above(id string) []string {
	if kind := o.entities[id].Kind; kind != ecosystem.Region && kind != ecosystem.IndustryCluster {
		return nil
	}
	var out []string
	for _, r := range o.relations[id] {
		if r.From == id && (r.Type == ecosystem.LocatedIn || r.Type == ecosystem.PartOf) {
			out = append(out, r.To)
		}
	}
	return out
}

func (o *oracle) inFields(id string, fields []string) bool {
	for _, r := range o.relations[id] {
		if r.Type == ecosystem.InField && r.From == id && o.partOf(r.To, fields, o.limits.TreeDepth) {
			return true
		}
	}
	return false
}

func (o *oracle) partOf(id string, fields []string, levels int) bool {
	if slices.Contains(fields, id) || levels == 0 {
		return slices.Contains(fields, id)
	}
	for _, r := range o.relations[id] {
		if r.Type == ecosystem.PartOf && r.From == id && o.partOf(r.To, fields, levels-1) {
			return true
		}
	}
	return false
}

func inSource(f *store.Filter, e *ecosystem.Entity) bool {
	if f.Document == "" && f.Section == "" {
		return true
	}
	for _, s := range e.Sources {
		if (f.Document == "" || s.Document == f.Document) && (f.Section == "" || ecosystem.InSection(s.Locator, f.Section)) {
			return true
		}
	}
	return false
}

func haveProperties(f *store.Filter, e *ecosystem.Entity) bool {
	for _, p := range f.Properties {
		value, there := e.Properties[p.Name]
		values := []string{value}
		if info, _ := ecosystem.PropertyNamed(p.Name); info.Type == ecosystem.List {
			values = strings.Split(value, ecosystem.ListSeparator)
		}
		fit := func(v string) bool { return among(p.Values, v) }
		if !there || !slices.ContainsFunc(values, fit) {
			return false
		}
	}
	return true
}

func (o *oracle) haveRelated(f *store.Filter, e *ecosystem.Entity) bool {
	for _, related := range f.Related {
		fit := func(r *ecosystem.Relation) bool {
			far, ok := farEnd(r, e.ID, related.Direction)
			return ok && r.Type == related.Type && among(related.To, far) && o.holds(related.Where, o.entities[far])
		}
		if !slices.ContainsFunc(o.relations[e.ID], fit) {
			return false
		}
	}
	return true
}

// farEnd returns the other end of a relation of id; ok is false when the
// relation does not lead in this direction.
func farEnd(r *ecosystem.Relation, id string, d store.Direction) (far string, ok bool) {
	info, _ := r.Type.Info()
	if r.From == id {
		return r.To, d != store.In || info.Symmetric
	}
	return r.From, d != store.Out || info.Symmetric
}
