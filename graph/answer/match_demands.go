package answer

import (
	"cmp"
	"context"
	"slices"
	"sort"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/entity"
	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store"
)

// DemandFilter says which demands a partner is compared with; nil means left out.
type DemandFilter struct {
	Region   *string
	Kinds    []ecosystem.Kind
	Fields   []string
	Document *string
	Section  *string
	Exclude  []string
}

// DemandMatchArgs are the arguments of matchDemands besides the page.
type DemandMatchArgs struct {
	Partner  string
	Where    *DemandFilter
	Strategy *partners.Strategy
	Weights  *MatchWeights
	Home     *string
}

// DemandMatchConnection is a page of demands that a partner fits.
type DemandMatchConnection struct {
	Truncated  bool
	TotalCount int
	rows       *demandPage
	keys       []store.Key
	info       store.PageInfo
	scope      store.Scope
}

// DemandMatchEdge is one demand of a list.
type DemandMatchEdge struct {
	node   DemandMatch
	cursor func() string
}

// DemandMatch is a demand that a partner fits; i is its place among the rows.
type DemandMatch struct {
	i  int
	in *demandPage
}

// demandPage is what the rows of a page have in common.
type demandPage struct {
	first   int // place of the first row in the list
	demands []*ecosystem.Entity
	level   *load.Level
	fits    *fitPage
}

// demandList is what cursors of demands are bound to.
type demandList struct{ Demands partners.DemandQuestion }

// demandRow is a demand with its score.
type demandRow struct {
	demand *ecosystem.Entity
	fit    match.Fit
}

// FindDemands gives a page of the demands that a partner fits.
func FindDemands(ctx context.Context, a DemandMatchArgs, args page.Args) (*DemandMatchConnection, error) {
	l := load.From(ctx)
	q, err := a.question(l)
	if err != nil {
		return nil, err
	}
	p, scope, err := args.Open(demandList{q}, entity.Wanted(ctx), l.Lists())
	if err != nil {
		return nil, err
	}
	found, err := desk(l).AskDemands(ctx, q)
	if err != nil {
		return nil, err
	}
	rows := rankedDemands(found, q.Weights)
	from, to, err := cutRanked(len(rows), func(score float64, id string) int { return behind(rows, score, id) }, p)
	if err != nil {
		return nil, err
	}
	c := &DemandMatchConnection{
		Truncated: found.Truncated, TotalCount: len(rows), scope: scope,
		info: store.PageInfo{HasPrevious: from > 0, HasNext: to < len(rows)},
		rows: newDemandPage(l, rows[from:to], from),
	}
	for _, r := range rows[from:to] {
		c.keys = append(c.keys, scoreKey(r.fit.Score(), r.demand.ID))
	}
	return c, nil
}

// rankedDemands puts the demands in order: the best score first, then by id.
func rankedDemands(found partners.DemandAnswer, w match.Weights) []demandRow {
	rows := make([]demandRow, len(found.Demands))
	for i, f := range found.Demands {
		rows[i] = demandRow{f.Demand, match.NewFit(f.Candidate, f.Needs, w)}
	}
	slices.SortFunc(rows, func(a, b demandRow) int {
		return cmp.Or(cmp.Compare(b.fit.Score(), a.fit.Score()), strings.Compare(a.demand.ID, b.demand.ID))
	})
	return rows
}

// behind is the first place that lies behind a score and an id.
func behind(rows []demandRow, score float64, id string) int {
	return sort.Search(len(rows), func(i int) bool {
		return cmp.Or(cmp.Compare(score, rows[i].fit.Score()), strings.Compare(rows[i].demand.ID, id)) > 0
	})
}

func newDemandPage(l *load.Loaders, rows []demandRow, first int) *demandPage {
	p := &demandPage{first: first}
	var fits []match.Fit
	for _, r := range rows {
		p.demands, fits = append(p.demands, r.demand), append(fits, r.fit)
	}
	p.level, p.fits = l.Level(p.demands), newFitPage(l, fits)
	return p
}

// question reads the arguments.
func (a DemandMatchArgs) question(l *load.Loaders) (partners.DemandQuestion, error) {
	where, err := a.Where.read(l.Limits)
	return partners.DemandQuestion{
		Partner: a.Partner, Home: or(a.Home, ecosystem.Linyi), Where: where,
		Strategy: or(a.Strategy, partners.Balanced), Weights: a.Weights.read(), Year: l.Year(),
	}, err
}

func (f *DemandFilter) read(l limits.Limits) (partners.DemandWhere, error) {
	if f == nil {
		return partners.DemandWhere{}, nil
	}
	for _, k := range f.Kinds {
		if !slices.Contains(partners.DemandKinds(), k) {
			return partners.DemandWhere{}, bad("a %s is no demand; where.kinds takes %v", k, partners.DemandKinds())
		}
	}
	if n := max(len(f.Fields), len(f.Exclude)); n > l.IDs {
		return partners.DemandWhere{}, exceeded("%d ids were given in where, at most %d are allowed", n, l.IDs)
	}
	return partners.DemandWhere{
		Region: or(f.Region, ""), Kinds: f.Kinds, Fields: f.Fields, Document: or(f.Document, ""), Section: or(f.Section, ""), Exclude: f.Exclude,
	}, nil
}

// Edges are the matches with their cursors.
func (c *DemandMatchConnection) Edges() []DemandMatchEdge {
	edges := []DemandMatchEdge{}
	for i, node := range c.Nodes() {
		edges = append(edges, DemandMatchEdge{node, entity.CursorOf(c.scope, c.keys, i)})
	}
	return edges
}

// Nodes are the matches.
func (c *DemandMatchConnection) Nodes() []DemandMatch {
	nodes := make([]DemandMatch, len(c.keys))
	for i := range nodes {
		nodes[i] = DemandMatch{i, c.rows}
	}
	return nodes
}

// PageInfo tells what lies around the page.
func (c *DemandMatchConnection) PageInfo() entity.PageInfo {
	return entity.NewPageInfo(c.info, c.scope, c.keys)
}

// Cursor is the place of the match in its list.
func (e DemandMatchEdge) Cursor() string { return e.cursor() }

// Node is the match.
func (e DemandMatchEdge) Node() DemandMatch { return e.node }

// Demand is the project, cluster or field.
func (m DemandMatch) Demand() entity.Entity { return entity.Of(m.in.demands[m.i], m.in.level) }

// Rank is the place in the whole list, from 1.
func (m DemandMatch) Rank() int { return m.in.first + m.i + 1 }

// Score is the weighted mean of the components.
func (m DemandMatch) Score() float64 { return m.in.fits.fits[m.i].Score() }

// Components are the parts of the score.
func (m DemandMatch) Components() []MatchComponent { return m.in.fits.components()[m.i] }

// ReasonsFor is what speaks for the partner.
func (m DemandMatch) ReasonsFor() []MatchReason { return m.in.fits.reasonsFor()[m.i] }

// ReasonsAgainst is what speaks against it.
func (m DemandMatch) ReasonsAgainst() []MatchReason { return m.in.fits.reasonsAgainst()[m.i] }
