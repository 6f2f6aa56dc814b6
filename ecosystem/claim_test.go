package ecosystem_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

func claimRow(value, nameEn string, sources ...ecosystem.Source) ecosystem.Entity {
	e := ecosystem.Entity{ID: "platform:a", Kind: ecosystem.Platform, Name: "甲", NameEn: nameEn, Sources: sources}
	if value != "" {
		e.Properties = map[string]string{"level": value}
	}
	return e
}

// Whatever the order of the rows, all values are kept and the surest is taken.
func TestBuilderKeepsWhatSourcesSay(t *testing.T) {
	dated := source("doc:new", 0.8)
	dated.Date = "2024"
	rows := []ecosystem.Entity{
		claimRow("省级", "", source("doc:list", 0.5)),
		claimRow("国家级", "A", source("doc:plan", 0.9)),
		claimRow("市级", "", source("doc:old", 0.8)),
		claimRow("县级", "", dated),
		claimRow("省级", "A", source("doc:other", 0.6)),
		claimRow("", "", source("doc:silent", 1)),
	}
	want := []ecosystem.Claim{
		{"level", "国家级", []ecosystem.Source{source("doc:plan", 0.9)}},
		{"level", "县级", []ecosystem.Source{dated}},
		{"level", "市级", []ecosystem.Source{source("doc:old", 0.8)}},
		{"level", "省级", []ecosystem.Source{source("doc:other", 0.6), source("doc:list", 0.5)}},
	}
	for turn := range len(rows) {
		b := ecosystem.NewBuilder()
		for i := range rows {
			if err := b.Entity(rows[(i+turn)%len(rows)]); err != nil {
				t.Fatalf("row %d: %v", i, err)
			}
		}
		e := b.Graph().Entities[0]
		if diff := cmp.Diff(want, e.Claims); diff != "" {
			t.Errorf("beginning with row %d: claims (-want +got):\n%s", turn, diff)
		}
		if e.Properties["level"] != "国家级" || e.NameEn != "A" {
			t.Errorf("beginning with row %d: level %s, English name %s", turn, e.Properties["level"], e.NameEn)
		}
		if diff := cmp.Diff(e, b.Graph().Entities[0]); diff != "" {
			t.Errorf("the same graph again (-first +second):\n%s", diff)
		}
	}
}

// A graph with claims that is joined with more rows keeps who said what.
func TestBuilderJoinsClaims(t *testing.T) {
	first := ecosystem.NewBuilder()
	for _, row := range []ecosystem.Entity{claimRow("省级", "", source("doc:a", 0.5)), claimRow("市级", "B", source("doc:b", 0.6))} {
		if err := first.Entity(row); err != nil {
			t.Fatal(err)
		}
	}
	second := ecosystem.NewBuilder()
	for _, row := range []ecosystem.Entity{first.Graph().Entities[0], claimRow("省级", "C", source("doc:c", 0.7))} {
		if err := second.Entity(row); err != nil {
			t.Fatal(err)
		}
	}
	e := second.Graph().Entities[0]
	want := []ecosystem.Claim{
		{"level", "省级", []ecosystem.Source{source("doc:c", 0.7), source("doc:a", 0.5)}},
		{"level", "市级", []ecosystem.Source{source("doc:b", 0.6)}},
		{"name_en", "C", []ecosystem.Source{source("doc:c", 0.7)}},
		{"name_en", "B", []ecosystem.Source{source("doc:b", 0.6), source("doc:a", 0.5)}},
	}
	if diff := cmp.Diff(want, e.Claims); diff != "" {
		t.Errorf("claims (-want +got):\n%s", diff)
	}
	problems := ecosystem.Validate(ecosystem.Graph{
		Documents: []ecosystem.Document{{ID: "doc:a", Title: "a"}, {ID: "doc:b", Title: "b"}, {ID: "doc:c", Title: "c"}},
		Entities:  []ecosystem.Entity{e},
	})
	if len(problems) > 0 {
		t.Errorf("the joined graph is not valid: %+v", problems)
	}
}

func TestBuilderJoinsLists(t *testing.T) {
	b := ecosystem.NewBuilder()
	for _, tags := range []string{"985;211", "双一流;211"} {
		err := b.Entity(ecosystem.Entity{
			ID: "org:a", Kind: ecosystem.University, Name: "甲", Properties: map[string]string{"tags": tags},
			Sources: []ecosystem.Source{source("doc:a", 1)},
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	e := b.Graph().Entities[0]
	if got := e.Properties["tags"]; got != "211;985;双一流" || len(e.Claims) > 0 {
		t.Errorf("tags %s, claims %+v", got, e.Claims)
	}
}

func TestValidateClaims(t *testing.T) {
	a, b := source("doc:a", 0.9), source("doc:b", 0.5)
	claims := func(change func(c []ecosystem.Claim)) []ecosystem.Claim {
		c := []ecosystem.Claim{{"level", "省级", []ecosystem.Source{a}}, {"level", "市级", []ecosystem.Source{b}}}
		change(c)
		return c
	}
	for name, test := range map[string]struct {
		claims []ecosystem.Claim
		want   string
	}{
		"sound":        {claims(func([]ecosystem.Claim) {}), ""},
		"other field":  {claims(func(c []ecosystem.Claim) { c[0].Field, c[1].Field = "grades", "grades" }), "grades"},
		"alone":        {claims(func(c []ecosystem.Claim) { c[1].Field = "website" }), "level"},
		"not the same": {claims(func(c []ecosystem.Claim) { c[0].Value = "国家级" }), "level"},
		"same value":   {claims(func(c []ecosystem.Claim) { c[1].Value = "省级" }), "level"},
		"no source":    {claims(func(c []ecosystem.Claim) { c[1].Sources = nil }), "level"},
		"strange source": {claims(func(c []ecosystem.Claim) {
			c[1].Sources = []ecosystem.Source{source("doc:b", 0.4)}
		}), "level"},
	} {
		e := claimRow("省级", "", a, b)
		e.Claims = test.claims
		problems := ecosystem.Validate(ecosystem.Graph{
			Documents: []ecosystem.Document{{ID: "doc:a", Title: "a"}, {ID: "doc:b", Title: "b"}}, Entities: []ecosystem.Entity{e},
		})
		if test.want == "" && len(problems) > 0 {
			t.Errorf("%s: %+v", name, problems)
		}
		if test.want != "" && !slices.ContainsFunc(problems, func(p ecosystem.Problem) bool { return p.Field == test.want && p.ID == e.ID }) {
			t.Errorf("%s: %+v, want a problem of the field %s", name, problems, test.want)
		}
	}
}
