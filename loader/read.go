package loader

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/table"
)

// Read makes one valid graph of the tables of all sources, held in memory: what
// Open gives in parts. Problems of the tables are a *table.Problems.
func Read(sources ...table.Source) (ecosystem.Graph, error) {
	graph, _, err := ReadNoted(sources...)
	return graph, err
}

// ReadNoted is Read, and tells which cells were taken for an entity that has
// another name on record. A person should look at them.
func ReadNoted(sources ...table.Source) (ecosystem.Graph, Readings, error) {
	t, err := Open(context.Background(), nil, sources...)
	if err != nil {
		return ecosystem.Graph{}, Readings{}, err
	}
	graph, err := t.Graph()
	if err = errors.Join(err, t.Close()); err != nil {
		return ecosystem.Graph{}, Readings{}, err
	}
	return graph, t.Readings, nil
}

// Graph takes all parts together, sorted by id.
func (t *Tables) Graph() (ecosystem.Graph, error) {
	var g ecosystem.Graph
	for part, err := range t.Parts() {
		if err != nil {
			return ecosystem.Graph{}, err
		}
		g.Documents = append(g.Documents, part.Documents...)
		g.Entities = append(g.Entities, part.Entities...)
		g.Relations = append(g.Relations, part.Relations...)
	}
	slices.SortFunc(g.Entities, func(a, b ecosystem.Entity) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(g.Relations, func(a, b ecosystem.Relation) int { return cmp.Compare(a.ID, b.ID) })
	return g, nil
}
