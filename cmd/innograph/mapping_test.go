package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
)

// officersSheet is a list as it is typed in an office: title, header of two rows,
// merged cells, short names, dates in several forms, a total and a note; and one
// name that cannot be settled.
func officersSheet(t *testing.T, path string) string {
	t.Helper()
	file := excelize.NewFile()
	defer func() { _ = file.Close() }()
	const name = "平台"
	check := func(err error) {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
	}
	check(file.SetSheetName(file.GetSheetName(0), name))
	rows := [][]any{
		{"附件2"},
		{"临沂市科技创新平台名单（截至２０２３年５月）"},
		{"序号", "平台名称", "谁来牵头", nil, "共建单位", "所在县区", "技术领域", "评定", "认定时间"},
		{nil, nil, "单位", "电话"},
		{1, "沂蒙智慧农机实验室", "临沂农科院", "0539", "临沂大学、浙大；山东子丑智能科技有限公司", "临沂市兰山区", "现代农业", "省级", time.Date(2023, 5, 1, 0, 0, 0, 0, time.UTC)},
		{"２", "沂蒙木业检测\n中心", "浙江大学化工学院", "0539", "—", "同上", "木业/新材料", "市级", "2022年11月"},
		{3, "沂蒙药物研究中心", "中科院", nil, nil, "费县", "生物制药", "市级", "21.6"},
		{4, "硅材料国家重点实验室", "浙江大学", nil, nil, "杭州市", "新材料", nil, 2003},
		{"合计", "4家"},
		{"注：牵头单位以批文为准。"},
	}
	for r, row := range rows {
		for c, value := range row {
			at, err := excelize.CoordinatesToCellName(c+1, r+1)
			check(err)
			if value != nil {
				check(file.SetCellValue(name, at, value))
			}
		}
	}
	for _, m := range [][2]string{{"A2", "I2"}, {"A3", "A4"}, {"B3", "B4"}, {"C3", "D3"}, {"E3", "E4"}, {"F3", "F4"}, {"G3", "G4"}, {"H3", "H4"}, {"I3", "I4"}} {
		check(file.MergeCell(name, m[0], m[1]))
	}
	check(file.SaveAs(path))
	return path
}

const officersMapping = `document:
  id: doc:ly-platforms-2023
sheets:
  - sheet: 平台
    columns:
      host: 谁来牵头/单位
      properties:
        level: 评定
`

// mend types values into cells of a report, as a person does in Excel.
func mend(t *testing.T, path string, cells map[string]string) {
	t.Helper()
	file, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	for at, value := range cells {
		if err := file.SetCellStr("平台", at, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := file.Save(); err != nil {
		t.Fatal(err)
	}
}

func TestSheetIsRefusedMendedAndLoaded(t *testing.T) {
	dir := t.TempDir()
	list, mapping := officersSheet(t, filepath.Join(dir, "平台名单.xlsx")), writeFile(t, filepath.Join(dir, "map.yaml"), officersMapping)
	report := filepath.Join(dir, "平台名单.report.xlsx")

	code, stdout, stderr := command(t, "load", "--mapping", mapping, list)
	if code != exitFailed || stdout != "" {
		t.Errorf("exit %d, stdout %q", code, stdout)
	}
	for _, want := range []string{
		"1 rows accepted 已采纳, 2 corrected 已更正, 1 rejected 未采纳, 2 skipped 已跳过",
		"平台名单.xlsx[平台]!C7: 谁来牵头/单位：“中科院” 存疑", "nothing was loaded", report,
	} {
		if !strings.Contains(stderr, want) {
			t.Errorf("stderr does not say %q:\n%s", want, stderr)
		}
	}

	must(t, "entities: 3 created, 3 updated", "load", "--mapping", mapping, "--skip-rejected", "--dry-run", "--report", filepath.Join(dir, "other.xlsx"), list)

	mend(t, report, map[string]string{"C7": "org:ly-aas"})
	stdout = must(t, "the tables are sound", "load", "--mapping", mapping, report)
	if _, err := os.Stat(filepath.Join(dir, "平台名单.report.2.xlsx")); err != nil {
		t.Errorf("the report on the mended report: %v", err)
	}
	if !strings.Contains(stdout, "nothing was stored") {
		t.Errorf("stdout: %s", stdout)
	}
	out := filepath.Join(dir, "joined")
	joined := must(t, "all of it stands as tables in "+out, "load", "--mapping", mapping, "--shipped", "--out", out, report)
	again := must(t, "the tables are sound", "load", out) // what serve --data reads
	sound := func(text string) string { return regexp.MustCompile("the tables are sound.*").FindString(text) }
	if sound(joined) != sound(again) {
		t.Errorf("what was written is not what was loaded: %q, then %q", sound(joined), sound(again))
	}
}

func TestWrongUseOfSheets(t *testing.T) {
	dir := t.TempDir()
	list := officersSheet(t, filepath.Join(dir, "a.xlsx"))
	other := officersSheet(t, filepath.Join(dir, "b.xlsx"))
	typo := writeFile(t, filepath.Join(dir, "typo.yaml"), "sheets:\n  - columns:\n      hots: x\n")
	mapping := writeFile(t, filepath.Join(dir, "map.yaml"), officersMapping)
	note := writeFile(t, filepath.Join(dir, "note.csv"), "你好\n")
	for name, c := range map[string]struct {
		args []string
		code int
		want string
	}{
		"mapping typo":       {[]string{"load", "--mapping", typo, list}, exitUsage, `typo.yaml: line 3: unknown key "hots"; did you mean host?`},
		"mapping missing":    {[]string{"load", "--mapping", filepath.Join(dir, "no.yaml"), list}, exitUsage, "no.yaml"},
		"mapping, no sheet":  {[]string{"load", "--mapping", mapping}, exitUsage, "--mapping belongs to sheets"},
		"one report for two": {[]string{"load", "--report", filepath.Join(dir, "r.xlsx"), list, other}, exitUsage, "--report takes the report on one sheet file"},
		"report on itself":   {[]string{"load", "--mapping", mapping, "--report", list, list}, exitUsage, "is the sheet itself"},
		"report as CSV":      {[]string{"load", "--mapping", mapping, "--report", filepath.Join(dir, "r.csv"), list}, exitUsage, "*.xlsx"},
		"nothing in it":      {[]string{"load", note}, exitFailed, "note.csv: no row of it reads like a header"},
		"nearly a table":     {[]string{"load", writeFile(t, filepath.Join(dir, "entites.csv"), "id,kind,name\n")}, exitFailed, "did you mean entities"},
	} {
		t.Run(name, func(t *testing.T) {
			code, _, stderr := command(t, c.args...)
			if code != c.code || !strings.Contains(stderr, c.want) {
				t.Errorf("exit %d, want %d\nstderr: %s\nwant in it: %s", code, c.code, stderr, c.want)
			}
		})
	}
	if _, err := os.Stat(filepath.Join(dir, "note.report.xlsx")); err == nil {
		t.Error("there is a report on a file that could not be read")
	}
}

func TestReportPaths(t *testing.T) {
	for name, want := range map[string][2]string{
		"d/x.xlsx":         {"d/x.report.xlsx", "d/x.report.2.xlsx"},
		"x.report.xlsx":    {"x.report.xlsx", "x.report.2.xlsx"},
		"x.report.12.xlsx": {"x.report.xlsx", "x.report.2.xlsx"},
		"x.reportage.csv":  {"x.reportage.report.xlsx", "x.reportage.report.2.xlsx"},
		"2023.5 名单.xlsx":   {"2023.5 名单.report.xlsx", "2023.5 名单.report.2.xlsx"},
	} {
		if got := [2]string{reportPath(name, 1), reportPath(name, 2)}; got != want {
			t.Errorf("reports on %s: %v, want %v", name, got, want)
		}
	}
}

// TestSheetGoesIntoNeo4j: the sheet is refused as long as a row is wrong and then
// nothing of it is in the store; mended, it is there with its places, and loading
// it again changes nothing.
func TestSheetGoesIntoNeo4j(t *testing.T) {
	db := neo4jtest.Open(t)
	db.Wipe(t)
	t.Setenv("INNOGRAPH_NEO4J_URI", db.URI)
	t.Setenv("INNOGRAPH_NEO4J_PASSWORD", db.Password)
	dir := t.TempDir()
	list, mapping := officersSheet(t, filepath.Join(dir, "平台名单.xlsx")), writeFile(t, filepath.Join(dir, "map.yaml"), officersMapping)

	must(t, "generation 1 is current", "load", "--store", "neo4j")
	code, _, stderr := command(t, "load", "--store", "neo4j", "--mapping", mapping, list)
	if code != exitFailed || !strings.Contains(stderr, "1 rows of the sheets were rejected, so nothing was loaded") {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	must(t, "nothing changed; generation 1 stays current", "load", "--store", "neo4j")

	mend(t, filepath.Join(dir, "平台名单.report.xlsx"), map[string]string{"C7": "临沂市农业科学院"})
	mended := filepath.Join(dir, "平台名单.report.xlsx")
	must(t, "dry run: nothing was written", "load", "--store", "neo4j", "--mapping", mapping, "--dry-run", mended)
	must(t, "generation 2 is current", "load", "--store", "neo4j", "--mapping", mapping, mended)
	var again loadResult
	if err := json.Unmarshal([]byte(must(t, "{", "load", "--store", "neo4j", "--mapping", mapping, "--json", mended)), &again); err != nil {
		t.Fatal(err)
	}
	if !again.Changes.None() || again.Generation.Number != 2 || again.Sheets[0].Rows.Rejected != 0 || again.Sheets[0].Report == "" {
		t.Errorf("the second load tells %+v", again)
	}

	store, err := neo4j.Open(t.Context(), neo4j.Config{URI: db.URI, User: db.User, Password: db.Password})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = store.Close(t.Context()) }()
	g, err := loader.Dump(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"platform:yi-meng-mu-ye-jian-ce-zhong-xin HOSTED_BY org:zju 平台!6",
		"platform:yi-meng-mu-ye-jian-ce-zhong-xin IN_FIELD field:mat 平台!6",
		"platform:yi-meng-mu-ye-jian-ce-zhong-xin IN_FIELD field:wood 平台!6",
		"platform:yi-meng-mu-ye-jian-ce-zhong-xin LOCATED_IN region:371302 平台!6",
		"platform:yi-meng-yao-wu-yan-jiu-zhong-xin HOSTED_BY org:ly-aas 平台!7",
		"platform:yi-meng-yao-wu-yan-jiu-zhong-xin IN_FIELD field:med-bio 平台!7",
		"platform:yi-meng-yao-wu-yan-jiu-zhong-xin LOCATED_IN region:371325 平台!7",
	}
	if diff := cmp.Diff(want, toldBy(g, "platform:yi-meng-mu-ye-jian-ce-zhong-xin", "platform:yi-meng-yao-wu-yan-jiu-zhong-xin")); diff != "" {
		t.Errorf("relations of the sheet in Neo4j (-want +got):\n%s", diff)
	}
}

// toldBy lists the relations of some entities that the sheet is a source of, with
// their place.
func toldBy(g ecosystem.Graph, ids ...string) []string {
	var out []string
	for _, r := range g.Relations {
		for _, s := range r.Sources {
			if slices.Contains(ids, r.From) && s.Document == "doc:ly-platforms-2023" {
				out = append(out, strings.Join([]string{r.From, string(r.Type), r.To, s.Locator}, " "))
			}
		}
	}
	slices.Sort(out)
	return out
}
