package graph_test

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

// TestEveryEdgeTellsItsRelation walks the whole SDL: whatever shows a relation (the
// edges of every connection but the plain lists, steps of paths, edges of a
// subgraph) tells its type, sense, weight, label, year, status and sources; and a
// source tells the document with its link, the place, the date and how it is known.
func TestEveryEdgeTellsItsRelation(t *testing.T) {
	s := parsedSchema(t)
	// Lists of things that no relation joins to what they are listed under.
	plain := map[string]bool{"EntityConnection": true, "SearchConnection": true, "GapConnection": true, "PartnerMatchConnection": true, "DemandMatchConnection": true}
	found := map[string]bool{}
	for name, def := range s.Types {
		if def.Kind != ast.Object || strings.HasPrefix(name, "__") {
			continue
		}
		if strings.HasSuffix(name, "Connection") {
			edges := def.Fields.ForName("edges")
			if edges == nil || edges.Type.Elem == nil {
				t.Errorf("%s has no list of edges", name)
				continue
			}
			if !plain[name] {
				found[edges.Type.Elem.Name()] = true
			}
		}
		for _, field := range def.Fields {
			if field.Type.Name() == "Relation" && field.Name == "relation" && def.Fields.ForName("relationId") != nil {
				found[name] = true // shows one relation
			}
		}
	}
	for _, must := range []string{"RelationEdge", "PlatformEdge", "PathStep", "SubgraphEdge"} {
		if !found[must] {
			t.Errorf("the walk did not come to %s", must)
		}
	}
	for name := range found {
		def := s.Types[name]
		wants := map[string]string{
			"relationId": "ID!", "relation": "Relation!", "weight": "Float!", "label": "String", "strength": "String",
			"year": "Int", "status": "Status", "sources": "[Source!]!", "direction": "Direction!",
		}
		if name == "SubgraphEdge" { // it stands for both its ends, which give the sense
			delete(wants, "direction")
			wants["from"], wants["to"] = "ID!", "ID!"
		}
		hasFields(t, def, wants)
		if !implements(def, "Relationship") {
			t.Errorf("%s is no Relationship", name)
		}
	}
	hasFields(t, s.Types["Source"], map[string]string{
		"document": "Document", "locator": "String", "date": "String", "known": "Known!", "confidence": "Float!", "certainty": "Certainty!",
	})
	hasFields(t, s.Types["Document"], map[string]string{"title": "String!", "issuer": "String", "date": "String", "url": "String"})
	for name, def := range s.Types { // whatever stands in the graph tells its sources
		if implements(def, "Entity") || name == "Claim" {
			hasFields(t, def, map[string]string{"sources": "[Source!]!"})
		}
	}
}

func hasFields(t *testing.T, def *ast.Definition, wants map[string]string) {
	t.Helper()
	for field, typ := range wants {
		switch f := def.Fields.ForName(field); {
		case f == nil:
			t.Errorf("%s has no %s", def.Name, field)
		case f.Type.String() != typ:
			t.Errorf("%s.%s is %s, want %s", def.Name, field, f.Type, typ)
		}
	}
}

func implements(def *ast.Definition, name string) bool {
	for _, i := range def.Interfaces {
		if i == name {
			return true
		}
	}
	return false
}
