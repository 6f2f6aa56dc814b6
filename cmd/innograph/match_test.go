package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestMatch(t *testing.T) {
	table := must(t, "", "match", "--top", "3", "--explain", "无醛胶黏剂和人造板")
	for _, want := range []string{
		"环保胶黏剂与无醛板材 ← 无醛胶黏剂", "南京林业大学", "org:njfu", "doc:linyi-145-sti-plan 六.7§1", "  ~ ",
	} {
		if !strings.Contains(table, want) {
			t.Errorf("%q is not told:\n%s", want, table)
		}
	}
	if unknown := must(t, "", "match", "--top", "3", "天元建设集团有限公司"); !strings.Contains(unknown, "图谱中没有它的领域记载") || !strings.Contains(unknown, "a rough guide") {
		t.Errorf("that its fields are those of the region is not told:\n%s", unknown)
	}
	if none := must(t, "", "match", "--top", "3", "qqqq"); !strings.Contains(none, "没有从需求中识别出技术领域") || !strings.Contains(none, "ties with home alone") {
		t.Errorf("that no field was found is not told:\n%s", none)
	}
	rows, err := csv.NewReader(strings.NewReader(must(t, "", "match", "--csv", "--top", "2", "木业"))).ReadAll()
	if err != nil || len(rows) != 3 || rows[1][1] != "南京林业大学" || rows[1][len(rows[1])-2] == "" {
		t.Errorf("%v: %q", err, rows)
	}
	var answer struct {
		Fields  map[string]float64
		Matches []struct {
			ID         string
			ReasonsFor []struct {
				Sentence struct{ Zh, En string }
				Evidence [][]struct{ Sources []string }
			}
			WouldChange []struct{ Zh, En string }
		}
	}
	if err := json.Unmarshal([]byte(must(t, "", "match", "--json", "--top", "2", "--region", "上海市", "field:mach-construction")), &answer); err != nil {
		t.Fatal(err)
	}
	best := answer.Matches[0]
	if len(answer.Fields) != 1 || best.ID != "org:sjtu" || len(best.WouldChange) == 0 || best.ReasonsFor[0].Sentence.En == "" {
		t.Errorf("%+v", answer)
	}
	for _, step := range best.ReasonsFor[0].Evidence[0] {
		if len(step.Sources) == 0 {
			t.Error("a step without a source")
		}
	}
}

func TestMatchFiles(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.html", "a.docx", "a.xlsx", "a.csv", "a.json"} {
		path := filepath.Join(dir, name)
		if code, _, stderr := command(t, "match", "--top", "2", "-o", path, "木业"); code != 0 || !strings.Contains(stderr, "2 partners are in "+path) {
			t.Fatalf("%s: exit %d, %s", name, code, stderr)
		}
	}
	page, err := os.ReadFile(filepath.Join(dir, "a.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"南京林业大学", "临沂市“十四五”科技创新发展规划", "联络途径"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("%q is not on the page", want)
		}
	}
	if n := strings.Count(string(page), "<article>"); n != 2 {
		t.Errorf("%d pages for 2 partners", n)
	}
	book, err := excelize.OpenFile(filepath.Join(dir, "a.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	for sheet, least := range map[string]int{"推荐合作方": 3, "理由": 5, "依据": 6} {
		rows, err := book.GetRows(sheet)
		if err != nil || len(rows) < least || rows[1][1] != "南京林业大学" {
			t.Errorf("%s: %v: %q", sheet, err, rows)
		}
	}
	// Through a pipe it is the same workbook.
	piped, err := excelize.OpenReader(strings.NewReader(must(t, "", "match", "--top", "2", "--xlsx", "木业")))
	if err != nil || len(piped.GetSheetList()) != 3 {
		t.Errorf("piped: %v", err)
	}
}

func TestMatchRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"nothing asked":  {nil, exitUsage, "say what is needed"},
		"too many":       {[]string{"--top", "1000", "木业"}, exitUsage, "1 to 100"},
		"two forms":      {[]string{"--json", "--csv", "木业"}, exitUsage, "one of them"},
		"form and file":  {[]string{"--json", "-o", "a.csv", "木业"}, exitUsage, "json and csv"},
		"ending":         {[]string{"-o", "a.pdf", "木业"}, exitUsage, ".docx"},
		"explained file": {[]string{"-o", "a.html", "--explain", "木业"}, exitUsage, "--explain"},
		"no such folder": {[]string{"-o", "none/a.html", "木业"}, exitFailed, "none/a.html"},
		"kind":           {[]string{"--kind", "BANK", "木业"}, exitUsage, "UNIVERSITY"},
		"unknown region": {[]string{"--region", "亚特兰蒂斯", "木业"}, exitFailed, "亚特兰蒂斯"},
		"unknown id":     {[]string{"project:none"}, exitFailed, "project:none"},
		"strategy":       {[]string{"--strategy", "best", "木业"}, exitFailed, "COMPLEMENTARY"},
		"weights":        {[]string{"--weight-ties", "-1", "木业"}, exitFailed, "既有合作"},
		"nobody there":   {[]string{"--kind", "AGENCY", "木业"}, exitFailed, "--region anywhere"},
	} {
		t.Run(name, func(t *testing.T) {
			code, stdout, stderr := command(t, append([]string{"match"}, c.args...)...)
			if code != c.code || !strings.Contains(stderr, c.says) {
				t.Errorf("exit %d, want %d; %q is not in:\n%s%s", code, c.code, c.says, stdout, stderr)
			}
		})
	}
}

// TestMatchBranch: that there is a branch is told with its source, in every form.
func TestMatchBranch(t *testing.T) {
	const demand, branch = "field:agri-smart", "在本地设有“浙江大学山东(临沂)现代农业研究院”"
	if table := must(t, "", "match", "--top", "1", "--explain", demand); !strings.Contains(table, branch+" [doc:m-studyofnet-com-444059857-html]") {
		t.Errorf("the branch has no source:\n%s", table)
	}
	page := filepath.Join(t.TempDir(), "a.html")
	must(t, "", "match", "--top", "1", "-o", page, demand)
	sheet, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if line := regexp.MustCompile(`在本地设有[^<]*<sup`); !line.Match(sheet) {
		t.Errorf("the branch cites nothing on the sheet")
	}
}

// TestMatchNobodyWords: what an officer reads names no arguments of the API.
func TestMatchNobodyWords(t *testing.T) {
	code, _, stderr := command(t, "match", "--kind", "AGENCY", "木业")
	if code != exitFailed || strings.Contains(stderr, "where.") || !strings.Contains(stderr, "可放宽条件：类型、地区") || !strings.Contains(stderr, "Loosen the kinds of partners, region") {
		t.Errorf("exit %d: %s", code, stderr)
	}
}
