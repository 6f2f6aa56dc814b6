package ecosystem_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

func source(document string, confidence float64) ecosystem.Source {
	return ecosystem.Source{Document: document, Known: ecosystem.Stated, Confidence: confidence}
}

func TestBuilderJoinsRowsAboutTheSameEntity(t *testing.T) {
	b := ecosystem.NewBuilder()
	rows := []ecosystem.Entity{
		{ID: "org:zju", Kind: ecosystem.University, Name: "浙江大学", Aliases: []string{"浙大"}, Sources: []ecosystem.Source{source("doc:b", 0.5)}},
		{ID: "org:ahu", Kind: ecosystem.University, Name: "安徽大学", Sources: []ecosystem.Source{source("doc:b", 0.5)}},
		{
			ID: "org:zju", Kind: ecosystem.University, NameEn: "Zhejiang University", FormerNames: []string{"杭州大学"},
			ExternalIDs: []ecosystem.ExternalID{{"ror", "x"}}, Properties: map[string]string{"tags": "985"},
			Sources: []ecosystem.Source{source("doc:a", 0.9)},
		},
	}
	for _, row := range rows {
		if err := b.Entity(row); err != nil {
			t.Fatalf("%s: %v", row.ID, err)
		}
	}
	if e, ok := b.Has("org:zju"); !ok || e.Name != "浙江大学" {
		t.Errorf("Has(org:zju) = %+v, %v", e, ok)
	}
	if _, ok := b.Has("org:sjtu"); ok {
		t.Error("Has(org:sjtu) reports an entity that nobody added")
	}
	want := []ecosystem.Entity{
		{ID: "org:ahu", Kind: ecosystem.University, Name: "安徽大学", Sources: []ecosystem.Source{source("doc:b", 0.5)}},
		{
			ID: "org:zju", Kind: ecosystem.University, Name: "浙江大学", NameEn: "Zhejiang University",
			Aliases: []string{"浙大"}, FormerNames: []string{"杭州大学"},
			ExternalIDs: []ecosystem.ExternalID{{"ror", "x"}}, Properties: map[string]string{"tags": "985"},
			Sources: []ecosystem.Source{source("doc:a", 0.9), source("doc:b", 0.5)},
		},
	}
	if diff := cmp.Diff(want, b.Graph().Entities); diff != "" {
		t.Errorf("entities (-want +got):\n%s", diff)
	}
}

func TestBuilderReportsContradictions(t *testing.T) {
	here := []ecosystem.Source{source("doc:a", 1)}
	first := ecosystem.Entity{
		ID: "org:a", Kind: ecosystem.University, Name: "甲", NameEn: "A",
		Properties: map[string]string{"grade": "1", "website": "https://a"}, Sources: here,
	}
	tests := []struct {
		name string
		row  ecosystem.Entity
		want *ecosystem.Conflict
	}{
		{"nothing new", ecosystem.Entity{ID: "org:a", Kind: ecosystem.University, Name: "甲"}, nil},
		{"kind", ecosystem.Entity{ID: "org:a", Kind: ecosystem.Enterprise}, &ecosystem.Conflict{"org:a", "kind", "UNIVERSITY", "ENTERPRISE"}},
		{"name", ecosystem.Entity{ID: "org:a", Kind: ecosystem.University, Name: "乙"}, &ecosystem.Conflict{"org:a", "name", "甲", "乙"}},
		{"English name", ecosystem.Entity{ID: "org:a", Kind: ecosystem.University, NameEn: "B", Sources: here}, &ecosystem.Conflict{"org:a", "name_en", "A", "B"}},
		{
			"two properties: the first by name",
			ecosystem.Entity{ID: "org:a", Kind: ecosystem.University, Properties: map[string]string{"website": "https://b", "grade": "2"}, Sources: here},
			&ecosystem.Conflict{"org:a", "grade", "1", "2"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := ecosystem.NewBuilder()
			if err := b.Entity(first); err != nil {
				t.Fatal(err)
			}
			var got *ecosystem.Conflict
			if err := b.Entity(test.row); err != nil && !errors.As(err, &got) {
				t.Fatalf("%v is no conflict", err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("conflict (-want +got):\n%s", diff)
			}
			e, _ := b.Has("org:a")
			if e.Kind != first.Kind || e.Name != "甲" || e.NameEn != "A" || e.Properties["grade"] != "1" || e.Properties["website"] != "https://a" {
				t.Errorf("the first value must stay, have %+v", e)
			}
		})
	}
	text := (&ecosystem.Conflict{ID: "org:a", Field: "name", Have: "甲", Got: "乙"}).Error()
	if want := "org:a has two different values for name: 甲 and 乙"; text != want {
		t.Errorf("Error() = %q, want %q", text, want)
	}
}

func TestBuilderKeepsTheLaterStatus(t *testing.T) {
	type known struct {
		status ecosystem.Status
		date   string
	}
	tests := []struct {
		name       string
		a, b, want known
	}{
		{"only one says something", known{}, known{ecosystem.Planned, "2021"}, known{ecosystem.Planned, "2021"}},
		{"silence changes nothing", known{ecosystem.Built, ""}, known{"", "2025"}, known{ecosystem.Built, ""}},
		{"the later date", known{ecosystem.Planned, "2021"}, known{ecosystem.Built, "2023-06"}, known{ecosystem.Built, "2023-06"}},
		{"the later date, though less far along", known{ecosystem.Built, "2021"}, known{ecosystem.Upgraded, "2020"}, known{ecosystem.Built, "2021"}},
		{"a date beats none", known{ecosystem.Built, ""}, known{ecosystem.Planned, "2021"}, known{ecosystem.Planned, "2021"}},
		{"same date, further along", known{ecosystem.UnderConstruction, "2021"}, known{ecosystem.Promoted, "2021"}, known{ecosystem.UnderConstruction, "2021"}},
		{"no dates, further along", known{ecosystem.Planned, ""}, known{ecosystem.Built, ""}, known{ecosystem.Built, ""}},
	}
	for _, test := range tests {
		for _, order := range [][2]known{{test.a, test.b}, {test.b, test.a}} {
			b := ecosystem.NewBuilder()
			for _, k := range order {
				row := ecosystem.Entity{ID: "platform:x", Kind: ecosystem.Platform, Name: "x", Status: k.status, StatusDate: k.date}
				if err := b.Entity(row); err != nil {
					t.Fatal(err)
				}
			}
			e := b.Graph().Entities[0]
			if got := (known{e.Status, e.StatusDate}); got != test.want {
				t.Errorf("%s: %v then %v gives %v, want %v", test.name, order[0], order[1], got, test.want)
			}
		}
	}
}

func TestBuilderDocuments(t *testing.T) {
	b := ecosystem.NewBuilder()
	for _, d := range []ecosystem.Document{
		{ID: "doc:plan", Title: "规划"},
		{ID: "doc:list"},
		{ID: "doc:plan", Issuer: "临沂市", Date: "2021", URL: "https://x"},
	} {
		if err := b.Document(d); err != nil {
			t.Fatal(err)
		}
	}
	var conflict *ecosystem.Conflict
	if err := b.Document(ecosystem.Document{ID: "doc:plan", Title: "纲要"}); !errors.As(err, &conflict) || conflict.Field != "title" {
		t.Errorf("another title gives %v, want a conflict", err)
	}
	want := []ecosystem.Document{{ID: "doc:list"}, {ID: "doc:plan", Title: "规划", Issuer: "临沂市", Date: "2021", URL: "https://x"}}
	if diff := cmp.Diff(want, b.Graph().Documents); diff != "" {
		t.Errorf("documents (-want +got):\n%s", diff)
	}
}

func TestBuilderJoinsRelations(t *testing.T) {
	b := organizations(t, "org:a", "org:b", "org:c")
	tie := ecosystem.Relation{Type: ecosystem.CooperatesWith, From: "org:a", To: "org:b", Label: "联合攻关", Strength: "联合攻关"}
	planned, reported, fromOtherEnd, otherYear := tie, tie, tie, tie
	planned.Status, planned.Sources = ecosystem.Planned, []ecosystem.Source{source("doc:a", 0.8)}
	reported.Status, reported.Sources = ecosystem.Built, []ecosystem.Source{source("doc:b", 0.9)}
	fromOtherEnd.From, fromOtherEnd.To, fromOtherEnd.Sources = "org:b", "org:a", []ecosystem.Source{source("doc:c", 0.7)}
	otherYear.Year, otherYear.Weight = 2020, 0.2
	part := ecosystem.Relation{Type: ecosystem.PartOf, From: "org:b", To: "org:a"}
	back := ecosystem.Relation{Type: ecosystem.PartOf, From: "org:a", To: "org:b"}
	for _, r := range []ecosystem.Relation{planned, reported, fromOtherEnd, otherYear, part, back} {
		b.Relation(r)
	}
	got := b.Graph().Relations
	if len(got) != 4 {
		t.Fatalf("%d relations, want 4 (one tie of three rows, one of another year, two directions of PART_OF):\n%+v", len(got), got)
	}
	if !slices.IsSortedFunc(got, func(a, b ecosystem.Relation) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("relations are not sorted by id")
	}
	tie.ID = tie.RelationID()
	joined := got[slices.IndexFunc(got, func(r ecosystem.Relation) bool { return r.ID == tie.ID })]
	want := tie
	want.Status, want.Weight = ecosystem.Built, 0.85
	want.Sources = []ecosystem.Source{source("doc:b", 0.9), source("doc:a", 0.8), source("doc:c", 0.7)}
	if diff := cmp.Diff(want, joined); diff != "" {
		t.Errorf("joined tie (-want +got):\n%s", diff)
	}
	otherYear.ID = otherYear.RelationID()
	if r := got[slices.IndexFunc(got, func(r ecosystem.Relation) bool { return r.ID == otherYear.ID })]; r.Weight != 0.2 {
		t.Errorf("a weight of its own became %g", r.Weight)
	}
}

// A symmetric relation is declared in one direction for some kinds; it is kept
// in that direction, whichever end a row begins with.
func TestBuilderWritesSymmetricRelationsOneWay(t *testing.T) {
	for _, ends := range [][2]string{{"project:p", "org:z"}, {"org:z", "project:p"}} {
		b := organizations(t, "org:z")
		if err := b.Entity(ecosystem.Entity{ID: "project:p", Kind: ecosystem.KeyProject, Name: "p"}); err != nil {
			t.Fatal(err)
		}
		b.Relation(ecosystem.Relation{Type: ecosystem.CooperatesWith, From: ends[0], To: ends[1]})
		if r := b.Graph().Relations[0]; r.From != "project:p" || r.To != "org:z" {
			t.Errorf("%v became %s → %s, want project:p → org:z", ends, r.From, r.To)
		}
	}
}

// Rows of one table line share a list of sources; joining one of them must not
// write into the others.
func TestBuilderDoesNotMixSharedSources(t *testing.T) {
	shared := append(make([]ecosystem.Source, 0, 4), source("doc:row", 0.8))
	b := organizations(t, "org:a", "org:b", "org:c")
	for _, to := range []string{"org:b", "org:c"} {
		b.Relation(ecosystem.Relation{Type: ecosystem.PartOf, From: "org:a", To: to, Sources: shared})
	}
	for _, to := range []string{"org:b", "org:c"} {
		b.Relation(ecosystem.Relation{Type: ecosystem.PartOf, From: "org:a", To: to, Sources: []ecosystem.Source{source("doc:only-"+to[4:], 0.7)}})
	}
	for range 2 { // and a second call gives the same
		for _, r := range b.Graph().Relations {
			want := []ecosystem.Source{source("doc:row", 0.8), source("doc:only-"+r.To[4:], 0.7)}
			if diff := cmp.Diff(want, r.Sources); diff != "" {
				t.Errorf("sources of %s → %s (-want +got):\n%s", r.From, r.To, diff)
			}
		}
	}
}

func organizations(t *testing.T, ids ...string) *ecosystem.Builder {
	t.Helper()
	b := ecosystem.NewBuilder()
	for _, id := range ids {
		if err := b.Entity(ecosystem.Entity{ID: id, Kind: ecosystem.University, Name: id}); err != nil {
			t.Fatal(err)
		}
	}
	return b
}
