package main

import "github.com/innograph/innograph/ecosystem"

// The text of the plan calls some fields of the tables by other or narrower names. The
// taxonomy has two levels, so that such a topic is no field of its own, with nobody in
// it, but another name of the field that holds it: extraction then finds that one, and
// what the plan prints stays beside its place.

// noteTopic marks that names were joined by a compiler.
const noteTopic = "topics of the plan joined by the compiler 规划用语由编制者归并"

// topics are such names, by the id of a field in the tables.
func topics() map[string][]string {
	return map[string][]string{
		"wood-glue":    {"低成本无醛环保胶"},
		"wood-machine": {"木业智能化专用装备"},
		"wood-home":    {"全屋定制", "绿色家居"},
		"health-smart": {"智慧健康保障系统"},
	}
}

// above gives fields that only the plan's text names, and whose parent it does not say,
// a place in the taxonomy.
func above() map[string]string {
	return map[string]string{"农业技术综合利用": "field:agri"}
}

// judged is a compiler's own reading.
func judged(note string) ecosystem.Source {
	return ecosystem.Source{Document: docOurs, Known: ecosystem.Curated, Confidence: confidenceReading, Note: note}
}

// underTop makes the fields of above part of what they belong to.
func underTop(facts ecosystem.Graph) []ecosystem.Relation {
	parents := above()
	var out []ecosystem.Relation
	for _, e := range facts.Entities {
		if parent := parents[e.Name]; e.Kind == ecosystem.TechnologyField && parent != "" {
			out = append(out, ecosystem.Relation{Type: ecosystem.PartOf, From: e.ID, To: parent, Sources: []ecosystem.Source{judged("")}})
		}
	}
	return out
}
