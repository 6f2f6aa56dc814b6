package storetest

import (
	"context"
	"errors"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Workload is seven questions, asked with arguments that the loaded data itself
// gives: the same data gives the same arguments, whatever the store.
type Workload struct {
	Entities   []*ecosystem.Entity // to be looked up, searched and explored; of all kinds
	Filter     store.Filter        // holds much: the commonest kind in its commonest region
	Page       store.Page          // of lists, searches and neighbours
	Paths      []store.PathQuery
	Walks      []store.WalkQuery
	Dimensions []store.Dimension
}

// perKind is how many entities of one kind a workload is about.
const perKind = 16

// NewWorkload draws a workload from a loaded store.
func NewWorkload(ctx context.Context, s store.Reader) (Workload, error) {
	var err error
	w := Workload{Page: store.Page{Limit: 20}, Dimensions: []store.Dimension{store.FacetKind, store.FacetRegion}}
	for _, info := range ecosystem.Kinds() {
		f := store.Filter{Kinds: []ecosystem.Kind{info.Kind}}
		p, err := s.List(ctx, f, store.Order{By: store.ByID}, store.Page{Limit: perKind})
		if err != nil {
			return Workload{}, err
		}
		w.Entities = append(w.Entities, p.Entities...)
		if info.Family == ecosystem.FamilyOrganization {
			w.Paths = append(w.Paths, pathsAmong(p.Entities)...)
		}
	}
	if w.Walks, err = walksOf(ctx, s); err != nil {
		return Workload{}, err
	}
	if len(w.Entities) == 0 || len(w.Paths) == 0 || len(w.Walks) == 0 {
		return Workload{}, errors.New("the store holds no organizations or no fields to ask about")
	}
	kind, err := commonest(ctx, s, store.Filter{}, store.FacetKind)
	if err != nil {
		return Workload{}, err
	}
	w.Filter.Kinds = []ecosystem.Kind{ecosystem.Kind(kind)}
	w.Filter.Region, err = commonest(ctx, s, w.Filter, store.FacetRegion)
	return w, err
}

// pathsAmong asks for the paths between each two that follow each other.
func pathsAmong(entities []*ecosystem.Entity) []store.PathQuery {
	var out []store.PathQuery
	for i := 1; i < len(entities); i++ {
		out = append(out, store.PathQuery{From: entities[i-1].ID, To: entities[i].ID, MaxHops: 4, K: 5})
	}
	return out
}

// walksOf asks about fields, from the commonest one down to rare ones.
func walksOf(ctx context.Context, s store.Reader) ([]store.WalkQuery, error) {
	facets, err := s.Facets(ctx, store.Filter{}, []store.Dimension{store.FacetField})
	if err != nil {
		return nil, err
	}
	fields := slices.DeleteFunc(slices.Clone(facets[0].Buckets), func(b store.Bucket) bool { return b.Value == "" })
	var out []store.WalkQuery
	for i := 0; i < len(fields); i += max(1, len(fields)/perKind) {
		out = append(out, walksFrom(fields[i].Value)...)
	}
	return out, nil
}

// walksFrom asks who fits a field, in the ways in which matching does: who is
// strong in what it needs, who has work in it, and who is tied to those.
func walksFrom(field string) []store.WalkQuery {
	step := func(d store.Direction, types ...ecosystem.RelationType) store.WalkStep {
		return store.WalkStep{Filter: store.RelationFilter{Types: types, Direction: d}, Decay: 0.9}
	}
	needs, strong := step(store.In, ecosystem.AppliesTo), step(store.In, ecosystem.StrongIn)
	work := step(store.In, ecosystem.InField)
	work.Filter.Kinds = []ecosystem.Kind{ecosystem.Platform, ecosystem.KeyProject}
	done := step(store.Out, ecosystem.HostedBy, ecosystem.BuiltBy)
	done.Factors = map[ecosystem.Status]float64{ecosystem.Planned: 0.5}
	tied := step(store.Both, ecosystem.CooperatesWith)
	var out []store.WalkQuery
	for _, steps := range [][]store.WalkStep{{needs, strong}, {work, done}, {needs, strong, tied}} {
		out = append(out, store.WalkQuery{Starts: []store.WalkStart{{ID: field, Weight: 1}}, Steps: steps, Ends: 20, Paths: 3})
	}
	return out
}

// commonest is the value, other than unknown, that most entities have.
func commonest(ctx context.Context, s store.Reader, f store.Filter, d store.Dimension) (string, error) {
	facets, err := s.Facets(ctx, f, []store.Dimension{d})
	if err != nil {
		return "", err
	}
	for _, b := range facets[0].Buckets {
		if b.Value != "" {
			return b.Value, nil
		}
	}
	return "", nil
}
