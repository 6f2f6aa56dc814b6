package memory

import (
	"cmp"
	"slices"

	"github.com/innograph/innograph/store"
)

// answer takes the best ends out of the last level.
func (w *walker) answer(s *selector, last int, q store.WalkQuery) (store.WalkAnswer, error) {
	ends, total := w.levels[last].best(q.Ends)
	out := store.WalkAnswer{Total: total, Ends: make([]store.WalkEnd, 0, len(ends))}
	for _, end := range ends {
		found := store.WalkEnd{Entity: s.entities[w.levels[last].nodes[end.node].place], Score: end.score}
		if q.Paths > 0 {
			tails, err := w.tails(s, last, end.node, q.Paths+1)
			if err != nil {
				return store.WalkAnswer{}, err
			}
			found.More = len(tails) > q.Paths
			found.Paths = w.paths(s, tails[:min(q.Paths, len(tails))])
		}
		out.Ends = append(out.Ends, found)
	}
	return out, nil
}

// end is a node of the last level with its rounded score.
type end struct {
	node  int32
	score float64
}

// best gives the n best ends in order, and how many there are. Only ends that may
// still be among the best are kept, twice n at most.
func (l *level) best(n int) (ends []end, total int) {
	shorten := func() {
		// Ends come in the order of their ids, so that a stable sort keeps that of ties.
		slices.SortStableFunc(ends, func(a, b end) int { return cmp.Compare(b.score, a.score) })
		ends = ends[:min(n, len(ends))]
	}
	worst := 0.0
	for _, node := range l.order {
		score := store.RoundScore(l.nodes[node].sum)
		if score == 0 {
			continue
		}
		total++
		if n == 0 || score <= worst {
			continue
		}
		if ends = append(ends, end{node, score}); len(ends) >= 2*n {
			shorten()
			worst = ends[n-1].score
		}
	}
	shorten()
	return ends, total
}

// tail is the rest of a walk, from an entity of some level to its end.
type tail struct {
	node  int32      // where it begins, an index in that level
	steps []tailStep // the last one first
	bring float64    // what the best walk with this tail brings
}

type tailStep struct {
	weight float64
	way    int32 // index of the way
	place  int32 // of the entity that it leads from: these decide ties
}

// tailRoom is the working memory for the tails of one end after another.
type tailRoom struct {
	kept, longer []tail
	steps        []tailStep
}

// tails gives the n walks to an end that bring most, until it is called again.
//
// It goes back step by step and keeps the n best tails. No walk is lost by that:
// each tail is as good as the best walk that ends with it, and a tail is only
// dropped for n others whose best walks are all better; a tie is decided by the
// places from the end, which the tails have in full.
func (w *walker) tails(s *selector, last int, node int32, n int) ([]tail, error) {
	room := &w.room
	room.steps = room.steps[:0]
	room.kept = append(room.kept[:0], tail{node: node})
	for i := last; i > 0; i-- {
		room.longer = room.longer[:0]
		l := &w.levels[i]
		for _, t := range room.kept {
			for in := l.nodes[t.node].last; in >= 0; in = l.ways[in].before {
				if err := s.watch.tick(); err != nil {
					return nil, err
				}
				near := &w.levels[i-1].nodes[l.ways[in].near]
				bring := near.best * l.ways[in].weight
				for k := range t.steps {
					bring *= t.steps[len(t.steps)-1-k].weight
				}
				room.insert(n, t, tail{node: l.ways[in].near, bring: bring}, tailStep{l.ways[in].weight, in, near.place})
			}
		}
		room.kept, room.longer = room.longer, room.kept
	}
	return room.kept, nil
}

// insert puts the tail that t becomes by one more step among the n best, if it
// is one of them.
func (r *tailRoom) insert(n int, t, extended tail, step tailStep) {
	if len(r.longer) == n && extended.bring < r.longer[n-1].bring { // as most do
		return
	}
	at, _ := slices.BinarySearchFunc(r.longer, extended.bring, func(have tail, bring float64) int {
		return cmp.Or(cmp.Compare(bring, have.bring), comparePlaces(have.steps, t.steps, step.place))
	})
	if at >= n {
		return
	}
	if len(r.longer) == n {
		r.longer = r.longer[:n-1]
	}
	from := len(r.steps)
	r.steps = append(append(r.steps, t.steps...), step)
	extended.steps = r.steps[from:len(r.steps):len(r.steps)]
	r.longer = slices.Insert(r.longer, at, extended)
}

// comparePlaces compares the places of a tail with those of one that goes on to
// one more place.
func comparePlaces(have, short []tailStep, place int32) int {
	for i, step := range short {
		if c := cmp.Compare(have[i].place, step.place); c != 0 {
			return c
		}
	}
	return cmp.Compare(have[len(short)].place, place)
}

// paths makes the walks that readers see.
func (w *walker) paths(s *selector, tails []tail) []store.Path {
	paths := make([]store.Path, len(tails))
	var steps []store.Edge
	for i, t := range tails {
		if steps == nil {
			steps = make([]store.Edge, 0, len(tails)*len(t.steps))
		}
		from := len(steps)
		for k := range t.steps {
			l := &w.levels[k+1]
			in := l.ways[t.steps[len(t.steps)-1-k].way]
			steps = append(steps, s.edge(edge{far: l.nodes[in.far].place, link: in.link}))
		}
		paths[i] = store.Path{Start: s.entities[w.levels[0].nodes[t.node].place], Weight: t.bring, Steps: steps[from:len(steps):len(steps)]}
	}
	return paths
}
