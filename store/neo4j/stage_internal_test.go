package neo4j

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

func smallStage(t *testing.T, parts ...ecosystem.Graph) *stage {
	t.Helper()
	s, err := newStage(store.Size{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.close() })
	for _, part := range parts {
		if err := s.add(part); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func university(id, name string) ecosystem.Entity {
	return ecosystem.Entity{ID: id, Kind: ecosystem.University, Name: name}
}

// Of several rows with one id the last one counts, with its kind and its ends.
func TestStageTakesTheLastRow(t *testing.T) {
	relation := ecosystem.Relation{ID: "rel:1", Type: ecosystem.PartOf, From: "org:a", To: "org:gone", Weight: 1}
	again := relation
	again.Type, again.To = ecosystem.CooperatesWith, "org:b"
	hospital := university("org:b", "乙")
	hospital.Kind = ecosystem.Hospital
	s := smallStage(t,
		ecosystem.Graph{Entities: []ecosystem.Entity{university("org:a", "甲"), university("org:b", "乙")}},
		ecosystem.Graph{Relations: []ecosystem.Relation{relation}},
		ecosystem.Graph{Entities: []ecosystem.Entity{hospital}, Relations: []ecosystem.Relation{again}},
	)
	if err := s.checkEnds(); err != nil {
		t.Errorf("ends: %v", err)
	}
	g := s.generation(7)
	want := store.Generation{
		Number: 7, Loaded: g.Loaded,
		Entities:  map[ecosystem.Kind]int{ecosystem.University: 1, ecosystem.Hospital: 1},
		Relations: map[ecosystem.RelationType]int{ecosystem.CooperatesWith: 1},
	}
	if diff := cmp.Diff(want, g); diff != "" {
		t.Errorf("generation (-want +got):\n%s", diff)
	}
	e, err := s.encoder(newTree(s, 8), 7)
	if err != nil {
		t.Fatal(err)
	}
	for _, group := range s.relations.groups(created) {
		r, err := e.relation(group.rows[0])
		if err != nil || s.types.all[group.word] != ecosystem.CooperatesWith || r.to != "org:b" {
			t.Errorf("relation %+v of type %s, %v", r, s.types.all[group.word], err)
		}
	}
}

func TestStageRefuses(t *testing.T) {
	s := smallStage(t, ecosystem.Graph{
		Entities:  []ecosystem.Entity{university("org:a", "甲")},
		Relations: []ecosystem.Relation{{ID: "rel:1", Type: ecosystem.PartOf, From: "org:a", To: "org:none"}},
	})
	if err := s.checkEnds(); ecosystem.CodeOf(err) != ecosystem.CodeInvalidData || !strings.Contains(err.Error(), "1 ids that no entity of the load has: org:none") {
		t.Errorf("a missing end: %v", err)
	}
	unknown := university("org:x", "丙")
	unknown.Kind = "SPACESHIP"
	if err := s.add(ecosystem.Graph{Entities: []ecosystem.Entity{unknown}}); ecosystem.CodeOf(err) != ecosystem.CodeInvalidData {
		t.Errorf("an unknown kind: %v", err)
	}
}
