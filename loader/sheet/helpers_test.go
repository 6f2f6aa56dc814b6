package sheet

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/innograph/innograph/ecosystem"
)

// knownGraph is a small data set that names are resolved against.
func knownGraph(t testing.TB) ecosystem.Graph {
	t.Helper()
	b := ecosystem.NewBuilder()
	source := []ecosystem.Source{{Document: "doc:known", Known: ecosystem.Stated, Confidence: 0.9}}
	if err := b.Document(ecosystem.Document{ID: "doc:known", Title: "已有名录"}); err != nil {
		t.Fatal(err)
	}
	for _, e := range []ecosystem.Entity{
		{ID: "region:370000", Kind: ecosystem.Region, Name: "山东省", Properties: map[string]string{"code": "370000"}},
		{ID: "region:371300", Kind: ecosystem.Region, Name: "临沂市", Properties: map[string]string{"code": "371300"}},
		{ID: "region:371302", Kind: ecosystem.Region, Name: "兰山区", Properties: map[string]string{"code": "371302"}},
		{ID: "region:371312", Kind: ecosystem.Region, Name: "河东区", Properties: map[string]string{"code": "371312"}},
		{ID: "region:330000", Kind: ecosystem.Region, Name: "浙江省", Properties: map[string]string{"code": "330000"}},
		{ID: "region:330100", Kind: ecosystem.Region, Name: "杭州市", Properties: map[string]string{"code": "330100"}},
		{ID: "org:zju", Kind: ecosystem.University, Name: "浙江大学", Aliases: []string{"浙大"}},
		{ID: "org:lyu", Kind: ecosystem.University, Name: "临沂大学"},
		{ID: "org:ly-aas", Kind: ecosystem.ResearchInstitute, Name: "临沂市农业科学院"},
		{ID: "org:baimahu", Kind: ecosystem.ResearchInstitute, Name: "白马湖实验室"},
		{ID: "org:a-firm", Kind: ecosystem.Enterprise, Name: "山东甲乙机械有限公司"},
		{ID: "org:b-firm", Kind: ecosystem.Enterprise, Name: "山东甲丙机械有限公司"},
		{ID: "platform:silicon", Kind: ecosystem.Platform, Name: "硅材料国家重点实验室"},
		{ID: "field:mat", Kind: ecosystem.TechnologyField, Name: "新材料"},
		{ID: "field:wood", Kind: ecosystem.TechnologyField, Name: "木业"},
		{ID: "field:bio", Kind: ecosystem.TechnologyField, Name: "生物制药"},
	} {
		e.Sources = source
		if err := b.Entity(e); err != nil {
			t.Fatal(err)
		}
	}
	for _, ends := range [][2]string{
		{"region:371300", "region:370000"}, {"region:371302", "region:371300"}, {"region:371312", "region:371300"}, {"region:330100", "region:330000"},
	} {
		b.Relation(ecosystem.Relation{Type: ecosystem.PartOf, From: ends[0], To: ends[1], Sources: source})
	}
	return b.Graph()
}

// sheetOf is a sheet to be made: rows of cells, nil for blank ones, and merged
// ranges.
type sheetOf struct {
	name   string
	rows   [][]any
	merged []string // A1:B2
	hidden bool
}

func workbookOf(t testing.TB, sheets ...sheetOf) []byte {
	t.Helper()
	file := excelize.NewFile()
	defer func() { _ = file.Close() }()
	check := func(err error) {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
	}
	for i, s := range sheets {
		if i == 0 {
			check(file.SetSheetName(file.GetSheetName(0), s.name))
		} else {
			_, err := file.NewSheet(s.name)
			check(err)
		}
		for r, row := range s.rows {
			for c, value := range row {
				if value != nil && value != "" {
					check(file.SetCellValue(s.name, cellName(r, c), value))
				}
			}
		}
		for _, m := range s.merged {
			from, to, _ := strings.Cut(m, ":")
			check(file.MergeCell(s.name, from, to))
		}
		if s.hidden {
			check(file.SetSheetVisible(s.name, false))
		}
	}
	var out bytes.Buffer
	check(file.Write(&out))
	return out.Bytes()
}

// importOf imports one file.
func importOf(t testing.TB, name string, content []byte, mapping string) *Import {
	t.Helper()
	imported, err := tryImport(t, name, content, mapping)
	if err != nil {
		t.Fatal(err)
	}
	return imported
}

func tryImport(t testing.TB, name string, content []byte, mapping string) (*Import, error) {
	t.Helper()
	var m *Mapping
	if mapping != "" {
		var err error
		if m, err = ReadMapping("map.yaml", []byte(mapping)); err != nil {
			t.Fatal(err)
		}
	}
	return Read(t.Context(), []Input{{Name: name, Content: content}}, m, knownGraph(t))
}

// said writes what rows say in lines that a person can compare.
func said(i *Import) []string {
	var out []string
	r := i.Records()
	for _, e := range r.Entities {
		s := e.Sources[0]
		parts := []string{s.Locator, e.ID, string(e.Kind), e.Name, e.NameEn, strings.Join(e.Aliases, "|"), string(e.Status), e.StatusDate}
		var properties []string
		for name, value := range e.Properties {
			properties = append(properties, name+"="+value)
		}
		slices.Sort(properties)
		parts = append(parts, properties...)
		for _, x := range e.ExternalIDs {
			parts = append(parts, x.Scheme+":"+x.Value)
		}
		if s.PrintedName != "" {
			parts = append(parts, "printed "+s.PrintedName)
		}
		out = append(out, strings.Join(slices.DeleteFunc(append(parts, s.Note), func(p string) bool { return p == "" }), " "))
	}
	for _, rel := range r.Relations {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s → %s %s", rel.Sources[0].Locator, rel.Type, rel.From, rel.To, rel.Label)))
	}
	return out
}

// remarksOf lists what is said of cells: place, outcome and reason, for those of
// the outcomes that are asked for.
func remarksOf(i *Import, outcomes ...Outcome) []string {
	var out []string
	for _, m := range i.Remarks(0) {
		if slices.Contains(outcomes, m.Outcome) {
			_, at, _ := strings.Cut(m.Place, "]")
			out = append(out, strings.TrimPrefix(at, "!")+" "+m.Reason)
		}
	}
	return out
}
