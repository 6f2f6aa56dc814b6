package route

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Store is what the search asks.
type Store interface {
	Paths(ctx context.Context, query store.PathQuery) (store.PathAnswer, error)
	Entities(ctx context.Context, ids []string) ([]*ecosystem.Entity, error)
}

// Reason says why there is no path.
type Reason string

// The reasons.
const (
	UnknownID         Reason = "UNKNOWN_ID"
	NoRouteWithinHops Reason = "NO_ROUTE_WITHIN_HOPS"
	FilteredOut       Reason = "FILTERED_OUT"
)

// Result holds the paths or, without any, what bars the way.
type Result struct {
	store.PathAnswer
	Reason        Reason // empty when there are paths, or it is not wanted
	UnknownIDs    []string
	NearestMisses []store.Path // the shortest longer paths that the filter holds
	FilteredBy    []Part       // see bars
}

// Wanted says which explanations a search shall give when it finds no path. Each
// costs further searches, which on a store that is a server take seconds together.
type Wanted struct {
	Reason        bool // whether a filter bars the way, and which parts of it
	NearestMisses bool
}

// Find searches and explains what is wanted. It asks the store once when there is a
// path, and at most ten times when there is none.
func Find(ctx context.Context, s Store, q store.PathQuery, maxHops int, wanted Wanted) (Result, error) {
	answer, err := s.Paths(ctx, q)
	switch {
	case err != nil && ecosystem.CodeOf(err) == ecosystem.CodeUnknownID:
		return unknown(ctx, s, q, err)
	case err != nil:
		return Result{}, err
	case len(answer.Paths) > 0:
		return Result{PathAnswer: answer}, nil
	}
	r := Result{PathAnswer: answer}
	if wanted.Reason {
		if r.FilteredBy, err = bars(ctx, s, q); err != nil {
			return Result{}, err
		}
		r.Reason = NoRouteWithinHops
		if len(r.FilteredBy) > 0 {
			r.Reason = FilteredOut
		}
	}
	if wanted.NearestMisses {
		r.NearestMisses, err = misses(ctx, s, q, maxHops)
	}
	return r, err
}

// unknown tells which of the two ids nothing has.
func unknown(ctx context.Context, s Store, q store.PathQuery, cause error) (Result, error) {
	ends := []string{q.From, q.To}
	found, err := s.Entities(ctx, ends)
	if err != nil {
		return Result{}, err
	}
	r := Result{Reason: UnknownID}
	for i, e := range found {
		if e == nil && (i == 0 || q.To != q.From) {
			r.UnknownIDs = append(r.UnknownIDs, ends[i])
		}
	}
	if len(r.UnknownIDs) == 0 { // a load added it in between
		return Result{}, cause
	}
	return r, nil
}

// misses are the paths of the fewest hops above what was asked for.
func misses(ctx context.Context, s Store, q store.PathQuery, maxHops int) ([]store.Path, error) {
	if q.MaxHops >= maxHops {
		return nil, nil
	}
	q.MaxHops = maxHops
	answer, err := s.Paths(ctx, q)
	if err != nil {
		return nil, err
	}
	paths := answer.Paths
	for i, p := range paths {
		if len(p.Steps) > len(paths[0].Steps) {
			return paths[:i], nil
		}
	}
	return paths, nil
}
