package memory

import (
	"reflect"
	"sync"

	"github.com/innograph/innograph/store"
)

// regionSets keeps what lies in the regions that were asked for last: walks and lists
// name the same few regions again and again, and to go down a region takes as long as
// it is large. A set takes one bit for each entity.
type regionSets struct {
	mu   sync.Mutex
	held map[regionKey]set
}

type regionKey struct {
	in, but string // ids of regions; empty: anywhere, nothing
	levels  int
}

// maxRegionSets bounds the sets that are kept: 4 MB of a million entities.
const maxRegionSets = 32

func newRegionSets() *regionSets { return &regionSets{held: map[regionKey]set{}} }

// get gives a set that is not to be changed.
func (r *regionSets) get(key regionKey) (set, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	held, ok := r.held[key]
	return held, ok
}

// put keeps a set, which does not change from now on; of too many, any one goes.
func (r *regionSets) put(key regionKey, s set) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.held) >= maxRegionSets {
		for any := range r.held {
			delete(r.held, any)
			break
		}
	}
	r.held[key] = s
}

// shared is set for those who do not change it. A filter of regions alone, which each
// walk of a question about partners has, is worked out once.
func (s *selector) shared(f *store.Filter) (set, error) {
	key, ok := s.regionsOf(f)
	if !ok {
		return s.set(f)
	}
	if held, ok := s.regions.get(key); ok {
		return held, nil
	}
	found, err := s.set(f)
	if err == nil {
		s.regions.put(key, found)
	}
	return found, err
}

// regionsOf tells whether a filter asks for nothing but regions that are known: one to
// be in, and one not to be in.
func (s *selector) regionsOf(f *store.Filter) (regionKey, bool) {
	key := regionKey{in: f.Region, levels: s.levels}
	only := store.Filter{Region: f.Region}
	if f.Not != nil {
		if f.Not.Region == "" {
			return key, false
		}
		key.but = f.Not.Region
		only.Not = &store.Filter{Region: f.Not.Region}
	}
	_, in := s.places[key.in]
	_, but := s.places[key.but]
	known := in && (but || key.but == "") || but && key.in == ""
	return key, known && reflect.DeepEqual(*f, only)
}
