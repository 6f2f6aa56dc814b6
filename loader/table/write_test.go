package table_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/table"
)

// small is a graph with one of each case that the layout of the tables treats
// on its own.
func small() ecosystem.Graph {
	list := ecosystem.Source{Document: "doc:list", Locator: "专栏3（1）", Known: ecosystem.Stated, Confidence: 1, PrintedName: "浙大", Note: "a, b"}
	plan := ecosystem.Source{Document: "doc:plan", Known: ecosystem.Curated, Confidence: 0.5}
	place := list
	place.PrintedName, place.Note = "", ""
	return ecosystem.Graph{
		Documents: []ecosystem.Document{{ID: "doc:list", Title: "名单"}, {ID: "doc:plan", Title: "规划", Date: "2021"}},
		Entities: []ecosystem.Entity{
			{ID: "region:330100", Kind: ecosystem.Region, Name: "杭州市", Properties: map[string]string{"code": "330100"}, Sources: []ecosystem.Source{plan}},
			{ID: "discipline:0811", Kind: ecosystem.Discipline, Name: "控制科学", Sources: []ecosystem.Source{plan}},
			{
				ID: "org:zju", Kind: ecosystem.University, Name: "浙江大学", Aliases: []string{"ZJU", "浙大"},
				ExternalIDs: []ecosystem.ExternalID{{Scheme: "ror", Value: "x"}}, Sources: []ecosystem.Source{list, plan},
			},
		},
		Relations: []ecosystem.Relation{
			{Type: ecosystem.LocatedIn, From: "org:zju", To: "region:330100", Weight: 1, Sources: []ecosystem.Source{place}},
			{Type: ecosystem.StrongIn, From: "org:zju", To: "discipline:0811", Weight: 0.9, Strength: "A", Year: 2017, Sources: []ecosystem.Source{plan, place}},
			{Type: ecosystem.AppliesTo, From: "discipline:0811", To: "field:x", Weight: 0.4, Sources: []ecosystem.Source{plan}},
		},
	}
}

func TestWriteCSV(t *testing.T) {
	want := map[string]string{
		"sources.csv": "document,title,issuer,date,url\ndoc:list,名单,,,\ndoc:plan,规划,,2021,\n",
		"entities.csv": `id,kind,name,name_en,aliases,former_names,region,status,status_date,external_ids,code,printed_name,document,locator,known,confidence,note
org:zju,UNIVERSITY,浙江大学,,ZJU;浙大,,region:330100,,,ror=x,,浙大,doc:list,专栏3（1）,STATED,1,"a, b"
org:zju,UNIVERSITY,浙江大学,,,,,,,,,,doc:plan,,CURATED,0.5,
discipline:0811,DISCIPLINE,控制科学,,,,,,,,,,doc:plan,,CURATED,0.5,
region:330100,REGION,杭州市,,,,,,,,330100,,doc:plan,,CURATED,0.5,
`,
		"relations.csv": `type,from,to,weight,label,strength,year,status,document,locator,known,confidence,note
STRONG_IN,org:zju,discipline:0811,,,A,2017,,doc:plan,,CURATED,0.5,
STRONG_IN,org:zju,discipline:0811,,,A,2017,,doc:list,专栏3（1）,STATED,1,
APPLIES_TO,discipline:0811,field:x,0.4,,,,,doc:plan,,CURATED,0.5,
`,
	}
	dir := filepath.Join(t.TempDir(), "new", "folder")
	if err := table.Write(dir, small(), table.Options{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, filesOf(t, dir)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestWriteSplitWithByteOrderMark(t *testing.T) {
	dir := t.TempDir()
	if err := table.Write(dir, small(), table.Options{Split: true, BOM: true}); err != nil {
		t.Fatal(err)
	}
	files := filesOf(t, dir)
	if got, want := files["entities.region.csv"], "\ufeffid,kind,name,name_en,aliases,former_names,region,status,status_date,external_ids,code,document,locator,known,confidence,note\n"+
		"region:330100,REGION,杭州市,,,,,,,,330100,doc:plan,,CURATED,0.5,\n"; got != want {
		t.Errorf("entities.region.csv:\n%s\nwant:\n%s", got, want)
	}
	var names []string
	for name, text := range files {
		names = append(names, name)
		if !strings.HasPrefix(text, "\ufeff") {
			t.Errorf("%s has no byte order mark", name)
		}
	}
	want := map[string]bool{
		"sources.csv": true, "entities.university.csv": true, "entities.discipline.csv": true, "entities.region.csv": true,
		"relations.strong_in.csv": true, "relations.applies_to.csv": true,
	}
	if diff := cmp.Diff(want, set(names)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestWriteJSONLines(t *testing.T) {
	dir := t.TempDir()
	if err := table.Write(dir, small(), table.Options{Format: table.JSONLines}); err != nil {
		t.Fatal(err)
	}
	want := `{"document":"doc:list","title":"名单"}` + "\n" + `{"date":"2021","document":"doc:plan","title":"规划"}` + "\n"
	if got := filesOf(t, dir)["sources.jsonl"]; got != want {
		t.Errorf("sources.jsonl:\n%swant:\n%s", got, want)
	}
}

// Tables that are already there would be read together with the new ones.
func TestWriteRefusesFurtherTables(t *testing.T) {
	for _, name := range []string{"entities.old.csv", "Relations.CSV", "sources.jsonl", "book.xlsx"} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, name), []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		err := table.Write(dir, small(), table.Options{})
		if ecosystem.CodeOf(err) != ecosystem.CodeBadInput || !strings.Contains(err.Error(), "already holds "+name) {
			t.Errorf("beside %s: %v", name, err)
		}
		if diff := cmp.Diff(map[string]string{name: "old"}, filesOf(t, dir)); diff != "" {
			t.Errorf("beside %s the folder changed (-want +got):\n%s", name, diff)
		}
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "README.md"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 { // what was written before is replaced
		if err := table.Write(dir, small(), table.Options{}); err != nil {
			t.Errorf("beside a README: %v", err)
		}
	}
}

// A failure leaves the old tables as they were, and nothing half-written.
func TestWriteIsAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	if err := table.Write(dir, small(), table.Options{Format: table.XLSX}); err != nil {
		t.Fatal(err)
	}
	before := filesOf(t, dir)
	g := small()
	g.Entities[0].Name = strings.Repeat("长", 40000)
	err := table.Write(dir, g, table.Options{Format: table.XLSX})
	if ecosystem.CodeOf(err) != ecosystem.CodeLimitExceeded {
		t.Errorf("a text that is too long for a cell gives %v", err)
	}
	if diff := cmp.Diff(before, filesOf(t, dir)); diff != "" {
		t.Error("the folder changed")
	}
	if err := table.Write(dir, small(), table.Options{Format: "ods"}); ecosystem.CodeOf(err) != ecosystem.CodeBadInput {
		t.Errorf("an unknown format gives %v", err)
	}
	if err := table.Write(filepath.Join(dir, "tables.xlsx"), small(), table.Options{}); err == nil {
		t.Error("a file was taken for a folder")
	}
}

func filesOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(text)
	}
	return files
}

func set(names []string) map[string]bool {
	out := map[string]bool{}
	for _, name := range names {
		out[name] = true
	}
	return out
}
