package memory

import (
	"sync/atomic"

	"github.com/innograph/innograph/ecosystem"
)

// relationCache keeps relations that were made for readers: matching reads the same ties
// and disciplines for one demand after another, and to make them took more time than to
// find them. Each relation has one slot, which it shares with others; the last one made
// stays. Readers take no lock.
type relationCache []atomic.Pointer[madeRelation]

type madeRelation struct {
	place int
	ecosystem.Relation
}

// maxMadeRelations bounds what is kept, a power of 2: some 15 MB when full.
const maxMadeRelations = 1 << 15

func newRelationCache() relationCache { return make(relationCache, maxMadeRelations) }

// relation gives the relation at a place, which is not to be changed.
func (s *snapshot) relation(place int) *ecosystem.Relation {
	slot := &s.made[place&(maxMadeRelations-1)]
	made := slot.Load()
	if made == nil || made.place != place {
		made = &madeRelation{place, s.makeRelation(place)}
		slot.Store(made)
	}
	return &made.Relation
}
