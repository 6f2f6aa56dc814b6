package memory

import (
	"slices"
	"strings"
	"sync"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// snapshot is one generation of the graph. Nothing in it changes after it was
// built.
type snapshot struct {
	*vocabulary
	generation store.Generation

	documents []*ecosystem.Document // sorted by id
	entities  []*ecosystem.Entity   // sorted by id; the index is the entity's place
	places    map[string]int32      // by entity id
	relations relationTable         // sorted by id

	kindOf      []uint8  // of entities, numbered
	byKind      []set    // by kind number
	byStatus    []set    // by status number
	byCertainty []set    // of the surest source, by certainty number
	related     [2][]set // by direction and type number: has such a relation

	edges adjacency

	byName   []int32 // places of entities in the order of their names
	nameRank []int32 // the inverse: by place, the rank of the entity's name

	tokens     postings // text.Tokens
	sources    postings // see sourceKey
	properties postings // see propertyKey

	made    relationCache
	walkers *sync.Pool  // of *walker, which are as large as this snapshot
	regions *regionSets // for each snapshot anew
}

// The two senses in snapshot.related.
const (
	outward = 0
	inward  = 1
)

func emptySnapshot() *snapshot {
	v := newVocabulary()
	s := &snapshot{
		vocabulary:  v,
		made:        newRelationCache(),
		walkers:     &sync.Pool{},
		regions:     newRegionSets(),
		generation:  store.Generation{Entities: map[ecosystem.Kind]int{}, Relations: map[ecosystem.RelationType]int{}},
		byKind:      make([]set, len(v.kinds)),
		byStatus:    make([]set, len(v.statuses)),
		byCertainty: make([]set, len(v.certainty)),
		edges:       adjacency{start: []int32{0}},
	}
	for d := range s.related {
		s.related[d] = make([]set, len(v.types))
	}
	return s
}

// newSet makes an empty set of this snapshot's entities.
func (s *snapshot) newSet() set { return newSet(len(s.entities)) }

// search finds an id in a list that is sorted by id; when the id is not there,
// i is where it would stand.
func search[T any](list []*T, id string, idOf func(*T) string) (i int, found bool) {
	return slices.BinarySearchFunc(list, id, func(row *T, id string) int { return strings.Compare(idOf(row), id) })
}

func documentID(d *ecosystem.Document) string { return d.ID }
func entityID(e *ecosystem.Entity) string     { return e.ID }
