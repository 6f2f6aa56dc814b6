package loader_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/store"
)

func usualGraph(t *testing.T) ecosystem.Graph {
	t.Helper()
	g, err := loader.Read(usual(nil))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestDiffOfTheSame(t *testing.T) {
	d := loader.Diff(usualGraph(t), usualGraph(t))
	if !d.Counts.None() || len(d.Documents)+len(d.Entities)+len(d.Relations) > 0 {
		t.Errorf("the same graph differs from itself: %+v", d)
	}
	want := store.Delta{Unchanged: 3}
	if d.Counts.Entities != want {
		t.Errorf("entities: %+v, want %+v", d.Counts.Entities, want)
	}
}

func TestDiff(t *testing.T) {
	old := usualGraph(t)
	now, err := loader.Read(usual(map[string]string{
		"sources.csv": strings.Replace(sourcesCSV, "2022", "2023", 1),
		"entities.csv": entitiesHead + linyi + strings.Replace(zju, "浙大,,,doc:list,§1", "浙大;ZJU,,建成,doc:list,§2", 1) +
			"org:sjtu,UNIVERSITY,上海交通大学,,,,doc:list,,1\n",
		"relations.csv": relationHead + "COOPERATES_WITH,org:zju,org:sjtu,,2021,doc:list\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	const want = `sources: 0 created, 1 updated, 0 removed, 0 unchanged
  ~ doc:list 高校名单
      date: "2022" → "2023"
entities: 1 created, 1 updated, 1 removed, 1 unchanged
  + org:sjtu UNIVERSITY 上海交通大学
  ~ org:zju UNIVERSITY 浙江大学
      aliases: "浙大" → "ZJU;浙大"
      status: "" → "BUILT"
      sources: - doc:list §1 STATED 1
      sources: + doc:list §2 STATED 1
  - platform:lab PLATFORM 工业控制技术实验室
relations: 1 created, 0 updated, 2 removed, 0 unchanged
  + COOPERATES_WITH 上海交通大学 (org:sjtu) → 浙江大学 (org:zju), year 2021
  - HOSTED_BY 工业控制技术实验室 (platform:lab) → 浙江大学 (org:zju), year 2020
  - LOCATED_IN 工业控制技术实验室 (platform:lab) → 临沂市 (region:371300)
`
	d := loader.Diff(old, now)
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(printed(t, d, 10), "\n")); diff != "" {
		t.Errorf("printed (-want +got):\n%s", diff)
	}
	short := printed(t, d, 1)
	if !strings.Contains(short, "  + org:sjtu UNIVERSITY 上海交通大学\n  … and 2 more\n") {
		t.Errorf("with a limit of 1:\n%s", short)
	}
}

func printed(t *testing.T, d loader.Difference, limit int) string {
	t.Helper()
	var b strings.Builder
	if err := d.Print(&b, limit); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Whatever changes in a row is shown as the change of some field.
func TestDiffShowsEveryField(t *testing.T) {
	g := randomGraph(t, 3, "")
	if len(g.Entities) == 0 || len(g.Relations) == 0 {
		t.Fatal("the random graph is too small")
	}
	source := ecosystem.Source{Document: "doc:0", Known: ecosystem.Curated, Confidence: 0.123}
	changes := map[string]func(e *ecosystem.Entity, r *ecosystem.Relation, d *ecosystem.Document){
		"title":        func(_ *ecosystem.Entity, _ *ecosystem.Relation, d *ecosystem.Document) { d.Title += "x" },
		"issuer":       func(_ *ecosystem.Entity, _ *ecosystem.Relation, d *ecosystem.Document) { d.Issuer += "x" },
		"date":         func(_ *ecosystem.Entity, _ *ecosystem.Relation, d *ecosystem.Document) { d.Date = "1950" },
		"url":          func(_ *ecosystem.Entity, _ *ecosystem.Relation, d *ecosystem.Document) { d.URL += "x" },
		"kind":         func(e *ecosystem.Entity, _ *ecosystem.Relation, _ *ecosystem.Document) { e.Kind += "X" },
		"name":         func(e *ecosystem.Entity, _ *ecosystem.Relation, _ *ecosystem.Document) { e.Name += "x" },
		"name_en":      func(e *ecosystem.Entity, _ *ecosystem.Relation, _ *ecosystem.Document) { e.NameEn += "x" },
		"aliases":      func(e *ecosystem.Entity, _ *ecosystem.Relation, _ *ecosystem.Document) { e.Aliases = []string{"x"} },
		"former_names": func(e *ecosystem.Entity, _ *ecosystem.Relation, _ *ecosystem.Document) { e.FormerNames = []string{"x"} },
		"status":       func(e *ecosystem.Entity, _ *ecosystem.Relation, _ *ecosystem.Document) { e.Status += "X" },
		"status_date":  func(e *ecosystem.Entity, _ *ecosystem.Relation, _ *ecosystem.Document) { e.StatusDate += "0" },
		"external_ids": func(e *ecosystem.Entity, _ *ecosystem.Relation, _ *ecosystem.Document) {
			e.ExternalIDs = []ecosystem.ExternalID{{Scheme: "x", Value: "y"}}
		},
		"base_year": func(e *ecosystem.Entity, _ *ecosystem.Relation, _ *ecosystem.Document) {
			e.Properties = map[string]string{"base_year": "1949"}
		},
		"claims": func(e *ecosystem.Entity, _ *ecosystem.Relation, _ *ecosystem.Document) {
			e.Claims = []ecosystem.Claim{{Field: "level", Value: "x", Sources: []ecosystem.Source{source}}}
		},
		"sources": func(e *ecosystem.Entity, _ *ecosystem.Relation, _ *ecosystem.Document) {
			e.Sources = []ecosystem.Source{source}
		},
		"weight": func(_ *ecosystem.Entity, r *ecosystem.Relation, _ *ecosystem.Document) { r.Weight /= 2 },
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			now := ecosystem.Graph{Documents: slices.Clone(g.Documents), Entities: slices.Clone(g.Entities), Relations: slices.Clone(g.Relations)}
			change(&now.Entities[0], &now.Relations[0], &now.Documents[0])
			d := loader.Diff(g, now)
			all := slices.Concat(d.Documents, d.Entities, d.Relations)
			if len(all) != 1 || !slices.ContainsFunc(all[0].Fields, func(f loader.FieldChange) bool { return f.Field == name && f.Old != f.New }) {
				t.Errorf("changes: %+v, want one of the field %s", all, name)
			}
		})
	}
}
