package answer

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/gap"
	"github.com/innograph/innograph/graph/entity"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/wording"
)

// shownWants is how many of the projects and clusters of a demand are shown.
const shownWants = 10

// GapConnection is a page of gaps.
type GapConnection struct {
	Truncated  bool
	TotalCount int
	BySeverity []GapSeverityCount
	edges      []GapEdge
	keys       []store.Key
	info       store.PageInfo
	scope      store.Scope
}

// GapSeverityCount is the number of needs of a severity.
type GapSeverityCount struct {
	Severity gap.Severity
	Count    int
}

// GapEdge is a need with who supplies it.
type GapEdge struct {
	g      gap.Gap
	in     *gapPage
	cursor func() string
}

// gapPage is what the gaps of a page have in common.
type gapPage struct {
	places       gap.Places
	question     gap.Question
	needs, wants *load.Level
	fields, ends *load.Level
	shown        *shown
}

// gapList is what cursors of gaps are bound to.
type gapList struct{ Gaps *GapFilter }

// FindGaps gives a page of gaps.
func FindGaps(ctx context.Context, f *GapFilter, args page.Args) (*GapConnection, error) {
	l := load.From(ctx)
	query, question, err := f.asked(l.Limits)
	if err != nil {
		return nil, err
	}
	p, scope, err := args.Open(gapList{f}, entity.Wanted(ctx), l.Lists())
	if err != nil {
		return nil, err
	}
	s, err := survey(ctx, query)
	if err != nil {
		return nil, err
	}
	all, err := gap.Find(ctx, s.World, question)
	if err != nil {
		return nil, err
	}
	c := &GapConnection{Truncated: s.Truncated, BySeverity: bySeverity(all), scope: scope}
	listed := keep(all, f.passes)
	c.TotalCount = len(listed)
	rows, info, err := cut(listed, p)
	if err != nil {
		return nil, err
	}
	c.info = info
	in := newGapPage(l, rows, s.Places, question)
	for _, g := range rows {
		c.keys = append(c.keys, g.Place().Key())
	}
	for i, g := range rows {
		c.edges = append(c.edges, GapEdge{g, in, entity.CursorOf(scope, c.keys, i)})
	}
	return c, nil
}

func keep[T any](all []T, passes func(T) bool) (some []T) {
	for _, one := range all {
		if passes(one) {
			some = append(some, one)
		}
	}
	return some
}

func bySeverity(all []gap.Gap) (counts []GapSeverityCount) {
	for _, s := range gap.Severities() {
		n := len(keep(all, func(g gap.Gap) bool { return g.Severity == s }))
		counts = append(counts, GapSeverityCount{s, n})
	}
	return counts
}

// cut takes the page that follows a key.
func cut(all []gap.Gap, p store.Page) ([]gap.Gap, store.PageInfo, error) {
	var info store.PageInfo
	if p.After != nil {
		after, ok := gap.PlaceOf(p.After)
		if !ok {
			return nil, info, ecosystem.Errorf(ecosystem.CodeInvalidCursor, "the cursor belongs to another list")
		}
		rest := keep(all, func(g gap.Gap) bool { return g.Place().Compare(after) > 0 })
		info.HasPrevious = len(rest) < len(all)
		all = rest
	}
	if len(all) > p.Limit {
		all, info.HasNext = all[:p.Limit], true
	}
	return all, info, nil
}

func newGapPage(l *load.Loaders, rows []gap.Gap, places gap.Places, q gap.Question) *gapPage {
	var needs, wants, fields []*ecosystem.Entity
	for _, g := range rows {
		needs = append(needs, g.Need)
		wants = append(wants, firstOf(g.Wants, shownWants)...)
		fields = append(fields, g.Fields...)
	}
	return &gapPage{
		places, q, l.Level(needs), l.Level(wants), l.Level(fields), l.Level([]*ecosystem.Entity{places.Home, places.Partner}),
		newShown(l, rows),
	}
}

func firstOf[T any](all []T, n int) []T { return all[:min(n, len(all))] }

// Edges are the gaps.
func (c *GapConnection) Edges() []GapEdge { return append([]GapEdge{}, c.edges...) }

// Nodes are the needs alone.
func (c *GapConnection) Nodes() []entity.Entity {
	nodes := make([]entity.Entity, len(c.edges))
	for i, e := range c.edges {
		nodes[i] = e.Node()
	}
	return nodes
}

// PageInfo tells what lies around the page.
func (c *GapConnection) PageInfo() entity.PageInfo {
	return entity.NewPageInfo(c.info, c.scope, c.keys)
}

// Cursor is the place of the gap in its list.
func (e GapEdge) Cursor() string { return e.cursor() }

// Node is what is needed.
func (e GapEdge) Node() entity.Entity { return entity.Of(e.g.Need, e.in.needs) }

// Severity tells how bad it is.
func (e GapEdge) Severity() gap.Severity { return e.g.Severity }

// Demand is how many want it.
func (e GapEdge) Demand() int { return e.g.Demand() }

// Wants are the first of those who want it.
func (e GapEdge) Wants() []entity.Entity {
	return entity.AllOf(firstOf(e.g.Wants, shownWants), e.in.wants)
}

// Fields are those by which supply was looked for.
func (e GapEdge) Fields() []*entity.TechnologyField { return fieldsOf(e.g.Fields, e.in.fields) }

// Home is the supply at home.
func (e GapEdge) Home() GapSupply { return GapSupply{e.g, e.in, atHome} }

// Partner is the supply in the partner region.
func (e GapEdge) Partner() GapSupply { return GapSupply{e.g, e.in, inPartner} }

// Elsewhere is the number of suppliers in neither.
func (e GapEdge) Elsewhere() int { return e.g.Elsewhere }

// Planned is the number of bodies at home that are not there yet.
func (e GapEdge) Planned() int { return e.g.Planned }

// Reason says why it stands where it does.
func (e GapEdge) Reason() wording.Sentence { return e.g.Reason(e.in.places, e.in.question) }

func fieldsOf(entities []*ecosystem.Entity, at *load.Level) []*entity.TechnologyField {
	fields := make([]*entity.TechnologyField, len(entities))
	for i, e := range entities {
		fields[i], _ = entity.Of(e, at).(*entity.TechnologyField)
	}
	return fields
}

func regionOf(e *ecosystem.Entity, at *load.Level) *entity.Region {
	region, _ := entity.Of(e, at).(*entity.Region)
	return region
}
