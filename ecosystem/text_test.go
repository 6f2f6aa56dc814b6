package ecosystem_test

import (
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
)

func TestCheckText(t *testing.T) {
	for text, want := range map[string]string{
		"":                 "",
		"浙江大学":             "",
		"C++ (v2), “A;B”":  "",
		"全角\u3000空格":       "",
		"𠮷林":               "",
		" 浙江大学":            "begins or ends with a blank",
		"浙江大学\u00a0":       "begins or ends with a blank",
		"浙江\n大学":           "holds a line break",
		"浙江\r\n大学":         "holds a line break",
		"浙江\u200b大学":       "the invisible character U+200B",
		"\ufeff浙江大学":       "the invisible character U+FEFF",
		"a\x00b":           "the invisible character U+0000",
		"a\uffffb":         "the invisible character U+FFFF",
		"\xd5\xe3\xbd\xad": "is not UTF-8",
	} {
		err := ecosystem.CheckText(text)
		switch {
		case want == "" && err != nil:
			t.Errorf("CheckText(%q) = %v, want no error", text, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("CheckText(%q) = %v, want an error with %q", text, err, want)
		}
	}
}

func TestValidateTexts(t *testing.T) {
	tests := []struct {
		name    string
		breakIt func(g *ecosystem.Graph)
		field   string
	}{
		{"title", func(g *ecosystem.Graph) { g.Documents[0].Title = "规\n划" }, "title"},
		{"issuer", func(g *ecosystem.Graph) { g.Documents[0].Issuer = " x" }, "issuer"},
		{"link", func(g *ecosystem.Graph) { g.Documents[0].URL = "https://x\n" }, "url"},
		{"name", func(g *ecosystem.Graph) { entity(g, "org:zju").Name = "浙江\u200b大学" }, "name"},
		{"English name", func(g *ecosystem.Graph) { entity(g, "org:zju").NameEn = "x " }, "name_en"},
		{"two aliases in one", func(g *ecosystem.Graph) { entity(g, "org:zju").Aliases = []string{"浙大;求是"} }, "aliases"},
		{"empty alias", func(g *ecosystem.Graph) { entity(g, "org:zju").Aliases = []string{""} }, "aliases"},
		{"former name", func(g *ecosystem.Graph) { entity(g, "org:zju").FormerNames = []string{"a；b"} }, "former_names"},
		{"external id without scheme", func(g *ecosystem.Graph) { entity(g, "org:zju").ExternalIDs = []ecosystem.ExternalID{{"", "x"}} }, "external_ids"},
		{"external id with = in its scheme", func(g *ecosystem.Graph) { entity(g, "org:zju").ExternalIDs = []ecosystem.ExternalID{{"a=b", "x"}} }, "external_ids"},
		{"external id of two", func(g *ecosystem.Graph) { entity(g, "org:zju").ExternalIDs = []ecosystem.ExternalID{{"ror", "x;y"}} }, "external_ids"},
		{"property", func(g *ecosystem.Graph) { entity(g, "org:zju").Properties["category"] = "a\tb" }, "category"},
		{"empty property", func(g *ecosystem.Graph) { entity(g, "org:zju").Properties["category"] = "" }, "category"},
		{"note", func(g *ecosystem.Graph) { changeSource(g, func(s *ecosystem.Source) { s.Note = "a\nb" }) }, "note"},
		{"printed name", func(g *ecosystem.Graph) { changeSource(g, func(s *ecosystem.Source) { s.PrintedName = "a " }) }, "printed_name"},
		{"locator", func(g *ecosystem.Graph) { changeSource(g, func(s *ecosystem.Source) { s.Locator = "专栏3(1)" }) }, "locator"},
		{"way of knowing in Chinese", func(g *ecosystem.Graph) { changeSource(g, func(s *ecosystem.Source) { s.Known = "推得" }) }, "known"},
		{"status in Chinese", func(g *ecosystem.Graph) { entity(g, "org:zju").Status = "建成" }, "status"},
		{"status date without a status", func(g *ecosystem.Graph) { entity(g, "org:zju").StatusDate = "2021" }, "status_date"},
		{"label", func(g *ecosystem.Graph) { g.Relations[0].Label = "共\n建" }, "label"},
		{"value not canonical", func(g *ecosystem.Graph) { g.Relations[0].Type, g.Relations[0].Value = ecosystem.Targets, "2.60" }, "value"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := validGraph(t)
			test.breakIt(&g)
			problems := ecosystem.Validate(g)
			for _, p := range problems {
				if p.Field == test.field {
					return
				}
			}
			t.Errorf("no problem in column %s; have %+v", test.field, problems)
		})
	}
}

// changeSource gives the first entity a list of sources of its own.
func changeSource(g *ecosystem.Graph, change func(*ecosystem.Source)) {
	s := g.Entities[0].Sources[0]
	change(&s)
	g.Entities[0].Sources = []ecosystem.Source{s}
}
