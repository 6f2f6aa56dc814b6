package ecosystem_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

// validGraph is a small graph without any problem; each test breaks one thing.
func validGraph(t *testing.T) ecosystem.Graph {
	t.Helper()
	b := ecosystem.NewBuilder()
	sources := []ecosystem.Source{source("doc:plan", 0.9)}
	if err := b.Document(ecosystem.Document{ID: "doc:plan", Title: "规划", Date: "2021-06", URL: "https://x"}); err != nil {
		t.Fatal(err)
	}
	for _, e := range []ecosystem.Entity{
		{ID: "org:zju", Kind: ecosystem.University, Name: "浙江大学", Properties: map[string]string{"tags": "985;211", "website": "https://www.zju.edu.cn"}, Sources: sources},
		{ID: "org:bureau", Kind: ecosystem.Agency, Name: "市政府", Sources: sources},
		{ID: "policy:p", Kind: ecosystem.Policy, Name: "规划", Sources: sources},
		{ID: "indicator:i", Kind: ecosystem.Indicator, Name: "指标", Properties: map[string]string{"value": "2.6"}, Sources: sources},
		{ID: "discipline:0701", Kind: ecosystem.Discipline, Name: "数学", Sources: sources},
	} {
		if err := b.Entity(e); err != nil {
			t.Fatal(err)
		}
	}
	b.Relation(ecosystem.Relation{Type: ecosystem.StrongIn, From: "org:zju", To: "discipline:0701", Strength: "A+", Sources: sources})
	g := b.Graph()
	if problems := ecosystem.Validate(g); len(problems) > 0 {
		t.Fatalf("the graph to start from has problems: %+v", problems)
	}
	return g
}

func TestValidate(t *testing.T) {
	tests := []struct {
		name        string
		breakIt     func(g *ecosystem.Graph)
		id, field   string
		messagePart string
	}{
		{"document without title", func(g *ecosystem.Graph) { g.Documents[0].Title = "" }, "doc:plan", "title", "needs a title"},
		{"document date", func(g *ecosystem.Graph) { g.Documents[0].Date = "June 2021" }, "doc:plan", "date", `2021-06-30, not "June 2021"`},
		{"document link", func(g *ecosystem.Graph) { g.Documents[0].URL = "www.x.cn" }, "doc:plan", "url", "http"},
		{"kind", func(g *ecosystem.Graph) { entity(g, "org:bureau").Kind = "BUREAU" }, "org:bureau", "kind", `unknown kind "BUREAU"`},
		{"id of another family", func(g *ecosystem.Graph) { entity(g, "org:bureau").Kind = ecosystem.Region }, "org:bureau", "id", `"region:"`},
		{"name of blanks", func(g *ecosystem.Graph) { entity(g, "org:zju").Name = " " }, "org:zju", "name", "needs a name"},
		{"property of another kind", func(g *ecosystem.Graph) { entity(g, "policy:p").Properties = map[string]string{"tags": "x"} }, "policy:p", "tags", `a POLICY has no property "tags"`},
		{"unknown property", func(g *ecosystem.Graph) { entity(g, "org:zju").Properties["colour"] = "x" }, "org:zju", "colour", "no property"},
		{"number", func(g *ecosystem.Graph) { entity(g, "indicator:i").Properties["value"] = "2,6" }, "indicator:i", "value", "must be a number"},
		{"number not canonical", func(g *ecosystem.Graph) { entity(g, "indicator:i").Properties["value"] = "2.60" }, "indicator:i", "value", `write "2.6", not "2.60"`},
		{"link of an entity", func(g *ecosystem.Graph) { entity(g, "org:zju").Properties["website"] = "zju.edu.cn" }, "org:zju", "website", "begins with http"},
		{"status", func(g *ecosystem.Graph) { entity(g, "org:zju").Status = "DONE" }, "org:zju", "status", `unknown status "DONE"`},
		{"status date", func(g *ecosystem.Graph) { entity(g, "org:zju").StatusDate = "2021-13" }, "org:zju", "status_date", "2021-13"},
		{"no source", func(g *ecosystem.Graph) { entity(g, "org:zju").Sources = nil }, "org:zju", "document", "needs a source"},
		{"unknown document", func(g *ecosystem.Graph) { entity(g, "org:zju").Sources = []ecosystem.Source{source("doc:x", 1)} }, "org:zju", "document", `no document has the id "doc:x"`},
		{"way of knowing", func(g *ecosystem.Graph) {
			entity(g, "org:zju").Sources = []ecosystem.Source{{Document: "doc:plan", Known: "HEARD", Confidence: 1}}
		}, "org:zju", "known", "HEARD"},
		{"confidence of 0", func(g *ecosystem.Graph) { entity(g, "org:zju").Sources = []ecosystem.Source{source("doc:plan", 0)} }, "org:zju", "confidence", "not 0"},
		{"confidence above 1", func(g *ecosystem.Graph) { entity(g, "org:zju").Sources = []ecosystem.Source{source("doc:plan", 1.2)} }, "org:zju", "confidence", "not 1.2"},
		{"date of a source", func(g *ecosystem.Graph) {
			entity(g, "org:zju").Sources = []ecosystem.Source{{Document: "doc:plan", Known: ecosystem.Stated, Confidence: 1, Date: "21"}}
		}, "org:zju", "date", `"21"`},
		{"relation type", func(g *ecosystem.Graph) { g.Relations[0].Type = "KNOWS" }, "*", "type", `unknown relation type "KNOWS"`},
		{"dangling from", func(g *ecosystem.Graph) { g.Relations[0].From = "org:nobody" }, "*", "from", `nothing has the id "org:nobody"`},
		{"dangling to", func(g *ecosystem.Graph) { g.Relations[0].To = "discipline:9" }, "*", "to", `nothing has the id "discipline:9"`},
		{"itself", func(g *ecosystem.Graph) { g.Relations[0].To = "org:zju" }, "*", "to", "related to itself"},
		{"forbidden end", func(g *ecosystem.Graph) { g.Relations[0].From = "org:bureau" }, "*", "to", "STRONG_IN may not lead from AGENCY (org:bureau) to DISCIPLINE"},
		{"reversed", func(g *ecosystem.Graph) { r := &g.Relations[0]; r.From, r.To = r.To, r.From }, "*", "to", "may not lead from DISCIPLINE"},
		{"weight of 0", func(g *ecosystem.Graph) { g.Relations[0].Weight = 0 }, "*", "weight", "not 0"},
		{"weight above 1", func(g *ecosystem.Graph) { g.Relations[0].Weight = 1.5 }, "*", "weight", "not 1.5"},
		{"strength", func(g *ecosystem.Graph) { g.Relations[0].Strength = "A++" }, "*", "strength", `unknown strength "A++"`},
		{"value where none belongs", func(g *ecosystem.Graph) { g.Relations[0].Value = "1" }, "*", "value", "carries no value"},
		{"unit where none belongs", func(g *ecosystem.Graph) { g.Relations[0].Unit = "家" }, "*", "value", "carries no value"},
		{"value that is no number", func(g *ecosystem.Graph) {
			g.Relations[0] = ecosystem.Relation{ID: "rel:t", Type: ecosystem.Targets, From: "policy:p", To: "indicator:i", Value: "many", Weight: 1, Sources: g.Relations[0].Sources}
		}, "rel:t", "value", "must be a number"},
		{"relation without source", func(g *ecosystem.Graph) { g.Relations[0].Sources = nil }, "*", "document", "needs a source"},
		{"relation status", func(g *ecosystem.Graph) { g.Relations[0].Status = "SOON" }, "*", "status", "SOON"},
		{"entity id twice", func(g *ecosystem.Graph) { g.Entities = append(g.Entities, g.Entities[0]) }, "discipline:0701", "id", "stands twice"},
		{"document id twice", func(g *ecosystem.Graph) { g.Documents = append(g.Documents, g.Documents[0]) }, "doc:plan", "id", "stands twice"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := validGraph(t)
			relation := g.Relations[0].ID
			test.breakIt(&g)
			if test.id == "*" {
				test.id = relation
			}
			problems := ecosystem.Validate(g)
			for _, p := range problems {
				if p.ID == test.id && p.Field == test.field && strings.Contains(p.Message, test.messagePart) {
					return
				}
			}
			t.Errorf("no problem of %s, column %s, with %q; have %+v", test.id, test.field, test.messagePart, problems)
		})
	}
}

func TestValidateListsAllProblemsAtOnce(t *testing.T) {
	g := validGraph(t)
	entity(&g, "org:zju").Name = ""
	entity(&g, "org:zju").Sources = nil
	entity(&g, "indicator:i").Properties["value"] = "x"
	g.Relations[0].Strength = "A++"
	g.Relations[0].Weight = 2
	var got []string
	for _, p := range ecosystem.Validate(g) {
		got = append(got, p.Field)
	}
	want := []string{"value", "name", "document", "weight", "strength"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("columns with a problem (-want +got):\n%s", diff)
	}
}

func TestValidateEmptyGraph(t *testing.T) {
	if problems := ecosystem.Validate(ecosystem.Graph{}); len(problems) > 0 {
		t.Errorf("an empty graph has the problems %+v", problems)
	}
}

func TestIsDate(t *testing.T) {
	for date, want := range map[string]bool{
		"2021": true, "2021-06": true, "2021-06-30": true, "2024-02-29": true,
		"": false, "21": false, "2021-6": false, "2021-13": false, "2021-02-30": false, "2021/06": false,
		"2021年": false, "2021-06-30T00:00": false,
	} {
		if got := ecosystem.IsDate(date); got != want {
			t.Errorf("IsDate(%q) = %v, want %v", date, got, want)
		}
	}
}

func entity(g *ecosystem.Graph, id string) *ecosystem.Entity {
	for i := range g.Entities {
		if g.Entities[i].ID == id {
			return &g.Entities[i]
		}
	}
	panic("the test's graph has no " + id)
}
