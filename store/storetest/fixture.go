package storetest

import (
	"fmt"
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// The ids of the fixture's documents.
const (
	docPlan     = "doc:linyi-plan"
	docList     = "doc:first-class"
	docCompiled = "doc:compiled"
)

// fixture is the graph that the cases ask about: Linyi, its partners in the
// Yangtze River Delta, every kind and every relation type. Small enough that
// each answer can be worked out by hand.
func fixture() ecosystem.Graph {
	return build(fixtureDocuments(), fixtureEntities(), fixtureRelations())
}

// build makes a normalized graph; rows that contradict each other are a mistake
// in this package.
func build(documents []ecosystem.Document, entities []ecosystem.Entity, relations []ecosystem.Relation) ecosystem.Graph {
	b := ecosystem.NewBuilder()
	for _, d := range documents {
		must(b.Document(d))
	}
	for _, e := range entities {
		must(b.Entity(e))
	}
	for _, r := range relations {
		b.Relation(r)
	}
	g := b.Graph()
	for _, problem := range ecosystem.Validate(g) {
		must(fmt.Errorf("%s: %s: %s", problem.ID, problem.Field, problem.Message))
	}
	return g
}

func must(err error) {
	if err != nil {
		panic("storetest: " + err.Error())
	}
}

func fixtureDocuments() []ecosystem.Document {
	return []ecosystem.Document{
		{ID: docPlan, Title: "临沂市“十四五”科技创新规划", Issuer: "临沂市人民政府", Date: "2021-12", URL: "https://example.org/plan"},
		{ID: docList, Title: "第二轮“双一流”建设高校及建设学科名单", Issuer: "教育部等三部委", Date: "2022-02-09"},
		{ID: docCompiled, Title: "长三角合作线索整理"},
	}
}

// plan is a place in the plan.
func plan(locators ...string) []ecosystem.Source {
	var out []ecosystem.Source
	for _, locator := range locators {
		out = append(out, ecosystem.Source{Document: docPlan, Locator: locator, Known: ecosystem.Stated, Confidence: 0.95})
	}
	return out
}

// list is the list of universities.
func list() []ecosystem.Source {
	return []ecosystem.Source{{Document: docList, Known: ecosystem.Stated, Confidence: 0.9, Date: "2022-02"}}
}

// compiled is somebody's compilation, sure to this degree.
func compiled(confidence float64) []ecosystem.Source {
	return []ecosystem.Source{{Document: docCompiled, Known: ecosystem.Curated, Confidence: confidence, Note: "整理"}}
}

// properties is a map from alternating names and values.
func properties(pairs ...string) map[string]string {
	out := map[string]string{}
	for pair := range slices.Chunk(pairs, 2) {
		out[pair[0]] = pair[1]
	}
	return out
}
