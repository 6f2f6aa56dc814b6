package resolve

import (
	"cmp"
	"maps"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/text"
)

// Index finds entities by their exact names: canonical, English, alias and
// former names, compared as text.Normalize writes them. The zero value is an
// empty index. It is not safe for use while entities are added.
type Index struct {
	byID   map[string]*ecosystem.Entity
	byName map[string][]string // ids
}

// NewIndex indexes a list of entities.
func NewIndex(entities []ecosystem.Entity) *Index {
	var x Index
	for i := range entities {
		x.Add(&entities[i])
	}
	return &x
}

// Add indexes an entity. When its id is there already, the names given now are
// further names of the first one.
func (x *Index) Add(e *ecosystem.Entity) {
	if x.byID == nil {
		x.byID, x.byName = map[string]*ecosystem.Entity{}, map[string][]string{}
	}
	if x.byID[e.ID] == nil {
		x.byID[e.ID] = e
	}
	for _, name := range e.Names() {
		key := text.Normalize(name)
		if key != "" && !slices.Contains(x.byName[key], e.ID) {
			x.byName[key] = append(x.byName[key], e.ID)
		}
	}
}

// ByID returns the entity with this id, or nil.
func (x *Index) ByID(id string) *ecosystem.Entity { return x.byID[id] }

// Find returns the entities that have this name, of any of the kinds (none: of
// every kind), sorted by id. More than one means that the name is ambiguous.
func (x *Index) Find(name string, kinds ...ecosystem.Kind) []*ecosystem.Entity {
	var out []*ecosystem.Entity
	for _, id := range x.byName[text.Normalize(name)] {
		if e := x.byID[id]; len(kinds) == 0 || slices.Contains(kinds, e.Kind) {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b *ecosystem.Entity) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// IDs lists the ids of all entities, sorted.
func (x *Index) IDs() []string { return slices.Sorted(maps.Keys(x.byID)) }

// Names lists every name in its compared form, sorted.
func (x *Index) Names() []string { return slices.Sorted(maps.Keys(x.byName)) }
