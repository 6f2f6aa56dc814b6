package memory

import (
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// postings tells which entities have a key.
type postings struct {
	keys    texts    // sorted
	start   []uint32 // the entities of key i are members[start[i]:start[i+1]]
	members []int32  // places, ascending within a key
}

// exact returns the entities that have this key.
func (p postings) exact(key string) []int32 {
	i, found := p.keys.search(key)
	if !found {
		return nil
	}
	return p.members[p.start[i]:p.start[i+1]]
}

// prefix returns the entities that have a key with this beginning, those of each
// key one after the other.
func (p postings) prefix(beginning string) []int32 {
	from, _ := p.keys.search(beginning)
	n := sort.Search(p.keys.len()-from, func(i int) bool { return !strings.HasPrefix(p.keys.get(from+i), beginning) })
	if n == 0 {
		return nil
	}
	return p.members[p.start[from]:p.start[from+n]]
}

// collector gathers postings. Entities must come in ascending order.
type collector struct {
	keys  *dictionary
	last  []int32 // by key number, the entity that was added last
	pairs []pair
}

type pair struct {
	key   uint32
	place int32
}

func newCollector() *collector { return &collector{keys: newDictionary()} }

func (c *collector) add(key string, place int32) {
	k := c.keys.number(key)
	switch {
	case int(k) == len(c.last):
		c.last = append(c.last, place)
	case c.last[k] == place:
		return
	default:
		c.last[k] = place
	}
	c.pairs = append(c.pairs, pair{k, place})
}

// postings builds the index; the collector is of no use afterwards.
func (c *collector) postings() (postings, error) {
	if len(c.pairs) > math.MaxUint32 {
		return postings{}, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "the graph has more names than the embedded store holds; use Neo4j")
	}
	list := c.keys.list
	c.keys, c.last = nil, nil // their memory is wanted below
	order := make([]uint32, len(list))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return strings.Compare(list[a], list[b]) })
	keys, err := newTexts(len(list), func(i int) string { return list[order[i]] })
	if err != nil {
		return postings{}, err
	}
	rank := make([]uint32, len(order))
	for i, k := range order {
		rank[k] = uint32(i)
	}
	p := postings{keys: keys, start: make([]uint32, len(order)+1), members: make([]int32, len(c.pairs))}
	c.distribute(rank, p)
	return p, nil
}

// distribute sorts the pairs by key, those of a key staying in their order.
func (c *collector) distribute(rank []uint32, p postings) {
	for _, pair := range c.pairs {
		p.start[rank[pair.key]+1]++
	}
	for i := 1; i < len(p.start); i++ {
		p.start[i] += p.start[i-1]
	}
	next := slices.Clone(p.start)
	for _, pair := range c.pairs {
		r := rank[pair.key]
		p.members[next[r]] = pair.place
		next[r]++
	}
}
