package subgraph

import (
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// known is what is drawn already, the ids of each sort sorted.
type known struct{ entities, relations []string }

func knownFrom(ids []string) (k known) {
	for _, id := range ids {
		if strings.HasPrefix(id, ecosystem.RelationPrefix) {
			k.relations = append(k.relations, id)
		} else {
			k.entities = append(k.entities, id)
		}
	}
	for _, list := range []*[]string{&k.entities, &k.relations} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return k
}

// drawn reports whether the relations of the entity to other known ones are taken
// to be drawn.
func (k known) drawn(id string) bool {
	_, found := slices.BinarySearch(k.entities, id)
	return found && len(k.relations) == 0
}
