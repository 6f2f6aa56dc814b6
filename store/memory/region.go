package memory

import (
	"slices"
	"sync"
)

// regionSets keeps what lies in the regions that were asked for last: walks and lists
// name the same few regions again and again, and to go down a region takes as long as
// it is large. A set takes one bit for each entity.
type regionSets struct {
	mu   sync.Mutex
	held map[regionKey]set
}

type regionKey struct {
	id     string
	levels int
}

// maxRegionSets bounds the sets that are kept: 4 MB of a million entities.
const maxRegionSets = 32

func newRegionSets() *regionSets { return &regionSets{held: map[regionKey]set{}} }

// get gives a set of one's own, for sets of filters are narrowed in place.
func (r *regionSets) get(key regionKey) (set, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	held, ok := r.held[key]
	return slices.Clone(held), ok
}

// put keeps a set; of too many, any one goes.
func (r *regionSets) put(key regionKey, s set) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.held) >= maxRegionSets {
		for any := range r.held {
			delete(r.held, any)
			break
		}
	}
	r.held[key] = slices.Clone(s)
}
