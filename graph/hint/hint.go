package hint

import (
	"context"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// Store is what the hints ask.
type Store interface {
	Neighbors(ctx context.Context, ids []string, filter store.RelationFilter, page store.Page) ([]store.EdgePage, error)
}

// separator stands between the parts of a hint.
const separator = " · "

// All gives each entity its hint, by id. The store is asked twice, however many
// entities there are: for what they relate to, and for what their places are
// parts of.
func All(ctx context.Context, s Store, entities []*ecosystem.Entity) (map[string]string, error) {
	facts, err := factsOf(ctx, s, entities)
	if err != nil {
		return nil, err
	}
	hints := map[string]string{}
	for i, e := range entities {
		hints[e.ID] = strings.Join(facts[i].parts(e), separator)
	}
	// What is still the same is told apart by the source, and at last by the id.
	for _, further := range []func(*ecosystem.Entity) string{locator, id} {
		for _, alike := range namesakes(entities, hints) {
			for _, e := range alike {
				if more := further(e); more != "" {
					hints[e.ID] += separator + more
				}
			}
		}
	}
	return hints, nil
}

// namesakes groups entities that have their name and hint in common.
func namesakes(entities []*ecosystem.Entity, hints map[string]string) (groups [][]*ecosystem.Entity) {
	type shown struct{ name, hint string }
	same := map[shown][]*ecosystem.Entity{}
	for _, e := range entities {
		key := shown{e.Name, hints[e.ID]}
		same[key] = append(same[key], e)
	}
	for _, group := range same {
		if len(group) > 1 {
			groups = append(groups, group)
		}
	}
	return groups
}

func locator(e *ecosystem.Entity) string {
	for _, s := range e.Sources {
		if s.Locator != "" {
			return s.Locator
		}
	}
	return ""
}

func id(e *ecosystem.Entity) string { return e.ID }
