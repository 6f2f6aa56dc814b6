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
	for i := range all {
		all[i].Place = match.Place{Kilometres: -1, Branch: branch(all[i])}
		if len(pages[i].Edges) > 0 {
			all[i].Place.Region = pages[i].Edges[0].Node
			all[i].Place.Kilometres = kilometres(g.home.region, all[i].Place.Region)
		}
	}
	return nil
}

// branchTie is the strength word of a branch at the other's place.
const branchTie = "分支机构"

// branch is a body of the home region that is part of the partner.
func branch(c match.Candidate) *match.Evidence {
	for i := range c.Evidence {
		e := c.Evidence[i]
		if !e.Ground.IsTie() || len(e.Path.Steps) != 1 {
			continue
		}
		tie := e.Path.Steps[0]
		belongs := tie.Out && (tie.Relation.Type == ecosystem.PartOf || tie.Relation.Type == ecosystem.HostedBy && e.Path.Start.Kind.IsOrganization())
		if belongs || tie.Relation.Strength == branchTie {
			return &e
		}
	}
	return nil
}

// kilometres is the great-circle distance between two seats; negative when one is not
// known.
func kilometres(a, b *ecosystem.Entity) float64 {
	latA, lonA, okA := seat(a)
	latB, lonB, okB := seat(b)
	if !okA || !okB {
		return -1
	}
	const earth = 6371.0
	dLat, dLon := latB-latA, lonB-lonA
	h := math.Pow(math.Sin(dLat/2), 2) + math.Cos(latA)*math.Cos(latB)*math.Pow(math.Sin(dLon/2), 2)
	return 2 * earth * math.Asin(math.Sqrt(min(h, 1)))
}

func seat(e *ecosystem.Entity) (lat, lon float64, ok bool) {
	lat, errLat := strconv.ParseFloat(e.Properties[ecosystem.PropLat.Name], 64)
	lon, errLon := strconv.ParseFloat(e.Properties[ecosystem.PropLon.Name], 64)
	return lat * math.Pi / 180, lon * math.Pi / 180, errLat == nil && errLon == nil
}
