package storetest

import (
	"context"
	"errors"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Workload is six questions, asked with arguments that the loaded data itself
// gives: the same data gives the same arguments, whatever the store.
type Workload struct {
	Entities   []*ecosystem.Entity // to be looked up, searched and explored; of all kinds
	Filter     store.Filter        // holds much: the commonest kind in its commonest region
	Page       store.Page          // of lists, searches and neighbours
	Paths      []store.PathQuery
	Dimensions []store.Dimension
}

// perKind is how many entities of one kind a workload is about.
const perKind = 16

// NewWorkload draws a workload from a loaded store.
func NewWorkload(ctx context.Context, s store.Reader) (Workload, error) {
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
	if len(w.Entities) == 0 || len(w.Paths) == 0 {
		return Workload{}, errors.New("the store holds no organizations to ask about")
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
