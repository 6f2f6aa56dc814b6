package neo4j_test

import (
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/synthetic"
)

// seededGraph is a made-up graph, the same one each time.
func seededGraph(entities int) ecosystem.Graph {
	g, err := synthetic.New(synthetic.Options{Entities: entities, Seed: 7})
	if err != nil {
		panic(err)
	}
	return g.Graph()
}
