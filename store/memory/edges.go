package memory

import (
	"cmp"
	"math/bits"
	"slices"
)

// edge is a relation seen from one of its ends.
type edge struct {
	weight float64
	far    int32 // place of the entity at the other end
	link   link
}

// link packs what a test of an edge needs first: the place of the relation
// (26 bits), the number of its type (5), and whether it leads away (1).
type link uint32

// maxRelations is how many relations a link can tell apart.
const maxRelations = 1 << 26

func newLink(relation int, kind uint8, out bool) link {
	l := link(relation)<<6 | link(kind)<<1
	if out {
		l |= 1
	}
	return l
}

func (e edge) relation() int32 { return int32(e.link >> 6) }
func (e edge) kind() uint8     { return uint8(e.link>>1) & 31 }

// out reports whether the relation, as stored, leads away.
func (e edge) out() bool { return e.link&1 != 0 }

// adjacency holds the edges of all entities in one array (compressed sparse
// rows). The edges of an entity are in contract order: type, heavier first, far
// id, relation id; so each type is one stretch of them.
type adjacency struct {
	start []int32 // edges of the entity at place i: all[start[i]:start[i+1]]
	all   []edge
}

func (a adjacency) of(place int32) []edge { return a.all[a.start[place]:a.start[place+1]] }

// count is the number of edges of an entity.
func (a adjacency) count(place int32) int { return int(a.start[place+1] - a.start[place]) }

// fewEdges are sooner gone through than searched.
const fewEdges = 48

// edgesNear is edgesOf, with edges of other types where an entity has few.
func (s *snapshot) edgesNear(place int32, types mask) []edge {
	if edges := s.edges.of(place); len(edges) <= fewEdges {
		return edges
	}
	return s.edgesOf(place, types)
}

// edgesOf returns the edges of an entity that can be of these types: the stretch
// from the first type to the last.
func (s *snapshot) edgesOf(place int32, types mask) []edge {
	edges := s.edges.of(place)
	if types == everything || len(edges) == 0 {
		return edges
	}
	first, last := bits.TrailingZeros32(uint32(types)), bits.Len32(uint32(types))-1
	from := before(edges, first)
	return edges[from : from+before(edges[from:], last+1)]
}

// before is how many edges are of a type before this one. Walks ask it of each entity
// that they touch, so that it calls nothing.
func before(edges []edge, kind int) int {
	from, to := 0, len(edges)
	for from < to {
		if half := (from + to) / 2; int(edges[half].kind()) < kind {
			from = half + 1
		} else {
			to = half
		}
	}
	return from
}

// connect builds the edges, in no order yet.
func (s *snapshot) connect() {
	rows := s.relations.rows
	start := make([]int32, len(s.entities)+1) // maxRelations have no more ends
	for i := range rows {
		start[rows[i].from+1]++
		start[rows[i].to+1]++
	}
	for i := range s.entities {
		start[i+1] += start[i]
	}
	all := make([]edge, start[len(start)-1])
	next := slices.Clone(start)
	put := func(near int32, e edge) {
		all[next[near]] = e
		next[near]++
	}
	for i := range rows {
		r := &rows[i]
		put(r.from, edge{r.weight, r.to, newLink(i, r.kind, true)})
		put(r.to, edge{r.weight, r.from, newLink(i, r.kind, false)})
	}
	s.edges = adjacency{start, all}
}

// orderEdges sorts the edges of the entities at places from to to-1.
func (s *snapshot) orderEdges(from, to int) {
	for place := from; place < to; place++ {
		slices.SortFunc(s.edges.of(int32(place)), func(a, b edge) int {
			return cmp.Or(
				cmp.Compare(a.kind(), b.kind()),
				cmp.Compare(b.weight, a.weight),
				cmp.Compare(a.far, b.far),
				cmp.Compare(a.relation(), b.relation()),
			)
		})
	}
}
