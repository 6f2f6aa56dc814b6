package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// List returns the entities that the filter holds, in the given order.
func (s *Store) List(ctx context.Context, filter store.Filter, order store.Order, page store.Page) (store.EntityPage, error) {
	keyLength := 1
	switch order.By {
	case store.ByID:
	case store.ByName:
		keyLength = 2
	default:
		return store.EntityPage{}, ecosystem.Errorf(ecosystem.CodeBadInput, "unknown order %q", order.By)
	}
	if err := s.check(ctx, cmp.Or(s.limits.CheckFilter(filter), s.limits.CheckPage(page, keyLength))); err != nil {
		return store.EntityPage{}, err
	}
	listing := listingOf(sourceOf(filter), order, page)
	params := listing.source.params
	params["limit"] = page.Limit + 1
	for name, key := range map[string]store.Key{"after": page.After, "before": page.Before} {
		if key != nil {
			params[name] = listing.sortValue(key)
		}
	}
	return queryOne(ctx, s, statement{"list", cypherList(listing), params}, func(r *driver.Record) (store.EntityPage, error) {
		return listing.page(r, page)
	})
}

// sortValue is what the database orders by, of a key; keyOf is the way back.
func (l listing) sortValue(key store.Key) string {
	if l.property == propID {
		return key[0]
	}
	return sortName(key[0], key[1])
}

func (l listing) keyOf(sortValue string) store.Key {
	if l.property == propID {
		return store.Key{sortValue}
	}
	key, id := splitSortName(sortValue)
	return store.Key{key, id}
}

func (l listing) page(r *driver.Record, page store.Page) (store.EntityPage, error) {
	var out store.EntityPage
	rows, info, err := pageOf(r.Values, page)
	if err != nil {
		return out, err
	}
	out.PageInfo = info
	for _, row := range rows {
		cells, ok := row.([]any)
		if !ok || len(cells) != 2 {
			return out, fmt.Errorf("a row of a list is %T", row)
		}
		entity, err := decodeEntity(cells[1])
		if err != nil {
			return out, err
		}
		sortValue, _ := cells[0].(string)
		out.Entities = append(out.Entities, entity)
		out.Keys = append(out.Keys, l.keyOf(sortValue))
	}
	return out, nil
}

// pageOf reads the values of a record that is a page: rows (one more than the
// page may have when there are more), earlier, later, total. It brings the rows
// into list order and works out what lies around them.
func pageOf(values []any, page store.Page) ([]any, store.PageInfo, error) {
	rows, ok1 := values[0].([]any)
	earlier, ok2 := values[1].(bool)
	later, ok3 := values[2].(bool)
	total, ok4 := values[3].(int64)
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return nil, store.PageInfo{}, fmt.Errorf("a page is %T, %T, %T, %T", values[0], values[1], values[2], values[3])
	}
	more := len(rows) > page.Limit
	rows = rows[:min(page.Limit, len(rows))]
	if page.Backward {
		slices.Reverse(rows)
	}
	return rows, store.PageInfo{
		HasNext:     later || more && !page.Backward,
		HasPrevious: earlier || more && page.Backward,
		Total:       int(total),
	}, nil
}
