package partners

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/store"
)

// gathering is the work for one question.
type gathering struct {
	desk     *Desk
	question Question
	demand   asked
	home     home
	partner  store.RelationFilter // what holds of the step to a partner

	mu        sync.Mutex
	names     *likeness // to what is asked; nil until the first name is compared
	found     map[string]*match.Candidate
	evidence  []match.Evidence // of one end, before it is added
	truncated bool
}

// walk goes along all metapaths, some at the same time. In which order they end makes no
// difference: candidates orders the evidence and rounds the sums.
func (g *gathering) walk(ctx context.Context) error {
	g.found = map[string]*match.Candidate{}
	g.partner = store.RelationFilter{Kinds: g.kinds(), Far: g.where()}
	around, err := g.around(ctx)
	if err != nil {
		return err
	}
	var walks []func(context.Context) error
	along := func(m metapath) {
		walks = append(walks, func(ctx context.Context) error { return g.along(ctx, m) })
	}
	for i, n := range g.demand.needs {
		for _, m := range append(fieldMetapaths(n.Field.ID, around[i]), g.peerTies(n.Field.ID, around[i])) {
			along(m)
		}
		walks = append(walks, func(ctx context.Context) error { return g.byDiscipline(ctx, n.Field.ID, around[i]) })
	}
	if e := g.demand.entity; e != nil && e.Kind != ecosystem.TechnologyField {
		for _, m := range ownTies(e.ID) {
			along(m)
		}
	}
	along(g.homeTies())
	return inTurns(ctx, g.desk.bounds.AtOnce, append(walks, g.brokers))
}

// inTurns does all, some at the same time, up to the first error.
func inTurns(ctx context.Context, atOnce int, all []func(context.Context) error) error {
	if atOnce == 1 {
		for _, do := range all {
			if err := do(ctx); err != nil {
				return err
			}
		}
		return nil
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	for _, do := range all {
		group.Go(func() error { return do(ctx) })
	}
	return group.Wait()
}

// Fields next to the one that is needed count less.
const (
	aboveField = 0.3
	belowField = 0.5
)

// around are the starts for each need: the field itself, the one above, those below.
func (g *gathering) around(ctx context.Context) ([][]store.WalkStart, error) {
	if len(g.demand.needs) == 0 {
		return nil, nil
	}
	ids := make([]string, len(g.demand.needs))
	for i, n := range g.demand.needs {
		ids[i] = n.Field.ID
	}
	pages, err := g.desk.reader.Neighbors(ctx, ids, nextFields(), store.Page{Limit: g.desk.bounds.Edges})
	if err != nil {
		return nil, err
	}
	around := make([][]store.WalkStart, len(ids))
	for i, id := range ids {
		around[i] = []store.WalkStart{{ID: id, Weight: 1}}
		for _, e := range pages[i].Edges {
			weight := belowField
			if e.Out {
				weight = aboveField
			}
			around[i] = append(around[i], store.WalkStart{ID: e.Node.ID, Weight: weight})
		}
	}
	return around, nil
}

// nextFields leads from a field to those just above and below it.
func nextFields() store.RelationFilter {
	return store.RelationFilter{Types: []ecosystem.RelationType{ecosystem.PartOf}, Kinds: []ecosystem.Kind{ecosystem.TechnologyField}}
}

func (g *gathering) along(ctx context.Context, m metapath) error {
	answer, err := g.ask(ctx, m.starts, m.steps, m.kept)
	if err != nil {
		return err
	}
	g.keep(m.ground, m.need, answer, func(p store.Path) store.Path {
		if m.fromBody {
			p.Start, p.Steps = p.Steps[0].Node, p.Steps[1:]
		}
		if m.ground.IsTie() {
			p.Weight *= recency(g.question.Year, p.Steps[len(p.Steps)-1].Relation)
		}
		return p
	})
	return nil
}

// byDiscipline walks in two parts, because the strategy weighs the disciplines between.
func (g *gathering) byDiscipline(ctx context.Context, need string, field []store.WalkStart) error {
	disciplines, starts, err := g.disciplines(ctx, field)
	if err != nil || len(starts) == 0 {
		return err
	}
	ways := map[string]store.Path{}
	for _, d := range disciplines {
		ways[d.Entity.ID] = d.Paths[0]
	}
	answer, err := g.ask(ctx, starts, []store.WalkStep{step(store.In, nil, ecosystem.StrongIn)}, false)
	if err != nil {
		return err
	}
	g.keep(match.ByDiscipline, need, answer, func(p store.Path) store.Path {
		way := ways[p.Start.ID]
		return store.Path{Start: way.Start, Steps: slices.Concat(way.Steps, p.Steps), Weight: p.Weight}
	})
	return nil
}

// ask walks to those who may be partners.
func (g *gathering) ask(ctx context.Context, starts []store.WalkStart, steps []store.WalkStep, kept bool) (store.WalkAnswer, error) {
	steps = slices.Clone(steps)
	last := &steps[len(steps)-1]
	last.Filter.Kinds, last.Filter.Far = g.partner.Kinds, g.partner.Far
	walk, q := g.desk.reader.Walk, store.WalkQuery{Starts: starts, Steps: steps, Ends: g.desk.bounds.Ends, Paths: g.desk.bounds.Paths}
	if keeper, ok := g.desk.text.(walkKeeper); ok && kept {
		walk = func(ctx context.Context, q store.WalkQuery) (store.WalkAnswer, error) {
			return keeper.kept(ctx, q, g.desk.reader.Walk)
		}
	}
	answer, err := walk(ctx, q)
	if err != nil {
		return store.WalkAnswer{}, err
	}
	if answer.Total > len(answer.Ends) {
		g.mu.Lock()
		g.truncated = true
		g.mu.Unlock()
	}
	return answer, nil
}

func (g *gathering) kinds() []ecosystem.Kind {
	if g.question.Where.Kinds != nil {
		return g.question.Where.Kinds
	}
	return partnerKinds()
}

func partnerKinds() []ecosystem.Kind {
	return append(ecosystem.OrganizationKinds(), ecosystem.Platform)
}

func (g *gathering) where() *store.Filter {
	w := g.question.Where
	if w.Partner != "" {
		return &store.Filter{IDs: []string{w.Partner}}
	}
	return &store.Filter{Region: w.Region, Not: &store.Filter{Region: cmp.Or(w.ExcludeRegion, g.home.region.ID)}}
}

// keep adds what a walk found to the candidates.
func (g *gathering) keep(ground match.Ground, need string, answer store.WalkAnswer, read func(store.Path) store.Path) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, end := range answer.Ends {
		if slices.Contains(g.question.Where.Exclude, end.Entity.ID) || g.demand.entity != nil && end.Entity.ID == g.demand.entity.ID {
			continue
		}
		c := g.found[end.Entity.ID]
		if c == nil {
			c = &match.Candidate{Partner: end.Entity}
			g.found[end.Entity.ID] = c
		}
		rest := end.Score
		g.evidence = g.evidence[:0]
		for i, p := range end.Paths {
			rest -= p.Weight
			p = read(p)
			g.evidence = append(g.evidence, match.Evidence{Ground: ground, Need: need, Path: p, Weight: min(p.Weight, 1)})
			g.weighByName(&g.evidence[i])
		}
		if !end.More {
			rest = 0 // but for rounding
		}
		c.Add(match.Key{Ground: ground, Need: need}, g.evidence, max(rest, 0))
	}
}

// weighByName lets the name of a platform or body of the field count, and what it is. Who
// calls it holds g.mu.
func (g *gathering) weighByName(e *match.Evidence) {
	if e.Ground != match.ByOwnField && e.Ground != match.ByPlatform {
		return
	}
	if g.names == nil {
		g.names = newLikeness(g.demand, g.desk.idle)
	}
	first := e.Path.Steps[0].Node
	name, by := g.names.of(first), 1.0
	if e.Ground == match.ByOwnField {
		var whatever bool
		if by, whatever = suits(g.demand.entity, first); whatever {
			name.factor = 1
		}
	}
	e.Weight, e.Named = e.Weight*name.factor*by, name.word
}

// candidates are all that was found, in the order of their ids, with their places.
func (g *gathering) candidates(ctx context.Context) ([]match.Candidate, error) {
	all := make([]match.Candidate, 0, len(g.found))
	for _, c := range g.found {
		slices.SortStableFunc(c.Evidence, byGround)
		for i := range c.Sums { // of several walks, in any order
			c.Sums[i].Count = store.RoundScore(c.Sums[i].Count)
		}
		all = append(all, *c)
	}
	slices.SortFunc(all, func(a, b match.Candidate) int { return strings.Compare(a.Partner.ID, b.Partner.ID) })
	if most := g.desk.bounds.Candidates; len(all) > most {
		g.truncated = true
		all = match.Best(all, g.demand.needs, g.question.Weights, most)
	}
	if err := g.place(ctx, all); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all, func(c match.Candidate) bool {
		return c.Value(match.Strength, g.demand.needs) < g.question.Where.MinStrength
	}), nil
}

// byGround orders the evidence of a candidate, whichever walk ended first. Most of what
// it is asked for is decided by the first that differs.
func byGround(a, b match.Evidence) int {
	if a.Ground != b.Ground {
		return cmp.Compare(slices.Index(match.Grounds(), a.Ground), slices.Index(match.Grounds(), b.Ground))
	}
	if c := strings.Compare(a.Need, b.Need); c != 0 {
		return c
	}
	if c := cmp.Compare(b.Weight, a.Weight); c != 0 {
		return c
	}
	return strings.Compare(lastRelation(a), lastRelation(b))
}

func lastRelation(e match.Evidence) string { return e.Path.Steps[len(e.Path.Steps)-1].Relation.ID }
