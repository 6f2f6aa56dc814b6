package introductions

import (
	"maps"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/introduction"
	"github.com/innograph/innograph/store"
)

// tied are the ties of one body.
type tied struct {
	edges []store.Edge
	more  bool // there are more than may be read
}

// reading is what is known of several targets while it is read level by level. What
// two targets have around them is read once.
type reading struct {
	bounds  Bounds
	targets []*ecosystem.Entity
	reached []reach // of each target
	around  map[string][]store.Edge
	known   map[string]bool // around all targets, themselves included
}

// reach is how far one target is read.
type reach struct {
	known map[string]bool
	level []string // the outermost
	err   error
}

func newReading(targets []*ecosystem.Entity, b Bounds) *reading {
	r := &reading{bounds: b, targets: targets, around: map[string][]store.Edge{}, known: map[string]bool{}}
	for _, t := range targets {
		r.known[t.ID] = true
		r.reached = append(r.reached, reach{known: map[string]bool{t.ID: true}, level: []string{t.ID}})
	}
	return r
}

// outermost are the bodies whose ties come next.
func (r *reading) outermost() []string {
	ids := map[string]bool{}
	for _, one := range r.reached {
		for _, id := range one.level {
			ids[id] = true
		}
	}
	return slices.Sorted(maps.Keys(ids))
}

// grow takes the ties of the outermost bodies.
func (r *reading) grow(edges map[string]tied) {
	for id, of := range edges {
		r.around[id] = of.edges
	}
	for i := range r.reached {
		one := &r.reached[i]
		one.level = one.further(edges)
		unknown := slices.DeleteFunc(slices.Clone(one.level), func(id string) bool { return r.known[id] })
		if len(r.known)+len(unknown) > r.bounds.Bodies {
			one.level, one.err = nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%s is surrounded by too many bodies, at most %d are looked at for all targets together; ask for fewer targets, or with paths", r.targets[i].ID, r.bounds.Bodies)
			continue
		}
		for _, id := range unknown {
			r.known[id] = true
		}
	}
}

// further lists the far ends of the outermost ties that were not known, and takes them
// as known.
func (o *reach) further(edges map[string]tied) (ids []string) {
	for _, near := range o.level {
		if edges[near].more {
			o.err = tooMany(near, len(edges[near].edges))
			return nil
		}
		for _, e := range edges[near].edges {
			if !o.known[e.Node.ID] {
				o.known[e.Node.ID] = true
				ids = append(ids, e.Node.ID)
			}
		}
	}
	return ids
}

func tooMany(body string, read int) error {
	return ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%s has more than %d ties; ask with paths", body, read)
}

// worlds are what introductions are found in. A target is not harmed by what is known
// of others: a chain is too short to reach beyond its own.
func (r *reading) worlds(asking map[string]tied, region bool) []around {
	to := map[string][]store.Edge{}
	for id, of := range asking {
		to[id] = of.edges
	}
	worlds := make([]around, len(r.targets))
	for i, t := range r.targets {
		one := r.reached[i]
		for _, id := range slices.Sorted(maps.Keys(one.known)) {
			if asking[id].more && one.err == nil {
				one.err = tooMany(id, r.bounds.Edges)
			}
		}
		worlds[i] = around{introduction.World{Target: t, Around: r.around, Asking: to, Region: region}, one.err}
	}
	return worlds
}
