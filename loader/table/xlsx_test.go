package table_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/innograph/innograph/ecosystem"
)

// workbook makes a workbook as a person would: cells hold what Excel makes of
// what is typed.
func workbook(t *testing.T, sheets map[string][][]any) string {
	t.Helper()
	book := excelize.NewFile() // with an empty Sheet1, which is no table and does no harm
	for name, rows := range sheets {
		if _, err := book.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			cell, err := excelize.CoordinatesToCellName(1, i+1)
			if err != nil {
				t.Fatal(err)
			}
			if err := book.SetSheetRow(name, cell, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestReadWorkbook(t *testing.T) {
	text := workbook(t, map[string][][]any{
		"entities.高校": {
			{"id", "kind", "name", "lat", "document", "confidence"},
			{},
			{"org:zju", "高校", "浙江大学", 30.30, "doc:list", 0.1},
		},
		"Sources": {{"document", "title", "date"}, {"doc:list", "名单", 2022}},
	})
	records := read(t, map[string]string{"表格.xlsx": text})
	want := ecosystem.Entity{
		ID: "org:zju", Kind: ecosystem.University, Name: "浙江大学", Properties: map[string]string{"lat": "30.3"},
		Sources: []ecosystem.Source{{Document: "doc:list", Known: ecosystem.Stated, Confidence: 0.1}},
	}
	if diff := cmp.Diff(want, records.Entities[0].Entity); diff != "" {
		t.Errorf("entity (-want +got):\n%s", diff)
	}
	if got := records.Entities[0].String(); got != "表格.xlsx[entities.高校]:3" {
		t.Errorf("the entity stands at %s", got)
	}
	if got := records.Documents[0].Date; got != "2022" {
		t.Errorf("the date of the document is %q", got)
	}
}

func TestWorkbookProblems(t *testing.T) {
	head := []any{"id", "kind", "name", "document"}
	tests := map[string]struct {
		sheets map[string][][]any
		want   []string
	}{
		"no table": {
			map[string][][]any{"名单": {{"x"}}},
			[]string{
				"b.xlsx: the workbook holds no table; its sheets must be named sources, entities and relations",
				"b.xlsx[名单]: the sheet is named like no table; name it sources, entities or relations, or delete it",
			},
		},
		"title above the header": {
			map[string][][]any{"entities": {{}, head}},
			[]string{"b.xlsx[entities]:2: the header must stand in row 1"},
		},
		"cells beyond the header and a bad kind": {
			map[string][][]any{"entities": {head, {"org:a", "高教", "甲", "doc:x"}, {"org:b", "高校", "乙", "doc:x", "备注", 1}}},
			[]string{
				`b.xlsx[entities]:2: kind: "高教" is no kind of entity (类型); did you mean UNIVERSITY 高校?`,
				"b.xlsx[entities]:3: 2 cells stand to the right of the last header",
			},
		},
		"missing column": {
			map[string][][]any{"entities": {{"id", "kind", "name"}, {"org:a", "高校", "甲"}}},
			[]string{"b.xlsx[entities]:1: the column document (来源文件) is missing; the table entities needs it"},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, problems := readAll(map[string]string{"b.xlsx": workbook(t, test.sheets)})
			err := problems.Err()
			if err == nil {
				t.Fatal("no problem was found")
			}
			if diff := cmp.Diff(test.want, strings.Split(err.Error(), "\n")); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}
