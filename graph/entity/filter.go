package entity

import (
	"context"
	"math"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/store"
)

// CheckEdges refuses a relation filter before the store sees it, and gives the
// values of its filter on the far end the spelling that stores compare.
func CheckEdges(ctx context.Context, f store.RelationFilter) error {
	if math.IsNaN(f.MinWeight) || math.IsInf(f.MinWeight, 0) {
		return ecosystem.Errorf(ecosystem.CodeBadInput, "minWeight must be a number such as 0.9")
	}
	if err := load.From(ctx).Limits.Store.CheckRelationFilter(f); err != nil {
		return err
	}
	if err := checkRegion(ctx, f.Region); err != nil || f.Far == nil {
		return err
	}
	return canonicalize(f.Far)
}

// checkRegion refuses what is no region, where a filter would find nothing and nobody
// would know why.
func checkRegion(ctx context.Context, id string) error {
	if id == "" {
		return nil
	}
	region, err := load.From(ctx).Region(ctx, id)
	switch {
	case err != nil:
		return err
	case region.Entity == nil:
		return ecosystem.Errorf(ecosystem.CodeUnknownID, "filter.region: nothing has the id %q; give a region such as region:330000, or a cluster", id)
	case region.Kind != ecosystem.Region && region.Kind != ecosystem.IndustryCluster:
		return ecosystem.Errorf(ecosystem.CodeBadInput, "filter.region: %s is a %s; give a region such as region:330000, or a cluster", id, region.Kind)
	}
	return nil
}

// checkFilter is CheckEdges for filters of entities.
func checkFilter(ctx context.Context, f *store.Filter) error {
	if err := load.From(ctx).Limits.Store.CheckFilter(*f); err != nil {
		return err
	}
	return canonicalize(f)
}

// canonicalize gives the values of properties their one spelling: 2.60 finds 2.6.
// The filter is the request's own, and its depth has been checked.
func canonicalize(f *store.Filter) error {
	for _, p := range f.Properties {
		property, _ := ecosystem.PropertyNamed(p.Name)
		for i, value := range p.Values {
			canonical, err := property.Canonical(value)
			if err != nil {
				return ecosystem.Wrap(err, ecosystem.CodeBadInput, err.Error())
			}
			p.Values[i] = canonical
		}
	}
	for _, r := range f.Related {
		if r.Where == nil {
			continue
		}
		if err := canonicalize(r.Where); err != nil {
			return err
		}
	}
	if f.Not == nil {
		return nil
	}
	return canonicalize(f.Not)
}
