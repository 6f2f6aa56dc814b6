package partners

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Walk goes a walk through what is held, as every store does (see store.WalkQuery);
// one whose filters ask for more is asked of the store.
func (n *nearby) Walk(ctx context.Context, q store.WalkQuery) (store.WalkAnswer, error) {
	for _, s := range q.Steps {
		if !n.holds(s.Filter) {
			return n.Reader.Walk(ctx, q)
		}
	}
	if !slices.ContainsFunc(q.Starts, func(s store.WalkStart) bool { return len(n.towards[s.ID]) > 0 }) {
		return store.WalkAnswer{}, nil // most demands have little to do with the partner
	}
	level := map[string]*stop{}
	for _, s := range q.Beginnings() {
		if len(n.towards[s.ID]) > 0 {
			level[s.ID] = &stop{entity: n.entities[s.ID], sum: s.Weight}
		}
	}
	for i := range q.Steps {
		level = n.step(level, &q.Steps[i])
	}
	return answer(level, q), nil
}

// holds tells whether a filter can be answered from what is held.
func (n *nearby) holds(f store.RelationFilter) bool {
	if f.MinWeight != 0 || f.Statuses != nil || f.ExcludeStatuses != nil || f.Region != "" || f.Without != nil {
		return false
	}
	far := f.Far
	for far != nil {
		rest := *far
		if rest.Region != "" && rest.Region != n.home {
			return false
		}
		next := rest.Not
		rest.IDs, rest.Region, rest.Not = nil, "", nil
		if !isEmpty(rest) {
			return false
		}
		far = next
	}
	return true
}

func isEmpty(f store.Filter) bool {
	return f.Kinds == nil && f.Text == "" && f.Statuses == nil && f.Fields == nil && f.Document == "" && f.Section == "" && f.Properties == nil && f.Related == nil
}

// passes tells whether a filter on an entity holds it.
func (n *nearby) passes(f *store.Filter, id string) bool {
	if f == nil {
		return true
	}
	return (f.IDs == nil || slices.Contains(f.IDs, id)) && (f.Region == "" || n.atHome[id]) && (f.Not == nil || !n.passes(f.Not, id))
}

// stop is an entity to which a step leads.
type stop struct {
	entity *ecosystem.Entity
	sum    float64
	ways   []way
}

// way is a step to a stop.
type way struct {
	from   *stop
	id     string // of from
	edge   store.Edge
	weight float64
}

// step makes the next level. What comes to a stop is added up in the order of the ids
// that it comes from.
func (n *nearby) step(from map[string]*stop, s *store.WalkStep) map[string]*stop {
	if len(from) == 0 {
		return nil
	}
	to := map[string]*stop{}
	for _, id := range sortedIDs(from) {
		for _, w := range n.ways(id, from[id], s) {
			at := to[w.edge.Node.ID]
			if at == nil {
				at = &stop{entity: w.edge.Node}
				to[w.edge.Node.ID] = at
			}
			at.ways = append(at.ways, w)
			at.sum += float64(w.from.sum * w.weight) // float64: see store.RoundScore
		}
	}
	return to
}

// ways are those from one stop, the heaviest relation to each far end.
func (n *nearby) ways(id string, from *stop, s *store.WalkStep) []way {
	var ways []way
	for _, e := range n.towards[id] {
		weight := s.Weigh(e.Relation.Weight, e.Relation.Status)
		if weight == 0 || !n.leads(e, s.Filter) {
			continue
		}
		w := way{from, id, e.Edge, weight}
		i := slices.IndexFunc(ways, func(have way) bool { return have.edge.Node.ID == e.far })
		switch {
		case i < 0:
			ways = append(ways, w)
		case cmp.Or(cmp.Compare(weight, ways[i].weight), strings.Compare(ways[i].edge.Relation.ID, e.Relation.ID)) > 0:
			ways[i] = w
		}
	}
	return ways
}

func (n *nearby) leads(e edge, f store.RelationFilter) bool {
	info, _ := e.Relation.Type.Info()
	sense := f.Direction == store.Both || info.Symmetric || (f.Direction == store.Out) == e.Out
	return sense && (f.Types == nil || slices.Contains(f.Types, e.Relation.Type)) &&
		(f.Kinds == nil || slices.Contains(f.Kinds, e.Node.Kind)) && n.passes(f.Far, e.far)
}

// answer takes the best ends out of the last level.
func answer(level map[string]*stop, q store.WalkQuery) store.WalkAnswer {
	var out store.WalkAnswer
	for _, id := range sortedIDs(level) {
		if score := store.RoundScore(level[id].sum); score > 0 {
			out.Ends = append(out.Ends, store.WalkEnd{Entity: level[id].entity, Score: score})
		}
	}
	out.Total = len(out.Ends)
	slices.SortStableFunc(out.Ends, func(a, b store.WalkEnd) int { return cmp.Compare(b.Score, a.Score) })
	out.Ends = out.Ends[:min(q.Ends, len(out.Ends))]
	for i := range out.Ends {
		end := &out.Ends[i]
		walks := level[end.Entity.ID].walks(nil)
		slices.SortStableFunc(walks, func(a, b store.Path) int {
			return cmp.Or(cmp.Compare(b.Weight, a.Weight), compareFromEnd(a, b))
		})
		end.More = q.Paths > 0 && len(walks) > q.Paths
		end.Paths = walks[:min(q.Paths, len(walks))]
	}
	return out
}

// walks are all walks to a stop, with the ways that follow; the weight of each is
// taken from its start on.
func (s *stop) walks(after []way) []store.Path {
	if len(s.ways) == 0 {
		p := store.Path{Start: s.entity, Weight: s.sum}
		for _, w := range after {
			p.Weight *= w.weight
			p.Steps = append(p.Steps, w.edge)
		}
		return []store.Path{p}
	}
	var all []store.Path
	for _, w := range s.ways {
		all = append(all, w.from.walks(slices.Insert(slices.Clone(after), 0, w))...)
	}
	return all
}

// compareFromEnd compares the ids of the entities, read from the end of the walk.
func compareFromEnd(a, b store.Path) int {
	for i := len(a.Steps) - 1; i > 0; i-- {
		if c := strings.Compare(a.Steps[i-1].Node.ID, b.Steps[i-1].Node.ID); c != 0 {
			return c
		}
	}
	return strings.Compare(a.Start.ID, b.Start.ID)
}

// fingerprint tells filters and pages apart.
func fingerprint(f store.RelationFilter, page store.Page) string {
	text, err := json.Marshal([]any{f, page})
	if err != nil {
		panic("partners: a filter does not marshal: " + err.Error())
	}
	return string(text)
}
