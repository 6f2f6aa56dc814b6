package store

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// Limits bounds what one call may ask for.
type Limits struct {
	IDs         int // ids in one call
	Page        int // rows of one page
	Hops        int // hops of a path, steps of a walk
	Paths       int // paths of one answer, or to one end of a walk
	Ends        int // ends of one walk
	Touch       int // relations that one walk touches
	FilterDepth int // filters within filters
	FilterParts int // values and conditions of one filter, nested ones included
	TreeDepth   int // levels of the region and field trees
	Buckets     int // values of one facet
	Candidates  int // entities that one search ranks, besides those with an exact name
	Text        int // characters of a search text
}

// DefaultLimits are the limits of both stores.
func DefaultLimits() Limits {
	return Limits{
		IDs: 1000, Page: 1000, Hops: 6, Paths: 20, Ends: 1000, Touch: 1_000_000, FilterDepth: 4, FilterParts: 4000,
		TreeDepth: 8, Buckets: 500, Candidates: 5000, Text: 200,
	}
}

// CheckIDs refuses too many ids.
func (l Limits) CheckIDs(ids []string) error {
	if len(ids) > l.IDs {
		return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%d ids were given, at most %d are allowed", len(ids), l.IDs)
	}
	return nil
}

// CheckPage refuses pages that are too large or make no sense; keyLength is the
// number of sort values of the list.
func (l Limits) CheckPage(p Page, keyLength int) error {
	switch {
	case p.Limit < 0:
		return ecosystem.Errorf(ecosystem.CodeBadInput, "a page cannot have %d rows", p.Limit)
	case p.Limit > l.Page:
		return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "a page of %d rows was asked for, at most %d are allowed", p.Limit, l.Page)
	case p.After != nil && len(p.After) != keyLength, p.Before != nil && len(p.Before) != keyLength:
		return ecosystem.Errorf(ecosystem.CodeInvalidCursor, "the cursor belongs to another list")
	case p.Turns && (p.After != nil || p.Before != nil || p.Backward):
		return ecosystem.Errorf(ecosystem.CodeBadInput, "types that take turns have no further pages")
	}
	return nil
}

// CheckPaths refuses path queries out of bounds.
func (l Limits) CheckPaths(q PathQuery) error {
	switch {
	case q.MaxHops < 1 || q.K < 1:
		return ecosystem.Errorf(ecosystem.CodeBadInput, "a path search needs at least 1 hop and 1 path")
	case q.MaxHops > l.Hops:
		return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "paths of up to %d hops were asked for, at most %d are allowed", q.MaxHops, l.Hops)
	case q.K > l.Paths:
		return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%d paths were asked for, at most %d are allowed", q.K, l.Paths)
	case q.Filter.Without != nil:
		return ecosystem.Errorf(ecosystem.CodeBadInput, "a path search leaves no single relations out")
	case q.Filter.Far != nil:
		return ecosystem.Errorf(ecosystem.CodeBadInput, "a path search takes no filter on the far entity")
	}
	return l.CheckRelationFilter(q.Filter)
}

// CheckRelationFilter refuses filters that are too deep, too long or outside
// the vocabulary.
func (l Limits) CheckRelationFilter(f RelationFilter) error {
	if len(f.Types)+len(f.Kinds)+len(f.Statuses)+len(f.ExcludeStatuses)+len(f.Without) > l.FilterParts {
		return l.tooManyParts()
	}
	for _, t := range f.Types {
		if !t.Valid() {
			return badInput("unknown relation type", string(t))
		}
	}
	if err := checkCommon(f.Kinds, slices.Concat(f.Statuses, f.ExcludeStatuses), f.Direction); err != nil || f.Far == nil {
		return err
	}
	return l.CheckFilter(*f.Far)
}

// CheckFilter refuses filters that are too deep, too long or outside the
// vocabulary.
func (l Limits) CheckFilter(f Filter) error {
	parts := 0
	return l.checkFilter(&f, 1, &parts)
}

func (l Limits) checkFilter(f *Filter, depth int, parts *int) error {
	if depth > l.FilterDepth {
		return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "filters are nested more than %d deep", l.FilterDepth)
	}
	*parts += len(f.IDs) + len(f.Kinds) + len(f.Statuses) + len(f.Fields) + len(f.Properties) + len(f.Related)
	for _, p := range f.Properties {
		if _, ok := ecosystem.PropertyNamed(p.Name); !ok {
			return badInput("unknown property", p.Name)
		}
		*parts += len(p.Values)
	}
	for _, r := range f.Related {
		if !r.Type.Valid() {
			return badInput("unknown relation type", string(r.Type))
		}
		if err := checkCommon(nil, nil, r.Direction); err != nil {
			return err
		}
		*parts += len(r.To)
		if r.Where == nil {
			continue
		}
		if err := l.checkFilter(r.Where, depth+1, parts); err != nil {
			return err
		}
	}
	if *parts > l.FilterParts {
		return l.tooManyParts()
	}
	if len([]rune(f.Text)) > l.Text {
		return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "a search text may have at most %d characters", l.Text)
	}
	if f.Not != nil {
		if err := l.checkFilter(f.Not, depth+1, parts); err != nil {
			return err
		}
	}
	return checkCommon(f.Kinds, f.Statuses, Both)
}

func (l Limits) tooManyParts() error {
	return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "a filter may hold at most %d values and conditions", l.FilterParts)
}

func checkCommon(kinds []ecosystem.Kind, statuses []ecosystem.Status, d Direction) error {
	for _, k := range kinds {
		if !k.Valid() {
			return badInput("unknown kind", string(k))
		}
	}
	for _, s := range statuses {
		if known, ok := ecosystem.ParseStatus(string(s)); !ok || known != s {
			return badInput("unknown status", string(s))
		}
	}
	if !slices.Contains([]Direction{Both, Out, In}, d) {
		return badInput("unknown direction", string(d))
	}
	return nil
}

func badInput(what, value string) error {
	return ecosystem.Errorf(ecosystem.CodeBadInput, "%s %q", what, value)
}
