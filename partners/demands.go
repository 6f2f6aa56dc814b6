package partners

import (
	"context"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/store"
)

// DemandKinds are the kinds of demands that a partner is compared with.
func DemandKinds() []ecosystem.Kind {
	return []ecosystem.Kind{ecosystem.KeyProject, ecosystem.IndustryCluster, ecosystem.TechnologyField}
}

// DemandWhere says which demands are compared.
type DemandWhere struct {
	Region   string           // id; projects and clusters in it or below it; empty: the home region
	Kinds    []ecosystem.Kind // of DemandKinds; nil: all of them
	Fields   []string         // ids; what is in these or below them, and these themselves; nil: any
	Document string           // id; with a source there
	Section  string           // of a document
	Exclude  []string         // ids
}

// DemandQuestion asks which demands a partner fits.
type DemandQuestion struct {
	Partner  string // id of an organization or platform
	Home     string // id of the region that looks for partners
	Where    DemandWhere
	Strategy Strategy // "": Balanced
	Weights  match.Weights
	Year     int // from which the age of ties is counted
}

// DemandAnswer is what was found.
type DemandAnswer struct {
	Partner   *ecosystem.Entity
	Home      *ecosystem.Entity
	Demands   []DemandFit // in the order of their ids
	Truncated bool        // something has more relations than were read
}

// DemandFit is a demand with what speaks for the partner.
type DemandFit struct {
	Demand    *ecosystem.Entity
	Needs     []match.Need // heaviest first
	Candidate match.Candidate
}

// AskDemands gathers what speaks for a partner, for each demand for which anything
// does. Each is judged by the very walks of Ask, which here go through what surrounds
// the partner: that is read first, so that the number of calls of the store does not
// depend on the number of demands, but for those of which the graph states no field and
// that hold something: what that is about is read one by one. A candidate is as in Ask, unless there the partner
// was left out of a walk by Bounds.Ends.
func (d *Desk) AskDemands(ctx context.Context, q DemandQuestion) (DemandAnswer, error) {
	if err := q.Weights.Check(); err != nil {
		return DemandAnswer{}, err
	}
	if err := q.Strategy.check(); err != nil {
		return DemandAnswer{}, err
	}
	if err := d.checkRegions(ctx, q.Home, q.Where.Region); err != nil {
		return DemandAnswer{}, err
	}
	home, err := d.home(ctx, q.Home)
	if err != nil {
		return DemandAnswer{}, err
	}
	near, err := d.nearby(ctx, q.Partner, home.region)
	if err != nil {
		return DemandAnswer{}, err
	}
	demands, err := d.demands(ctx, q)
	if err != nil {
		return DemandAnswer{}, err
	}
	if err := near.read(ctx, demands); err != nil {
		return DemandAnswer{}, err
	}
	out := DemandAnswer{Partner: near.partner, Home: home.region, Truncated: near.more}
	err = d.judge(ctx, q, home, near, demands, &out)
	return out, err
}

// judge gathers for each demand, through what is near.
func (d *Desk) judge(ctx context.Context, q DemandQuestion, home home, near *nearby, demands []*ecosystem.Entity, out *DemandAnswer) error {
	bounds := d.bounds
	bounds.AtOnce = 1 // nothing is waited for
	desk := &Desk{near, near.texts(d.text), bounds, d.idle}
	read, err := (&Desk{wholly{near}, near.texts(d.text), bounds, d.idle}).readAll(ctx, wholly{near}, demands)
	if err != nil {
		return err
	}
	if err := near.prepare(ctx, q.Strategy, read); err != nil {
		return err
	}
	asked := Question{Home: q.Home, Where: Where{Partner: q.Partner}, Strategy: q.Strategy, Weights: q.Weights, Year: q.Year}
	for i, demand := range read {
		if err := ctx.Err(); err != nil {
			return ecosystem.Wrap(err, ecosystem.CodeTimeout, "the time for this request is over; narrow the demands")
		}
		g := &gathering{desk: desk, question: asked, demand: demand, home: home}
		if err := g.walk(ctx); err != nil {
			return err
		}
		found, err := g.candidates(ctx)
		if err != nil {
			return err
		}
		for _, c := range found { // the partner, or nobody
			out.Demands = append(out.Demands, DemandFit{demands[i], demand.needs, c})
		}
		out.Truncated = out.Truncated || g.truncated
	}
	return nil
}

// readAll reads the demands as fields.
func (d *Desk) readAll(ctx context.Context, near wholly, demands []*ecosystem.Entity) ([]asked, error) {
	var ids []string
	for _, e := range demands {
		near.know(e)
		if e.Kind != ecosystem.TechnologyField {
			ids = append(ids, e.ID)
		}
	}
	pages, err := near.Neighbors(ctx, ids, statedFields(), store.Page{Limit: d.bounds.Edges})
	if err != nil {
		return nil, err
	}
	var unstated []string
	for i, p := range pages {
		if len(p.Edges) == 0 {
			unstated = append(unstated, ids[i])
		}
	}
	if err := near.foresee(ctx, unstated); err != nil {
		return nil, err
	}
	read := make([]asked, len(demands))
	for i, e := range demands {
		if read[i], err = d.read(ctx, Demand{Entity: e.ID}); err != nil {
			return nil, err
		}
	}
	return read, nil
}

// demands lists what the partner is compared with, by id: fields wherever they are
// named, the others in the region.
func (d *Desk) demands(ctx context.Context, q DemandQuestion) ([]*ecosystem.Entity, error) {
	kinds := q.Where.Kinds
	if kinds == nil {
		kinds = DemandKinds()
	}
	filter := store.Filter{Document: q.Where.Document, Section: q.Where.Section}
	if len(q.Where.Exclude) > 0 {
		filter.Not = &store.Filter{IDs: q.Where.Exclude}
	}
	fields, others := filter, filter
	others.Region, others.Fields = q.Home, q.Where.Fields
	if q.Where.Region != "" {
		others.Region = q.Where.Region
	}
	others.Kinds = slices.DeleteFunc(slices.Clone(kinds), func(k ecosystem.Kind) bool { return k == ecosystem.TechnologyField })
	var lists []store.Filter
	if len(others.Kinds) > 0 {
		lists = append(lists, others)
	}
	if len(others.Kinds) < len(kinds) {
		fields.Kinds = []ecosystem.Kind{ecosystem.TechnologyField}
		var err error
		if fields.IDs, err = d.below(ctx, q.Where.Fields); err != nil {
			return nil, err
		}
		lists = append(lists, fields)
	}
	return d.list(ctx, lists)
}

func (d *Desk) list(ctx context.Context, lists []store.Filter) ([]*ecosystem.Entity, error) {
	var all []*ecosystem.Entity
	for _, f := range lists {
		page, err := d.reader.List(ctx, f, store.Order{By: store.ByID}, store.Page{Limit: d.bounds.Demands})
		if err != nil {
			return nil, err
		}
		if all = append(all, page.Entities...); page.HasNext || len(all) > d.bounds.Demands {
			return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "more than %d demands are asked for; narrow where.kinds, where.fields, where.region or where.section", d.bounds.Demands)
		}
	}
	slices.SortFunc(all, byID)
	return all, nil
}

// below are technology fields with all that is part of them; nil for nil.
func (d *Desk) below(ctx context.Context, fields []string) ([]string, error) {
	if fields == nil {
		return nil, nil
	}
	found, err := d.reader.Entities(ctx, fields)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for i, e := range found {
		if e == nil || e.Kind != ecosystem.TechnologyField {
			return nil, ecosystem.Errorf(ecosystem.CodeUnknownID, "no technology field has the id %q", fields[i])
		}
		known[e.ID] = true
	}
	all := sortedIDs(known)
	for level := all; len(level) > 0 && len(all) <= d.bounds.Demands; {
		pages, err := d.reader.Neighbors(ctx, level, store.RelationFilter{
			Types: []ecosystem.RelationType{ecosystem.PartOf}, Direction: store.In, Kinds: []ecosystem.Kind{ecosystem.TechnologyField},
		}, store.Page{Limit: d.bounds.Around})
		if err != nil {
			return nil, err
		}
		level = nil
		for _, p := range pages {
			for _, e := range p.Edges {
				if !known[e.Node.ID] {
					known[e.Node.ID] = true
					level = append(level, e.Node.ID)
				}
			}
		}
		all = append(all, level...)
	}
	return all, nil
}
