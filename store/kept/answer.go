package kept

import (
	"bytes"
	"context"
	"encoding/json"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// call says how the answers of one call of a store are kept.
type call[T any] struct {
	name   string
	rows   func(T) int // below zero: not kept
	copied func(T) T   // so that who changes the lists of an answer changes no other's
}

// whole answers a call whose answer is kept as one.
func (c call[T]) whole(ctx context.Context, o *operation, arguments string, ask func() (T, error)) (said T, err error) {
	k := key{call: c.name, arguments: arguments}
	s, err := o.ready(ctx)
	if err != nil || arguments == "" {
		return ask()
	}
	value, found := s.get(k)
	if found {
		now, err := o.current(ctx)
		if err != nil {
			return said, err
		}
		if now != s {
			s = now
			value, found = s.get(k)
		}
	}
	o.kept.observe(c.name, found)
	if found {
		return c.copied(value.(T)), nil //nolint:forcetypeassert // the key names the call
	}
	if said, err = ask(); err == nil {
		c.put(s, k, said)
	}
	return said, err
}

// each answers a call that gives one thing for each id: what is not kept is asked for.
func (c call[T]) each(ctx context.Context, o *operation, arguments string, ids []string, ask func([]string) ([]T, error)) ([]T, error) {
	s, err := o.ready(ctx)
	if err != nil || arguments == "" || len(ids) == 0 || store.DefaultLimits().CheckIDs(ids) != nil {
		return ask(ids)
	}
	out, missing := c.find(s, arguments, ids)
	o.kept.observe(c.name, len(missing) == 0)
	var said []T
	if len(missing) > 0 {
		if said, err = ask(at(ids, missing)); err != nil {
			return nil, err
		}
	}
	if len(missing) < len(ids) { // the others are good for one graph only
		now, err := o.current(ctx)
		if err != nil {
			return nil, err
		}
		if now != s {
			return ask(ids)
		}
	}
	for i, place := range missing {
		out[place] = said[i]
		c.put(s, key{c.name, arguments, ids[place]}, said[i])
	}
	return out, nil
}

// find looks ids up; missing are the places of those that are not kept.
func (c call[T]) find(s *shelf, arguments string, ids []string) (out []T, missing []int) {
	out = make([]T, len(ids))
	for i, id := range ids {
		value, ok := s.get(key{c.name, arguments, id})
		if !ok {
			missing = append(missing, i)
			continue
		}
		out[i] = c.copied(value.(T)) //nolint:forcetypeassert // the key names the call
	}
	return out, missing
}

// put keeps what the store said after the shelf's generation was seen: it is of that
// generation, or of a newer one, and then no look finds the shelf's any more.
func (c call[T]) put(s *shelf, k key, said T) {
	if rows := c.rows(said); rows >= 0 {
		s.put(k, c.copied(said), 1+rows)
	}
}

func at(ids []string, places []int) []string {
	out := make([]string, len(places))
	for i, place := range places {
		out[i] = ids[place]
	}
	return out
}

// ready gives the shelf that the operation will most likely answer from; an error says
// that the store has to be asked.
func (o *operation) ready(ctx context.Context) (*shelf, error) {
	if ctx.Err() != nil {
		return nil, ecosystem.Wrap(ctx.Err(), ecosystem.CodeTimeout, "the time is over")
	}
	if s := o.believed(ctx); s != nil {
		return s, nil
	}
	return o.current(ctx)
}

// textOf tells questions apart; empty: this one cannot be told from others, and its
// answer is not kept. JSON knows no NaN, and all broken characters are one to it.
func textOf(arguments ...any) string {
	text, err := json.Marshal(arguments)
	if err != nil || bytes.Contains(text, []byte(`\ufffd`)) {
		return ""
	}
	return string(text)
}
