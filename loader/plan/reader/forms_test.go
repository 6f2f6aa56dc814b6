package reader_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan"
	"github.com/innograph/innograph/loader/plan/reader"
)

// facts are the records of a plan, a line each: what it is, and where it stands,
// without the page.
func facts(t *testing.T, name string) []string {
	t.Helper()
	result := extract(t, name)
	var out []string
	where := func(sources []ecosystem.Source) string {
		var at []string
		for _, s := range sources {
			place, _ := ecosystem.SplitPage(s.Locator)
			at = append(at, strings.TrimSpace(place+" "+s.PrintedName))
		}
		return strings.Join(at, ";")
	}
	for _, e := range result.Graph.Entities {
		out = append(out, fmt.Sprintf("%s %s %s %v @ %s", e.Kind, e.Name, e.Status, e.Properties, where(e.Sources)))
	}
	for _, r := range result.Graph.Relations {
		out = append(out, fmt.Sprintf("%s %s → %s %s %s%s %d @ %s", r.Type, r.From, r.To, r.Label, r.Value, r.Unit, r.Year, where(r.Sources)))
	}
	slices.Sort(out)
	return out
}

func extract(t *testing.T, name string) plan.Result {
	t.Helper()
	result, err := plan.Extract(context.Background(), bytes.NewReader(fixture(t, name)), plan.Options{})
	if err != nil {
		t.Fatalf("Extract(%s): %v", name, err)
	}
	return result
}

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// forms are the files of each invented plan; the first is plain text.
var forms = map[string][]string{
	"xichuan": {
		"xichuan.txt", "xichuan-gb18030.txt", "xichuan-utf16le.txt", "xichuan-utf16be.txt",
		"xichuan.html", "xichuan-gbk.html", "xichuan.docx", "xichuan.pdf",
	},
	"hechuan": {"hechuan.txt", "hechuan.html", "hechuan.docx", "hechuan.pdf"},
}

// One plan says the same in every form, at the same places.
func TestTheFormDoesNotMatter(t *testing.T) {
	for _, names := range forms {
		want := facts(t, names[0])
		if len(want) < 50 {
			t.Fatalf("%s gives only %d facts", names[0], len(want))
		}
		for _, name := range names[1:] {
			t.Run(name, func(t *testing.T) {
				if diff := cmp.Diff(want, facts(t, name)); diff != "" {
					t.Errorf("facts (-txt +%s):\n%s", filepath.Ext(name), diff)
				}
			})
		}
	}
}

// Every line of running text is the same too, so that §1, §2 … mean the same.
func TestTheTextIsTheSame(t *testing.T) {
	for _, names := range forms {
		want := texts(t, names[0])
		for _, name := range names[1:] {
			t.Run(name, func(t *testing.T) {
				if diff := cmp.Diff(want, texts(t, name)); diff != "" {
					t.Errorf("text (-txt +%s):\n%s", filepath.Ext(name), diff)
				}
			})
		}
	}
}

// What the tables of a plan say, in whatever form it is.
func TestTablesAreRead(t *testing.T) {
	have := facts(t, "hechuan.pdf")
	for _, want := range []string{
		"INDICATOR 财政科技支出占比  map[attribute:预期性 base_value:3.4 base_year:2025 unit:% value:4.5 year:2030] @ 表1.2",
		"PLATFORM 禾川绿色铸造技术创新中心 PLANNED map[level:市级] @ 专栏2.2",
		"HOSTED_BY platform:he-chuan-zhong-yao-xian-dai-hua-gong-cheng-yan-jiu-zhong-xin → org:he-chuan-shi-zhong-yi-yuan 依托  0 @ 专栏2.3",
		"BUILT_BY platform:he-chuan-guang-dian-cai-liao-shi-yan-shi → org:he-chuan-guang-dian-gu-fen-you-xian-gong-si 共建  0 @ 专栏2.1",
		"PLATFORM 禾川铸件质量检测中心  map[group:检验检测平台] @ 专栏3§2（2）",
		"KEY_PROJECT 竹、木复合材料绿色制造技术研究 PLANNED map[] @ 专栏4（2）",
		"LOCATED_IN project:zhu-mu-fu-he-cai-liao-lv-se-zhi-zao-ji-shu-yan-jiu → region:shang-he-xian   0 @ 专栏4（2）",
		"IN_FIELD project:ba-xiang-kang-zhong-liu-yao-wu-yan-fa → field:sheng-wu-yi-yao   0 @ 专栏4（3）",
	} {
		if !slices.Contains(have, want) {
			t.Errorf("not found: %s", want)
		}
	}
	if t.Failed() {
		t.Log(strings.Join(have, "\n"))
	}
}

// texts are the texts of the lines; rows of tables are a cell each, and blanks
// do not count, since a PDF does not tell them.
func texts(t *testing.T, name string) []string {
	t.Helper()
	all, err := reader.Read(context.Background(), bytes.NewReader(fixture(t, name)), reader.Limits{})
	if err != nil {
		t.Fatalf("Read(%s): %v", name, err)
	}
	var out []string
	for _, l := range all {
		for cell := range strings.FieldsFuncSeq(l.Text, func(r rune) bool { return r == '\t' || r == '|' }) {
			if cell = strings.ReplaceAll(cell, " ", ""); cell != "" {
				out = append(out, cell)
			}
		}
	}
	return out
}

// Each record of a PDF names its page, on which what it was read from begins; it
// is found with the page and without.
func TestRecordsNameTheirPage(t *testing.T) {
	result := extract(t, "xichuan.pdf")
	pages := map[string]bool{}
	check := func(id string, sources []ecosystem.Source) {
		for _, s := range sources {
			place, page := ecosystem.SplitPage(s.Locator)
			if page == "" {
				t.Errorf("%s: the locator %s names no page", id, s.Locator)
			}
			pages[page] = true
			whole, _ := result.Outline.Find(page)
			with, ok := result.Outline.Find(s.Locator)
			if !ok || !strings.Contains(whole, strings.Split(with, "\n")[0]) {
				t.Errorf("%s: %q stands at %s, but not on its page", id, with, s.Locator)
			}
			if without, ok := result.Outline.Find(place); !ok || without != with {
				t.Errorf("%s: %q stands at %s, but %q at %s", id, with, s.Locator, without, place)
			}
		}
	}
	for _, e := range result.Graph.Entities {
		check(e.ID, e.Sources)
	}
	for _, r := range result.Graph.Relations {
		check(r.ID, r.Sources)
	}
	// As the pages are printed: the table breaks after its first page, 专栏4 after its first item.
	for _, locator := range []string{"§1 p.1", "专栏1.1 p.1", "专栏1.2 p.2", "专栏3.1 p.3", "专栏4.1 p.3", "专栏4.2 p.4", "专栏5.2 p.4"} {
		if !hasLocator(result, locator) {
			t.Errorf("no record stands at %s", locator)
		}
	}
	if len(pages) != 4 {
		t.Errorf("the records stand on the pages %v, want 4", pages)
	}
}

func hasLocator(r plan.Result, locator string) bool {
	return slices.ContainsFunc(r.Graph.Entities, func(e ecosystem.Entity) bool {
		return slices.ContainsFunc(e.Sources, func(s ecosystem.Source) bool { return s.Locator == locator })
	})
}

func TestPagesAndHeadings(t *testing.T) {
	all, err := reader.Read(context.Background(), bytes.NewReader(fixture(t, "xichuan.pdf")), reader.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	before := 1
	for _, l := range all {
		if l.Text != "" && l.Page < before {
			t.Errorf("line %d (%s) is on page %d, after one on page %d", l.Number, l.Text, l.Page, before)
		}
		before = max(before, l.Page)
	}
	if before < 3 {
		t.Errorf("the last page is %d, want at least 3", before)
	}
	for _, name := range []string{"xichuan.docx", "xichuan.html"} {
		all, err := reader.Read(context.Background(), bytes.NewReader(fixture(t, name)), reader.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		levels := map[string]int{}
		for _, l := range all {
			if l.Heading > 0 {
				levels[l.Text] = l.Heading
			}
		}
		chapter, section := levels["第一章 发展基础与目标"], levels["第一节 发展基础"]
		if chapter == 0 || section != chapter+1 {
			t.Errorf("%s: chapter and section are headings of levels %d and %d", name, chapter, section)
		}
	}
}

func TestAScanIsRefused(t *testing.T) {
	_, err := reader.Read(context.Background(), bytes.NewReader(fixture(t, "scanned.pdf")), reader.Limits{})
	if ecosystem.CodeOf(err) != ecosystem.CodeBadInput || !strings.Contains(err.Error(), "OCR") {
		t.Errorf("error %v, want %s that speaks of OCR", err, ecosystem.CodeBadInput)
	}
}
