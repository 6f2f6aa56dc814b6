package memory

import (
	"cmp"
	"slices"

	"github.com/innograph/innograph/store"
)

// answer takes the best ends out of the last level.
func (w *walker) answer(s *selector, last int, q store.WalkQuery) (store.WalkAnswer, error) {
	var out store.WalkAnswer
	ends, total := w.levels[last].best(q.Ends)
	out.Total = total
	for _, end := range ends {
		found := store.WalkEnd{Entity: s.entities[w.levels[last].nodes[end.node].place], Score: end.score}
		if q.Paths > 0 {
			tails, err := w.tails(s, last, end.node, q.Paths+1)
			if err != nil {
				return store.WalkAnswer{}, err
			}
			found.More = len(tails) > q.Paths
			for _, t := range tails[:min(q.Paths, len(tails))] {
				found.Paths = append(found.Paths, w.path(s, t))
			}
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
	node   int32     // where it begins, an index in that level
	ways   []int32   // indexes of ways, the last step first
	after  []float64 // their weights, the first step first
	places []int32   // of the entities, read from the end: they decide ties
	bring  float64   // what the best walk with this tail brings
}

// tails gives the n walks to an end that bring most.
//
// It goes back step by step and keeps the n best tails. No walk is lost by that:
// each tail is as good as the best walk that ends with it, and a tail is only
// dropped for n others whose best walks are all better; a tie is decided by the
// places from the end, which the tails have in full.
func (w *walker) tails(s *selector, last int, node int32, n int) ([]tail, error) {
	kept := []tail{{node: node}}
	for i := last; i > 0; i-- {
		var longer []tail
		for _, t := range kept {
			l := &w.levels[i]
			for in := l.nodes[t.node].last; in >= 0; in = l.ways[in].before {
				if err := s.watch.tick(); err != nil {
					return nil, err
				}
				near := &w.levels[i-1].nodes[l.ways[in].near]
				bring := near.best * l.ways[in].weight
				for _, weight := range t.after {
					bring *= weight
				}
				longer = insert(longer, n, t, bring, near.place, func() tail {
					return tail{
						node: l.ways[in].near, ways: append(slices.Clip(t.ways), in),
						after:  slices.Insert(slices.Clone(t.after), 0, l.ways[in].weight),
						places: append(slices.Clip(t.places), near.place), bring: bring,
					}
				})
			}
		}
		kept = longer
	}
	return kept, nil
}

// insert puts the tail that t becomes by one more step among the n best, if it
// is one of them.
func insert(best []tail, n int, t tail, bring float64, place int32, extended func() tail) []tail {
	at, _ := slices.BinarySearchFunc(best, bring, func(have tail, bring float64) int {
		return cmp.Or(cmp.Compare(bring, have.bring), comparePlaces(have.places, t.places, place))
	})
	if at >= n {
		return best
	}
	if len(best) == n {
		best = best[:n-1]
	}
	return slices.Insert(best, at, extended())
}

// comparePlaces compares the places of a tail with those of one that goes on to
// one more place.
func comparePlaces(have, short []int32, place int32) int {
	return cmp.Or(slices.Compare(have[:len(short)], short), cmp.Compare(have[len(short)], place))
}

// path makes the walk that readers see.
func (w *walker) path(s *selector, t tail) store.Path {
	out := store.Path{Start: s.entities[w.levels[0].nodes[t.node].place], Weight: t.bring, Steps: make([]store.Edge, 0, len(t.ways))}
	for i := range t.ways {
		l := &w.levels[i+1]
		in := l.ways[t.ways[len(t.ways)-1-i]]
		out.Steps = append(out.Steps, s.edge(edge{far: l.nodes[in.far].place, link: in.link}))
	}
	return out
}
