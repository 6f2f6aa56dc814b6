package storetest

import (
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// someIDs draws ids, some of them unknown or drawn twice.
func (r *random) someIDs(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = pick(r, r.graph.Entities).ID
		if r.chance(10) {
			out[i] = "org:none"
		}
		if i > 0 && r.chance(10) {
			out[i] = out[0]
		}
	}
	return out
}

// idOf draws the id of an entity of this kind.
func (r *random) idOf(k ecosystem.Kind) string {
	for {
		if e := pick(r, r.graph.Entities); e.Kind == k {
			return e.ID
		}
	}
}

func (r *random) kinds() []ecosystem.Kind {
	var out []ecosystem.Kind
	for range 1 + r.IntN(4) {
		out = append(out, pick(r, ecosystem.Kinds()).Kind)
	}
	return out
}

func (r *random) someStatuses() []ecosystem.Status {
	known := slices.DeleteFunc(slices.Clone(r.statuses), func(s ecosystem.Status) bool { return s == "" })
	return []ecosystem.Status{pick(r, known), pick(r, known)}
}

func (r *random) types() []ecosystem.RelationType {
	var out []ecosystem.RelationType
	for range 1 + r.IntN(4) {
		out = append(out, pick(r, randomRelationTypes()))
	}
	return out
}

func (r *random) direction() store.Direction {
	return pick(r, []store.Direction{store.Both, store.Out, store.In})
}

func (r *random) order() store.Order {
	return store.Order{By: pick(r, []store.OrderBy{store.ByID, store.ByName}), Descending: r.chance(2)}
}

// filter draws a filter with at most so many levels below it. Each part is rare,
// so that filters hold something.
func (r *random) filter(levels int) store.Filter {
	var f store.Filter
	for range 1 + r.IntN(2) {
		r.restrict(&f, levels)
	}
	return f
}

// restrict adds one part to a filter.
func (r *random) restrict(f *store.Filter, levels int) {
	switch r.IntN(12) {
	case 0:
		f.IDs = r.someIDs(100)
	case 1:
		f.Kinds = append(r.kinds(), r.kinds()...)
	case 2:
		f.Statuses = r.someStatuses()
	case 3:
		f.Region = r.idOf(ecosystem.Region)
	case 4:
		f.Fields = []string{r.idOf(ecosystem.TechnologyField), r.idOf(ecosystem.TechnologyField)}
	case 5:
		f.Document = pick(r, r.graph.Documents).ID
		f.Section = pick(r, []string{"", "一", "二", "专栏5", "专栏50", "专栏5.2"})
	case 6:
		p := pick(r, ecosystem.Properties())
		f.Properties = []store.PropertyFilter{{Name: p.Name, Values: strings.Split(r.value(p), ecosystem.ListSeparator)}}
		if r.chance(3) {
			f.Properties[0].Values = nil
		}
	case 7:
		f.Text = r.query()
	default:
		if levels > 0 {
			r.restrictBelow(f, levels)
		}
	}
}

// restrictBelow adds a filter within a filter.
func (r *random) restrictBelow(f *store.Filter, levels int) {
	below := r.filter(levels - 1)
	if r.chance(3) {
		f.Not = &below
		return
	}
	related := store.Related{Type: pick(r, randomRelationTypes()), Direction: r.direction()}
	if r.chance(2) {
		related.Where = &below
	}
	if r.chance(3) {
		related.To = r.someIDs(60)
	}
	f.Related = append(f.Related, related)
}

func (r *random) relationFilter() store.RelationFilter {
	var f store.RelationFilter
	if r.chance(3) {
		f.Types = r.types()
	}
	if r.chance(2) {
		f.Direction = r.direction()
	}
	if r.chance(4) {
		f.Kinds = append(r.kinds(), r.kinds()...)
	}
	if r.chance(4) {
		f.MinWeight = pick(r, r.weights)
	}
	if r.chance(6) {
		f.Statuses = r.someStatuses()
	}
	if r.chance(4) {
		f.Without = []string{pick(r, r.graph.Relations).RelationID(), pick(r, r.graph.Relations).RelationID()}
	}
	if r.chance(3) {
		far := r.filter(1)
		f.Far = &far
	}
	if r.narrow && r.chance(2) {
		f.Region = r.idOf(ecosystem.Region)
	}
	if r.narrow && r.chance(2) {
		f.ExcludeStatuses = r.someStatuses()
	}
	return f
}

// query draws a text that finds something more often than not: a piece of a
// name, two words, letters.
func (r *random) query() string {
	names := pick(r, r.graph.Entities)
	name := []rune(pick(r, names.Names()))
	start := r.IntN(len(name))
	piece := string(name[start : start+1+r.IntN(len(name)-start)])
	switch r.IntN(5) {
	case 0:
		return string(name)
	case 1:
		return pick(r, r.words) + " " + pick(r, r.words)
	case 2:
		return pick(r, []string{"lin", "linyi", "ly", "zhejiang", "da", "xue", "yan jiu", "z", "gc", "lab", "ai 5g", "c++", "zhong", "chong"})
	default:
		return piece
	}
}

// pathQuery draws a search for paths of up to so many hops, more often than not
// between two that are connected.
func (r *random) pathQuery(hops int) store.PathQuery {
	q := store.PathQuery{
		From: pick(r, r.graph.Relations).From, To: pick(r, r.graph.Entities).ID,
		MaxHops: 1 + r.IntN(hops), K: 1 + r.IntN(store.DefaultLimits().Paths),
		ThroughHierarchy: r.chance(2),
	}
	if !r.chance(3) {
		q.To = r.walk(q.From, q.MaxHops)
	}
	if r.chance(2) {
		q.Filter = r.relationFilter()
		q.Filter.Far, q.Filter.Without = nil, nil
	}
	return q
}

// walk goes a number of random steps from an entity that has relations.
func (r *random) walk(id string, steps int) string {
	for range steps {
		var ends []string
		for i := range r.graph.Relations {
			if rel := &r.graph.Relations[i]; rel.From == id || rel.To == id {
				far, _ := farEnd(rel, id, store.Both)
				ends = append(ends, far)
			}
		}
		id = pick(r, ends)
	}
	return id
}
