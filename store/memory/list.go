package memory

import (
	"cmp"
	"context"
	"slices"
	"sort"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/text"
)

// sparse is the share of entities, one in so many, below which a filtered list
// is sorted for itself; above it, the stored order is walked with the filter as
// a test.
const sparse = 16

// List returns a page of the entities that a filter holds.
func (s *Store) List(ctx context.Context, filter store.Filter, order store.Order, page store.Page) (store.EntityPage, error) {
	keyLength := 1
	if order.By == store.ByName {
		keyLength = 2
	}
	bad := cmp.Or(s.limits.CheckFilter(filter), s.limits.CheckPage(page, keyLength))
	if order.By != store.ByID && order.By != store.ByName {
		bad = ecosystem.Errorf(ecosystem.CodeBadInput, "unknown order %q", order.By)
	}
	if err := begin(ctx, bad); err != nil {
		return store.EntityPage{}, err
	}
	sel := s.selector(ctx, s.current.Load())
	held, err := sel.set(&filter)
	if err != nil {
		return store.EntityPage{}, err
	}
	list := sel.sequence(order, held)
	rows, info, err := list.bounds(page).take(&sel.watch, page, list.match)
	if err != nil {
		return store.EntityPage{}, err
	}
	if page.Total {
		info.Total = len(sel.entities)
		if held != nil {
			info.Total = held.count()
		}
	}
	out := store.EntityPage{PageInfo: info}
	for _, row := range rows {
		e := sel.entities[list.entity(row)]
		out.Entities = append(out.Entities, e)
		out.Keys = append(out.Keys, list.key(e))
	}
	return out, nil
}

// sequence is a list of entities in some order. A rank is the place of an entity
// in the ascending order of the whole graph; a position counts in the list.
type sequence struct {
	*snapshot
	order store.Order
	n     int
	ranks []int32                 // by position when ascending; nil: the ranks are 0 to n-1
	match func(position int) bool // nil: all positions are rows
}

func (s *snapshot) sequence(order store.Order, held set) *sequence {
	list := &sequence{snapshot: s, order: order, n: len(s.entities)}
	if held == nil {
		return list
	}
	count := held.count()
	if count*sparse > list.n {
		list.match = func(position int) bool { return held.has(list.entity(position)) }
		return list
	}
	list.n = count
	list.ranks = make([]int32, 0, count)
	for place := range held.all() {
		if order.By == store.ByName {
			place = s.nameRank[place]
		}
		list.ranks = append(list.ranks, place)
	}
	slices.Sort(list.ranks)
	return list
}

func (l *sequence) rank(position int) int {
	if l.order.Descending {
		position = l.n - 1 - position
	}
	if l.ranks == nil {
		return position
	}
	return int(l.ranks[position])
}

// entity is the place of the entity at a position.
func (l *sequence) entity(position int) int32 {
	rank := l.rank(position)
	if l.order.By == store.ByName {
		return l.byName[rank]
	}
	return int32(rank)
}

func (l *sequence) key(e *ecosystem.Entity) store.Key {
	if l.order.By == store.ByName {
		return store.Key{text.SortKey(e.Name), e.ID}
	}
	return store.Key{e.ID}
}

// mark finds the rank of a key.
func (l *sequence) mark(key store.Key) mark {
	if l.order.By == store.ByID {
		at, there := search(l.entities, key[0], entityID)
		return mark{at, there}
	}
	at, there := slices.BinarySearchFunc(l.byName, key, func(place int32, key store.Key) int {
		e := l.entities[place]
		return cmp.Or(strings.Compare(text.SortKey(e.Name), key[0]), strings.Compare(e.ID, key[1]))
	})
	return mark{at, there}
}

func (l *sequence) bounds(p store.Page) bounds {
	b := bounds{n: l.n, hi: l.n}
	sense := 1
	if l.order.Descending {
		sense = -1
	}
	if p.After != nil {
		after := l.mark(p.After)
		b.lo = sort.Search(l.n, func(i int) bool { return sense*after.compare(l.rank(i)) > 0 })
	}
	if p.Before != nil {
		before := l.mark(p.Before)
		b.hi = sort.Search(l.n, func(i int) bool { return sense*before.compare(l.rank(i)) >= 0 })
	}
	return b
}
