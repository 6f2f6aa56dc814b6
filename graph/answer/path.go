package answer

import (
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/entity"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/graph/route"
	"github.com/innograph/innograph/store"
)

// PathResult tells how two entities are connected, or why they are not.
type PathResult struct {
	r      route.Result
	starts *load.Level // apart from the steps: a client may select one without the other
	steps  *load.Level
	cited  func() *load.Documents
}

// Path is a sequence of steps.
type Path struct {
	p  store.Path
	in PathResult
}

// PathStep is one step of a path.
type PathStep struct{ entity.Step }

// PathArgs are the arguments of the query field paths.
type PathArgs struct {
	From, To         string
	MaxHops, K       *int
	Filter           *store.RelationFilter
	ThroughHierarchy *bool
}

// FindPaths searches paths and, when there is none, the reason, if it is selected.
func FindPaths(ctx context.Context, a PathArgs) (*PathResult, error) {
	l := load.From(ctx)
	hops, err := page.Bounded("maxHops", a.MaxHops, l.Limits.Hops)
	if err != nil {
		return nil, err
	}
	k, err := page.Bounded("k", a.K, l.Limits.Paths)
	if err != nil {
		return nil, err
	}
	q := store.PathQuery{From: a.From, To: a.To, MaxHops: hops, K: k, Filter: edges(a.Filter)}
	q.ThroughHierarchy = a.ThroughHierarchy != nil && *a.ThroughHierarchy
	if err := entity.CheckEdges(ctx, q.Filter); err != nil {
		return nil, err
	}
	if err := l.Limits.Store.CheckPaths(q); err != nil {
		return nil, err
	}
	r, err := route.Find(ctx, l.Reader, q, l.Limits.Hops.Max, wanted(ctx))
	var starts, steps []*ecosystem.Entity
	var relations []*ecosystem.Relation
	for _, p := range slices.Concat(r.Paths, r.NearestMisses) {
		starts = append(starts, p.Start)
		for _, step := range p.Steps {
			steps, relations = append(steps, step.Node), append(relations, step.Relation)
		}
	}
	return &PathResult{r, l.Level(starts), l.Level(steps), l.CitedBy(relations)}, err
}

// wanted are the explanations that are selected.
func wanted(ctx context.Context) (w route.Wanted) {
	for _, f := range graphql.CollectFieldsCtx(ctx, []string{"PathResult"}) {
		switch f.Name {
		case "reason", "filteredBy":
			w.Reason = true
		case "nearestMisses":
			w.NearestMisses = true
		}
	}
	return w
}

// Paths are the best paths.
func (r PathResult) Paths() []Path { return r.paths(r.r.Paths) }

// Truncated reports that better or further paths may exist.
func (r PathResult) Truncated() bool { return r.r.Truncated }

// Reason tells why there is no path.
func (r PathResult) Reason() (route.Reason, bool) { return r.r.Reason, r.r.Reason != "" }

// UnknownIDs are the asked ids that nothing has.
func (r PathResult) UnknownIDs() []string { return append([]string{}, r.r.UnknownIDs...) }

// NearestMisses are the shortest longer paths.
func (r PathResult) NearestMisses() []Path { return r.paths(r.r.NearestMisses) }

// FilteredBy are the parts of the filter that bar the way.
func (r PathResult) FilteredBy() []route.Part { return append([]route.Part{}, r.r.FilteredBy...) }

func (r PathResult) paths(of []store.Path) []Path {
	all := make([]Path, len(of))
	for i, p := range of {
		all[i] = Path{p, r}
	}
	return all
}

// Start is the first node.
func (p Path) Start() entity.Entity { return entity.Of(p.p.Start, p.in.starts) }

// Hops is the number of steps.
func (p Path) Hops() int { return len(p.p.Steps) }

// Weight is the product of the weights of the steps.
func (p Path) Weight() float64 { return p.p.Weight }

// Steps are the steps in order.
func (p Path) Steps() []PathStep { return stepsOf(p.p.Steps, p.in.steps, p.in.cited) }

// edges is the relation filter of an argument that may be left out.
func edges(filter *store.RelationFilter) store.RelationFilter {
	if filter == nil {
		return store.RelationFilter{}
	}
	return *filter
}
