package table_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/table"
)

func read(t *testing.T, files map[string]string) table.Records {
	t.Helper()
	records, problems := readAll(files)
	if err := problems.Err(); err != nil {
		t.Fatalf("unexpected problems:\n%v", err)
	}
	return records
}

func readAll(files map[string]string) (table.Records, *table.Problems) {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	var problems table.Problems
	records := table.Read(&problems, table.Source{FS: fsys})
	return records, &problems
}

// The same rows, as CSV and as JSON Lines, are the same records.
func TestReadEntityRow(t *testing.T) {
	want := ecosystem.Entity{
		ID: "org:zju", Kind: ecosystem.University, Name: "浙江大学", NameEn: "Zhejiang University",
		Aliases: []string{"浙大", "ZJU"}, FormerNames: []string{"求是书院"},
		Status: ecosystem.Built, StatusDate: "2021-06",
		ExternalIDs: []ecosystem.ExternalID{{Scheme: "ror", Value: "00a2xv884"}, {Scheme: "url", Value: "a=b"}},
		Properties:  map[string]string{"tags": "985;211", "lat": "30.3"},
		Sources: []ecosystem.Source{{
			Document: "doc:list", Locator: "专栏3（1）", Known: ecosystem.Implied, Confidence: 0.8, Date: "2022-01-05", PrintedName: "浙江大学。", Note: "a, b",
		}},
	}
	region := ecosystem.Relation{Type: ecosystem.LocatedIn, From: "org:zju", To: "杭州", Sources: []ecosystem.Source{{
		Document: "doc:list", Locator: "专栏3（1）", Known: ecosystem.Implied, Confidence: 0.8, Date: "2022-01-05",
	}}}
	for name, text := range map[string]string{
		"entities.csv": "\ufeffID,kind,Name,name_en,aliases,former_names,region,status,status_date,external_ids,tags,lat,document,locator,known,confidence,date,printed_name,note\r\n" +
			"org:zju,高校, 浙江大学 ,Zhejiang University,浙大； ZJU;浙大,求是书院,杭州,建成,2021年6月,ror=00a2xv884;url = a=b,985;211,30.30,doc:list, 专栏3 (1),推得,,2022/1/5,浙江大学。,\"a, b\"\r\n",
		"entities.jsonl": "\ufeff" + `{"id":"org:zju","kind":"University","name":"浙江大学","name_en":"Zhejiang University","aliases":["浙大","ZJU"],"former_names":"求是书院",` +
			`"region":"杭州","status":"built","status_date":"2021.06","external_ids":["ror=00a2xv884","url=a=b"],"tags":"985;211","lat":30.3,` +
			`"document":"doc:list","locator":"专栏3（1）","known":"IMPLIED","confidence":null,"date":"2022-01-05","printed_name":"浙江大学。","note":"a, b"}`,
	} {
		t.Run(name, func(t *testing.T) {
			records := read(t, map[string]string{name: text})
			if diff := cmp.Diff(want, records.Entities[0].Entity); diff != "" {
				t.Errorf("entity (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(region, records.Relations[0].Relation); diff != "" {
				t.Errorf("relation of the column region (-want +got):\n%s", diff)
			}
			if got := records.Relations[0].Column("to"); got != "region" {
				t.Errorf("its end stands in the column %q, want region", got)
			}
		})
	}
}

func TestReadRelationAndDocumentRows(t *testing.T) {
	records := read(t, map[string]string{
		"sources.csv": "document,title,issuer,date,url\ndoc:list,名单,教育部,2022,https://example.org\n",
		"relations.csv": "type,from,to,weight,label,strength,year,value,unit,status,document\n" +
			"目标,policy:p,研发投入强度,0.5,提高到,联合攻关,2025,2.60,%,规划,名单\n",
	})
	wantDocument := ecosystem.Document{ID: "doc:list", Title: "名单", Issuer: "教育部", Date: "2022", URL: "https://example.org"}
	if diff := cmp.Diff(wantDocument, records.Documents[0].Document); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
	want := ecosystem.Relation{
		Type: ecosystem.Targets, From: "policy:p", To: "研发投入强度", Weight: 0.5, Label: "提高到", Strength: "联合攻关",
		Year: 2025, Value: "2.6", Unit: "%", Status: ecosystem.Planned,
		Sources: []ecosystem.Source{{Document: "名单", Known: ecosystem.Stated, Confidence: 1}},
	}
	if diff := cmp.Diff(want, records.Relations[0].Relation); diff != "" {
		t.Errorf("relation (-want +got):\n%s", diff)
	}
}

// Rows are numbered as Excel numbers them: the header is 1, blank rows count,
// and a cell of several lines is still one row.
func TestRowNumbers(t *testing.T) {
	head := "id,kind,name,document,note\n"
	row := func(id string) string { return id + ",REGION,x,doc:a,\n" }
	tests := map[string]struct {
		text string
		want map[string]int
	}{
		"plain":           {head + row("a") + row("b"), map[string]int{"a": 2, "b": 3}},
		"blank rows":      {head + "\n" + row("a") + ",,,,\n\n\n" + row("b"), map[string]int{"a": 3, "b": 7}},
		"lines in a cell": {head + "a,REGION,x,doc:a,\"1\n2\n\n3\"\n" + row("b") + "\n" + row("c"), map[string]int{"a": 2, "b": 3, "c": 5}},
		"carriage return": {strings.ReplaceAll(head+"\n"+row("a")+row("b"), "\n", "\r\n"), map[string]int{"a": 3, "b": 4}},
		"blank top":       {"\n\n" + head + row("a"), map[string]int{"a": 4}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := map[string]int{}
			for _, e := range read(t, map[string]string{"entities.csv": test.text}).Entities {
				got[e.ID] = e.Row
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("rows (-want +got):\n%s", diff)
			}
		})
	}
}

func TestReadAllFilesOfATable(t *testing.T) {
	head := "id,kind,name,document\n"
	records := read(t, map[string]string{
		"entities.csv":              head + "org:a,UNIVERSITY,a,doc:x\n",
		"entities.universities.csv": head + "org:b,UNIVERSITY,b,doc:x\n",
		"Entities.More.CSV":         head + "org:c,UNIVERSITY,c,doc:x\n",
		"entities.jsonl":            `{"id":"org:d","kind":"UNIVERSITY","name":"d","document":"doc:x"}`,
		"README.md":                 "not a table",
		"old/entities.csv":          head + "org:e,UNIVERSITY,e,doc:x\n",
		".entities.csv.swp":         "x",
	})
	got := map[string]string{}
	for _, e := range records.Entities {
		got[e.ID] = e.String()
	}
	want := map[string]string{
		"org:a": "entities.csv:2", "org:b": "entities.universities.csv:2", "org:c": "Entities.More.CSV:2", "org:d": "entities.jsonl:1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("entities and their places (-want +got):\n%s", diff)
	}
}

func TestProblemsAreBounded(t *testing.T) {
	rows := strings.Repeat("x,NOTHING,x,doc:x\n", table.MaxProblems+5)
	_, problems := readAll(map[string]string{"entities.csv": "id,kind,name,document\n" + rows})
	err := problems.Err()
	if len(problems.List) != table.MaxProblems || problems.More != 5 {
		t.Errorf("%d problems and %d more, want %d and 5", len(problems.List), problems.More, table.MaxProblems)
	}
	if !strings.HasSuffix(err.Error(), "\n… and 5 more problems") {
		t.Errorf("the last line is %q", err.Error()[strings.LastIndex(err.Error(), "\n")+1:])
	}
	if code := ecosystem.CodeOf(fmt.Errorf("load: %w", err)); code != ecosystem.CodeInvalidData {
		t.Errorf("code %s, want INVALID_DATA", code)
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	text := "document,title\ndoc:a,甲\n"
	for _, name := range []string{"sources.csv", "sources.more.csv", "notes.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]int{"": 2, "sources.csv": 1} {
		source, err := table.Open(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		var problems table.Problems
		records := table.Read(&problems, source)
		if problems.Err() != nil || len(records.Documents) != want {
			t.Errorf("%q: %d documents and problems %v, want %d", name, len(records.Documents), problems.List, want)
		} else if file := records.Documents[0].File; file != filepath.ToSlash(filepath.Join(dir, "sources.csv")) {
			t.Errorf("%q: rows are said to be of %s", name, file)
		}
	}
	source, err := table.Open(filepath.Join(dir, "notes.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var problems table.Problems
	if table.Read(&problems, source); problems.Err() == nil {
		t.Error("a text file was taken for a table")
	}
	missing := filepath.Join(dir, "missing")
	if _, err := table.Open(missing); ecosystem.CodeOf(err) != ecosystem.CodeBadInput || !strings.Contains(err.Error(), missing+": there is no such file or folder") {
		t.Errorf("a missing folder gives %v", err)
	}
}

// What a cell holds cannot break the list of one line per problem.
func TestProblemsAreLines(t *testing.T) {
	_, problems := readAll(map[string]string{
		"entities.csv": "id,kind,name,document,\"col\nour\"\norg:a,\"UNI\n\x07\",a,doc:x,\norg:b," + strings.Repeat("长", 5000) + ",a,doc:x,\n",
	})
	lines := strings.Split(problems.Err().Error(), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d lines, want 3:\n%s", len(lines), strings.Join(lines, "\n"))
	}
	for _, line := range lines {
		if len(line) > 1100 || strings.ContainsFunc(line, func(r rune) bool { return r < ' ' }) {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
	if !strings.Contains(lines[0], "col our: unknown column") {
		t.Errorf("the first line is %q", lines[0])
	}
}

// TestRowsReadElsewhere: rows that another reader made are read like those of
// files, and stay as they were for a second reading.
func TestRowsReadElsewhere(t *testing.T) {
	rows := table.Records{
		Entities: []table.EntityRecord{{
			Place:  table.Place{File: "list.xlsx[平台]", Row: 5},
			Entity: ecosystem.Entity{ID: "org:zju", Sources: []ecosystem.Source{{Document: "doc:list"}}},
		}},
		Relations: []table.RelationRecord{{Place: table.Place{File: "list.xlsx[平台]", Row: 5}, Relation: ecosystem.Relation{Sources: []ecosystem.Source{{Document: "doc:list"}}}}},
	}
	var problems table.Problems
	records := table.Read(&problems, table.Source{Rows: &rows}, table.Source{Rows: &rows})
	if len(records.Entities) != 2 || len(records.Relations) != 2 || len(problems.List) > 0 || records.Entities[0].Row != 5 {
		t.Fatalf("records %+v, problems %v", records, problems.List)
	}
	records.Entities[0].Sources[0].Document = "doc:other"
	records.Relations[0].Sources[0].Document = "doc:other"
	if rows.Entities[0].Sources[0].Document != "doc:list" || rows.Relations[0].Sources[0].Document != "doc:list" {
		t.Error("what is done with the records changes the rows that were given")
	}
}

func TestIsTable(t *testing.T) {
	for name, want := range map[string]bool{"d/entities.csv": true, "Entities.universities.csv": true, "sources.jsonl": true, "名单.csv": false, "entity.csv": false} {
		if got := table.IsTable(name, nil); got != want {
			t.Errorf("IsTable(%s) = %v", name, got)
		}
	}
	if !table.IsTable("名单.xlsx", []string{"封面", "relations.hosted_by"}) || table.IsTable("名单.xlsx", []string{"封面", "平台"}) {
		t.Error("the sheets of a workbook are not looked at")
	}
}
