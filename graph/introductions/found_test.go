package introductions_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/introductions"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/store/memory"
)

// TestFind: each target has the chains of who asks, or else those of the bodies of home,
// in the order of the targets.
func TestFind(t *testing.T) {
	body := func(id string) ecosystem.Entity {
		return ecosystem.Entity{ID: id, Kind: ecosystem.University, Name: id}
	}
	tie := func(from, to string) ecosystem.Relation {
		return ecosystem.Relation{ID: from + " " + to, Type: ecosystem.CooperatesWith, From: from, To: to, Label: "合作"}
	}
	at := func(id string) ecosystem.Relation {
		return ecosystem.Relation{ID: id, Type: ecosystem.LocatedIn, From: id, To: "region:home"}
	}
	g := ecosystem.Graph{
		Entities: []ecosystem.Entity{
			{ID: "region:home", Kind: ecosystem.Region, Name: "家"},
			body("org:asks"), body("org:other"), body("org:third"), body("org:known"), body("org:far"), body("org:strange"), body("org:near"),
		},
		Relations: []ecosystem.Relation{
			at("org:asks"), at("org:other"), at("org:third"), tie("org:asks", "org:known"), tie("org:other", "org:near"), tie("org:third", "org:far"),
		},
	}
	s := memory.New()
	if _, _, err := loader.Write(t.Context(), s, g, nil); err != nil {
		t.Fatal(err)
	}
	targets := []string{"org:far", "org:known", "org:strange", "org:near"}
	bounds := introductions.Bounds{Bodies: 100, Edges: 100, IDs: 100}
	for home, want := range map[string][][]string{
		"region:home": {{"org:third"}, {"org:asks"}, {}, {"org:other"}},
		"":            {{}, {"org:asks"}, {}, {}},
	} {
		found, err := introductions.Find(t.Context(), s, "org:asks", home, targets, bounds)
		if err != nil {
			t.Fatal(err)
		}
		got := make([][]string, len(found))
		for i, f := range found {
			got[i] = []string{}
			if f.Err != nil {
				t.Errorf("%s: %v", targets[i], f.Err)
			}
			for _, way := range f.All {
				got[i] = append(got[i], way.Start.ID)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("home %q (-want +got):\n%s", home, diff)
		}
	}
}
