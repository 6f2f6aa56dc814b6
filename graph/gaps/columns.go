package gaps

import (
	"cmp"
	"context"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Level says how fine the columns of a matrix are.
type Level string

// The levels.
const (
	Province Level = "PROVINCE"
	City     Level = "CITY"
)

// Columns gives the regions of a matrix: home, then those directly below the partner
// region, or with City those below these; what has no cities, such as 上海市 in most
// lists, stands as it is. Order: home, then by id.
func Columns(ctx context.Context, s Store, home, partner *ecosystem.Entity, l Level, most int) ([]*ecosystem.Entity, error) {
	below, err := children(ctx, s, []*ecosystem.Entity{partner}, nil, most)
	if err != nil {
		return nil, err
	}
	columns := below[0]
	if l == City && len(columns) > 0 {
		provinces := columns
		if below, err = children(ctx, s, provinces, &store.Filter{Properties: []store.PropertyFilter{{Name: ecosystem.PropLevel.Name, Values: []string{"city"}}}}, most); err != nil {
			return nil, err
		}
		columns = nil
		for i, cities := range below {
			if len(cities) == 0 {
				cities = []*ecosystem.Entity{provinces[i]}
			}
			columns = append(columns, cities...)
		}
	}
	if len(columns) == 0 { // a city has no parts that are listed
		columns = []*ecosystem.Entity{partner}
	}
	columns = slices.DeleteFunc(columns, func(e *ecosystem.Entity) bool { return e.ID == home.ID })
	if len(columns) >= most {
		return nil, tooMany(most)
	}
	return append([]*ecosystem.Entity{home}, columns...), nil
}

// children gives the regions that each region consists of, by id.
func children(ctx context.Context, s Store, of []*ecosystem.Entity, only *store.Filter, most int) ([][]*ecosystem.Entity, error) {
	ids := make([]string, len(of))
	for i, e := range of {
		ids[i] = e.ID
	}
	pages, err := s.Neighbors(ctx, ids, store.RelationFilter{
		Types: []ecosystem.RelationType{ecosystem.PartOf}, Direction: store.In, Kinds: []ecosystem.Kind{ecosystem.Region}, Far: only,
	}, store.Page{Limit: most})
	if err != nil {
		return nil, err
	}
	below := make([][]*ecosystem.Entity, len(of))
	for i, p := range pages {
		if p.HasNext {
			return nil, tooMany(most)
		}
		for _, e := range p.Edges {
			below[i] = append(below[i], e.Node)
		}
		slices.SortFunc(below[i], func(a, b *ecosystem.Entity) int { return cmp.Compare(a.ID, b.ID) })
	}
	return below, nil
}

func tooMany(most int) error {
	return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "the matrix would have more than %d columns; ask for columns: PROVINCE or give a smaller filter.partner", most)
}
