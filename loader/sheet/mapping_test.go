package sheet

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
)

const wholeMapping = `# 平台名单
document:
  id: doc:my-list
  title: 平台名单
  issuer: 临沂市科学技术局
  date: 2023年5月
  url: https://example.org/list
confidence: 0.8
sheets:
  - sheet: 平台
    header: 3-4
    kind: 创新平台
    columns:
      name: 我们的平台
      host: [谁牵头, 谁负责]
      builders: C
      properties:
        level: 档次
    ignore: [内部编号]
  - sheet: 旧
    skip: true
`

func TestReadMapping(t *testing.T) {
	got, err := ReadMapping("map.yaml", []byte(wholeMapping))
	if err != nil {
		t.Fatal(err)
	}
	want := &Mapping{
		name: "map.yaml", confidence: 0.8,
		document: ecosystem.Document{ID: "doc:my-list", Title: "平台名单", Issuer: "临沂市科学技术局", Date: "2023-05", URL: "https://example.org/list"},
		sheets: []sheetRule{
			{line: 10, sheet: "平台", first: 3, last: 4, kind: ecosystem.Platform, columns: []columnRule{
				{line: 14, role: roleName, headers: []string{"我们的平台"}},
				{line: 15, role: roleHost, headers: []string{"谁牵头", "谁负责"}},
				{line: 16, role: roleBuilders, headers: []string{"C"}},
				{line: 18, role: roleProperty, property: "level", headers: []string{"档次"}},
				{line: 19, role: roleIgnore, headers: []string{"内部编号"}},
			}},
			{line: 20, sheet: "旧", skip: true},
		},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(Mapping{}, sheetRule{}, columnRule{})); diff != "" {
		t.Errorf("mapping (-want +got):\n%s", diff)
	}
	if !strings.Contains(wholeMapping, string(roleHost)) || got.ruleFor("平台").kind != ecosystem.Platform || got.ruleFor("别的").kind != "" {
		t.Error("a rule for one sheet is taken for another")
	}
}

func TestMappingMistakes(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"unknown key":          {"sheeets: []\n", `map.yaml: line 1: unknown key "sheeets"; did you mean sheets?`},
		"key of another level": {"columns:\n  name: x\n", `unknown key "columns"; there are document, confidence, sheets`},
		"unknown role":         {"sheets:\n  - columns:\n      hots: 依托\n", `map.yaml: line 3: unknown key "hots"; did you mean host?`},
		"unknown property":     {"sheets:\n  - columns:\n      properties:\n        grad: x\n", `line 4: unknown key "grad"; did you mean grade?`},
		"unknown kind":         {"sheets:\n  - kind: PLATFORN\n", `line 2: "PLATFORN" is no kind; did you mean PLATFORM?`},
		"header":               {"sheets:\n  - header: third\n", "line 2: write the row of the header"},
		"header upside down":   {"sheets:\n  - header: 4-3\n", "line 2: write the row of the header"},
		"sure":                 {"confidence: 1\n", "line 1: write a number above 0 and below 1"},
		"not a list":           {"sheets: 平台\n", "line 1: write a list here"},
		"not a text":           {"sheets:\n  - sheet: [a]\n", "line 2: write a text here"},
		"one name only":        {"sheets:\n  - columns:\n      name: [a, b]\n", "line 3: name takes one column only"},
		"key twice":            {"confidence: 0.5\nconfidence: 0.6\n", "confidence"},
		"sheet twice":          {"sheets:\n  - sheet: a\n  - sheet: a\n", `line 3: the sheet "a" stands twice`},
		"document id":          {"document: {id: my-list}\n", "line 1: the id of a document begins with doc:"},
		"document date":        {"document: {date: May}\n", `not "May"`},
		"document link":        {"document: {url: www.a.cn}\n", "http://"},
		"skip":                 {"sheets:\n  - skip: maybe\n", "write true or false"},
		"no YAML":              {"sheets: [\n", "map.yaml: "},
		"two documents":        {"confidence: 0.5\n---\nconfidence: 0.6\n", "one document only"},
		"a text":               {"hello\n", "write keys with values here"},
		"all at once":          {"sheeets: []\nconfidence: 2\n", "line 2: write a number"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ReadMapping("map.yaml", []byte(c.text))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("error %v, want in it %q", err, c.want)
			}
			if ecosystem.CodeOf(err) != ecosystem.CodeBadInput {
				t.Errorf("code %s", ecosystem.CodeOf(err))
			}
		})
	}
	for _, text := range []string{"", "# nothing\n", "sheets: []\n"} {
		if _, err := ReadMapping("map.yaml", []byte(text)); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestMappingIsHeldAgainstTheSheet(t *testing.T) {
	content := workbookOf(t, sheetOf{name: "平台", rows: [][]any{{"我们的平台", "牵头方"}, {"甲实验室", "浙江大学"}}})
	for name, c := range map[string]struct{ mapping, want string }{
		"no such sheet":  {"sheets:\n  - sheet: 平合\n    kind: PLATFORM\n", `map.yaml: line 2: no file has a sheet "平合"; did you mean 平台?`},
		"no such column": {"sheets:\n  - sheet: 平台\n    columns:\n      name: 我们的平台\n      host: 牵头放\n", `x.xlsx[平台]: it has no column "牵头放" (map.yaml, line 5); did you mean 牵头方?`},
		"no such row":    {"sheets:\n  - sheet: 平台\n    header: 9\n", "row 9 (map.yaml, line 2), but the sheet has 2 rows"},
		"nowhere":        {"sheets:\n  - columns:\n      name: 我们的平台\n      host: 牵头放\n", `map.yaml: line 4: no sheet has a column "牵头放"; did you mean 牵头方?`},
		"no name":        {"sheets:\n  - sheet: 平台\n    header: 1\n    columns:\n      host: 牵头方\n", "none of its columns names what the rows are about"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := tryImport(t, "x.xlsx", content, c.mapping)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("error %v, want in it %q", err, c.want)
			}
		})
	}
	good := "sheets:\n  - sheet: 平台\n    kind: PLATFORM\n    columns:\n      name: 我们的平台\n      host: B\n"
	want := []string{
		"平台!2 platform:jia-shi-yan-shi PLATFORM 甲实验室 rule:sheet-new",
		"平台!2 HOSTED_BY platform:jia-shi-yan-shi → org:zju",
	}
	if diff := cmp.Diff(want, said(importOf(t, "x.xlsx", content, good))); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
}
