package answer

import (
	"context"
	"strconv"
	"sync"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/entity"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/graph/page"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/wording"
)

// PartnerMatchConnection is a page of partners for a demand.
type PartnerMatchConnection struct {
	Truncated  bool
	TotalCount int
	asked      partners.Question
	found      partners.Answer
	loaders    *load.Loaders
	rows       *matchPage
	keys       []store.Key
	info       store.PageInfo
	scope      store.Scope
}

// PartnerMatchEdge is one partner of a list.
type PartnerMatchEdge struct {
	node   PartnerMatch
	cursor func() string
}

// PartnerMatch is a partner for a demand; i is its place among the rows.
type PartnerMatch struct {
	i  int
	in *matchPage
}

// partnerList is what cursors of partners are bound to.
type partnerList struct{ Partners partners.Question }

// FindPartners gives a page of partners for a demand.
func FindPartners(ctx context.Context, demand DemandInput, a MatchArgs, args page.Args) (*PartnerMatchConnection, error) {
	l := load.From(ctx)
	q, err := a.question(l, demand)
	if err != nil {
		return nil, err
	}
	p, scope, err := args.Open(partnerList{q}, entity.Wanted(ctx), l.Lists())
	if err != nil {
		return nil, err
	}
	found, err := desk(l).Ask(ctx, q)
	if err != nil {
		return nil, err
	}
	ranking := match.NewRanking(found.Candidates, found.Needs, q.Weights)
	from, to, err := cutRanked(ranking.Len(), ranking.Behind, p)
	if err != nil {
		return nil, err
	}
	c := &PartnerMatchConnection{
		Truncated: found.Truncated, TotalCount: ranking.Len(), asked: q, found: found, loaders: l, scope: scope,
		info: store.PageInfo{HasPrevious: from > 0, HasNext: to < ranking.Len()},
		rows: newMatchPage(l, found, ranking, from, to),
	}
	for _, f := range c.rows.fits.fits {
		c.keys = append(c.keys, scoreKey(f.Score(), f.Partner.ID))
	}
	return c, nil
}

// FindPartner gives one partner in its place; nil when it is not listed.
func FindPartner(ctx context.Context, demand DemandInput, partner string, a MatchArgs) (*PartnerMatch, error) {
	l := load.From(ctx)
	q, err := a.question(l, demand)
	if err != nil {
		return nil, err
	}
	if _, err := readPartner(ctx, l, partner); err != nil {
		return nil, err
	}
	found, err := desk(l).Ask(ctx, q)
	if err != nil {
		return nil, err
	}
	ranking := match.NewRanking(found.Candidates, found.Needs, q.Weights)
	i := ranking.Find(partner)
	if i < 0 {
		return nil, nil //nolint:nilnil // the schema says so
	}
	return &PartnerMatch{0, newMatchPage(l, found, ranking, i, i+1)}, nil
}

// scoreKey is the place of a row in a list that is ordered by score.
func scoreKey(score float64, id string) store.Key {
	return store.Key{strconv.FormatFloat(score, 'g', -1, 64), id}
}

// cutRanked gives the bounds of the page that follows a key.
func cutRanked(length int, behind func(score float64, id string) int, p store.Page) (from, to int, err error) {
	if p.After != nil {
		if len(p.After) != 2 {
			return 0, 0, ecosystem.Errorf(ecosystem.CodeInvalidCursor, "the cursor belongs to another list")
		}
		score, err := strconv.ParseFloat(p.After[0], 64)
		if err != nil {
			return 0, 0, ecosystem.Errorf(ecosystem.CodeInvalidCursor, "the cursor belongs to another list")
		}
		from = behind(score, p.After[1])
	}
	return from, min(from+p.Limit, length), nil
}

// matchPage is what the rows of a page of partners have in common.
type matchPage struct {
	first           int // place of the first row in the ranking
	ranking         match.Ranking
	fits            *fitPage
	partners, place *load.Level
	changes         func() [][]MatchChange
	introduced      *introducedRows
}

func newMatchPage(l *load.Loaders, found partners.Answer, ranking match.Ranking, from, to int) *matchPage {
	var fits []match.Fit
	var bodies, regions []*ecosystem.Entity
	for i := from; i < to; i++ {
		f := ranking.Fit(i)
		fits, bodies = append(fits, f), append(bodies, f.Partner)
		if f.Place.Region != nil {
			regions = append(regions, f.Place.Region)
		}
	}
	p := &matchPage{first: from, ranking: ranking, fits: newFitPage(l, fits), partners: l.Level(bodies), place: l.Level(regions)}
	p.introduced = newIntroducedRows(l, found, bodies)
	p.changes = sync.OnceValue(func() [][]MatchChange { return changesOf(l, found.Needs, ranking, from, to) })
	return p
}

// Edges are the matches with their cursors.
func (c *PartnerMatchConnection) Edges() []PartnerMatchEdge {
	edges := []PartnerMatchEdge{}
	for i, node := range c.Nodes() {
		edges = append(edges, PartnerMatchEdge{node, entity.CursorOf(c.scope, c.keys, i)})
	}
	return edges
}

// Nodes are the matches.
func (c *PartnerMatchConnection) Nodes() []PartnerMatch {
	nodes := make([]PartnerMatch, len(c.keys))
	for i := range nodes {
		nodes[i] = PartnerMatch{i, c.rows}
	}
	return nodes
}

// PageInfo tells what lies around the page.
func (c *PartnerMatchConnection) PageInfo() entity.PageInfo {
	return entity.NewPageInfo(c.info, c.scope, c.keys)
}

// Home is the region that looks for partners.
func (c *PartnerMatchConnection) Home() *entity.Region {
	return regionOf(c.found.Home, c.loaders.Level([]*ecosystem.Entity{c.found.Home}))
}

// Cursor is the place of the match in its list.
func (e PartnerMatchEdge) Cursor() string { return e.cursor() }

// Node is the match.
func (e PartnerMatchEdge) Node() PartnerMatch { return e.node }

func (m PartnerMatch) fit() match.Fit { return m.in.fits.fits[m.i] }

// Partner is the organization or platform.
func (m PartnerMatch) Partner() entity.Entity { return entity.Of(m.fit().Partner, m.in.partners) }

// Rank is the place in the whole list, from 1.
func (m PartnerMatch) Rank() int { return m.in.first + m.i + 1 }

// Score is the weighted mean of the components.
func (m PartnerMatch) Score() float64 { return m.fit().Score() }

// Region is where the partner lies; nil: unknown.
func (m PartnerMatch) Region() *entity.Region {
	if m.fit().Place.Region == nil {
		return nil
	}
	return regionOf(m.fit().Place.Region, m.in.place)
}

// Distance is in kilometres.
func (m PartnerMatch) Distance() (float64, bool) {
	km := m.fit().Place.Kilometres
	return wholeKilometres(km), km >= 0
}

// wholeKilometres: the seats are not known any finer.
func wholeKilometres(km float64) float64 { return float64(int(km + 0.5)) }

// Components are the parts of the score.
func (m PartnerMatch) Components() []MatchComponent { return m.in.fits.components()[m.i] }

// ReasonsFor is what speaks for the partner.
func (m PartnerMatch) ReasonsFor() []MatchReason { return m.in.fits.reasonsFor()[m.i] }

// ReasonsAgainst is what speaks against it.
func (m PartnerMatch) ReasonsAgainst() []MatchReason { return m.in.fits.reasonsAgainst()[m.i] }

// WouldChange is what would move it past its neighbours.
func (m PartnerMatch) WouldChange() []MatchChange { return m.in.changes()[m.i] }

// Nobody tells why the list is empty.
func (c *PartnerMatchConnection) Nobody() *wording.Sentence {
	if c.TotalCount > 0 {
		return nil
	}
	s := c.found.Nobody(c.asked.Where)
	return &s
}
