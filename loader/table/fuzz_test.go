package table_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/innograph/innograph/ecosystem"
)

// Whatever a file holds, the reader neither fails nor loses a row without saying
// so, and places every problem within the file.
func fuzzReader(t *testing.T, name, text string) {
	records, problems := readAll(map[string]string{name: text})
	lines := strings.Count(text, "\n") + 1
	for _, p := range problems.List {
		if p.Row < 0 || p.Row > lines {
			t.Errorf("%v: the file has %d lines only", p, lines)
		}
		if !utf8.ValidString(p.Message) && utf8.ValidString(text) {
			t.Errorf("a message is not UTF-8: %q", p.Message)
		}
	}
	if records.Incomplete && len(problems.List) == 0 {
		t.Error("rows are missing, but there is no problem")
	}
	seen := 0 // rows come in the order of the file
	for _, e := range records.Entities {
		if e.Row <= seen || e.Row > lines {
			t.Errorf("row %d comes after row %d of %d lines", e.Row, seen, lines)
		}
		seen = e.Row
		if len(problems.List) > 0 {
			continue
		}
		if _, ok := ecosystem.ParseKind(string(e.Kind)); !ok || e.ID == "" || e.Name == "" || len(e.Sources) != 1 {
			t.Errorf("without a problem, row %d gave %+v", e.Row, e.Entity)
		}
	}
}

func FuzzReadCSV(f *testing.F) {
	head := "id,kind,name,aliases,region,status,tags,lat,external_ids,document,locator,known,confidence,date\n"
	for _, text := range []string{
		"", "\n", "\ufeff", head, head + "org:zju,UNIVERSITY,浙江大学,浙大;ZJU,杭州,BUILT,985;211,30.3,ror=x,doc:a,专栏3（1）,STATED,0.9,2021-06\n",
		head + "\n\norg:a,高校,\"a\nb\",,,,,,,doc:a,,,,\n\norg:b,高校,b,,,,,,,doc:a,,,,\n", head + "\"", head + "a\"b,c\n\"x\"y\n",
		"id;kind;name\n", "id,id,名称,,x\n1,2,3,4,5,6\n", "\xff\xfei\x00d\x00", "PK\x03\x04", "id,kind,name,document\n\xd5\xe3,\xe4,\"\",\n",
		"id,kind,name,document\r\n\r\norg:a,UNIVERSITY,\"a\r\nb\",doc:x\r\n", "id,kind,name,document\norg:a,UNIVERSITY,a,doc:x,,\n,,,\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { fuzzReader(t, "entities.csv", text) })
}

func FuzzReadJSONLines(f *testing.F) {
	for _, text := range []string{
		"", "\n", "{}", `{"id":"org:a","kind":"高校","name":"a","document":"doc:a"}` + "\n\n" + `{"id":1,"aliases":["a",";"],"x":null}`,
		`{"id":["a",1]}`, "[1]\n{", "null", `{"id":{"a":{}}}`, "\ufeff{}", "\xff", `{"confidence":1e400}`, `{"id":"a"}{"id":"b"}`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { fuzzReader(t, "entities.jsonl", text) })
}

// FuzzReadWorkbook changes the bytes of a workbook; most of what comes of it is
// no workbook any more, and is to be refused with a problem.
func FuzzReadWorkbook(f *testing.F) {
	var book bytes.Buffer
	file := excelize.NewFile()
	for at, text := range map[string]string{
		"A1": "id", "B1": "kind", "C1": "name", "D1": "document", "A2": "org:a", "B2": "高校", "C2": "甲大学", "D2": "doc:a", "A9": "org:b", "E2": "beyond",
	} {
		if err := file.SetCellStr("Sheet1", at, text); err != nil {
			f.Fatal(err)
		}
	}
	if err := errors.Join(file.SetSheetName("Sheet1", "entities"), file.Write(&book), file.Close()); err != nil {
		f.Fatal(err)
	}
	f.Add(book.String())
	f.Add("PK\x03\x04")
	f.Add("")
	f.Fuzz(func(t *testing.T, content string) {
		if len(content) > 64<<10 {
			return
		}
		records, problems := readAll(map[string]string{"tables.xlsx": content})
		if records.Incomplete && len(problems.List) == 0 {
			t.Error("rows are missing, but there is no problem")
		}
		if len(records.Entities) == 0 && len(problems.List) == 0 && len(records.Documents)+len(records.Relations) == 0 {
			if _, err := excelize.OpenReader(strings.NewReader(content)); err != nil {
				t.Errorf("a file that is no workbook passes: %v", err)
			}
		}
	})
}
