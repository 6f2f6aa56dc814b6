package partners

import (
	"context"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/store"
)

// Bounds of the work for one question.
type Bounds struct {
	Needs      int // fields of a demand; lighter ones are told as left out
	Ends       int // candidates that one walk brings: the best
	Paths      int // evidence of a walk for each candidate: the strongest
	Candidates int // that are scored
	Edges      int // of an entity or a field that are read
	Regions    int // below the home region
	Demands    int // that a partner is compared with
	Around     int // ids and relations in one call when a partner's surroundings are read
	Ties       int // relations of that partner
	AtOnce     int // walks that run at the same time
}

// DefaultBounds are those of a server that is not told otherwise.
func DefaultBounds() Bounds {
	return Bounds{Needs: 8, Ends: 300, Paths: 5, Candidates: 1000, Edges: 100, Regions: 500, Demands: 1000, Around: 1000, Ties: 20_000, AtOnce: 4}
}

// Where says who may be a partner.
type Where struct {
	Region        string           // id; it and all below; empty: anywhere
	ExcludeRegion string           // id; it and all below are left out; empty: the home region
	Kinds         []ecosystem.Kind // nil: organizations and platforms
	MinStrength   float64          // least STRENGTH, in [0, 1]
	Exclude       []string         // ids
	Partner       string           // id; only this one, wherever it lies and whatever it is; empty: any
}

// Question is all that a recommendation depends on.
type Question struct {
	Demand   Demand
	Home     string // id of the region that looks for partners
	Where    Where
	Strategy Strategy // "": Balanced
	Weights  match.Weights
	Year     int // from which the age of ties is counted
}

// Answer is what was found. Rank it by match.Rank with its Needs.
type Answer struct {
	Entity     *ecosystem.Entity // what the demand names, nil for none
	Home       *ecosystem.Entity
	Needs      []match.Need // heaviest first
	Basis      Basis        // what the fields of Entity were taken from
	Words      []Words      // what in the text led to which field
	LeftOut    []match.Need // fields that were too many
	Candidates []match.Candidate
	Truncated  bool // a walk had more ends, or there were more candidates, than the bounds allow
}

// Desk answers questions about partners. It is safe for concurrent use.
type Desk struct {
	reader store.Reader
	text   TextReader
	bounds Bounds
	idle   *idleWords
}

// NewDesk makes a desk over a reader.
func NewDesk(reader store.Reader, text TextReader, bounds Bounds) *Desk {
	return &Desk{reader: reader, text: text, bounds: bounds, idle: newIdleWords()}
}

// Ask gathers the candidates for a demand. A demand in which no field is found has
// no needs; candidates then are those with ties only. Unknown ids: UNKNOWN_ID.
func (d *Desk) Ask(ctx context.Context, q Question) (Answer, error) {
	if err := q.Weights.Check(); err != nil {
		return Answer{}, err
	}
	if err := q.Strategy.check(); err != nil {
		return Answer{}, err
	}
	demand, err := d.read(ctx, q.Demand)
	if err != nil {
		return Answer{}, err
	}
	if err := d.checkRegions(ctx, q.Home, q.Where.Region, q.Where.ExcludeRegion); err != nil {
		return Answer{}, err
	}
	home, err := d.home(ctx, q.Home)
	if err != nil {
		return Answer{}, err
	}
	g := &gathering{desk: d, question: q, demand: demand, home: home}
	if err := g.walk(ctx); err != nil {
		return Answer{}, err
	}
	candidates, err := g.candidates(ctx)
	if err != nil {
		return Answer{}, err
	}
	return Answer{
		Entity: demand.entity, Home: home.region, Needs: demand.needs, Basis: demand.basis, Words: demand.words, LeftOut: demand.left,
		Candidates: candidates, Truncated: g.truncated,
	}, nil
}

// checkRegions refuses ids that are given and are no regions.
func (d *Desk) checkRegions(ctx context.Context, home string, others ...string) error {
	ids := append([]string{home}, slices.DeleteFunc(others, func(id string) bool { return id == "" })...)
	found, err := d.reader.Entities(ctx, ids)
	if err != nil {
		return err
	}
	for i, e := range found {
		if e == nil || e.Kind != ecosystem.Region {
			return ecosystem.Errorf(ecosystem.CodeUnknownID, "no region has the id %q", ids[i])
		}
	}
	return nil
}

// home is the region that looks for partners, with all regions below it.
type home struct {
	region  *ecosystem.Entity
	regions []store.WalkStart
}

func (d *Desk) home(ctx context.Context, id string) (home, error) {
	found, err := d.reader.Entities(ctx, []string{id})
	if err != nil {
		return home{}, err
	}
	h := home{found[0], []store.WalkStart{{ID: id, Weight: 1}}}
	level := []string{id}
	for len(level) > 0 && len(h.regions) < d.bounds.Regions {
		pages, err := d.reader.Neighbors(ctx, level, store.RelationFilter{
			Types: []ecosystem.RelationType{ecosystem.PartOf}, Direction: store.In, Kinds: []ecosystem.Kind{ecosystem.Region},
		}, store.Page{Limit: d.bounds.Edges})
		if err != nil {
			return home{}, err
		}
		level = nil
		for _, p := range pages {
			for _, e := range p.Edges {
				level = append(level, e.Node.ID)
				h.regions = append(h.regions, store.WalkStart{ID: e.Node.ID, Weight: 1})
			}
		}
	}
	return h, nil
}
