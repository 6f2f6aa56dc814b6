package partners

import (
	"context"
	"math"
	"strconv"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/store"
)

// place tells of each candidate where it is, how far from home, and which branch it
// has there.
func (g *gathering) place(ctx context.Context, all []match.Candidate) error {
	ids := make([]string, len(all))
	for i, c := range all {
		ids[i] = c.Partner.ID
	}
	pages, err := g.desk.reader.Neighbors(ctx, ids, store.RelationFilter{
		Types: []ecosystem.RelationType{ecosystem.LocatedIn}, Direction: store.Out, Kinds: []ecosystem.Kind{ecosystem.Region},
	}, store.Page{Limit: 1})
	if err != nil {
		return err
	}
	home := seatOf(g.home.region)
	for i := range all {
		all[i].Place = match.Place{Kilometres: -1, Branch: branch(all[i])}
		if len(pages[i].Edges) > 0 {
			all[i].Place.Region = pages[i].Edges[0].Node
			all[i].Place.Kilometres = home.kilometres(seatOf(all[i].Place.Region))
		}
	}
	return nil
}

// branchTie is the strength word of a branch at the other's place.
const branchTie = "分支机构"

// branch is a body of the home region that is part of the partner.
func branch(c match.Candidate) *match.Evidence {
	for i := range c.Evidence {
		e := &c.Evidence[i]
		if !e.Ground.IsTie() || len(e.Path.Steps) != 1 {
			continue
		}
		tie := e.Path.Steps[0]
		belongs := tie.Out && (tie.Relation.Type == ecosystem.PartOf || tie.Relation.Type == ecosystem.HostedBy && e.Path.Start.Kind.IsOrganization())
		if belongs || tie.Relation.Strength == branchTie {
			found := *e
			return &found
		}
	}
	return nil
}

// seat is where the administration of a region sits, in radians.
type seat struct {
	lat, lon float64
	known    bool
}

func seatOf(e *ecosystem.Entity) seat {
	lat, lon := e.Properties[ecosystem.PropLat.Name], e.Properties[ecosystem.PropLon.Name]
	if lat == "" || lon == "" {
		return seat{}
	}
	y, errY := strconv.ParseFloat(lat, 64)
	x, errX := strconv.ParseFloat(lon, 64)
	return seat{y * math.Pi / 180, x * math.Pi / 180, errY == nil && errX == nil}
}

// kilometres is the great-circle distance between two seats; negative when one is not
// known.
func (a seat) kilometres(b seat) float64 {
	if !a.known || !b.known {
		return -1
	}
	const earth = 6371.0
	dLat, dLon := b.lat-a.lat, b.lon-a.lon
	h := math.Pow(math.Sin(dLat/2), 2) + math.Cos(a.lat)*math.Cos(b.lat)*math.Pow(math.Sin(dLon/2), 2)
	return 2 * earth * math.Asin(math.Sqrt(min(h, 1)))
}
