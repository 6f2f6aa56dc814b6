package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const shortPlan = `海州市科技创新发展规划（2026—2030年）

第一章 主要任务

第一节 加强平台建设

支持浙江农林大学与海州市人民医院共建海州市精准医学研究中心。
`

// extracted is the short plan with its tables.
func extracted(t *testing.T) (plan, tables string) {
	t.Helper()
	dir := t.TempDir()
	plan, tables = writeFile(t, filepath.Join(dir, "海州.txt"), shortPlan), filepath.Join(dir, "tables")
	must(t, "wrote 1 sources", "extract", plan, "-o", tables)
	return plan, tables
}

// Whoever asks for a record, in whatever way, gets the sentence it comes from.
func TestLocate(t *testing.T) {
	plan, tables := extracted(t)
	const sentence = "支持浙江农林大学与海州市人民医院共建海州市精准医学研究中心。"
	built := "海州市精准医学研究中心 —BUILT_BY 共建/承建→ 浙江农林大学"
	for name, c := range map[string]struct {
		asked string
		want  []string
		not   string
	}{
		"an id":            {"org:zafu", []string{"浙江农林大学 (org:zafu)\n", "entities.csv:2: 一.一§1, rule ", "confidence 0.", sentence, built}, "海州市人民医院 ("},
		"a name":           {"海州市精准医学研究中心", []string{"海州市精准医学研究中心 (platform:", built, sentence}, "海州市人民医院 ("},
		"a short name":     {"浙江农林大", []string{"浙江农林大学 (org:zafu)\n", sentence}, "海州市人民医院 ("},
		"a row":            {"entities.csv:2", []string{"浙江农林大学 (org:zafu)\n", sentence}, "BUILT_BY"},
		"a relation":       {"海州市精准医学研究中心 共建/承建 浙江农林大学", []string{built, "rule built-by", sentence}, "entities.csv"},
		"a relation by id": {"海州市精准医学研究中心 BUILT_BY org:zafu", []string{built, sentence}, "entities.csv"},
	} {
		t.Run(name, func(t *testing.T) {
			stdout := must(t, "", "locate", tables, plan, c.asked)
			for _, want := range c.want {
				if !strings.Contains(stdout, want) {
					t.Errorf("%q is missing in\n%s", want, stdout)
				}
			}
			if strings.Contains(stdout, c.not) {
				t.Errorf("%q is not what was asked for:\n%s", c.not, stdout)
			}
		})
	}
}

func TestLocateListsAllRows(t *testing.T) {
	plan, tables := extracted(t)
	stdout := must(t, "浙江农林大学 (org:zafu)", "locate", tables, plan)
	var found []evidence
	if err := json.Unmarshal([]byte(must(t, "", "locate", "--json", tables, plan)), &found); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(stdout, "\n"); lines != len(found) || lines < 6 {
		t.Errorf("%d lines for %d rows", lines, len(found))
	}
	for _, e := range found {
		if !e.Found || e.Passage == "" || e.Rule == "" || e.Confidence == 0 || !strings.Contains(e.Row, ".csv:") {
			t.Errorf("incomplete: %+v", e)
		}
	}
}

func TestLocateRefusals(t *testing.T) {
	plan, tables := extracted(t)
	other := writeFile(t, filepath.Join(t.TempDir(), "other.txt"), strings.ReplaceAll(shortPlan, "海州", "云州"))
	shorter := writeFile(t, filepath.Join(t.TempDir(), "shorter.txt"), shortPlan[:strings.Index(shortPlan, "第一节")])
	for name, c := range map[string]struct {
		args []string
		code int
		want string
	}{
		"no plan":          {[]string{tables}, exitUsage, "DIR PLAN"},
		"unknown name":     {[]string{tables, plan, "火星大学"}, exitFailed, `the tables have no entity "火星大学"`},
		"part of a name":   {[]string{tables, plan, "精准医学"}, exitFailed, "did you mean 海州市精准医学研究中心?"},
		"no such row":      {[]string{tables, plan, "entities.csv:999"}, exitFailed, `no row of the tables is "entities.csv:999"`},
		"no such relation": {[]string{tables, plan, "org:zafu BUILT_BY org:zafu"}, exitFailed, "no row of the tables is"},
		"another plan":     {[]string{tables, other}, exitFailed, "other.txt is not the plan that these rows cite: its title is 《云州市科技创新发展规划（2026—2030年）》"},
		"another edition":  {[]string{tables, shorter}, exitFailed, "places are not in the plan; is it another edition"},
		"no tables":        {[]string{filepath.Join(tables, "none"), plan}, exitFailed, "there is no such file or folder"},
		"no such plan":     {[]string{tables, filepath.Join(tables, "none")}, exitFailed, "cannot be read"},
	} {
		t.Run(name, func(t *testing.T) {
			if code, _, stderr := command(t, append([]string{"locate"}, c.args...)...); code != c.code || !strings.Contains(stderr, c.want) {
				t.Errorf("exit %d, want %d\n%s\nwant in it: %s", code, c.code, stderr, c.want)
			}
		})
	}
}

// Every form of plan leads back to its passages, with the page where there are
// pages; tables may be a workbook.
func TestLocateInEveryForm(t *testing.T) {
	for _, c := range []struct{ file, format, want string }{
		{"hechuan.pdf", "xlsx", "[entities]:2: 专栏2.2 p.1, rule "},
		{"hechuan.docx", "csv", "entities.csv:2: 专栏2.2, rule "},
		{"xichuan-gbk.html", "jsonl", "entities.jsonl:"},
	} {
		plan := filepath.FromSlash("../../loader/plan/reader/testdata/" + c.file)
		tables := filepath.Join(t.TempDir(), "tables")
		must(t, "wrote 1 sources", "extract", plan, "-o", tables, "--format", c.format)
		all := must(t, "", "locate", tables, plan)
		if n := strings.Count(all, "\n"); n < 40 || strings.Contains(all, "no such place") {
			t.Errorf("%s: %d rows:\n%s", c.file, n, all)
		}
		university := "禾川职业技术学院"
		if strings.HasPrefix(c.file, "xichuan") {
			university = "江北理工大学"
		}
		must(t, c.want, "locate", tables, plan, university)
	}
}

// Tables that somebody is in the middle of correcting can be looked up too.
func TestLocateInTablesWithProblems(t *testing.T) {
	plan, tables := extracted(t)
	writeFile(t, filepath.Join(tables, "entities.more.csv"), "id,kind,name,document\norg:x,CASTLE,某某,海州市科技创新发展规划（2026—2030年）\n")
	code, stdout, stderr := command(t, "locate", tables, plan, "org:zafu")
	if code != exitDone || !strings.Contains(stderr, "the tables have 1 problems") || !strings.Contains(stdout, "浙江农林大学 (org:zafu)") {
		t.Errorf("exit %d\n%s%s", code, stdout, stderr)
	}
}

// Each row of the shipped data that cites the real plan has its place in it.
func TestLocateShippedData(t *testing.T) {
	stdout := must(t, "", "locate", "--shipped", realPlan(t))
	if n := strings.Count(stdout, "\n"); n < 300 {
		t.Errorf("only %d rows cite the plan", n)
	}
}

func TestExplain(t *testing.T) {
	plan, _ := extracted(t)
	stdout := must(t, "", "extract", "--explain", "--about", "浙江农林", plan)
	for _, want := range []string{
		"浙江农林大学 (org:zafu, UNIVERSITY 高校)\n  一.一§1, rule ",
		"海州市精准医学研究中心 —BUILT_BY 共建/承建→ 浙江农林大学\n  一.一§1, rule built-by, STATED 原文载明, confidence 0.",
		"    支持浙江农林大学与海州市人民医院共建海州市精准医学研究中心。\n",
	} {
		if !strings.Contains(stdout, want) {
			t.Errorf("%q is missing in\n%s", want, stdout)
		}
	}
	if strings.Contains(stdout, "海州市人民医院 (") || strings.Contains(stdout, "wrote") {
		t.Errorf("more than was asked for:\n%s", stdout)
	}
	out := filepath.Join(t.TempDir(), "out")
	if both := must(t, "wrote 1 sources", "extract", "--explain", plan, "-o", out); !strings.Contains(both, "海州市人民医院 (") {
		t.Errorf("not all is explained:\n%s", both)
	}
	if code, _, stderr := command(t, "extract", "--explain", "--about", "火星", plan); code != exitFailed || !strings.Contains(stderr, "nothing was found that is called 火星") {
		t.Errorf("exit %d: %s", code, stderr)
	}
	if code, _, stderr := command(t, "extract", "--about", "火星", plan, "-o", out); code != exitUsage || !strings.Contains(stderr, "--about belongs to --explain") {
		t.Errorf("exit %d: %s", code, stderr)
	}
}

func TestPassageIsCutAroundTheName(t *testing.T) {
	long := strings.Repeat("前", 300) + "浙江大学" + strings.Repeat("后", 300)
	for name, c := range map[string]struct {
		e    evidence
		want string
	}{
		"around the name":   {evidence{Locator: "一", Found: true, Passage: long, sought: []string{"浙江大学"}}, "…前前前浙江大学后后后…"},
		"as printed":        {evidence{Locator: "一", Found: true, Passage: long, Printed: "浙江大学", sought: []string{"前"}}, "…前前前浙江大学后后后…"},
		"without the name":  {evidence{Locator: "一", Found: true, Passage: long, sought: []string{"临沂大学"}}, "前前前前前前前前前前…"},
		"at the end":        {evidence{Locator: "一", Found: true, Passage: strings.Repeat("前", 300) + "浙大", sought: []string{"浙大"}}, "…前前前浙大"},
		"a row of a table":  {evidence{Locator: "专栏2.1", Found: true, Passage: "1\t浙大"}, "1 | 浙大"},
		"short":             {evidence{Locator: "一", Found: true, Passage: "浙大"}, "浙大"},
		"a place not found": {evidence{Locator: "一"}, "(the plan has no such place)"},
		"a row without any": {evidence{}, "(the row names no place)"},
	} {
		if diff := cmp.Diff(c.want, c.e.passage(10)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestColumns(t *testing.T) {
	got := columns([][]string{{"浙大", "=", "x"}, {"ab", "⊂"}, {strings.Repeat("长", 40), "y"}})
	want := "浙大  =  x\nab    ⊂\n" + strings.Repeat("长", 40) + "  y\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
