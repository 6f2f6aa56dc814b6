package memory

import (
	"reflect"

	"github.com/innograph/innograph/store"
)

// changes tells what a load changes. Documents and entities that stay as they
// are are taken over from the old snapshot, so that two generations share them.
func (s *snapshot) changes(w *watch, old *snapshot) (c store.Changes, err error) {
	c.Documents, err = compare(w,
		len(old.documents), func(i int) string { return old.documents[i].ID },
		len(s.documents), func(i int) string { return s.documents[i].ID },
		func(o, n int) bool { return takeOver(&s.documents[n], old.documents[o]) },
	)
	if err != nil {
		return c, err
	}
	c.Entities, err = compare(w,
		len(old.entities), func(i int) string { return old.entities[i].ID },
		len(s.entities), func(i int) string { return s.entities[i].ID },
		func(o, n int) bool { return takeOver(&s.entities[n], old.entities[o]) },
	)
	if err != nil {
		return c, err
	}
	c.Relations, err = compare(w,
		old.relations.len(), old.relations.ids.get, s.relations.len(), s.relations.ids.get,
		func(o, n int) bool { return reflect.DeepEqual(old.makeRelation(o), s.makeRelation(n)) },
	)
	return c, err
}

func takeOver[T any](next **T, old *T) bool {
	if !reflect.DeepEqual(*next, old) {
		return false
	}
	*next = old
	return true
}

// compare walks two lists that are sorted by id side by side.
func compare(w *watch, olds int, oldID func(int) string, nexts int, nextID func(int) string, same func(o, n int) bool) (store.Delta, error) {
	var d store.Delta
	o := 0
	for n := range nexts {
		if err := w.tick(); err != nil {
			return d, err
		}
		for o < olds && oldID(o) < nextID(n) {
			o++
			d.Removed++
		}
		switch {
		case o == olds || oldID(o) != nextID(n):
			d.Created++
			continue
		case same(o, n):
			d.Unchanged++
		default:
			d.Updated++
		}
		o++
	}
	d.Removed += olds - o
	return d, nil
}
